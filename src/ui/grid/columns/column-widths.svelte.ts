/**
 * Widths while a column edge is dragged, and the width that fits a column's contents. The caller
 * keeps the widths; it is told once a drag has ended.
 */
import type { GridColumn } from '../grid-column.ts';
import { widestLine } from './text-width.ts';

export const narrowestColumn = 48;
const widestFit = 600;

interface Drag {
	readonly key: string;
	readonly fromX: number;
	readonly fromWidth: number;
	readonly width: number;
}

export class ColumnWidths {
	readonly #columns: () => readonly GridColumn[];
	readonly #onresize: (columnKey: string, width: number) => void;
	readonly #textsOf: (columnKey: string) => Iterable<string>;
	#drag = $state.raw<Drag>();

	/** `textsOf`: what a column holds in all rows, drawn or not. */
	constructor(
		columns: () => readonly GridColumn[],
		onresize: (columnKey: string, width: number) => void,
		textsOf: (columnKey: string) => Iterable<string> = () => [],
	) {
		this.#columns = columns;
		this.#onresize = onresize;
		this.#textsOf = textsOf;
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

	/**
	 * Fits a column to the widest of its cells: those that are drawn as they are, the others by their
	 * text and what drawing adds to it.
	 */
	fit(column: GridColumn, grid: HTMLElement, index: number): void {
		const cells = Array.from(grid.querySelectorAll<HTMLElement>(`[data-column="${index}"]`));
		const [head, first] = cells;
		if (!head) return;
		// The label of a head takes what its marks leave: they stay beside it.
		const marks = head.offsetWidth - contentWidth(head);
		grid.dataset['fitting'] = '';
		const widths = cells.map((cell) => contentWidth(cell));
		widths[0] = (widths[0] ?? 0) + Math.max(0, marks);
		delete grid.dataset['fitting'];
		const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(first ?? head);
		const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
		const added = cells.slice(1).map((cell, at) => {
			const text = cell.querySelector('[data-content]')?.textContent.trim() ?? '';
			return text === '' ? 0 : (widths[at + 1] ?? 0) - widestLine([text], font, widestFit);
		});
		const hidden = widestLine(this.#textsOf(column.key), font, widestFit);
		const widest = Math.max(...widths, hidden + Math.max(0, ...added));
		this.#onresize(column.key, Math.min(widestFit, clamp(widest)));
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
