/** What is searched in the matrix, where it was found, and the walk from one found cell to the next. */
import type { Control } from '../../../model/records/control.ts';
import type { MatrixColumn } from '../columns/matrix-column.ts';
import { emptyQuery, type FindQuery } from './find-query.ts';
import { Finder, type CellPlace, type Findings } from './finder.ts';
import { positionOf, stepFrom } from './step.ts';

interface FindInputs {
	readonly rows: () => readonly Control[];
	readonly columns: () => readonly MatrixColumn[];
	/** Columns that are not shown; matches there are only counted. */
	readonly hiddenColumns: () => readonly MatrixColumn[];
	readonly active: () => CellPlace | undefined;
}

export class FindState {
	readonly #inputs: FindInputs;
	readonly #finder = new Finder();
	readonly #hiddenFinder = new Finder();
	#query = $state.raw(emptyQuery);

	constructor(inputs: FindInputs) {
		this.#inputs = inputs;
	}

	readonly findings: Findings = $derived.by(() =>
		this.#finder.find(this.#inputs.rows(), this.#inputs.columns(), this.#query),
	);

	/** How many cells match in columns that are not shown. */
	readonly hiddenCount: number = $derived.by(
		() =>
			this.#hiddenFinder.find(this.#inputs.rows(), this.#inputs.hiddenColumns(), this.#query).count,
	);

	/** The place of the active cell among the found ones, from 1. */
	readonly position: number | undefined = $derived.by(() =>
		positionOf(this.findings, this.#inputs.active()),
	);

	get query(): FindQuery {
		return this.#query;
	}

	/** Searches anew; what is left out stays as it is. */
	search(change: Partial<FindQuery>): void {
		this.#query = { ...this.#query, ...change };
	}

	/** The found cell after or before the active one, around the ends. */
	next(direction: 'next' | 'previous'): CellPlace | undefined {
		const { rows, columns, active } = this.#inputs;
		return stepFrom(this.findings, active(), direction, rows(), columns());
	}
}
