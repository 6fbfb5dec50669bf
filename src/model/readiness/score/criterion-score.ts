/** The score of one criterion: its controls, key ones counting twice, under its caps (guide, 3.4). */
import type { Control } from '../../records/control.ts';
import { isOpenGap } from '../../registers/gaps.ts';
import type { Facts } from '../facts.ts';
import type { Cap, ControlScore, CriterionScore, Range } from './score.ts';

/** `scoreOf` gives the kept score of a control. */
export function criterionScore(
	criterion: string,
	facts: Facts,
	scoreOf: (control: string) => ControlScore | undefined,
): CriterionScore {
	const mapped = [
		...facts.linked('controls', 'criteria', criterion),
		// Without a reason nothing gets better by taking a control away.
		...facts.gone('controls', 'criteria', criterion),
	];
	const counting = mapped.filter((control) => !isNotApplicable(control));
	const scores = counting.flatMap(({ id }) => scoreOf(id) ?? []);
	const uncapped = weighted(scores);
	const caps = capsOf(criterion, counting, facts);
	const ceiling = Math.min(1, ...caps.map(({ at }) => at));
	return {
		criterion,
		low: Math.min(uncapped.low, ceiling),
		high: Math.min(uncapped.high, ceiling),
		uncapped,
		caps,
		controls: counting.map(({ id }) => id),
		notApplicable: mapped.filter(isNotApplicable).map(({ id }) => id),
	};
}

/** Left out only where somebody said why. */
export function isNotApplicable({
	status,
	notApplicableReason,
}: Pick<Control, 'status' | 'notApplicableReason'>): boolean {
	return status === 'notApplicable' && notApplicableReason.trim() !== '';
}

function weighted(scores: readonly ControlScore[]): Range {
	const weights = scores.reduce((sum, { weight }) => sum + weight, 0);
	if (weights === 0) return { low: 0, high: 0 };
	const mean = (side: 'low' | 'high') =>
		scores.reduce((sum, score) => sum + score.weight * score[side], 0) / weights;
	return { low: mean('low'), high: mean('high') };
}

function capsOf(criterion: string, controls: readonly Control[], facts: Facts): readonly Cap[] {
	const refs = (found: readonly Control[]) =>
		found.map(({ id }) => ({ register: 'controls', id }) as const);
	if (controls.length === 0) return [{ at: 0, reason: 'No control answers it', records: [] }];
	const caps: Cap[] = [];
	if (controls.every(isOnlyPlanned)) {
		caps.push({ at: 0.25, reason: 'All its controls are only planned', records: refs(controls) });
	}
	const failing = controls.filter(({ isKey, design }) => isKey === 'yes' && design === 'notMet');
	if (failing.length > 0) {
		caps.push({
			at: 0.4,
			reason: 'The design of a key control is not met',
			records: refs(failing),
		});
	}
	const gaps = openGaps(criterion, controls, facts);
	if (gaps.length > 0) {
		caps.push({
			at: 0.6,
			reason:
				gaps.length === 1
					? 'A critical or high gap is open'
					: `${gaps.length} critical or high gaps are open`,
			records: gaps.map((id) => ({ register: 'gaps', id })),
		});
	}
	return caps.sort((a, b) => a.at - b.at);
}

/** One that is said not to apply without a reason is no better than planned. */
function isOnlyPlanned({ status }: Control): boolean {
	return status === 'planned' || status === 'notStarted' || status === 'notApplicable';
}

/** Open gaps of the criterion itself, or of controls that answer it and no criterion of their own. */
function openGaps(
	criterion: string,
	controls: readonly Control[],
	facts: Facts,
): readonly string[] {
	const named = [
		...facts.linked('gaps', 'criteria', criterion),
		...facts.gone('gaps', 'criteria', criterion),
	];
	const through = controls.flatMap(({ id }) => [
		...facts.linked('gaps', 'controls', id).filter(({ criteria }) => criteria.length === 0),
		...facts.gone('gaps', 'controls', id).filter(({ criteria }) => criteria.length === 0),
	]);
	const severe = [...named, ...through].filter(
		(gap) =>
			isOpenGap({ ...gap, retired: undefined }) &&
			(gap.severity === 'critical' || gap.severity === 'high'),
	);
	return [...new Set(severe.map(({ id }) => id))].sort();
}
