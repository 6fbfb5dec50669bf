/**
 * Shared formulas (ECMA-376 part 1, 18.3.1.40): the first cell of a group holds the text, the
 * others hold only the group, and their formula is that text with its relative references moved.
 */
import { columnLetters } from '../../sheet.ts';
import { columnIndex, lastSheetColumn, lastSheetRow, type CellPlace } from './cell-range.ts';

/** Strings, quoted sheet names, then references: `$A$1`, `A1`, `$A:B`, `3:5`. */
const pattern =
	/"(?:[^"]|"")*"|'(?:[^']|'')*'!?|(?<![\w.$\u0080-\uffff])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!\u0080-\uffff])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!\u0080-\uffff])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.(!]))/g;

/** The formula a cell at `to` has when its group's text stands at `from`. */
export function moveFormula(formula: string, from: CellPlace, to: CellPlace): string {
	const rows = to.row - from.row;
	const columns = to.column - from.column;
	if (rows === 0 && columns === 0) return formula;
	return formula.replace(pattern, (all: string, ...groups: (string | undefined)[]) => {
		const [c, column, r, row, c1, column1, c2, column2, r1, row1, r2, row2] = groups;
		if (column !== undefined && row !== undefined) {
			return moveColumn(c, column, columns) + moveRow(r, row, rows);
		}
		if (column1 !== undefined && column2 !== undefined) {
			return `${moveColumn(c1, column1, columns)}:${moveColumn(c2, column2, columns)}`;
		}
		if (row1 !== undefined && row2 !== undefined) {
			return `${moveRow(r1, row1, rows)}:${moveRow(r2, row2, rows)}`;
		}
		return all;
	});
}

/** Past the edge of the sheet references wrap round, as in Excel. */
function moveColumn(fixed: string | undefined, letters: string, by: number): string {
	if (fixed) return fixed + letters;
	return columnLetters(wrap(columnIndex(letters) + by, lastSheetColumn + 1));
}

function moveRow(fixed: string | undefined, row: string, by: number): string {
	if (fixed) return fixed + row;
	return String(wrap(Number(row) - 1 + by, lastSheetRow) + 1);
}

function wrap(value: number, size: number): number {
	return ((value % size) + size) % size;
}
