/** The controls that a deed is about: those of the selected rows, or what is found or shown. */
import type { Control } from '../../../model/records/control.ts';
import type { RegisterState } from '../register-state.svelte.ts';
import { bulkScopes, controlsInRanges, type BulkScope } from './bulk-scopes.ts';

export class ChosenRecords {
	readonly #matrix: RegisterState;

	constructor(matrix: RegisterState) {
		this.#matrix = matrix;
	}

	/** Of the rows that the selection touches, from top to bottom; one where only a cell is active. */
	readonly selected: readonly Control[] = $derived.by(() => {
		const { selected, gridRows } = this.#matrix;
		return controlsInRanges(selected, gridRows);
	});

	readonly active: readonly Control[] = $derived(this.selected.filter(({ retired }) => !retired));
	readonly retired: readonly Control[] = $derived(this.selected.filter(({ retired }) => retired));

	/** Read when a dialog opens, so that it stays about the same controls while it is open. */
	scopes(): readonly BulkScope[] {
		const { find, rows } = this.#matrix;
		const found = find.findings.rows.map(({ control }) => control);
		return bulkScopes(this.selected, found, rows);
	}
}
