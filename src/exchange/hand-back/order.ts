/**
 * What goes back into the file somebody sent, and what would become of it, cell by cell: plain data
 * between the screen and the worker.
 */
import type { Control, ControlId } from '../../model/records/control.ts';
import type { ImportRecord } from '../../model/records/import-record.ts';
import type { SpreadsheetFormat } from '../sheet.ts';
import type { RefusalKind, WrittenCell } from '../write-back/change.ts';

/** A control that stands in the file. */
export interface ReturningControl {
	readonly now: Control;
	/** As the file says it (`workbook/said-in-file.ts`); `source.row` is its row there. */
	readonly said: Control;
}

/** One sheet of the file: what was imported from it and what would be added to it. */
export interface ReturningSheet {
	readonly record: ImportRecord;
	readonly controls: readonly ReturningControl[];
	/** Controls that are not in the file and go below its table. */
	readonly added: readonly Control[];
}

/** What the person decided about single cells, by `HandBackCell.key`. */
export interface HandBackChoices {
	readonly leftOut: ReadonlySet<string>;
	/** Conflicts the person overrules: write over the formula, or what the list does not offer. */
	readonly overruled: ReadonlySet<string>;
}

export interface HandBackOrder {
	readonly fileName: string;
	readonly bytes: Uint8Array;
	readonly sheets: readonly ReturningSheet[];
	readonly choices: HandBackChoices;
}

/** One cell of the difference between the file as it came and as it goes back. */
export interface HandBackCell {
	/**
	 * The same for the same cell, whatever is chosen: `sheet!A1`, in an added row
	 * `sheet!+control/column`, where the file has no cell for it `sheet!row/column/control`.
	 */
	readonly key: string;
	readonly sheet: string;
	/** A1 reference; '' where the file has no cell for it. */
	readonly cell: string;
	/** Where it comes from; undefined for a cell no control of ours stands behind. */
	readonly control: ControlId | undefined;
	/** A field's key or an own column's id; '' where no single column says it. */
	readonly column: string;
	/** In the file's words, as a person sees them there. */
	readonly before: string;
	readonly after: string;
	readonly why: WrittenCell['why'] | 'recalculated';
	readonly state: 'goes' | 'leftOut' | 'conflict';
	/** What is in the way and what to do; `overrulable` where the person may write it all the same. */
	readonly conflict?: {
		/** `notAsImported`: the cell does not say what was imported from it. */
		readonly kind: RefusalKind | 'noCell' | 'notAsImported';
		readonly text: string;
		readonly overrulable: boolean;
	};
	readonly notes: readonly string[];
}

/** The file to be saved, and everything a person should see before saving it. */
export interface HandBack {
	/** The very bytes of the original where nothing goes into it. */
	readonly bytes: Uint8Array;
	/** By its content, never by its name. */
	readonly format: SpreadsheetFormat;
	readonly cells: readonly HandBackCell[];
	/** About the whole file, or about controls that cannot go back, in sentences. */
	readonly notes: readonly string[];
}
