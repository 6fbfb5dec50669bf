/** What page and history worker say to each other: plain data; bytes are handed over, not copied. */
import type { RegisterRecord } from '../../model/registers/register.ts';
import type { RecordChange } from '../../workbook/record-change.ts';
import type { RecordToRestore } from '../../workbook/restoring.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A milestone by the SHA-256 of its bytes, or the copy of the workbook as it is. */
export type StateName = string;
export const now: StateName = 'now';

/** The state of the workbook as it is, for naming it. */
export interface NamedState {
	readonly bytes: Bytes;
	/** SHA-256 of the bytes, hexadecimal. */
	readonly snapshot: string;
	/** The digest of what they say (workbook/content-digest.ts). */
	readonly content: string;
	/** Controls that are not retired. */
	readonly controls: number;
}

interface Part {
	readonly from: number;
	readonly to: number;
}

/** Every question with its answer. */
export interface HistoryTalk {
	/** The state vector of the copy of the workbook as it is. */
	reached: { ask: undefined; answer: Bytes };
	/** A piece of what that copy lacks. */
	bring: { ask: { readonly update: Bytes }; answer: undefined };
	isOpen: { ask: { readonly milestone: string }; answer: boolean };
	/** Answers why the bytes cannot be opened, in words. */
	open: {
		ask: { readonly milestone: string; readonly bytes: Bytes };
		answer: string | undefined;
	};
	name: { ask: undefined; answer: NamedState };
	/** Answers how many records differ; `changes` gives them. */
	compare: { ask: { readonly from: StateName; readonly to: StateName }; answer: number };
	changes: { ask: Part; answer: readonly RecordChange[] };
	/** Answers how many records a milestone would bring back; `restored` gives them. */
	restore: { ask: { readonly milestone: string }; answer: number };
	restored: { ask: Part; answer: readonly RecordToRestore[] };
	/** Records of registers by their ids, from the states compared last. */
	records: { ask: { readonly ids: readonly string[] }; answer: readonly RegisterRecord[] };
}

export type HistoryQuestion = keyof HistoryTalk;

export type ToHistory = {
	[Key in HistoryQuestion]: {
		readonly id: number;
		readonly question: Key;
		readonly ask: HistoryTalk[Key]['ask'];
	};
}[HistoryQuestion];

/** An answer, or why there is none: a fault of ours. */
export type FromHistory =
	| { readonly id: number; readonly answer: unknown }
	| { readonly id: number; readonly fault: string };
