/** What is searched in a register, where it was found, and the walk from one found cell to the next. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { emptyQuery, type FindQuery } from './find-query.ts';
import { Finder, type CellPlace, type Findings, type Search } from './finder.ts';
import { positionOf, stepFrom } from './step.ts';

interface FindInputs {
	readonly rows: () => readonly RegisterRecord[];
	readonly columns: () => readonly RegisterColumn[];
	/** Columns that are not shown; matches there are only counted. */
	readonly hiddenColumns: () => readonly RegisterColumn[];
	readonly active: () => CellPlace | undefined;
}

/** Milliseconds of searching between two frames: what is typed shows at once. */
const slice = 8;

export class FindState {
	readonly #inputs: FindInputs;
	readonly #finder = new Finder();
	readonly #hiddenFinder = new Finder();
	#query = $state.raw(emptyQuery);
	/** The query whose matches are counted; behind `query` while a large workbook is searched. */
	#searched = $state.raw(emptyQuery);

	constructor(inputs: FindInputs) {
		this.#inputs = inputs;
	}

	/** Where it was found. Reading it completes the search at once. */
	readonly findings: Findings = $derived.by(() => this.#finder.find(this.#shownCells()));

	/** How many cells match; undefined while nothing is searched or the search goes on. */
	readonly count: number | undefined = $derived.by(() =>
		this.#isSearched && this.#query.typed.trim() !== '' ? this.findings.count : undefined,
	);

	/** How many cells match in columns that are not shown, once that is known. */
	readonly hiddenCount: number = $derived.by(() =>
		this.#isSearched ? this.#hiddenFinder.find(this.#hiddenCells()).count : 0,
	);

	/** The place of the active cell among the found ones, from 1. */
	readonly position: number | undefined = $derived.by(() =>
		this.#isSearched ? positionOf(this.findings, this.#inputs.active()) : undefined,
	);

	get query(): FindQuery {
		return this.#query;
	}

	/** Searches anew; what is left out stays as it is. */
	search(change: Partial<FindQuery>): void {
		this.#query = { ...this.#query, ...change };
		void this.#searchAhead(this.#query);
	}

	/** The found cell after or before the active one, around the ends. */
	next(direction: 'next' | 'previous'): CellPlace | undefined {
		const { rows, columns, active } = this.#inputs;
		return stepFrom(this.findings, active(), direction, rows(), columns());
	}

	get #isSearched(): boolean {
		return this.#searched === this.#query;
	}

	async #searchAhead(query: FindQuery): Promise<void> {
		const isDone = (): boolean =>
			this.#finder.searchAhead(this.#shownCells(), slice) &&
			this.#hiddenFinder.searchAhead(this.#hiddenCells(), slice);
		while (!isDone()) {
			await new Promise((resolve) => setTimeout(resolve));
			if (query !== this.#query) return;
		}
		this.#searched = query;
	}

	#shownCells(): Search {
		return { rows: this.#inputs.rows(), columns: this.#inputs.columns(), query: this.#query };
	}

	#hiddenCells(): Search {
		return { rows: this.#inputs.rows(), columns: this.#inputs.hiddenColumns(), query: this.#query };
	}
}
