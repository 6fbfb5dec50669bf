/** The score of one criterion: its controls, key ones counting twice, under its caps (guide, 3.4). */
import type { Facts, RecordRef } from '../facts.ts';
import { isSevere, type ControlStanding } from './control-standing.ts';
import type { Cap, CriterionScore, Range } from './score.ts';

/** `standingOf` gives what is kept of a control. */
export function criterionScore(
	criterion: string,
	facts: Facts,
	standingOf: (control: string) => ControlStanding | undefined,
): CriterionScore {
	const mapped = [
		...facts.linkedIds('controls', 'criteria', criterion),
		// Without a reason nothing gets better by taking a control away.
		...facts.gone('controls', 'criteria', criterion).map(({ id }) => id),
	].flatMap((id) => standingOf(id) ?? []);
	const counting = mapped.filter(({ isNotApplicable }) => !isNotApplicable);
	const uncapped = weighted(counting);
	const caps = capsOf(criterion, counting, facts);
	const ceiling = Math.min(1, ...caps.map(({ at }) => at));
	return {
		criterion,
		low: Math.min(uncapped.low, ceiling),
		high: Math.min(uncapped.high, ceiling),
		uncapped,
		caps,
		controls: counting.map(idOf),
		notApplicable: mapped.filter(({ isNotApplicable }) => isNotApplicable).map(idOf),
	};
}

function weighted(controls: readonly ControlStanding[]): Range {
	let [low, high, weights] = [0, 0, 0];
	for (const { score } of controls) {
		low += score.weight * score.low;
		high += score.weight * score.high;
		weights += score.weight;
	}
	return weights === 0 ? { low: 0, high: 0 } : { low: low / weights, high: high / weights };
}

function capsOf(
	criterion: string,
	controls: readonly ControlStanding[],
	facts: Facts,
): readonly Cap[] {
	if (controls.length === 0) return [{ at: 0, reason: 'No control answers it', records: [] }];
	const caps: Cap[] = [];
	if (controls.every(({ isOnlyPlanned }) => isOnlyPlanned)) {
		const reason = 'All its controls are only planned';
		caps.push({ at: 0.25, reason, records: controls.map(refOf) });
	}
	const failing = controls.filter(({ failsDesign }) => failsDesign);
	if (failing.length > 0) {
		const reason = 'The design of a key control is not met';
		caps.push({ at: 0.4, reason, records: failing.map(refOf) });
	}
	const gaps = openGaps(criterion, controls, facts);
	if (gaps.length > 0) {
		const reason =
			gaps.length === 1
				? 'A critical or high gap is open'
				: `${gaps.length} critical or high gaps are open`;
		caps.push({ at: 0.6, reason, records: gaps.map((id) => ({ register: 'gaps', id })) });
	}
	return caps.sort((a, b) => a.at - b.at);
}

/** Open gaps of the criterion itself, or of controls that answer it and no criterion of their own. */
function openGaps(
	criterion: string,
	controls: readonly ControlStanding[],
	facts: Facts,
): readonly string[] {
	const named = [
		...facts.linked('gaps', 'criteria', criterion),
		...facts.gone('gaps', 'criteria', criterion),
	]
		.filter(isSevere)
		.map(({ id }) => id);
	return [...new Set([...named, ...controls.flatMap(({ severeGaps }) => severeGaps)])].sort();
}

function idOf({ score }: ControlStanding): string {
	return score.control;
}

function refOf({ score }: ControlStanding): RecordRef {
	return { register: 'controls', id: score.control };
}
