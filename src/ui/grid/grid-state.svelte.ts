/**
 * The behaviour of the grid without its markup: which cell is active, which is edited, and what a
 * key does. Cells are remembered by row id and column key, so that sorting, filtering and other
 * people's edits leave the active cell where it belongs.
 */
import { cellCountOf, holdsCell, nextWithin, rangeBetween, type CellRange } from './cell-range.ts';
import type { CellSource, CellValues, GridChange } from './grid-change.ts';
import type { GridColumn, GridEdit, GridPlace, GridRow } from './grid-column.ts';
import {
	editIntentOf,
	intentOf,
	stepFrom,
	type GridExtent,
	type Intent,
	type KeyPress,
	type Step,
} from './grid-keys.ts';
import { clearedCells, filledCells, repeatedCells } from './range-changes.ts';
import { RangeSelection } from './range-selection.svelte.ts';
import { cornersOf, inBody, reachTo, widened } from './whole-ranges.ts';

export interface GridInputs<Row extends GridRow, Value> {
	readonly rows: () => readonly Row[];
	readonly columns: () => readonly GridColumn[];
	readonly pageFrom: (row: number, direction: 1 | -1) => number;
	/** Undefined where the caller lets nobody change ranges. */
	readonly values: () => CellValues<Row, Value> | undefined;
	readonly oncommit: (rowId: string, columnKey: string, value: Value) => void;
	/** A gesture over the selected cells; never without an edit or a new row. */
	readonly onchange: (change: GridChange<Value>) => void;
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
	readonly selection: RangeSelection;
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

	/** The selected cells: what was chosen, else the active cell; none where that is a head. */
	readonly ranges: readonly CellRange[] = $derived.by(() => {
		const chosen = this.selection.ranges;
		if (chosen.length) return chosen;
		const { row, column } = this.place;
		return row < 0 || column < 0 ? [] : [{ top: row, left: column, bottom: row, right: column }];
	});

	constructor(inputs: GridInputs<Row, Value>) {
		this.#inputs = inputs;
		this.selection = new RangeSelection(inputs);
	}

	/** Where the last key led: the moving corner of the selection, else the active cell. */
	get reach(): GridPlace {
		return this.selection.head ?? this.place;
	}

	/** The edit under way. */
	get edit(): GridEdit<Row, Value> | undefined {
		return this.#edit;
	}

	/** Makes a cell active and ends an edit elsewhere, keeping what it changed. */
	activate(place: GridPlace): void {
		this.commit();
		this.#tabOrigin = undefined;
		this.selection.clear();
		this.#setActive(place);
	}

