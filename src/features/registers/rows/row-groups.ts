/** The groups of a register: rows in order, cut where the group changes, with what they add up to. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { MarkFacts } from '../columns/cell-problems.ts';
import type { Grouping } from './grouping.ts';
import { rollUp, type RollUp } from './roll-up.ts';

export interface RowGroup {
	/** Stays while the group has rows. */
	readonly id: string;
	readonly label: string;
	readonly rows: readonly RegisterRecord[];
	readonly rollUp: RollUp;
}

export class RowGroups {
	#grouping: Grouping | undefined;
	#marks: MarkFacts | undefined;
	#groups: readonly RowGroup[] = [];
	#groupsById: ReadonlyMap<string, RowGroup> = new Map();

	/**
	 * The groups of rows that stand in their order. `placeOf` tells which record decides where a row
	 * stands. A group of which nothing changed is the same object.
	 */
	of(
		rows: readonly RegisterRecord[],
		grouping: Grouping,
		placeOf: (row: RegisterRecord) => RegisterRecord,
		marks: MarkFacts,
	): readonly RowGroup[] {
		const isKept = grouping === this.#grouping && marks === this.#marks;
		this.#grouping = grouping;
		this.#marks = marks;
		const before = isKept ? this.#groupsById : new Map<string, RowGroup>();
		this.#groups = cut(rows, (row) => grouping.keyOf(placeOf(row))).map(({ key, members }) => {
			const id = `group:${key}`;
			const [first] = members;
			const label = first ? grouping.labelOf(placeOf(first)) : '';
			const known = before.get(id);
			if (known?.label === label && isSame(known.rows, members)) return known;
			return { id, label, rows: members, rollUp: rollUp(members, marks) };
		});
		this.#groupsById = new Map(this.#groups.map((group) => [group.id, group]));
		return this.#groups;
	}
}

interface Run {
	readonly key: string;
	readonly members: RegisterRecord[];
}

/** Rows of one key that stand together; each key is met once. */
function cut(
	rows: readonly RegisterRecord[],
	keyOf: (row: RegisterRecord) => string,
): readonly Run[] {
	const runs: Run[] = [];
	let run: Run | undefined;
	for (const row of rows) {
		const key = keyOf(row);
		if (run?.key === key) run.members.push(row);
		else runs.push((run = { key, members: [row] }));
	}
	return runs;
}

function isSame(a: readonly RegisterRecord[], b: readonly RegisterRecord[]): boolean {
	return a.length === b.length && a.every((row, index) => row === b[index]);
}
