/**
 * The contract of comparing the next version of a file with what we have: what goes in, and what
 * comes out, row by row and cell by cell. Plain data that crosses the worker boundary.
 */
import type { Control, ControlId } from '../../model/records/control.ts';
import type { ImportRecord } from '../../model/records/import-record.ts';
import type { OwnColumn } from '../../model/records/own-column.ts';
import type { DraftRow, ImportDraft } from '../proposal/proposal.ts';

/** A control's field, an own column's id, or `index:7` for a column of the file that is new here. */
export type ColumnKey = string;

/** A text, or the members of a set in their order. */
export type CellValue = string | readonly string[];

/** A control that a row of the new file may be about. */
export interface EarlierControl {
	readonly now: Control;
	/** As the earlier version of its file says it (SPEC I-5); as it was made where it was made here. */
	readonly said: Control;
	/** An earlier version lacked it already or it is retired: its absence is no news. */
	readonly isGone?: true;
	/** It never stood in the file, as far as we know: only its id can tell that a row is about it. */
	readonly madeHere?: true;
}

/** What the new file is compared with. */
export interface EarlierFile {
	readonly columns: ImportRecord['columns'];
	readonly leftOut: ImportRecord['leftOut'];
	/** In the order of the rows of the earlier version. */
	readonly controls: readonly EarlierControl[];
	readonly ownColumns: readonly OwnColumn[];
	/** Ids of controls in the workbook that are not from this file. */
	readonly otherIds: readonly string[];
}

/** How a row was found to be about a control. */
export interface Match {
	/** `id`: the same id, once on each side. `madeHere`: the id of a control that was made here. */
	readonly how: 'id' | 'sameText' | 'alike' | 'madeHere';
	/** From 0 to 1: how much of the title and the text is the same. */
	readonly likeness: number;
	/** A sentence; '' where the id says it all. */
	readonly reason: string;
}

/**
 * Who changed a cell since the earlier version. `both`: to the same value. `merged`: each side put
 * members into a set or took them out, and none collides.
 */
export type CellState = 'theirs' | 'ours' | 'both' | 'merged' | 'conflict';

/** A cell that is not the same everywhere. */
export interface ComparedCell {
	readonly key: ColumnKey;
	readonly state: CellState;
	readonly before: CellValue;
	readonly ours: CellValue;
	readonly theirs: CellValue;
	/** What taking theirs gives: both sides' members where it was merged, else `theirs`. */
	readonly taken: CellValue;
}

export interface MatchedRow {
	readonly kind: 'matched';
	readonly control: ControlId;
	readonly match: Match;
	readonly cells: readonly ComparedCell[];
	/** 1-based row in the new file. */
	readonly row: number;
	/** The row itself where it was matched by more than its id, so that the two can be told apart. */
	readonly draft?: AddedRow;
}

export interface AddedRow {
	readonly kind: 'added';
	readonly row: DraftRow;
	/** All of it as one line. */
	readonly text: string;
	/** Why it might better stay out, in words; '' where nothing speaks against it. */
	readonly doubt: string;
}

export interface RemovedControl {
	readonly kind: 'removed';
	readonly control: ControlId;
}

export type ComparedRow = MatchedRow | AddedRow | RemovedControl;

/** A column of the new file that says something about controls. */
export interface FileColumn {
	readonly key: ColumnKey;
	/** 0-based; undefined for criteria that stand elsewhere than in a column of their own. */
	readonly index: number | undefined;
	readonly header: string;
}

/** Everything but the rows. */
export interface ComparedFile {
	readonly draft: Omit<ImportDraft, 'rows'>;
	readonly columns: readonly FileColumn[];
	/** Headers of columns that the earlier version had and the new one has not. */
	readonly missing: readonly string[];
	/** Headers of columns that only the new one has. */
	readonly added: readonly string[];
}
