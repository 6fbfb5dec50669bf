/** Checks COV: is each criterion in scope answered, and not by paper or one control alone? */
import { criterionById } from '../../catalog/criteria.ts';
import type { Control } from '../../records/control.ts';
import { threshold } from '../../records/thresholds.ts';
import { nothing, rule } from '../check-rule.ts';
import type { Facts } from '../facts.ts';
import type { Found } from '../finding.ts';
import { isNotApplicable } from '../score/control-standing.ts';

/** Detective by nature: they ask for watching. */
const detectiveByNature = new Set(['CC4.1', 'CC4.2', 'CC7.2', 'CC7.3']);
const mostNamed = 12;

export const coverageRules = [
	rule({
		check: 'COV-01',
		about: 'criteria',
		find: (criterion, facts) =>
			answering(criterion, facts).length === 0 && counted(criterion, facts).length === 0
				? [aboutCriterion(criterion, [])]
				: nothing,
	}),
	rule({
		check: 'COV-02',
		about: 'criteria',
		find: (criterion, facts) => {
			const controls = answering(criterion, facts);
			const isCommon = criterionById(criterion)?.category === 'security';
			return isCommon && controls.length === 1 ? [aboutCriterion(criterion, controls)] : nothing;
		},
	}),
	rule({
		check: 'COV-03',
		about: 'criteria',
		find: (criterion, facts) => {
			const controls = answering(criterion, facts);
			return controls.length > 0 && controls.every(isNotInPlace)
				? [aboutCriterion(criterion, controls)]
				: nothing;
		},
	}),
	rule({
		check: 'COV-04',
		about: 'criteria',
		find: (criterion, facts) => {
			const controls = answering(criterion, facts);
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
			const controls = answering(criterion, facts);
			return controls.length > 0 && controls.every(isDocument)
				? [aboutCriterion(criterion, controls)]
				: nothing;
		},
	}),
	rule({
		check: 'COV-06',
		about: 'controls',
		find: (control, { scope }) => {
			const count = control.criteria.length;
			return count > threshold(scope, 'criteriaPerControl')
				? [aboutControl(control, { n: count })]
				: nothing;
		},
	}),
	rule({
		check: 'COV-07',
		about: 'controls',
		find: (control, facts) =>
			isNotApplicable(control) || control.criteria.some((id) => facts.criteria.includes(id))
				? nothing
				: [aboutControl(control, {})],
	}),
	rule({
		check: 'COV-08',
		about: 'criteria',
		find: (criterion, facts) => {
			const expected = facts
				.linked('complementary', 'criteria', criterion)
				.filter(({ kind }) => kind === 'csoc');
			return expected.length > 0 && answering(criterion, facts).length === 0
				? [
						{
							...aboutCriterion(criterion, []),
							records: expected.map(({ id }) => ({ register: 'complementary', id })),
						},
					]
				: nothing;
		},
	}),
];

/** Active controls that answer a criterion, those that do not apply left out. */
function answering(criterion: string, facts: Facts): readonly Control[] {
	return facts
		.linked('controls', 'criteria', criterion)
		.filter((control) => !isNotApplicable(control));
}

/** Expected of a subservice organization: COV-08 says so instead. */
function counted(criterion: string, facts: Facts) {
	return facts.linked('complementary', 'criteria', criterion).filter(({ kind }) => kind === 'csoc');
}

function isNotInPlace({ status }: Control): boolean {
	return status === 'notStarted' || status === 'planned' || status === 'inProgress';
}

/** A control that only keeps a text up to date. */
function isDocument({ title, evidenceKinds }: Control): boolean {
	const kinds = evidenceKinds.length > 0;
	return kinds
		? evidenceKinds.every((kind) => documentKinds.has(kind))
		: /\b(?:policy|plan|procedure|standard)\b/i.test(title) &&
				!/\b(?:test|exercise|review|train|sign|acknowledg)/i.test(title);
}

const documentKinds = new Set(['ev-policy-doc', 'ev-org-chart']);

function aboutCriterion(criterion: string, controls: readonly Control[]): Found {
	return {
		records: controls.slice(0, mostNamed).map(({ id }) => ({ register: 'controls', id })),
		values: { criterion },
		at: { kind: 'criterion', criterion },
	};
}

function aboutControl(control: Control, values: Found['values']): Found {
	const record = { register: 'controls', id: control.id } as const;
	return {
		records: [record],
		values: { control: control.controlId || control.title || 'A control without id', ...values },
		at: { kind: 'cell', record, field: 'criteria' },
	};
}
