/**
 * What page and exchange worker say to each other: plain data that survives structured cloning. The
 * page asks, the worker answers once, with any number of chunks and signs of progress before it.
 */
import type { ImportProblem, LeftOutRow } from '../../model/records/import-record.ts';
import type { Destination } from '../destinations.ts';
import type { ExportFormat, ExportMeta, ExportNote } from '../fresh/export-table.ts';
import type { SheetOrder } from '../fresh/ordered-table.ts';
import type { HandBack, HandBackOrder } from '../hand-back/order.ts';
import type { ComparedFile, ComparedRow, EarlierFile } from '../next-version/comparison.ts';
import type {
	DraftRow,
	ImportDecisions,
	ImportDraft,
	SheetProposal,
	ValueWord,
} from '../proposal/proposal.ts';
import { readingLimits } from '../reading/reading-limits.ts';
import type { ReadingNote, Sheet, SpreadsheetFormat } from '../sheet.ts';

/** What is to be read: a file's bytes, or the two forms of a paste ('' where one is absent). */
export type SpreadsheetSource =
	| { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
	| { readonly kind: 'pasted'; readonly html: string; readonly text: string };

/** A file that was read: everything about it but its cells, which stay in the worker. */
export interface OpenedSpreadsheet {
	readonly format: SpreadsheetFormat;
	readonly notes: readonly ReadingNote[];
	/** Sheets are asked for by their place in this list, since names may repeat. */
	readonly sheets: readonly OpenedSheet[];
}

export interface OpenedSheet {
	readonly name: string;
	readonly state: Sheet['state'];
	readonly columnCount: number;
	readonly hiddenColumns: readonly number[];
	/** 1-based numbers of the rows that hold a cell, ascending. */
	readonly rowNumbers: readonly number[];
	readonly proposal: SheetProposal;
	readonly decisions: ImportDecisions;
}

/** A row for a look at the sheet. */
export interface SeenRow {
	/** 1-based, as the spreadsheet program shows it. */
	readonly number: number;
	readonly hidden: boolean;
	/** By 0-based column, as a person sees them; '' where there is no cell. */
	readonly texts: readonly string[];
	/** By 0-based column: A1 of the cell that is merged down over this one. */
	readonly filledFrom: Readonly<Record<number, string>>;
}

/** What the present decisions would bring in, without the rows themselves. */
export interface CheckedSheet {
	/** Of each row that comes in: its number and what its record would be called ('' for nothing). */
	readonly rowsIn: readonly RowIn[];
	readonly leftOut: readonly LeftOutRow[];
	readonly problems: readonly ImportProblem[];
	readonly valueWords: readonly ValueWord[];
	/** 0-based columns with dates that are a day and month in either order. */
	readonly ambiguousDates: readonly number[];
}

export interface RowIn {
	readonly row: number;
	readonly name: string;
}

interface OfSheet {
	readonly sheet: number;
}

/** Sheets of a workbook as they go into a file. */
export interface ExportOrder {
	readonly sheets: readonly SheetOrder[];
	readonly format: ExportFormat;
	readonly meta: ExportMeta;
}

/** One sheet of them. */
export type { SheetOrder };

export interface WrittenFile {
	/** Its media type. */
	readonly type: string;
	readonly bytes: Uint8Array;
	readonly notes: readonly ExportNote[];
}

/** Every question with its answer; `chunk` is what comes piecewise before the answer. */
export interface Exchange {
	open: { ask: SpreadsheetSource; chunk: never; answer: OpenedSpreadsheet };
	/** Rows by their place in `rowNumbers`, `to` excluded. */
	rows: {
		ask: OfSheet & { readonly from: number; readonly to: number };
		chunk: never;
		answer: readonly SeenRow[];
	};
	/** The sheet thought through again: its header in this 1-based row, its rows in this register. */
	revise: {
		ask: OfSheet & { readonly headerRow: number; readonly register: Destination };
		chunk: never;
		answer: OpenedSheet;
	};
	check: {
		ask: OfSheet & { readonly decisions: ImportDecisions };
		chunk: never;
		answer: CheckedSheet;
	};
	draft: {
		ask: OfSheet & { readonly decisions: ImportDecisions };
		chunk: readonly DraftRow[];
		answer: Omit<ImportDraft, 'rows'>;
	};
	/** The sheet's rows compared with what we have of an earlier version of it. */
	compare: {
		ask: OfSheet & { readonly decisions: ImportDecisions; readonly earlier: EarlierFile };
		chunk: readonly ComparedRow[];
		answer: ComparedFile;
	};
	write: { ask: ExportOrder; chunk: never; answer: WrittenFile };
	/** Somebody's own file with what changed here; `type` is its media type. */
	handBack: {
		ask: HandBackOrder;
		chunk: never;
		answer: HandBack & { readonly type: string };
	};
}

export type Question = keyof Exchange;

/** Larger files are not even taken into memory: the readers would refuse them. */
export const largestFileBytes = readingLimits.fileBytes;

/** How many rows cross at once: more would block a frame, fewer only cost messages. */
export const rowsPerChunk = 500;

/** Why a question has no answer. */
export interface ExchangeProblem {
	readonly kind: 'refused' | 'cancelled' | 'stalled' | 'crashed';
	/** What is wrong, where, and what to do next. */
	readonly text: string;
}

export type ToWorker =
	| {
			[Key in Question]: {
				readonly id: number;
				readonly question: Key;
				readonly ask: Exchange[Key]['ask'];
			};
	  }[Question]
	| { readonly id: number; readonly question: 'cancel' };

export type FromWorker = { readonly id: number } & (
	| { readonly kind: 'progress'; readonly fraction: number; readonly what: string }
	| { readonly kind: 'chunk'; readonly chunk: unknown }
	| { readonly kind: 'answer'; readonly answer: unknown }
	| { readonly kind: 'problem'; readonly problem: ExchangeProblem }
);

/** Whether a message is one of ours: our own worker sends it, but a foreign file ran through it. */
export function isFromWorker(message: unknown): message is FromWorker {
	if (typeof message !== 'object' || message === null) return false;
	const { id, kind, fraction, what, problem } = message as Record<string, unknown>;
	if (typeof id !== 'number') return false;
	if (kind === 'progress') return typeof fraction === 'number' && typeof what === 'string';
	if (kind === 'problem') return isProblem(problem);
	return kind === 'chunk' || kind === 'answer';
}

function isProblem(problem: unknown): boolean {
	if (typeof problem !== 'object' || problem === null) return false;
	return typeof (problem as Record<string, unknown>)['text'] === 'string';
}
