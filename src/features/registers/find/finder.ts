/**
 * Finds text in all shown cells. What was found is kept for each record while it stays the same: an
 * edit among 10,000 records searches one of them, and a further letter only the cells found so far.
 */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { emptyQuery, narrows, testOf, type CellTest, type FindQuery } from './find-query.ts';

/** The cells that match, by row, in the order of the screen. */
export interface Findings {
	readonly count: number;
	readonly rows: readonly RowFinding[];
}

export interface RowFinding {
	readonly record: RegisterRecord;
	readonly columns: readonly RegisterColumn[];
}

export interface CellPlace {
	readonly record: string;
	readonly column: string;
}

/** Everything that a search is about. */
export interface Search {
	readonly rows: readonly RegisterRecord[];
	readonly columns: readonly RegisterColumn[];
	readonly query: FindQuery;
}

const nothing: Findings = { count: 0, rows: [] };
const none: readonly RegisterColumn[] = [];

/** Between two looks at the clock. */
const rowsAtOnce = 200;

type Found = WeakMap<RegisterRecord, RowFinding>;

export class Finder {
	#columns: readonly RegisterColumn[] = [];
	#query = emptyQuery;
	#found: Found = new WeakMap();
	/** What the search before found, where it found all that this one can. */
	#wider: Found = new WeakMap();

	/** Every cell of `rows` × `columns` whose words pass the query. */
	find(search: Search): Findings {
		const test = this.#begin(search);
		if (!test) return nothing;
		let count = 0;
		const rows: RowFinding[] = [];
		for (const row of search.rows) {
			const finding = this.#findingOf(row, test);
			if (finding.columns.length === 0) continue;
			count += finding.columns.length;
			rows.push(finding);
		}
		return { count, rows };
	}

	/** Searches ahead for so many milliseconds; true once `find` has nothing left to search. */
	searchAhead(search: Search, milliseconds: number): boolean {
		const test = this.#begin(search);
		if (!test) return true;
		const until = performance.now() + milliseconds;
		for (const [index, row] of search.rows.entries()) {
			if (index % rowsAtOnce === 0 && performance.now() > until) return false;
			this.#findingOf(row, test);
		}
		return true;
	}

	#begin({ columns, query }: Search): CellTest | undefined {
		if (query !== this.#query || columns !== this.#columns) {
			const isNarrower = columns === this.#columns && narrows(query, this.#query);
			this.#wider = isNarrower ? this.#found : new WeakMap();
			this.#found = new WeakMap();
			this.#query = query;
			this.#columns = columns;
		}
		return testOf(query);
	}

	#findingOf(record: RegisterRecord, test: CellTest): RowFinding {
		const known = this.#found.get(record);
		if (known) return known;
		const possible = this.#wider.get(record)?.columns ?? this.#columns;
		let columns: RegisterColumn[] | undefined;
		for (const column of possible) {
			if (test(cellWords(record, column))) (columns ??= []).push(column);
		}
		const finding = { record, columns: columns ?? none };
		this.#found.set(record, finding);
		return finding;
	}
}

/** What a person reads in the cell, member by member where it holds a set. */
function cellWords(record: RegisterRecord, column: RegisterColumn): string | readonly string[] {
	const value = column.valueOf(record);
	return typeof value === 'string' ? column.wordsOf(value) : value.map(column.wordsOf);
}
