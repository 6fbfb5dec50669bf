/**
 * Widths while a column edge is dragged, and the width that fits a column's contents. The caller
 * keeps the widths; it is told once a drag has ended.
 */
import type { GridColumn } from './grid-column.ts';

export const narrowestColumn = 48;
const widestFit = 640;

interface Drag {
	readonly key: string;
	readonly fromX: number;
	readonly fromWidth: number;
	readonly width: number;
}

export class ColumnWidths {
	readonly #columns: () => readonly GridColumn[];
	readonly #onresize: (columnKey: string, width: number) => void;
	#drag = $state.raw<Drag>();

	constructor(
		columns: () => readonly GridColumn[],
		onresize: (columnKey: string, width: number) => void,
	) {
		this.#columns = columns;
		this.#onresize = onresize;
	}

	/** Present width of each column, in CSS pixels. */
	readonly current = $derived.by(() =>
		this.#columns().map(({ key, width }) => (key === this.#drag?.key ? this.#drag.width : width)),
	);

	startDrag(column: GridColumn, x: number): void {
		this.#drag = { key: column.key, fromX: x, fromWidth: column.width, width: column.width };
	}

	drag(x: number): void {
		const drag = this.#drag;
		if (drag) this.#drag = { ...drag, width: clamp(drag.fromWidth + x - drag.fromX) };
	}

	endDrag(): void {
		const drag = this.#drag;
		this.#drag = undefined;
		if (drag && drag.width !== drag.fromWidth) this.#onresize(drag.key, drag.width);
	}

	/** Widens or narrows by keyboard. */
	nudge(column: GridColumn, by: number): void {
		this.#onresize(column.key, clamp(column.width + by));
	}

	/** Fits a column to the widest of its drawn cells. */
	fit(column: GridColumn, grid: HTMLElement, index: number): void {
		const cells = grid.querySelectorAll<HTMLElement>(`[data-column="${index}"]`);
		grid.dataset['fitting'] = '';
		const widths = Array.from(cells, (cell) => contentWidth(cell));
		delete grid.dataset['fitting'];
		this.#onresize(column.key, Math.min(widestFit, clamp(Math.max(...widths))));
	}
}

function contentWidth(cell: HTMLElement): number {
	const content = cell.querySelector<HTMLElement>('[data-content]');
	if (!content) return 0;
	const { paddingLeft, paddingRight } = getComputedStyle(cell);
	return Math.ceil(content.offsetWidth + parseFloat(paddingLeft) + parseFloat(paddingRight)) + 2;
}

function clamp(width: number): number {
	return Math.max(narrowestColumn, Math.round(width));
}
