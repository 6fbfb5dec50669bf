/** Why rows cannot be appended, in words that are the same for every format. */
import type { Refusal } from './ooxml/sheet-edit.ts';

/** Rows below a table that are free. */
export interface FreeRows {
	readonly count: number;
	/** The row that ends them, 0 where none does; and what it is in words. */
	readonly endRow: number;
	readonly endText: string;
}

export const offTheSheet: Refusal = {
	kind: 'outOfBounds',
	text: 'The rows would not fit on the sheet, which has 1,048,576 rows and 16,384 columns. Append fewer.',
};

export const appendedTwice: Refusal = {
	kind: 'setTwice',
	text: 'Another change already appends rows there. Put all new rows into one change.',
};

export const takenAlready: Refusal = {
	kind: 'setTwice',
	text: 'Another change already sets this cell. Leave one of the two.',
};

export function noSuchRow(row: number): Refusal {
	return {
		kind: 'outOfBounds',
		text: `Row ${row} is no row of a sheet. Give the number of the table's last row.`,
	};
}

/** `cell` is an A1 reference. */
export function holdsFormula(cell: string): Refusal {
	return {
		kind: 'formula',
		text: `${cell} already holds the formula of its column. Leave this value out of the new row.`,
	};
}

export function rowsBelow(wanted: number, after: number, free: FreeRows): Refusal {
	const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
	const what = free.endText === '' ? '' : ` (“${free.endText}”)`;
	const room = free.count === 0 ? 'there is no room' : `there is room for ${rows(free.count)} only`;
	return {
		kind: 'rowsBelow',
		text: `The table ends in row ${after} and row ${free.endRow} below it holds something else${what}, so ${room}. Insert ${rows(wanted - free.count)} above row ${free.endRow} in the spreadsheet program, save the file, and append again.`,
	};
}

/** A note on a column, by its letters, whose formula the new rows do not have. */
export function formulaLeft(sheet: string, column: string): string {
	return `In “${sheet}” the formula of column ${column} was not carried into the new rows, as the rows above do not share one simple formula. Fill it down in the spreadsheet program.`;
}
