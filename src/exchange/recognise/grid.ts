/**
 * A sheet as the recogniser reads it: text by row and column, blanks trimmed away, and the value of
 * a cell merged down offered to the rows under it.
 */
import { cellReference, type Sheet, type SheetCell, type SheetRow } from '../sheet.ts';

export interface Grid {
	readonly sheet: Sheet;
	readonly rows: readonly SheetRow[];
	readonly columnCount: number;
	row(number: number): SheetRow | undefined;
	/** The cell's text without outer blanks; '' where there is none, for errors too. */
	text(row: SheetRow, column: number): string;
	/** Like `text`, with the value of a cell merged down over this one, or of its block. */
	filledText(row: SheetRow, column: number): string;
	/** A1 of the cell whose value this empty one takes. */
	filledFrom(row: SheetRow, column: number): string | undefined;
	/** 0-based columns with a text in this row, own cells only. */
	filledColumns(row: SheetRow): readonly number[];
}

/** Columns that say a value once for a block of these rows. */
export interface Blocks {
	readonly columns: readonly number[];
	/** 1-based, ascending. */
	readonly rows: readonly number[];
}

/** Prepares a sheet for reading; linear in its cells, whatever its merges claim. */
export function createGrid(sheet: Sheet, blocks: Blocks = { columns: [], rows: [] }): Grid {
	const rowsByNumber = new Map(sheet.rows.map((row) => [row.number, row]));
	const anchors = downwardMerges(sheet, rowsByNumber);
	for (const column of blocks.columns) {
		anchors.set(column, blockAnchors(blocks.rows, column, rowsByNumber, anchors.get(column)));
	}
	const filledColumns = new Map<SheetRow, readonly number[]>();

	function filledFrom(row: SheetRow, column: number): string | undefined {
		const anchorRow = anchors.get(column)?.get(row.number);
		if (!anchorRow || cellText(row.cells[column]) !== '') return undefined;
		return cellText(anchorRow.cells[column]) === ''
			? undefined
			: cellReference(column, anchorRow.number);
	}

	return {
		sheet,
		rows: sheet.rows,
		columnCount: sheet.columnCount,
		row: (number) => rowsByNumber.get(number),
		text: (row, column) => cellText(row.cells[column]),
		filledText: (row, column) =>
			cellText(row.cells[column]) || cellText(anchors.get(column)?.get(row.number)?.cells[column]),
		filledFrom,
		filledColumns(row) {
			const known = filledColumns.get(row);
			if (known) return known;
			const columns: number[] = [];
			row.cells.forEach((cell, column) => {
				if (cellText(cell) !== '') columns.push(column);
			});
			filledColumns.set(row, columns);
			return columns;
		},
	};
}

/** What a person sees in a cell, outer blanks and odd line ends removed; '' for error values. */
export function cellText(cell: SheetCell | undefined): string {
	if (!cell || cell.kind === 'empty' || cell.kind === 'error') return '';
	const { text } = cell;
	if (isClean(text)) return text;
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g, '');
}

/** True for most texts, which need no costlier look: plain letters at both ends, no odd line end. */
function isClean(text: string): boolean {
	return (
		isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1)) && !text.includes('\r')
	);
}

function isInk(code: number): boolean {
	return code > 0x20 && code < 0x7f;
}

/** Column → row number → the row that holds the value merged down to it. */
function downwardMerges(
	sheet: Sheet,
	rowsByNumber: ReadonlyMap<number, SheetRow>,
): Map<number, ReadonlyMap<number, SheetRow>> {
	const anchors = new Map<number, Map<number, SheetRow>>();
	const last = sheet.rows.at(-1)?.number ?? 0;
	for (const merge of sheet.merges) {
		const anchor = rowsByNumber.get(merge.firstRow);
		if (!anchor || merge.lastRow === merge.firstRow) continue;
		const byRow = anchors.get(merge.firstColumn) ?? new Map<number, SheetRow>();
		for (let row = merge.firstRow + 1; row <= Math.min(merge.lastRow, last); row++) {
			byRow.set(row, anchor);
		}
		anchors.set(merge.firstColumn, byRow);
	}
	return anchors;
}

/** Row number → the row above it whose value holds for the block. */
function blockAnchors(
	rows: readonly number[],
	column: number,
	rowsByNumber: ReadonlyMap<number, SheetRow>,
	merged: ReadonlyMap<number, SheetRow> = new Map(),
): ReadonlyMap<number, SheetRow> {
	const byRow = new Map(merged);
	let anchor: SheetRow | undefined;
	for (const number of rows) {
		const row = rowsByNumber.get(number);
		if (row && cellText(row.cells[column]) !== '') anchor = row;
		else if (anchor && !byRow.has(number)) byRow.set(number, anchor);
	}
	return byRow;
}
