/**
 * What is active, selected and edited in the grid, and the gestures that change it. Nothing here
 * knows markup or keys.
 */
import { ActiveCell } from './active-cell.svelte.ts';
import { CellEdit } from './editing/cell-edit.svelte.ts';
import { cellCountOf, holdsCell, rangeBetween, type CellRange } from './selection/cell-range.ts';
import { dataRow, type CellSource, type CellValues, type GridChange } from './grid-change.ts';
import {
	isGroup,
	type GridColumn,
	type GridEdit,
	type GridGroup,
	type GridPlace,
	type GridRow,
} from './grid-column.ts';
import type { GridExtent } from './keys/grid-keys.ts';
import { RangeSelection } from './selection/range-selection.svelte.ts';
import { groupOf, outlineOf } from './rows/row-outline.ts';
import {
	idsOfSelection,
	placesOfSelection,
	type SelectionByIds,
} from './selection/selection-by-ids.ts';
import { cornersOf, inBody, reachTo, widened } from './selection/whole-ranges.ts';

export interface GridInputs<Row extends GridRow, Value> {
	readonly rows: () => readonly (Row | GridGroup)[];
	readonly columns: () => readonly GridColumn[];
	readonly pageFrom: (row: number, direction: 1 | -1) => number;
	/** Undefined where the caller lets nobody change ranges. */
	readonly values: () => CellValues<Row, Value> | undefined;
	readonly oncommit: (rowId: string, columnKey: string, value: Value) => void;
	/** A gesture over the selected cells; never without an edit or a new row. */
	readonly onchange: (change: GridChange<Value>) => void;
	readonly onactive: (rowId: string, columnKey: string | undefined) => void;
	/** Why nothing can be changed; undefined where it can. */
	readonly readOnly: () => string | undefined;
	/** Something the person should know. */
	readonly onnotice: (text: string) => void;
}

export class GridState<Row extends GridRow, Value> {
	readonly #inputs: GridInputs<Row, Value>;
	readonly active: ActiveCell;
	readonly editing: CellEdit<Row, Value>;
	readonly selection: RangeSelection;
	/** The cells that were cut: the next paste moves them. */
	readonly cut: RangeSelection;

