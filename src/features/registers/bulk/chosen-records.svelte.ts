/** The records that a deed is about: those of the selected rows, or what is found or shown. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { RegisterState } from '../register-state.svelte.ts';
import { bulkScopes, recordsInRanges, type BulkScope } from './bulk-scopes.ts';

export class ChosenRecords {
	readonly #register: RegisterState;

	constructor(register: RegisterState) {
		this.#register = register;
	}

	/** Of the rows that the selection touches, from top to bottom; one where only a cell is active. */
	readonly selected: readonly RegisterRecord[] = $derived.by(() => {
		const { selected, gridRows } = this.#register;
		return recordsInRanges(selected, gridRows);
	});

	readonly active: readonly RegisterRecord[] = $derived(
		this.selected.filter(({ retired }) => !retired),
	);
	readonly retired: readonly RegisterRecord[] = $derived(
		this.selected.filter(({ retired }) => retired),
	);

	/** Read when a dialog opens, so that it stays about the same records while it is open. */
	scopes(): readonly BulkScope[] {
		const { find, rows } = this.#register;
		const found = find.findings.rows.map(({ record }) => record);
		return bulkScopes(this.selected, found, rows);
	}
}
