/**
 * What others left or where others are, as the grid shows it on its cells. The grid asks row by row,
 * so that whoever moves makes the grid draw two rows at most.
 */
import type { ShownPerson } from '../../people/person.ts';

export interface CellMarks {
	/** Who is in the cell. */
	readonly people: readonly ShownPerson[];
	/** Open threads about it. */
	readonly threads: number;
	/** Proposed values that nobody has decided on. */
	readonly suggestions: number;
}

/** The marks of one row; the same object for as long as none of them changes. */
export interface RowMarks {
	/** By column key. */
	readonly cells: ReadonlyMap<string, CellMarks>;
	/** About the row as a whole, or in none of its cells. */
	readonly head: CellMarks | undefined;
}

/** Given to the grid as `marks`; `MarksByRow` is one. */
export interface GridMarks {
	/** The marks of a row, undefined where it has none. Read in effects: it says when they change. */
	readonly of: (rowId: string) => RowMarks | undefined;
}

/** The marks of a row where some columns are hidden: what stands there is shown at its head. */
export function marksShown(marks: RowMarks, isShown: (columnKey: string) => boolean): RowMarks {
	const hidden = [...marks.cells].filter(([columnKey]) => !isShown(columnKey));
	if (hidden.length === 0) return marks;
	const head = [...(marks.head ? [marks.head] : []), ...hidden.map(([, cell]) => cell)];
	return {
		cells: new Map([...marks.cells].filter(([columnKey]) => isShown(columnKey))),
		head: {
			people: head.flatMap(({ people }) => people),
			threads: head.reduce((sum, { threads }) => sum + threads, 0),
			suggestions: head.reduce((sum, { suggestions }) => sum + suggestions, 0),
		},
	};
}

/** True where a person is somewhere in the cells of the row. */
export function holdsPeople(marks: RowMarks | undefined): boolean {
	if (!marks) return false;
	for (const { people } of marks.cells.values()) if (people.length > 0) return true;
	return false;
}

/** “2 open threads, 1 suggestion”; '' for neither. */
export function noteWords({ threads, suggestions }: Omit<CellMarks, 'people'>): string {
	return [
		threads > 0 ? `${threads} open ${threads === 1 ? 'thread' : 'threads'}` : '',
		suggestions > 0 ? `${suggestions} ${suggestions === 1 ? 'suggestion' : 'suggestions'}` : '',
	]
		.filter(Boolean)
		.join(', ');
}
