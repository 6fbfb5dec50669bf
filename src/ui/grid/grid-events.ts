/** Turns the browser's events anywhere in the grid into what the grid's state understands. */
import { flushSync } from 'svelte';
import type { ColumnMove } from './columns/column-move.svelte.ts';
import type { ColumnWidths } from './columns/column-widths.svelte.ts';
import type { CellComposition } from './editing/composition.svelte.ts';
import type { FillHandle } from './fill/fill-handle.svelte.ts';
import type { GridPlace, GridRow } from './grid-column.ts';
import { followDrag } from './grid-drag.ts';
import {
	headOf,
	isInEditor,
	isInside,
	isSamePlace,
	isTap,
	placeOf,
	pointOf,
} from './grid-place.ts';
import type { GridProps, MenuPoint } from './grid-props.ts';
import type { GridState } from './grid-state.svelte.ts';
import { pressHeadKey } from './keys/head-keys.ts';
import type { KeyPresses } from './keys/key-presses.ts';
import { TouchHold } from './touch-hold.ts';

interface EventInputs<Row extends GridRow, Value> {
	readonly grid: GridState<Row, Value>;
	readonly keys: KeyPresses<Row, Value>;
	readonly fill: FillHandle<Row, Value>;
	readonly composition: CellComposition;
	readonly widths: ColumnWidths;
	readonly move: ColumnMove;
	readonly root: () => HTMLElement | undefined;
	/** What the caller is told, as given now. */
	readonly told: () => Pick<
		GridProps<Row, Value>,
		'onopen' | 'onsort' | 'ontoggle' | 'onheadmenu' | 'oncellmenu' | 'onnote'
	>;
}

export class GridEvents<Row extends GridRow, Value> {
	readonly #inputs: EventInputs<Row, Value>;
	/** False until a tap has made a cell active: the first cell is active unasked. */
	#tapped = false;
	readonly #finger = new TouchHold();

	constructor(inputs: EventInputs<Row, Value>) {
		this.#inputs = inputs;
	}

