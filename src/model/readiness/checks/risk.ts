/** Checks RSK: was risk assessed lately, fraud too, and is each risk answered? */
import { nothing, rule } from '../check-rule.ts';
import { dayOf } from '../evidence-due.ts';
import type { Facts } from '../facts.ts';
import { called, foundAbout } from '../found-about.ts';
import { isRecent } from '../review-age.ts';
import { reportPeriod } from '../../rules/report-period.ts';
import type { Risk } from '../../registers/risks.ts';

/** Likelihood times impact, both 1 to 5; practice, no standard sets it. */
const highFrom = 12;

export const riskRules = [
	rule({
		check: 'RSK-01',
		about: 'workbook',
		find: (facts) =>
			isAssessed(facts)
				? nothing
				: [{ records: [], values: {}, at: { kind: 'register', register: 'evidence' } }],
	}),
	rule({
		check: 'RSK-02',
		about: 'workbook',
		find: (facts) =>
			!facts.criteria.includes('CC3.3') ||
			facts.records('risks').some(({ fraud }) => fraud === 'yes')
				? nothing
				: [
						{
							records: [],
							values: {},
							at: { kind: 'register', register: 'risks' },
							criteria: ['CC3.3'],
						},
					],
	}),
	rule({
		check: 'RSK-03',
		about: 'risks',
		find: (risk) =>
			isHigh(risk) && risk.status !== 'closed'
				? missingIn(risk).map(({ field, words }) =>
						foundAbout(
							'risks',
							risk,
							field,
							{ risk: called('risks', risk), field: words },
							{ of: field },
						),
					)
				: nothing,
	}),
	rule({
		check: 'RSK-04',
		about: 'risks',
		find: (risk) =>
			risk.controls.length === 0 && risk.status !== 'closed'
				? [foundAbout('risks', risk, 'controls', { risk: called('risks', risk) })]
				: nothing,
	}),
];

/** An accepted assessment of the last 12 months, or of the period that is examined. */
function isAssessed(facts: Facts): boolean {
	const period = reportPeriod(facts.scope);
	return facts.said('evidence', 'kind', 'ev-risk-assessment').some((id) => {
		const item = facts.record('evidence', id);
		if (item?.state !== 'accepted') return false;
		const day = dayOf(item);
		return (
			isRecent(day, facts) || (period?.type === 'type2' && day >= period.start && day <= period.end)
		);
	});
}

function isHigh({ likelihood, impact }: Risk): boolean {
	return Number(likelihood) * Number(impact) >= highFrom;
}

/** What every high risk needs; one that is lived with, or already treated, has no day to be treated by. */
function missingIn(risk: Risk): readonly { readonly field: string; readonly words: string }[] {
	const isDone =
		risk.treatment === 'accept' || risk.status === 'accepted' || risk.status === 'treated';
	return [
		{ field: 'treatment', words: 'treatment', isMissing: risk.treatment.trim() === '' },
		{ field: 'owner', words: 'owner', isMissing: risk.owner.trim() === '' },
		{ field: 'due', words: 'due date', isMissing: risk.due.trim() === '' && !isDone },
	].filter(({ isMissing }) => isMissing);
}
