/**
 * Finds text in all shown cells. What was found is kept for each control while it stays the same: an
 * edit among 10,000 controls searches one of them, and a further letter only the cells found so far.
 */
import type { Control, ControlId } from '../../../model/records/control.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import { cellValue, valueText } from '../columns/cell-text.ts';
import type { MatrixColumn } from '../columns/matrix-column.ts';
import { emptyQuery, narrows, testOf, type CellTest, type FindQuery } from './find-query.ts';

/** The cells that match, by row, in the order of the screen. */
export interface Findings {
	readonly count: number;
	readonly rows: readonly RowFinding[];
}

export interface RowFinding {
	readonly control: ControlId;
	readonly columns: readonly ControlColumn[];
}

export interface CellPlace {
	readonly control: ControlId;
	readonly column: ControlColumn;
}

const nothing: Findings = { count: 0, rows: [] };
const none: readonly MatrixColumn[] = [];

type Hits = WeakMap<Control, readonly MatrixColumn[]>;

export class Finder {
	#columns: readonly MatrixColumn[] = [];
	#query = emptyQuery;
	#hits: Hits = new WeakMap();
	/** What the search before found, where it found all that this one can. */
	#wider: Hits = new WeakMap();

	/** Every cell of `rows` × `columns` whose words pass the query. */
	find(rows: readonly Control[], columns: readonly MatrixColumn[], query: FindQuery): Findings {
		const test = testOf(query);
		if (!test) return nothing;
		if (query !== this.#query || columns !== this.#columns) {
			const isNarrower = columns === this.#columns && narrows(query, this.#query);
			this.#wider = isNarrower ? this.#hits : new WeakMap();
			this.#hits = new WeakMap();
			this.#query = query;
			this.#columns = columns;
		}
		let count = 0;
		const found: RowFinding[] = [];
		for (const row of rows) {
			const hits = this.#hitsOf(row, test);
			if (hits.length === 0) continue;
			count += hits.length;
			found.push({ control: row.id, columns: hits.map(({ key }) => key) });
		}
		return { count, rows: found };
	}

	#hitsOf(row: Control, test: CellTest): readonly MatrixColumn[] {
		const known = this.#hits.get(row);
		if (known) return known;
		const possible = this.#wider.get(row) ?? this.#columns;
		let hits: MatrixColumn[] | undefined;
		for (const column of possible) {
			if (test(cellWords(row, column))) (hits ??= []).push(column);
		}
		this.#hits.set(row, hits ?? none);
		return hits ?? none;
	}
}

/** What a person reads in the cell, member by member where it holds a set. */
function cellWords(control: Control, column: MatrixColumn): string | readonly string[] {
	const value = cellValue(control, column.key);
	return typeof value === 'string' ? valueText(value, column) : value;
}