	readonly keydown = (event: KeyboardEvent): void => {
		if (event.defaultPrevented) return;
		const { keys, composition } = this.#inputs;
		const onmenu = (column: number): boolean => this.#openHeadMenu(column);
		const composes = event.key === 'Dead' || event.key === 'Process';
		if (composes && composition.takes(event.target)) return;
		// What composes letters goes on into the editor, which must have focus before it begins.
		if (composes) flushSync(() => keys.press(event));
		else if (pressHeadKey(event, { ...this.#inputs, onmenu }) || keys.press(event)) {
			event.preventDefault();
		}
	};

	/** Selects a cell, or a row or column by its head; Shift extends, Ctrl adds, dragging goes on. */
	readonly pointerdown = (event: PointerEvent): void => {
		const { grid, fill, composition, root: rootOf } = this.#inputs;
		composition.finish();
		const [place, root] = [this.#placeOf(event.target), rootOf()];
		if (!place || !root || isInEditor(event.target) || isInside(event.target, '[data-deed]'))
			return;
		const isTouch = event.pointerType === 'touch';
		if (isInside(event.target, '[data-fill]')) {
			event.preventDefault();
			followDrag(root, {
				from: grid.reach,
				// A finger selects with the handle; it has no other way to.
				onover: (over) =>
					isTouch ? grid.extendTo(this.#inColumn(over)) : fill.pullTo(this.#inColumn(over)),
				onend: ({ cancelled, turned }) => fill.release(cancelled, turned),
			});
			return;
		}
		// A finger that moves scrolls, one that rests extends, one that taps selects when it is lifted.
		if (isTouch) {
			this.#finger.follow(event, () => this.#hold(place, pointOf(event)));
			return;
		}
		const isPrimary = event.button === 0;
		if (!isPrimary && grid.isSelected(place)) return;
		if (grid.groupAt(place)) {
			grid.activate(place);
			return;
		}
		const isPlain = isPrimary && !event.shiftKey && !event.ctrlKey && !event.metaKey;
		if (isPrimary && event.shiftKey) {
			// The browser would move focus to the cell under the pointer.
			event.preventDefault();
			grid.extendTo(place);
		} else if (isPrimary && !isPlain) grid.addRange(place);
		else grid.selectFrom(place);
		if (!isPrimary) return;
		const column = place.row < 0 ? grid.columnAt(place) : undefined;
		if (column && isPlain && this.#inputs.move.isAllowed) {
			this.#inputs.move.follow(root, event, column);
			return;
		}
		followDrag(root, {
			from: place,
			onover: (over) => grid.extendTo(this.#inColumn(over)),
			onend: () => undefined,
		});
	};

	/** The marks in the heads of rows, columns and groups, and the “more” of a cell. */
	readonly click = (event: MouseEvent): void => {
		const place = this.#placeOf(event.target);
		if (!place) return;
		const { grid, told } = this.#inputs;
		const [row, group] = [grid.rowAt(place), grid.groupAt(place)];
		const column = place.row < 0 ? grid.columnAt(place) : undefined;
		const isOn = (mark: string): boolean => isInside(event.target, mark);
		if (group && isOn('[data-toggle]')) told().ontoggle?.(group.id);
		else if (row && isOn('[data-more], [data-open]')) told().onopen?.(row.id);
		else if (row && isOn('[data-note]')) told().onnote?.(row.id, grid.columnAt(place)?.key);
		else if (column && isOn('[data-sort]')) told().onsort?.(column.key, event.shiftKey);
		else if (column && isOn('[data-menu]')) this.#openHeadMenu(place.column);
		else if (isTap(event) && !isInEditor(event.target) && !isOn('[data-fill], [data-deed]')) {
			this.#tap(place);
		}
	};

	/** A finger's tap selects, a second one on the same cell edits it. */
	#tap(place: GridPlace): void {
		const { grid } = this.#inputs;
		const isSecond = isSamePlace(place, grid.place) && grid.selection.ranges.length === 0;
		if (isSecond && this.#tapped) grid.startEdit();
		else if (grid.groupAt(place)) grid.activate(place);
		else grid.selectFrom(place);
		this.#tapped = true;
	}

	/**
	 * A finger's long press begins a selection or makes it reach from the cell that was tapped; on
	 * what is selected, and on the head of a column, it opens the menu.
	 */
	#hold(place: GridPlace, point: MenuPoint): void {
		const { grid } = this.#inputs;
		if (place.row < 0) this.#openHeadMenu(place.column);
		else if (this.#tapped && grid.isSelected(place)) this.#openCellMenu(place, point);
		else if (!grid.groupAt(place)) {
			if (this.#tapped) grid.extendTo(place);
			else grid.selectFrom(place);
			this.#tapped = true;
		}
	}

	readonly dblclick = (event: MouseEvent): void => {
		const { grid, fill, told } = this.#inputs;
		const place = this.#placeOf(event.target);
		if (!place || place.row < 0 || place.column < 0 || isInEditor(event.target)) return;
		const group = grid.groupAt(place);
		if (isInside(event.target, '[data-fill]')) fill.fillDown();
		else if (!group) {
			grid.activate(place);
			grid.startEdit();
		} else if (!isInside(event.target, '[data-toggle]')) told().ontoggle?.(group.id);
	};

	/** A right click, or the key that does the same; inside an editor the browser's menu opens. */
	readonly contextmenu = (event: MouseEvent): void => {
		const place = placeOf(event.target);
		if (!place || isInEditor(event.target)) return;
		if (isTap(event)) {
			this.#finger.noticed();
			event.preventDefault();
		} else if (this.#openCellMenu(place, pointOf(event))) event.preventDefault();
		else if (place.row < 0 && this.#openHeadMenu(place.column)) event.preventDefault();
	};

	readonly focusout = (event: FocusEvent): void => {
		// Switching to another window is not leaving the cell.
		if (!this.#inputs.grid.edit || !document.hasFocus()) return;
		if (isInEditor(event.target) && !isInEditor(event.relatedTarget)) {
			this.#inputs.grid.editing.commit();
		}
	};

	#openCellMenu(place: GridPlace, point: MenuPoint): boolean {
		const { grid, told } = this.#inputs;
		const [row, { oncellmenu }] = [grid.rowAt(place), told()];
		if (row) oncellmenu?.(row.id, grid.columnAt(place)?.key, point);
		return row !== undefined && oncellmenu !== undefined;
	}

	#openHeadMenu(column: number): boolean {
		const { grid, root, told } = this.#inputs;
		const [key, head] = [grid.columnAt({ row: -1, column })?.key, headOf(root(), column)];
		const { onheadmenu } = told();
		if (key === undefined || !head || !onheadmenu) return false;
		onheadmenu(key, head);
		return true;
	}

	#placeOf(target: EventTarget | null): GridPlace | undefined {
		const place = placeOf(target);
		return place && this.#inColumn(place);
	}

	/** The head of a group is as wide as all columns: there the present one is meant. */
	#inColumn(place: GridPlace): GridPlace {
		const { grid } = this.#inputs;
		return grid.groupAt(place) ? { row: place.row, column: grid.reach.column } : place;
	}
}
