/** Turns the browser's events anywhere in the grid into what the grid's state understands. */
import type { ColumnWidths } from './column-widths.svelte.ts';
import type { GridColumn, GridPlace, GridRow } from './grid-column.ts';
import type { GridState } from './grid-state.svelte.ts';

interface EventInputs<Row extends GridRow, Value> {
	readonly grid: GridState<Row, Value>;
	readonly widths: ColumnWidths;
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
		if (this.#resizeByKey(event) || this.#inputs.grid.press(event)) event.preventDefault();
	};

	readonly pointerdown = (event: PointerEvent): void => {
		const place = placeOf(event.target);
		if (place && !isInEditor(event.target)) this.#inputs.grid.activate(place);
	};

	/** A row head or a “more” opens the row, a column head sorts. */
	readonly click = (event: MouseEvent): void => {
		const place = placeOf(event.target);
		if (!place) return;
		const row = this.#inputs.rows()[place.row];
		const column = this.#inputs.columns()[place.column];
		if (row && (!column || isInside(event.target, '[data-more]'))) this.#inputs.onopen(row.id);
		else if (!row && column && !isInside(event.target, '[data-edge]')) {
			this.#inputs.onsort(column.key);
		}
	};

	readonly dblclick = (event: MouseEvent): void => {
		const place = placeOf(event.target);
		if (!place || place.row < 0 || place.column < 0 || isInEditor(event.target)) return;
		this.#inputs.grid.activate(place);
		this.#inputs.grid.startEdit();
	};

	readonly focusout = (event: FocusEvent): void => {
		// Switching to another window is not leaving the cell.
		if (!this.#inputs.grid.edit || !document.hasFocus()) return;
		if (isInEditor(event.target) && !isInEditor(event.relatedTarget)) this.#inputs.grid.commit();
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

/** The place of the cell around an event's target, read from the attributes cells carry. */
function placeOf(target: EventTarget | null): GridPlace | undefined {
	if (!(target instanceof Element)) return undefined;
	const cell = target.closest<HTMLElement>('[data-column]');
	const row = cell?.closest<HTMLElement>('[role="row"]');
	if (!cell || !row) return undefined;
	return { row: Number(row.dataset['index'] ?? -1), column: Number(cell.dataset['column']) };
}

function isInEditor(target: EventTarget | null): boolean {
	return isInside(target, '[data-editing]');
}

function isInside(target: EventTarget | null, selector: string): boolean {
	return target instanceof Element && target.closest(selector) !== null;
}
