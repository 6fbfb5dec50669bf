/**
 * What somebody wants written into a spreadsheet file, and what became of it. Plain data, cheap to
 * clone between worker and page.
 */
import type { ReadingProblem } from '../reading/reading-problem.ts';

/** A value for a cell; null (or '') empties it. It takes the kind the cell already has. */
export type CellInput = string | number | boolean | CellDate | null;

export interface CellDate {
	/** YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS]. */
	readonly date: string;
}

/** Sets one cell. */
export interface SetCell {
	readonly sheet: string;
	/** A1 reference. */
	readonly cell: string;
	readonly value: CellInput;
	/** Replaces a formula, which is refused otherwise. */
	readonly overFormula?: boolean;
	/** Writes what the cell's drop-down list does not offer, which is refused otherwise. */
	readonly overValidation?: boolean;
}

/** Appends rows below the table of a sheet; all of them or none. */
export interface AppendRows {
	readonly sheet: string;
	/** By 0-based column, the first value for column A; null leaves a cell to the sheet. */
	readonly appendRows: readonly (readonly CellInput[])[];
	/** The 1-based last row of the table, where the caller knows it; found out otherwise. */
	readonly after?: number;
	readonly overValidation?: boolean;
}

export type Change = SetCell | AppendRows;

/** A cell whose content is another one now. */
export interface WrittenCell {
	/** Place of its change in the list of changes. */
	readonly change: number;
	readonly sheet: string;
	readonly cell: string;
	/** What a person saw and will see there. */
	readonly before: string;
	readonly after: string;
	readonly why: 'edited' | 'appended' | 'formulaContinued';
	/** What the person should know about it, in sentences. */
	readonly notes: readonly string[];
}

/** A cell whose change would change nothing. */
export interface UnchangedCell {
	readonly change: number;
	readonly sheet: string;
	readonly cell: string;
}

/** A change that was not made; the others were. */
export interface RefusedChange {
	readonly change: number;
	readonly sheet: string;
	/** '' where the change is about rows or the sheet. */
	readonly cell: string;
	readonly kind: RefusalKind;
	/** What is in the way and what to do. */
	readonly text: string;
}

export type RefusalKind =
	| 'noSuchSheet'
	| 'outOfBounds'
	| 'notAValue'
	| 'textTooLong'
	| 'formula'
	| 'validation'
	| 'merged'
	| 'table'
	| 'pivotTable'
	| 'rowsBelow'
	| 'damagedSheet'
	| 'setTwice'
	| 'encoding';

/** A formula whose stored result was taken out, as it could be out of date. */
export interface RecalculatedCell {
	readonly sheet: string;
	readonly cell: string;
}

export interface WriteBack {
	/** The file with the changes; the very bytes of the original where nothing was written. */
	readonly bytes: Uint8Array;
	readonly written: readonly WrittenCell[];
	readonly unchanged: readonly UnchangedCell[];
	readonly refused: readonly RefusedChange[];
	readonly recalculated: readonly RecalculatedCell[];
	/** What the person should know about the whole file, in sentences. */
	readonly notes: readonly string[];
}

/** Why a whole file cannot be written back; nothing of it was changed. */
export interface WriteBackProblem {
	readonly kind: ReadingProblem['kind'] | 'otherFormat';
	/** What is wrong, where, and what to do. */
	readonly text: string;
}
