/**
 * The behaviour of the grid without its markup: which cell is active, which is edited, and what a
 * key does. Cells are remembered by row id and column key, so that sorting, filtering and other
 * people's edits leave the active cell where it belongs.
 */
import type { GridColumn, GridEdit, GridPlace, GridRow } from './grid-column.ts';
import {
	editIntentOf,
	intentOf,
	stepFrom,
	type Intent,
	type KeyPress,
	type Step,
} from './grid-keys.ts';

export interface GridInputs<Row extends GridRow, Value> {
	readonly rows: () => readonly Row[];
	readonly columns: () => readonly GridColumn[];
	readonly pageFrom: (row: number, direction: 1 | -1) => number;
	readonly oncommit: (rowId: string, columnKey: string, value: Value) => void;
	readonly onclear: (rowId: string, columnKey: string) => void;
	readonly onopen: (rowId: string) => void;
	readonly onsort: (columnKey: string) => void;
	readonly onactive: (rowId: string, columnKey: string) => void;
	/** A key moved the active cell: it should come into view. */
	readonly onmove: () => void;
}

/** Undefined row id: the header. Undefined column key: the head of the row. */
interface ActiveCell {
	readonly rowId: string | undefined;
	readonly columnKey: string | undefined;
	/** Where it was last, for when its row or column goes away. */
	readonly place: GridPlace;
}

export class GridState<Row extends GridRow, Value> {
	readonly #inputs: GridInputs<Row, Value>;
	#active = $state.raw<ActiveCell>();
	#edit = $state.raw<GridEdit<Row, Value>>();
	#draft: { readonly value: Value } | undefined;
	/** The column where a run of Tabs began: Enter returns to it. */
	#tabOrigin: number | undefined;
	#released = false;

	readonly #rowIndexes = $derived.by(
		() => new Map(this.#inputs.rows().map((row, index) => [row.id, index])),
	);
	readonly #columnIndexes = $derived.by(
		() => new Map(this.#inputs.columns().map((column, index) => [column.key, index])),
	);

	/** The active cell: the one tab stop of the grid. */
	readonly place: GridPlace = $derived.by(() => {
		const active = this.#active;
		if (!active) return this.#clamp({ row: 0, column: 0 });
		const row = active.rowId === undefined ? -1 : this.#rowIndexes.get(active.rowId);
		const column = active.columnKey === undefined ? -1 : this.#columnIndexes.get(active.columnKey);
		return this.#clamp({ row: row ?? active.place.row, column: column ?? active.place.column });
	});

	constructor(inputs: GridInputs<Row, Value>) {
		this.#inputs = inputs;
	}

	/** The edit under way. */
	get edit(): GridEdit<Row, Value> | undefined {
		return this.#edit;
	}

	/** Makes a cell active and ends an edit elsewhere, keeping what it changed. */
	activate(place: GridPlace): void {
		this.commit();
		this.#tabOrigin = undefined;
		this.#setActive(place);
	}

	/** The place of a cell by its ids; undefined where it is not shown. */
	placeOf(rowId: string, columnKey: string): GridPlace | undefined {
		const row = this.#rowIndexes.get(rowId);
		const column = this.#columnIndexes.get(columnKey);
		return row === undefined || column === undefined ? undefined : { row, column };
	}

	/** Starts editing the active cell, unless it is a head or read-only. */
	startEdit(typed?: string): void {
		const { row: rowIndex, column: columnIndex } = this.place;
		const row = this.#inputs.rows()[rowIndex];
		const column = this.#inputs.columns()[columnIndex];
		if (!row || !column || column.readOnly) return;
		this.#draft = undefined;
		this.#edit = {
			row,
			column,
			typed,
			update: (value) => (this.#draft = { value }),
			commit: () => this.commit(),
			cancel: () => this.cancel(),
		};
	}

	/** Ends the edit, if any, and hands its value on if it was changed. */
	commit(andThen?: () => void): void {
		const edit = this.#edit;
		const draft = this.#draft;
		this.cancel();
		// Moving comes first: the value may sort the row away from its neighbours.
		andThen?.();
		if (edit && draft) this.#inputs.oncommit(edit.row.id, edit.column.key, draft.value);
	}

	cancel(): void {
		this.#edit = undefined;
		this.#draft = undefined;
	}

	/** Handles a key; true where it was the grid's. */
	press(press: KeyPress): boolean {
		if (this.#edit) return this.#pressWhileEditing(press);
		const intent = intentOf(press);
		if (!intent) return false;
		const released = this.#released;
		this.#released = intent.kind === 'release';
		// After Esc, Tab is the browser's again and leaves the grid (WCAG 2.1.2, no keyboard trap).
		if (released && intent.kind === 'move' && intent.step.kind === 'tab') return false;
		return this.#follow(intent);
	}

	#follow(intent: Intent): boolean {
		switch (intent.kind) {
			case 'move':
				return this.#step(intent.step);
			case 'edit':
				this.startEdit(intent.typed);
				return true;
			case 'enter':
				this.#enter();
				return true;
			case 'clear':
				this.#clear();
				return true;
			case 'release':
				return false;
		}
	}

	#pressWhileEditing(press: KeyPress): boolean {
		const intent = editIntentOf(press);
		if (!intent) return false;
		if (intent.kind === 'cancel') {
			this.cancel();
			return true;
		}
		const { after } = intent;
		this.commit(() => {
			if (typeof after === 'number') this.#step({ kind: 'tab', direction: after });
			else this.#stepBelow(after === 'down' ? 1 : -1);
		});
		return true;
	}

	/** Enter and Shift+Enter: the row below or above, in the column where Tab began. */
	#stepBelow(direction: 1 | -1): void {
		const column = this.#tabOrigin ?? this.place.column;
		this.#tabOrigin = undefined;
		this.#moveTo(this.#clamp({ row: Math.max(0, this.place.row + direction), column }));
	}

	#step(step: Step): boolean {
		const { rows, columns, pageFrom } = this.#inputs;
		const next = stepFrom(this.place, step, {
			rowCount: rows().length,
			columnCount: columns().length,
			pageFrom,
		});
		if (!next) return false;
		this.#tabOrigin = step.kind === 'tab' ? (this.#tabOrigin ?? this.place.column) : undefined;
		this.#moveTo(next);
		return true;
	}

	#enter(): void {
		const { row, column } = this.place;
		const rowId = this.#inputs.rows()[row]?.id;
		const columnKey = this.#inputs.columns()[column]?.key;
		if (rowId === undefined) {
			if (columnKey !== undefined) this.#inputs.onsort(columnKey);
		} else if (columnKey === undefined) this.#inputs.onopen(rowId);
		else this.startEdit();
	}

	#clear(): void {
		const row = this.#inputs.rows()[this.place.row];
		const column = this.#inputs.columns()[this.place.column];
		if (row && column && !column.readOnly) this.#inputs.onclear(row.id, column.key);
	}

	#moveTo(place: GridPlace): void {
		this.#setActive(place);
		this.#inputs.onmove();
	}

	#setActive(place: GridPlace): void {
		const rowId = this.#inputs.rows()[place.row]?.id;
		const columnKey = this.#inputs.columns()[place.column]?.key;
		this.#active = { rowId, columnKey, place };
		if (rowId !== undefined && columnKey !== undefined) this.#inputs.onactive(rowId, columnKey);
	}

	#clamp({ row, column }: GridPlace): GridPlace {
		return {
			row: Math.min(row, this.#inputs.rows().length - 1),
			column: Math.min(column, this.#inputs.columns().length - 1),
		};
	}
}
