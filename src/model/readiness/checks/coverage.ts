/** Checks COV: is each criterion in scope answered, and not by paper or one control alone? */
import { criterionById } from '../../catalog/criteria.ts';
import type { Control } from '../../records/control.ts';
import { threshold } from '../../records/thresholds.ts';
import { isTerm } from '../../records/vocabulary.ts';
import { nothing, rule } from '../check-rule.ts';
import { controlRule, foundAboutControl } from '../control-rule.ts';
import type { ComplementaryControl } from '../../registers/complementary.ts';
import type { Facts } from '../facts.ts';
import type { Found } from '../finding.ts';

/** Detective by nature: they ask for watching. */
const detectiveByNature = new Set(['CC4.1', 'CC4.2', 'CC7.2', 'CC7.3']);
const mostNamed = 12;

export const coverageRules = [
	rule({
		check: 'COV-01',
		about: 'criteria',
		find: (criterion, facts) =>
			facts.answering(criterion).length === 0 && expectedOfOthers(criterion, facts).length === 0
				? [aboutCriterion(criterion, [])]
				: nothing,
	}),
	rule({
		check: 'COV-02',
		about: 'criteria',
		find: (criterion, facts) => {
			const controls = facts.answering(criterion);
			const isCommon = criterionById(criterion)?.category === 'security';
			return isCommon && controls.length === 1 ? [aboutCriterion(criterion, controls)] : nothing;
		},
	}),
	rule({
		check: 'COV-03',
		about: 'criteria',
		find: (criterion, facts) => {
			const controls = facts.answering(criterion);
			return controls.length > 0 && controls.every(isNotInPlace)
				? [aboutCriterion(criterion, controls)]
				: nothing;
		},
	}),
	rule({
		check: 'COV-04',
		about: 'criteria',
		find: (criterion, facts) => {
			const controls = facts.answering(criterion);
			const onlyDetective =
				controls.length > 0 && controls.every(({ type }) => type === 'detective');
			return onlyDetective && !detectiveByNature.has(criterion)
				? [aboutCriterion(criterion, controls)]
				: nothing;
		},
	}),
	rule({
		check: 'COV-05',
		about: 'criteria',
		find: (criterion, facts) => {
			const controls = facts.answering(criterion);
			return controls.length > 0 && controls.every(isDocument)
				? [aboutCriterion(criterion, controls)]
				: nothing;
		},
	}),
	controlRule('COV-06', (control, { scope }) => {
		const n = control.criteria.length;
		return n > threshold(scope, 'criteriaPerControl')
			? [foundAboutControl(control, 'criteria', { n })]
			: nothing;
	}),
	controlRule('COV-07', (control, facts) =>
		control.criteria.some((id) => facts.criteria.includes(id))
			? nothing
			: [foundAboutControl(control, 'criteria')],
	),
	rule({
		check: 'COV-08',
		about: 'criteria',
		find: (criterion, facts) => {
			const expected = expectedOfOthers(criterion, facts);
			if (expected.length === 0 || facts.answering(criterion).length > 0) return nothing;
			const records = expected.map(({ id }) => ({ register: 'complementary', id }) as const);
			return [{ ...aboutCriterion(criterion, []), records }];
		},
	}),
];

/** Controls expected of subservice organizations: where there are only these, COV-08 says so. */
function expectedOfOthers(criterion: string, facts: Facts): readonly ComplementaryControl[] {
	return facts.linked('complementary', 'criteria', criterion).filter(({ kind }) => kind === 'csoc');
}

/** One whose status nobody said may well be in place; one that does not apply, without a reason, is not. */
function isNotInPlace({ status }: Control): boolean {
	return isTerm('status', status) && status !== 'implemented';
}

/** A control that only keeps a text up to date. */
function isDocument({ title, evidenceKinds }: Control): boolean {
	const kinds = evidenceKinds.length > 0;
	return kinds
		? evidenceKinds.every((kind) => documentKinds.has(kind))
		: /\b(?:policy|plan|procedure|standard)\b/i.test(title) &&
				!/\b(?:test|exercise|review|train|sign|acknowledg)/i.test(title);
}

/** Kinds of evidence that are the document itself. */
const documentKinds = new Set([
	'ev-policy-doc',
	'ev-org-chart',
	'ev-system-description',
	'ev-network-diagram',
	'ev-data-inventory',
	'ev-legal-register',
	'ev-incident-plan',
	'ev-continuity-plan',
	'ev-privacy-notice',
	'ev-processing-spec',
]);

function aboutCriterion(criterion: string, controls: readonly Control[]): Found {
	return {
		records: controls.slice(0, mostNamed).map(({ id }) => ({ register: 'controls', id })),
		values: { criterion },
		at: { kind: 'criterion', criterion },
	};
}
