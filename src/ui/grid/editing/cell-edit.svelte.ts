/** The edit under way: what its editor says would be committed, and how it ends. */
import type { GridColumn, GridEdit, GridRow } from '../grid-column.ts';

export class CellEdit<Row extends GridRow, Value> {
	readonly #oncommit: (rowId: string, columnKey: string, value: Value) => void;
	#current = $state.raw<GridEdit<Row, Value>>();
	#draft: { readonly value: Value } | undefined;

	constructor(oncommit: (rowId: string, columnKey: string, value: Value) => void) {
		this.#oncommit = oncommit;
	}

	get current(): GridEdit<Row, Value> | undefined {
		return this.#current;
	}

	/** What ending the edit now would commit; undefined while nothing was changed. */
	get draft(): { readonly value: Value } | undefined {
		return this.#draft;
	}

	/** Starts editing a cell; `typed` replaces what it holds. */
	start(row: Row, column: GridColumn, typed?: string, opensList = false): void {
		this.#draft = undefined;
		this.#current = {
			row,
			column,
			typed,
			opensList,
			update: (value) => (this.#draft = { value }),
			commit: () => this.commit(),
			cancel: () => this.cancel(),
		};
	}

	/** Ends the edit, if any, and hands its value on if it was changed. */
	commit(andThen?: () => void): void {
		const edit = this.#current;
		const draft = this.#draft;
		this.cancel();
		// Moving comes first: the value may sort the row away from its neighbours.
		andThen?.();
		if (edit && draft) this.#oncommit(edit.row.id, edit.column.key, draft.value);
	}

	cancel(): void {
		this.#current = undefined;
		this.#draft = undefined;
	}
}
