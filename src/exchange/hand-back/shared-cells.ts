/**
 * Cells of a sheet that say their value for several rows: merged down over them, or said once for a
 * block of rows that leave theirs empty.
 */
import { cellText, type Grid } from '../recognise/grid.ts';
import { cellReference, type CellRange } from '../sheet.ts';

export class SharedCells {
	/** 'row/column index' → the 1-based row whose cell says the value. */
	readonly #rows = new Map<string, number>();
	/** A1 of a cell → the rows that take its value, its own first. */
	readonly #sharers = new Map<string, number[]>();
	/** Columns whose empty cells take the value above them. */
	readonly #blocks = new Set<number>();

	/** `rows` came in; `filledFrom` is what the import says of them. */
	constructor(grid: Grid, rows: readonly number[], filledFrom: Readonly<Record<string, string>>) {
		for (const merge of grid.sheet.merges) this.#addMerge(grid, rows, merge);
		for (const [at, anchor] of Object.entries(filledFrom)) {
			if (this.#rows.has(at)) continue;
			const [row, index] = at.split('/').map(Number);
			const from = Number(/\d+$/.exec(anchor)?.[0]);
			if (row === undefined || index === undefined || !(from > 0)) continue;
			this.#add(row, index, from);
			this.#blocks.add(index);
		}
	}

	/** The row whose cell says what this row says in the column. */
	rowOf(row: number, index: number): number {
		return this.#rows.get(`${row}/${index}`) ?? row;
	}

	/** A1 of that cell. */
	place(row: number, index: number): string {
		return cellReference(index, this.rowOf(row, index));
	}

	/** The rows that take their value from a cell, its own among them; undefined for a plain cell. */
	sharers(place: string): readonly number[] | undefined {
		return this.#sharers.get(place);
	}

	/** Whether an empty cell of the column takes the value above it. */
	fillsDown(index: number): boolean {
		return this.#blocks.has(index);
	}

	/** A merge whose cell is empty counts, too: what is written there shows in every row. */
	#addMerge(grid: Grid, rows: readonly number[], merge: CellRange): void {
		const { firstRow, lastRow, firstColumn } = merge;
		if (lastRow === firstRow || !grid.row(firstRow)) return;
		for (const row of rows) {
			if (row <= firstRow || row > lastRow) continue;
			const own = cellText(grid.row(row)?.cells[firstColumn]);
			if (own === '') this.#add(row, firstColumn, firstRow);
		}
	}

	#add(row: number, index: number, from: number): void {
		this.#rows.set(`${row}/${index}`, from);
		const place = cellReference(index, from);
		const sharers = this.#sharers.get(place) ?? [from];
		sharers.push(row);
		this.#sharers.set(place, sharers);
	}
}
