/**
 * A small set of controls that answers all open criteria that can be answered: greedy, then thinned.
 * The smallest set of all is hard to find; greedy is at most 1 + ln(n) times as large, n being how
 * many criteria one control names at most.
 */
import { answeredBy, type Candidate } from './closing-candidates.ts';

export interface SmallSet<Control> {
	/** In the order of the library. */
	readonly controls: readonly Control[];
	/** Open criteria that no control of the library answers. */
	readonly unanswered: readonly string[];
}

/**
 * Takes, again and again, the control that answers most of what is left (a key one before another,
 * then the earlier one), and at last leaves out what the others answer together.
 */
export function smallestSet<Control extends Candidate>(
	open: readonly string[],
	library: readonly Control[],
): SmallSet<Control> {
	const left = new Set(open);
	const taken: Control[] = [];
	for (;;) {
		const best = bestOf(library, left);
		if (!best) break;
		taken.push(best);
		for (const criterion of best.criteria) left.delete(criterion);
	}
	const kept = new Set(thinned(taken, new Set(open)));
	return { controls: library.filter((control) => kept.has(control)), unanswered: [...left] };
}

function bestOf<Control extends Candidate>(
	library: readonly Control[],
	left: ReadonlySet<string>,
): Control | undefined {
	let best: Control | undefined;
	let most = 0;
	for (const control of library) {
		const answers = answeredBy(control, left).length;
		const isBetter =
			answers > most || (answers === most && control.suggestedKey && !best?.suggestedKey);
		if (answers > 0 && isBetter) [best, most] = [control, answers];
	}
	return best;
}

/** Leaves out controls all of whose criteria others of the set answer; the last taken goes first. */
function thinned<Control extends Candidate>(
	taken: readonly Control[],
	open: ReadonlySet<string>,
): readonly Control[] {
	const counts = new Map<string, number>();
	for (const control of taken) {
		for (const id of answeredBy(control, open)) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return taken.toReversed().filter((control) => {
		const answers = answeredBy(control, open);
		if (answers.some((id) => (counts.get(id) ?? 0) < 2)) return true;
		for (const id of answers) counts.set(id, (counts.get(id) ?? 0) - 1);
		return false;
	});
}
