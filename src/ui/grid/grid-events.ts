/** Turns the browser's events anywhere in the grid into what the grid's state understands. */
import { flushSync } from 'svelte';
import type { ColumnWidths } from './column-widths.svelte.ts';
import type { FillHandle } from './fill-handle.svelte.ts';
import type { GridColumn, GridRow } from './grid-column.ts';
import { followDrag } from './grid-drag.ts';
import { isInEditor, isInside, placeOf } from './grid-place.ts';
import type { GridState } from './grid-state.svelte.ts';
import type { KeyPresses } from './key-presses.ts';

interface EventInputs<Row extends GridRow, Value> {
	readonly grid: GridState<Row, Value>;
	readonly keys: KeyPresses<Row, Value>;
	readonly fill: FillHandle<Row, Value>;
	readonly widths: ColumnWidths;
	readonly root: () => HTMLElement | undefined;
	readonly rows: () => readonly Row[];
	readonly columns: () => readonly GridColumn[];
	readonly onopen: (rowId: string) => void;
	readonly onsort: (columnKey: string) => void;
}

/** How much Alt with an arrow widens a column, in CSS pixels. */
const widthStep = 16;

export class GridEvents<Row extends GridRow, Value> {
	readonly #inputs: EventInputs<Row, Value>;

	constructor(inputs: EventInputs<Row, Value>) {
		this.#inputs = inputs;
	}

	readonly keydown = (event: KeyboardEvent): void => {
		if (event.defaultPrevented) return;
		const { keys } = this.#inputs;
		// What composes letters goes on into the editor, which must have focus before it begins.
		if (event.key === 'Dead' || event.key === 'Process') flushSync(() => keys.press(event));
		else if (this.#resizeByKey(event) || keys.press(event)) event.preventDefault();
	};

	/** Selects a cell, or a row or column by its head; Shift extends, Ctrl adds, dragging goes on. */
	readonly pointerdown = (event: PointerEvent): void => {
		const { grid, fill, root: rootOf } = this.#inputs;
		const [place, root] = [placeOf(event.target), rootOf()];
		if (!place || !root || isInEditor(event.target) || isInside(event.target, '[data-deed]'))
			return;
		if (isInside(event.target, '[data-fill]')) {
			event.preventDefault();
			followDrag(root, {
				onover: (over) => fill.pullTo(over),
				onend: (cancelled) => fill.release(cancelled),
			});
			return;
		}
		const isPrimary = event.button === 0;
		if (!isPrimary && grid.isSelected(place)) return;
		if (isPrimary && event.shiftKey) {
			// The browser would move focus to the cell under the pointer.
			event.preventDefault();
			grid.extendTo(place);
		} else if (isPrimary && (event.ctrlKey || event.metaKey)) grid.addRange(place);
		else grid.selectFrom(place);
		// A finger that moves scrolls.
		if (!isPrimary || event.pointerType === 'touch') return;
		followDrag(root, { onover: (over) => grid.extendTo(over), onend: () => undefined });
	};

	/** The mark in a row head or a “more” opens the row, the one in a column head sorts. */
	readonly click = (event: MouseEvent): void => {
		const place = placeOf(event.target);
		if (!place) return;
		const row = this.#inputs.rows()[place.row];
		const column = this.#inputs.columns()[place.column];
		if (row && isInside(event.target, '[data-more], [data-open]')) this.#inputs.onopen(row.id);
		else if (!row && column && isInside(event.target, '[data-sort]')) {
			this.#inputs.onsort(column.key);
		}
	};

	readonly dblclick = (event: MouseEvent): void => {
		const { grid, fill } = this.#inputs;
		const place = placeOf(event.target);
		if (!place || place.row < 0 || place.column < 0 || isInEditor(event.target)) return;
		if (isInside(event.target, '[data-fill]')) fill.fillDown();
		else {
			grid.activate(place);
			grid.startEdit();
		}
	};

	readonly focusout = (event: FocusEvent): void => {
		// Switching to another window is not leaving the cell.
		if (!this.#inputs.grid.edit || !document.hasFocus()) return;
		if (isInEditor(event.target) && !isInEditor(event.relatedTarget))
			this.#inputs.grid.editing.commit();
	};

	/** Alt with an arrow on a column head widens or narrows the column. */
	#resizeByKey(event: KeyboardEvent): boolean {
		const { row, column } = this.#inputs.grid.place;
		const step = { ArrowLeft: -widthStep, ArrowRight: widthStep }[event.key];
		const resized = this.#inputs.columns()[column];
		if (!event.altKey || row !== -1 || step === undefined || !resized) return false;
		this.#inputs.widths.nudge(resized, step);
		return true;
	}
}