	/** Makes the selection reach a cell, as Shift with a click and a drag do. */
	extendTo(place: GridPlace): void {
		this.commit();
		const { anchor, head } = this.selection;
		const present = anchor && head && { anchor, head };
		this.selection.extend(inBody(this.place), reachTo(place, present, this.#extent()));
	}

	/** Makes a cell active in a range of its own beside those that are selected. */
	addRange(place: GridPlace): void {
		this.commit();
		const present = this.ranges;
		this.#setActive(place);
		const { anchor, head } = cornersOf(place, this.#extent());
		this.selection.add(present, anchor, head);
	}

	/** Selects the row or column of a head, or everything from the corner where both meet. */
	selectFrom(head: GridPlace): void {
		this.activate(head);
		const range = cornersOf(head, this.#extent());
		const isHead = head.row < 0 || head.column < 0;
		if (isHead && range.head.row >= 0 && range.head.column >= 0) {
			this.selection.select(range.anchor, range.head);
		}
	}

	isSelected(place: GridPlace): boolean {
		return this.ranges.some((range) => holdsCell(range, place));
	}

	/** Selects what was just pasted, as far as it is shown. */
	selectPasted(covered: readonly CellRange[]): void {
		const [range, another] = covered;
		if (!range || another || cellCountOf([range]) === 1) return;
		this.selection.select(
			{ row: range.top, column: range.left },
			this.#clamp({ row: range.bottom, column: range.right }),
		);
	}

	/** What gestures over ranges work on; undefined where nobody may change them. */
	get source(): CellSource<Row, Value> | undefined {
		const values = this.#inputs.values();
		return values && { rows: this.#inputs.rows(), columns: this.#inputs.columns(), values };
	}

	/** Hands a change on, unless nothing would change. */
	change(change: GridChange<Value>): boolean {
		if (change.edits.length + change.added.length > 0) this.#inputs.onchange(change);
		return true;
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
			case 'extend':
				return this.#extend(intent.step);
			case 'select':
				return this.#select(intent.what);
			case 'repeat':
				return this.#changeRanges((source, ranges) =>
					repeatedCells(source, ranges, intent.towards),
				);
			case 'edit':
				this.startEdit(intent.typed);
				return true;
			case 'enter':
				this.#enter();
				return true;
			case 'enterBack':
				this.#stepBack();
				return true;
			case 'clear':
				return this.#changeRanges(clearedCells);
			case 'release':
				this.selection.clear();
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
		if (after === 'fill') {
			this.#fillWithDraft();
			return true;
		}
		this.commit(() => {
			if (typeof after === 'number') this.#step({ kind: 'tab', direction: after });
			else this.#stepBelow(after === 'down' ? 1 : -1);
		});
		return true;
	}

	/** Enter and Shift+Enter: the row below or above, in the column where Tab began. */
	#stepBelow(direction: 1 | -1): void {
		if (this.#walkWithin('columns', direction)) return;
		const column = this.#tabOrigin ?? this.place.column;
		this.#tabOrigin = undefined;
		this.#moveTo(this.#clamp({ row: Math.max(0, this.place.row + direction), column }));
	}

	/** Tab and Enter stay inside a selection of several cells; false where there is none. */
	#walkWithin(along: 'rows' | 'columns', direction: 1 | -1): boolean {
		const ranges = this.selection.ranges;
		if (!ranges.some((range) => holdsCell(range, this.place)) || cellCountOf(ranges) < 2)
			return false;
		this.#setActive(nextWithin(ranges, this.place, along, direction));
		this.#inputs.onmove();
		return true;
	}

	#step(step: Step): boolean {
		if (step.kind === 'tab' && this.#walkWithin('rows', step.direction)) return true;
		const next = stepFrom(this.place, step, this.#extent());
		if (!next) return false;
		this.#tabOrigin = step.kind === 'tab' ? (this.#tabOrigin ?? this.place.column) : undefined;
		this.#moveTo(next);
		return true;
	}

	#extend(step: Step): boolean {
		const next = stepFrom(this.reach, step, this.#extent());
		if (!next || this.#inputs.rows().length === 0) return false;
		this.#pin();
		this.selection.extend(inBody(this.place), inBody(next));
		this.#inputs.onmove();
		return true;
	}

	#select(what: 'all' | 'rows' | 'columns'): boolean {
		const extent = this.#extent();
		if (extent.rowCount === 0 || extent.columnCount === 0) return true;
		this.#pin();
		const place = inBody(this.place);
		const range = this.selection.ranges.at(-1) ?? rangeBetween(place, place);
		const { top, left, bottom, right } = widened(range, what, extent);
		this.selection.select({ row: top, column: left }, { row: bottom, column: right });
		return true;
	}

	#extent(): GridExtent {
		const { rows, columns, pageFrom } = this.#inputs;
		return {
			rowCount: rows().length,
			columnCount: columns().length,
			pageFrom,
			isFilled: (place) => this.isFilled(place),
		};
	}

	/** True for a cell that holds something; every cell, where the caller says nothing of values. */
	isFilled(place: GridPlace): boolean {
		const row = this.#inputs.rows()[place.row];
		const column = this.#inputs.columns()[place.column];
		const values = this.#inputs.values();
		if (!row || !column) return false;
		return values?.text(column.key, values.read(row, column.key)) !== '';
	}

	#enter(): void {
		if (this.#walkWithin('columns', 1)) return;
		const { row, column } = this.place;
		const rowId = this.#inputs.rows()[row]?.id;
		const columnKey = this.#inputs.columns()[column]?.key;
		if (rowId === undefined) {
			if (columnKey !== undefined) this.#inputs.onsort(columnKey);
		} else if (columnKey === undefined) this.#inputs.onopen(rowId);
		else this.startEdit();
	}

	/** Shift+Enter: up, inside a selection of several cells or to the row above. */
	#stepBack(): void {
		if (!this.#walkWithin('columns', -1)) this.#step({ kind: 'by', rows: -1, columns: 0 });
	}

	#changeRanges(
		changeOf: (source: CellSource<Row, Value>, ranges: readonly CellRange[]) => GridChange<Value>,
	): boolean {
		const { source } = this;
		if (source) this.change(changeOf(source, this.ranges));
		return true;
	}

	/** Ctrl+Enter: what was typed goes into every selected cell, and the selection stays. */
	#fillWithDraft(): void {
		const edit = this.#edit;
		const draft = this.#draft;
		const { source, ranges } = this;
		this.cancel();
		if (!edit || !source) return;
		const columnKey = edit.column.key;
		const value = draft ? draft.value : source.values.read(edit.row, columnKey);
		this.change(filledCells(source, ranges, { columnKey, value }));
	}

	#moveTo(place: GridPlace): void {
		this.selection.clear();
		this.#setActive(place);
		this.#inputs.onmove();
	}

	/** The first cell is active by default; a selection around it makes it so by choice. */
	#pin(): void {
		if (!this.#active) this.#setActive(this.place);
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