	readonly outline = $derived.by(() => outlineOf(this.#inputs.rows()));

	/** The selected cells: what was chosen, else the active cell; none where that is a head. */
	readonly ranges: readonly CellRange[] = $derived.by(() => {
		const chosen = this.selection.ranges;
		if (chosen.length) return chosen;
		const { row, column } = this.place;
		const isCell = this.rowAt(this.place) !== undefined && column >= 0;
		return isCell ? [{ top: row, left: column, bottom: row, right: column }] : [];
	});

	constructor(inputs: GridInputs<Row, Value>) {
		this.#inputs = inputs;
		this.active = new ActiveCell({ ...inputs, outline: () => this.outline });
		this.editing = new CellEdit(inputs.oncommit);
		this.selection = new RangeSelection(inputs);
		this.cut = new RangeSelection(inputs);
	}

	get place(): GridPlace {
		return this.active.place;
	}

	/** Where the last key led: the moving corner of the selection, else the active cell. */
	get reach(): GridPlace {
		return this.selection.head ?? this.place;
	}

	/** The edit under way. */
	get edit(): GridEdit<Row, Value> | undefined {
		return this.editing.current;
	}

	/** What gestures over ranges work on; undefined where nobody may change them. */
	get source(): CellSource<Row, Value> | undefined {
		const values = this.#inputs.values();
		return values && { rows: this.#inputs.rows(), columns: this.#inputs.columns(), values };
	}

	get extent(): GridExtent {
		const { rows, columns, pageFrom } = this.#inputs;
		return {
			rowCount: rows().length,
			columnCount: columns().length,
			pageFrom,
			isFilled: (place) => this.isFilled(place),
			isPassed: (row) => this.groupAt({ row, column: 0 }) !== undefined,
		};
	}

	/** The data row at a place. */
	rowAt({ row }: GridPlace): Row | undefined {
		return dataRow(this.#inputs.rows(), row);
	}

	/** The group whose head is at a place. */
	groupAt({ row }: GridPlace): GridGroup | undefined {
		const at = this.#inputs.rows()[row];
		return at && isGroup(at) ? at : undefined;
	}

	/** The place of the head of the group that a place stands under. */
	groupAbove({ row, column }: GridPlace): GridPlace | undefined {
		const group = groupOf(this.outline, row);
		return group === undefined ? undefined : { row: group, column };
	}

	columnAt({ column }: GridPlace): GridColumn | undefined {
		return this.#inputs.columns()[column];
	}

	/** True for a cell that holds something; every cell, where the caller says nothing of values. */
	isFilled(place: GridPlace): boolean {
		const [row, column, values] = [this.rowAt(place), this.columnAt(place), this.#inputs.values()];
		if (!row || !column) return false;
		return values?.text(column.key, values.read(row, column.key)) !== '';
	}

	/** What a column holds in all rows, as texts. */
	*textsOf(columnKey: string): Generator<string> {
		const { source } = this;
		for (const row of source?.rows ?? []) {
			if (!isGroup(row) && source)
				yield source.values.text(columnKey, source.values.read(row, columnKey));
		}
	}

	isSelected(place: GridPlace): boolean {
		return this.ranges.some((range) => holdsCell(range, place));
	}

	/** Makes a cell active and ends an edit elsewhere, keeping what it changed. */
	activate(place: GridPlace): void {
		this.editing.commit();
		this.selection.clear();
		this.active.set(place);
	}

	/** Starts editing the active cell, unless it is a head or read-only. */
	startEdit(typed?: string, opensList = false): void {
		const [row, column] = [this.rowAt(this.place), this.columnAt(this.place)];
		if (!row || !column || column.readOnly || this.isRefused()) return;
		this.editing.start(row, column, typed, opensList);
	}

	get isReadOnly(): boolean {
		return this.#inputs.readOnly() !== undefined;
	}

	/** True where nothing can be changed, which it says. */
	isRefused(): boolean {
		const reason = this.#inputs.readOnly();
		if (reason !== undefined) this.#inputs.onnotice(reason);
		return reason !== undefined;
	}

	/** Makes the selection reach a cell, as Shift with a click and a drag do. */
	extendTo(place: GridPlace): void {
		this.editing.commit();
		const { anchor, head } = this.selection;
		const present = anchor && head && { anchor, head };
		this.selection.extend(inBody(this.place), reachTo(place, present, this.extent));
	}

	/** Makes a cell active in a range of its own beside those that are selected. */
	addRange(place: GridPlace): void {
		this.editing.commit();
		const present = this.ranges;
		this.active.set(place);
		const { anchor, head } = cornersOf(place, this.extent);
		this.selection.add(present, anchor, head);
	}

	/** Selects the row or column of a head, or everything from the corner where both meet. */
	selectFrom(head: GridPlace): void {
		this.activate(head);
		const range = cornersOf(head, this.extent);
		const isHead = head.row < 0 || head.column < 0;
		if (isHead && range.head.row >= 0 && range.head.column >= 0) {
			this.selection.select(range.anchor, range.head);
		}
	}

	/**
	 * Selects everything, or the whole rows or columns of the range made last. Everything once more
	 * takes in the heads of the columns.
	 */
	widenSelection(to: 'all' | 'rows' | 'columns'): void {
		const { extent } = this;
		if (extent.rowCount === 0 || extent.columnCount === 0) return;
		this.active.pin();
		const place = inBody(this.place);
		const range = this.selection.ranges.at(-1) ?? rangeBetween(place, place);
		const { top, left, bottom, right } = widened(range, to, extent);
		const [present, another] = this.selection.ranges;
		const isAll =
			present && !another && cellCountOf([present]) === extent.rowCount * extent.columnCount;
		this.selection.select(
			{ row: top, column: left },
			{ row: bottom, column: right },
			to === 'all' && isAll,
		);
	}

	/** Selects what was just pasted, as far as it is shown. */
	selectPasted(covered: readonly CellRange[]): void {
		const [range, another] = covered;
		if (!range || another || cellCountOf([range]) === 1) return;
		this.selection.select(
			{ row: range.top, column: range.left },
			this.active.clamp({ row: range.bottom, column: range.right }),
		);
	}

	/** What is active and selected, to be given back by `restore`. */
	get selectionByIds(): SelectionByIds {
		return idsOfSelection(this.#table, this.place, this.selection.corners);
	}

	/** Makes active and selects what was, as far as it is shown; false where the cell is not. */
	restore(selection: SelectionByIds): boolean {
		const { active, ranges } = placesOfSelection(this.#table, selection);
		if (!active) return false;
		this.activate(active);
		this.selection.selectAll(ranges);
		return true;
	}

	get #table(): { rows: readonly (Row | GridGroup)[]; columns: readonly GridColumn[] } {
		return { rows: this.#inputs.rows(), columns: this.#inputs.columns() };
	}

	/** Hands a change on, unless nothing would change. */
	change(change: GridChange<Value>): void {
		if (change.edits.length + change.added.length === 0 || this.isRefused()) return;
		this.#inputs.onchange(change);
	}
}
