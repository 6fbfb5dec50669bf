/**
 * What the recogniser thinks of a sheet and what the user decided about it: plain data that crosses
 * the worker boundary and fills the import wizard. Every guess carries a confidence and a reason.
 */
import type { ControlFieldKey } from '../../model/records/control-fields.ts';
import type { ColumnMeaning } from '../../model/records/own-column.ts';
import type { ImportProblem, LeftOutRow } from '../../model/records/import-record.ts';
import type { VocabularyId } from '../../model/records/vocabulary.ts';
import type { Destination } from '../destinations.ts';

export type SheetKind =
	| 'controls'
	| 'requests'
	| 'risks'
	| 'vendors'
	| 'gaps'
	| 'mapping'
	| 'evidence'
	| 'accessReview'
	| 'policies'
	| 'systems'
	| 'people'
	| 'boundary'
	| 'commitments'
	| 'complementary'
	| 'requirements'
	| 'criteria'
	| 'other'
	| 'empty';

/** A guess: how sure (0 to 1) and why, in a sentence a person can read. */
export interface Guess {
	readonly confidence: number;
	readonly reason: string;
}

export interface SheetProposal {
	readonly sheet: string;
	readonly kind: SheetKind;
	readonly kindGuess: Guess;
	/** The register whose records its rows would become. */
	readonly register: Destination;
	/** 1-based rows of the header lines, the last one being the header proper; empty where none. */
	readonly headerRows: readonly number[];
	readonly headerGuess: Guess;
	readonly columns: readonly ColumnProposal[];
	/** 1-based rows that would come in. */
	readonly dataRows: readonly number[];
	readonly leftOut: readonly LeftOutRow[];
	readonly problems: readonly ImportProblem[];
	/** Distinct existing criteria found, in catalogue order. */
	readonly criteria: readonly string[];
	/** True where the ids of the rows are themselves criteria, so both fields are filled from them. */
	readonly idsAreCriteria: boolean;
	/** For every term column: the file's words with what each would become. */
	readonly valueWords: readonly ValueWord[];
}

/** What a column is about, whether or not it is the one that fills that field. */
export type ColumnSubject = ControlFieldKey | ColumnMeaning;

export interface ColumnProposal {
	/** 0-based. */
	readonly index: number;
	/** Joined header text, one line. */
	readonly header: string;
	readonly hidden: boolean;
	/** True where a value stands only on the first row of a block and holds for the rows under it. */
	readonly fillsDown?: boolean;
	/** Two due-date columns are both about `dueDate`; only the better one's target is that field. */
	readonly about: ColumnSubject;
	readonly target: ColumnTarget;
	readonly guess: Guess;
	/** The next best fields, best first. */
	readonly alternatives: readonly FieldKey[];
	/** Up to 5 distinct values for a look. */
	readonly samples: readonly string[];
	readonly filled: number;
}

/** The key of a field in the register that the rows go to. */
export type FieldKey = string;

export type ColumnTarget =
	| { readonly kind: 'field'; readonly key: FieldKey }
	| { readonly kind: 'own'; readonly name: string; readonly meaning: ColumnMeaning }
	| { readonly kind: 'leaveOut' };

export interface ValueWord {
	readonly field: FieldKey;
	readonly vocabulary: VocabularyId;
	readonly word: string;
	readonly count: number;
	/** Undefined: not recognised; the word is kept as it is unless the user chooses a term. */
	readonly token: string | undefined;
	readonly guess: Guess;
}

/** What the user settled; starts as what the proposal says. */
export interface ImportDecisions {
	/** The register whose records the rows become. */
	readonly register: Destination;
	readonly headerRows: readonly number[];
	/** By 0-based column index. */
	readonly targets: Readonly<Record<number, ColumnTarget>>;
	/** Rows (1-based) the user put in or took out against the proposal. */
	readonly rowsIn: readonly number[];
	readonly rowsOut: readonly number[];
	/** Field key → the file's word → token ('' keeps the word). */
	readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
	readonly idsAreCriteria: boolean;
	/** How to read 03/04/2026 where the column cannot tell; undefined while nobody has said. */
	readonly dayFirst: boolean | undefined;
}

/** One row ready to become a record; own columns by 0-based sheet column index. */
export interface DraftRow {
	readonly row: number;
	/** Filled fields that hold one text. */
	readonly texts: Readonly<Record<FieldKey, string>>;
	/** Filled fields that hold a set; records of other registers are named as the sheet names them. */
	readonly sets: Readonly<Record<FieldKey, readonly string[]>>;
	readonly own: Readonly<Record<number, string>>;
}

/** What applying the decisions would bring, row by row, and what it would leave. */
export interface ImportDraft {
	readonly sheet: string;
	readonly register: Destination;
	readonly headerRow: number;
	/**
	 * A column stands here twice where its field could not hold all its texts: once for the field,
	 * once for the own column that keeps those texts in full.
	 */
	readonly columns: readonly {
		readonly index: number;
		readonly header: string;
		readonly target: ColumnTarget;
	}[];
	readonly rows: readonly DraftRow[];
	readonly leftOut: readonly LeftOutRow[];
	readonly problems: readonly ImportProblem[];
	readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** 'row/column index' → A1 of the merged cell the value was filled from. */
	readonly filledFrom: Readonly<Record<string, string>>;
}
