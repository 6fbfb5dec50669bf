/** What the grid does when a key is pressed, while moving about and while editing. */
import type { CellRange } from '../selection/cell-range.ts';
import type { CellSource, GridChange } from '../grid-change.ts';
import type { GridRow } from '../grid-column.ts';
import {
	editIntentOf,
	intentOf,
	type EditIntent,
	type Intent,
	type KeyPress,
} from './grid-keys.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { GroupKeys } from './group-keys.ts';
import { KeyWalk } from './key-walk.ts';
import { clearedCells, filledCells, repeatedCells } from '../fill/range-changes.ts';

interface KeyInputs<Row extends GridRow, Value> {
	readonly grid: GridState<Row, Value>;
	readonly onopen: (rowId: string) => void;
	/** `adds`: to the columns it is sorted by already. */
	readonly onsort: (columnKey: string, adds: boolean) => void;
	readonly ontoggle: (groupId: string) => void;
	/** A key led to a cell, in another column where `sideways`: it should come into view. */
	readonly onmove: (sideways: boolean) => void;
}

export class KeyPresses<Row extends GridRow, Value> {
	readonly #inputs: KeyInputs<Row, Value>;
	readonly #grid: GridState<Row, Value>;
	readonly #walk: KeyWalk<Row, Value>;
	readonly #groups: GroupKeys<Row, Value>;
	#released = false;

	constructor(inputs: KeyInputs<Row, Value>) {
		this.#inputs = inputs;
		this.#grid = inputs.grid;
		this.#walk = new KeyWalk(inputs.grid, inputs.onmove);
		this.#groups = new GroupKeys(inputs.grid, inputs.ontoggle);
	}

	/** Handles a key; true where it was the grid's. */
	press(press: KeyPress): boolean {
		if (this.#grid.edit) {
			const intent = editIntentOf(press);
			if (intent) this.#endEdit(intent);
			return intent !== undefined;
		}
		if (this.#groups.press(press)) return true;
		const intent = intentOf(press);
		if (!intent) return false;
		const released = this.#released;
		this.#released = intent.kind === 'release';
		// After Esc, Tab is the browser's again and leaves the grid (WCAG 2.1.2, no keyboard trap).
		if (released && intent.kind === 'move' && intent.step.kind === 'tab') return false;
		return this.#follow(intent);
	}

	#follow(intent: Intent): boolean {
		const [grid, walk] = [this.#grid, this.#walk];
		switch (intent.kind) {
			case 'move':
				return walk.step(intent.step);
			case 'extend':
				return walk.extend(intent.step);
			case 'select':
				grid.widenSelection(intent.what);
				return true;
			case 'repeat':
				this.#changeRanges((source, ranges) => repeatedCells(source, ranges, intent.towards));
				return true;
			case 'edit':
				grid.startEdit(intent.typed, intent.opensList);
				return true;
			case 'enter':
				if (!walk.within('columns', 1)) this.#enter();
				return true;
			case 'enterBack':
				if (!walk.within('columns', -1) && !this.#sortHead(true)) {
					walk.step({ kind: 'by', rows: -1, columns: 0 });
				}
				return true;
			case 'clear':
				this.#changeRanges(clearedCells);
				return true;
			case 'release':
				grid.selection.clear();
				grid.cut.clear();
				return false;
		}
	}

	#endEdit(intent: EditIntent): void {
		if (intent.kind === 'cancel') this.#grid.editing.cancel();
		else if (intent.after === 'fill') this.#fillWithDraft();
		else {
			const { after } = intent;
			this.#grid.editing.commit(() => {
				if (typeof after === 'number') this.#walk.step({ kind: 'tab', direction: after });
				else this.#walk.stepBelow(after === 'down' ? 1 : -1);
			});
		}
	}

	/** Edits a cell, sorts by a column head, opens by a row head. */
	#enter(): void {
		const { place } = this.#grid;
		const [row, column] = [this.#grid.rowAt(place), this.#grid.columnAt(place)];
		if (row && column) this.#grid.startEdit();
		else if (row) this.#inputs.onopen(row.id);
		else this.#sortHead(false);
	}

	/** Sorts where the active cell is a column head. */
	#sortHead(adds: boolean): boolean {
		const { place } = this.#grid;
		const column = place.row < 0 ? this.#grid.columnAt(place) : undefined;
		if (column) this.#inputs.onsort(column.key, adds);
		return column !== undefined;
	}

	#changeRanges(
		changeOf: (source: CellSource<Row, Value>, ranges: readonly CellRange[]) => GridChange<Value>,
	): void {
		const { source, ranges } = this.#grid;
		if (source) this.#grid.change(changeOf(source, ranges));
	}

	/** Ctrl+Enter: what was typed goes into every selected cell, and the selection stays. */
	#fillWithDraft(): void {
		const { edit, editing, source, ranges } = this.#grid;
		const { draft } = editing;
		editing.cancel();
		if (!edit || !source) return;
		const columnKey = edit.column.key;
		const value = draft ? draft.value : source.values.read(edit.row, columnKey);
		this.#grid.change(filledCells(source, ranges, { columnKey, value }));
	}
}
