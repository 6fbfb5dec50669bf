/**
 * Three ways of one cell: what the earlier version said, what stands here, what the new file says.
 * Sets are merged member by member, so they never collide; texts that both sides changed do.
 */
import type { CellState, CellValue, ColumnKey, ComparedCell } from './comparison.ts';

/** The three values of a cell; `before` is no common ground where the control was made here. */
export interface ThreeValues {
	readonly before: CellValue;
	readonly ours: CellValue;
	readonly theirs: CellValue;
	readonly madeHere: boolean;
}

/** Undefined where all three are the same. */
export function compareCell(key: ColumnKey, values: ThreeValues): ComparedCell | undefined {
	const { before, ours, theirs } = values;
	if (isSame(before, ours) && isSame(ours, theirs)) return undefined;
	const state = stateOf(values);
	const taken = state === 'merged' ? mergedMembers(values) : theirs;
	return { key, state, before, ours, theirs, taken };
}

/** Equal texts, or sets of the same members. */
export function isSame(a: CellValue, b: CellValue): boolean {
	if (typeof a === 'string' || typeof b === 'string') return a === b;
	return a.length === b.length && a.every((member) => b.includes(member));
}

function stateOf({ before, ours, theirs, madeHere }: ThreeValues): CellState {
	if (isSame(ours, theirs)) return 'both';
	if (madeHere ? theirs.length === 0 : isSame(theirs, before)) return 'ours';
	if (madeHere ? ours.length === 0 : isSame(ours, before)) return 'theirs';
	return typeof theirs === 'string' ? 'conflict' : 'merged';
}

/** Ours, with what they put in and without what they took out. */
function mergedMembers({ before, ours, theirs, madeHere }: ThreeValues): readonly string[] {
	const known = madeHere ? [] : membersOf(before);
	const [mine, others] = [membersOf(ours), membersOf(theirs)];
	const kept = mine.filter((member) => !known.includes(member) || others.includes(member));
	const added = others.filter((member) => !known.includes(member) && !mine.includes(member));
	return [...kept, ...added];
}

function membersOf(value: CellValue): readonly string[] {
	return typeof value === 'string' ? [] : value;
}
