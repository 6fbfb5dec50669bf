/**
 * A spreadsheet as any reader hands it over: cells as a person sees them, nothing about the format
 * they came from. Plain data, cheap to clone between worker and page.
 */
export interface ReadWorkbook {
	readonly format: SpreadsheetFormat;
	readonly date1904: boolean;
	readonly sheets: readonly Sheet[];
	/** What the reader had to trim, skip or guess, in words for people. */
	readonly notes: readonly ReadingNote[];
}

export type SpreadsheetFormat = 'xlsx' | 'xlsm' | 'xlsb' | 'xls' | 'ods' | 'csv' | 'tsv' | 'pasted';

export interface ReadingNote {
	/** Sheet name, '' for the whole file. */
	readonly sheet: string;
	/** A1 reference, '' for the whole sheet. */
	readonly cell: string;
	readonly text: string;
}

export interface Sheet {
	readonly name: string;
	readonly state: 'visible' | 'hidden' | 'veryHidden';
	/** Rows that hold at least one cell, ascending by number. */
	readonly rows: readonly SheetRow[];
	/** One more than the highest 0-based column index that holds a cell. */
	readonly columnCount: number;
	readonly merges: readonly CellRange[];
	/** 0-based indexes. */
	readonly hiddenColumns: readonly number[];
	/** Ranges of Excel tables (`xl/tables`), header row included. */
	readonly tables: readonly CellRange[];
	/** The sheet's autofilter range, header row included. */
	readonly autoFilter: CellRange | undefined;
	/** Drop-down lists written into the sheet: the choices a column allows. */
	readonly validations: readonly ListValidation[];
	/** Cells with a comment or note. */
	readonly comments: number;
}

export interface SheetRow {
	/** 1-based, as the spreadsheet program shows it. */
	readonly number: number;
	readonly hidden: boolean;
	/** By 0-based column index; undefined where there is no cell. */
	readonly cells: readonly (SheetCell | undefined)[];
}

export interface SheetCell {
	readonly kind: CellKind;
	/** What a person sees: number format applied (General where there is none), dates as ISO. */
	readonly text: string;
	/** The stored value of a number, boolean or date (its serial); absent for text. */
	readonly value?: number | boolean;
	/** Formula text without '='; `cached` false where the file holds no value for it. */
	readonly formula?: string;
	readonly cached?: boolean;
}

/**
 * `date`: a number under a date format, text is YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS].
 * `empty`: a cell that exists with nothing in it (a formula without a cached value, or its text '').
 */
export type CellKind = 'text' | 'number' | 'boolean' | 'date' | 'error' | 'empty';

/** Both ends included; rows 1-based, columns 0-based. */
export interface CellRange {
	readonly firstRow: number;
	readonly lastRow: number;
	readonly firstColumn: number;
	readonly lastColumn: number;
}

export interface ListValidation {
	readonly ranges: readonly CellRange[];
	readonly values: readonly string[];
}

/** Column letters of a 0-based index: 0 → A, 26 → AA (ECMA-376 part 1, 18.3.1.4). */
export function columnLetters(index: number): string {
	let letters = '';
	for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	}
	return letters;
}

/** The A1 reference of a 0-based column and 1-based row. */
export function cellReference(column: number, row: number): string {
	return `${columnLetters(column)}${row}`;
}
