/** A set of cells of a workbook that answers quickly whether a range touches it. */
import type { CellRange } from '../../sheet.ts';

export class CellSet {
	/** Rows by column, by sheet name in lower case. */
	readonly #sheets = new Map<string, Map<number, Rows>>();

	add(sheet: string, row: number, column: number): void {
		const columns = this.#sheets.get(sheet) ?? new Map<number, Rows>();
		this.#sheets.set(sheet, columns);
		const rows = columns.get(column) ?? { first: row, last: row, all: new Set<number>() };
		columns.set(column, rows);
		rows.all.add(row);
		rows.first = Math.min(rows.first, row);
		rows.last = Math.max(rows.last, row);
	}

	has(sheet: string, row: number, column: number): boolean {
		return this.#sheets.get(sheet)?.get(column)?.all.has(row) ?? false;
	}

	touches(sheet: string, range: CellRange): boolean {
		const columns = this.#sheets.get(sheet);
		if (!columns) return false;
		const width = range.lastColumn - range.firstColumn + 1;
		if (width > columns.size) {
			for (const [column, rows] of columns) {
				const inside = range.firstColumn <= column && column <= range.lastColumn;
				if (inside && meets(rows, range)) return true;
			}
			return false;
		}
		for (let column = range.firstColumn; column <= range.lastColumn; column += 1) {
			const rows = columns.get(column);
			if (rows && meets(rows, range)) return true;
		}
		return false;
	}
}

interface Rows {
	first: number;
	last: number;
	readonly all: Set<number>;
}

/** Walks the shorter of the range's rows and the set's. */
function meets(rows: Rows, { firstRow, lastRow }: CellRange): boolean {
	const first = Math.max(firstRow, rows.first);
	const last = Math.min(lastRow, rows.last);
	if (first > last) return false;
	if (last - first < rows.all.size) {
		for (let row = first; row <= last; row += 1) if (rows.all.has(row)) return true;
		return false;
	}
	for (const row of rows.all) if (first <= row && row <= last) return true;
	return false;
}
