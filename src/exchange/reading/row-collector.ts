/**
 * Gathers the cells of a sheet into rows, whatever order they come in, and holds the limits on
 * rows, columns, cells and cell length: what is over is left out and counted, never in silence.
 */
import { grouped } from '../../base/counted.ts';
import { cellReference, columnLetters } from '../sheet.ts';
import type { ReadingNote, SheetCell, SheetRow } from '../sheet.ts';
import type { ReadingLimits } from './reading-limits.ts';

/** Cells the whole file may still bring; shared by the collectors of all its sheets. */
export interface CellBudget {
	left: number;
}

interface OpenRow {
	readonly number: number;
	readonly hidden: boolean;
	readonly cells: (SheetCell | undefined)[];
}

export class RowCollector {
	readonly notes: ReadingNote[] = [];
	/** One more than the highest column that holds a cell. */
	columnCount = 0;
	/** True once a limit ends the sheet: nothing more will be taken. */
	full = false;
	readonly #rows: OpenRow[] = [];
	readonly #sheet: string;
	readonly #limits: ReadingLimits;
	readonly #budget: CellBudget;
	#current: OpenRow = { number: 0, hidden: false, cells: [] };
	#inOrder = true;
	#wideCells = 0;

	constructor(sheet: string, limits: ReadingLimits, budget: CellBudget) {
		this.#sheet = sheet;
		this.#limits = limits;
		this.#budget = budget;
	}

	/** Begins a row (1-based); it is kept only if cells follow. */
	startRow(number: number, hidden: boolean): void {
		this.#current = { number, hidden, cells: [] };
	}

	/** Puts a cell into the row begun last; `column` is 0-based. A second cell at a place wins. */
	add(column: number, cell: SheetCell): void {
		if (this.full) return;
		if (column >= this.#limits.columns) {
			this.#wideCells += 1;
			return;
		}
		const row = this.#current;
		if (this.#budget.left <= 0) {
			this.#close(
				`cells from ${cellReference(column, row.number)} on are left out: a file may bring ` +
					`${grouped(this.#limits.cells)} cells.`,
			);
			return;
		}
		if (row.cells.length === 0 && !this.#open(row)) return;
		this.#budget.left -= 1;
		while (row.cells.length < column) row.cells.push(undefined);
		row.cells[column] = cell.text.length > this.#limits.cellLength ? this.#cut(column, cell) : cell;
		if (column >= this.columnCount) this.columnCount = column + 1;
	}

	/** The rows with cells, ascending by number; to be called once, at the end. */
	finish(): SheetRow[] {
		if (this.#wideCells > 0) {
			const last = columnLetters(this.#limits.columns - 1);
			const cells = this.#wideCells === 1 ? '1 cell' : `${grouped(this.#wideCells)} cells`;
			this.#note(`${cells} right of column ${last} had to be left out.`);
		}
		return this.#inOrder ? this.#rows : mergeRows(this.#rows);
	}

	#open(row: OpenRow): boolean {
		if (this.#rows.length >= this.#limits.rows) {
			this.#close(
				`rows from ${grouped(row.number)} on are left out: a sheet may bring ` +
					`${grouped(this.#limits.rows)} rows.`,
			);
			return false;
		}
		const last = this.#rows.at(-1);
		if (last && last.number >= row.number) this.#inOrder = false;
		this.#rows.push(row);
		return true;
	}

	#cut(column: number, cell: SheetCell): SheetCell {
		const place = cellReference(column, this.#current.number);
		this.#note(
			`The text was cut after ${grouped(this.#limits.cellLength)} of ` +
				`${grouped(cell.text.length)} characters.`,
			place,
		);
		return { ...cell, text: cell.text.slice(0, this.#limits.cellLength) };
	}

	#close(reason: string): void {
		this.full = true;
		this.#note(
			`The sheet is too large to take in whole; ${reason} Split it and bring in the parts.`,
		);
	}

	#note(text: string, cell = ''): void {
		this.notes.push({ sheet: this.#sheet, cell, text });
	}
}

/** Sorts rows and joins those that share a number, the later cell winning. */
function mergeRows(rows: readonly OpenRow[]): SheetRow[] {
	const byNumber = new Map<number, OpenRow>();
	for (const row of rows) {
		const first = byNumber.get(row.number);
		if (!first) {
			byNumber.set(row.number, row);
			continue;
		}
		while (first.cells.length < row.cells.length) first.cells.push(undefined);
		row.cells.forEach((cell, column) => {
			if (cell) first.cells[column] = cell;
		});
	}
	return [...byNumber.values()].sort((a, b) => a.number - b.number);
}
