/**
 * Looking at a sheet: the part in view, the cell pointed at, and the keys that move it. Rows are
 * places among the rows that hold cells; column -1 is the row head.
 */
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

import { textScale } from '../../../ui/text/text-scale.svelte.ts';
import { columnSpan, columnStarts, rowSpan, scrolledTo, type Span } from './sheet-window.ts';

/** CSS pixels for text of the usual size. */
const usual = { rowHeight: 26, headHeight: 76, rowHeadWidth: 64 };
const spareRows = 8;

export interface CellPlace {
	readonly row: number;
	readonly column: number;
}

export class SheetView {
	readonly #rowCount: () => number;
	readonly #widths: () => readonly number[];
	#scroller: HTMLElement | undefined;
	#scrolled = $state.raw({ top: 0, left: 0 });
	#extent = $state.raw({ width: 0, height: 0 });
	#active: CellPlace = $state.raw({ row: 0, column: 0 });

	constructor(rowCount: () => number, widths: () => readonly number[], start: CellPlace) {
		this.#rowCount = rowCount;
		this.#widths = widths;
		this.#active = start;
	}

	/** CSS pixels, as are the next two. */
	get rowHeight(): number {
		return Math.round(usual.rowHeight * textScale());
	}

	get headHeight(): number {
		return Math.round(usual.headHeight * textScale());
	}

	get rowHeadWidth(): number {
		return Math.round(usual.rowHeadWidth * textScale());
	}

	readonly starts: readonly number[] = $derived.by(() =>
		columnStarts(this.#widths().map((width) => width * textScale())),
	);

	readonly rows: Span = $derived.by(() =>
		rowSpan(
			this.#scrolled.top,
			Math.max(0, this.#extent.height - this.headHeight),
			this.rowHeight,
			this.#rowCount(),
			spareRows,
		),
	);

	readonly columns: Span = $derived.by(() =>
		columnSpan(
			this.starts,
			this.#scrolled.left,
			Math.max(0, this.#extent.width - this.rowHeadWidth),
		),
	);

	readonly rowsInView: readonly number[] = $derived(places(this.rows));

	readonly columnsInView: readonly number[] = $derived(places(this.columns));

	/** The width of the columns before the first one in view. */
	readonly lead: number = $derived(this.starts[this.columns.first] ?? 0);

	widthOf(column: number): number {
		return (this.starts[column + 1] ?? 0) - (this.starts[column] ?? 0);
	}

	get active(): CellPlace {
		return this.#active;
	}

	/** Put on the scrolling element; `onview` hears of every change of what is in view. */
	watch(onview: () => void): Attachment<HTMLElement> {
		return (node) => {
			this.#scroller = node;
			const read = (): void => {
				this.#scrolled = { top: node.scrollTop, left: node.scrollLeft };
				this.#extent = { width: node.clientWidth, height: node.clientHeight };
				onview();
			};
			// Attached once: what is read here must not attach it again.
			untrack(() => {
				read();
				this.goTo(this.#active.row, this.#active.column);
			});
			const size = new ResizeObserver(read);
			size.observe(node);
			node.addEventListener('scroll', read, { passive: true });
			return () => {
				size.disconnect();
				node.removeEventListener('scroll', read);
			};
		};
	}

	/** Points at a cell by mouse: the focus comes to the sheet, so that keys go on from there. */
	point(row: number, column: number): void {
		this.#scroller?.focus({ preventScroll: true });
		this.goTo(row, column);
	}

	/** Points at a cell and brings it into view. */
	goTo(row: number, column: number): void {
		const lastColumn = this.starts.length - 2;
		this.#active = {
			row: Math.max(0, Math.min(row, this.#rowCount() - 1)),
			column: Math.max(-1, Math.min(column, lastColumn)),
		};
		const node = this.#scroller;
		if (!node) return;
		const top = this.#active.row * this.rowHeight;
		const heightForRows = node.clientHeight - this.headHeight;
		const scrollTop = scrolledTo(top, top + this.rowHeight, node.scrollTop, heightForRows);
		const start = this.starts[this.#active.column] ?? 0;
		const end = this.starts[this.#active.column + 1] ?? 0;
		const widthForColumns = node.clientWidth - this.rowHeadWidth;
		const scrollLeft =
			this.#active.column < 0
				? node.scrollLeft
				: scrolledTo(start, end, node.scrollLeft, widthForColumns);
		node.scrollTo({ top: scrollTop, left: scrollLeft });
	}

	/** Moves by a key of the grid pattern (WAI-ARIA Authoring Practices); true where it was one. */
	press(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
		const { row, column } = this.#active;
		const page = Math.max(
			1,
			Math.floor((this.#extent.height - this.headHeight) / this.rowHeight) - 1,
		);
		const whole = event.ctrlKey || event.metaKey;
		const lastRow = this.#rowCount() - 1;
		const lastColumn = this.starts.length - 2;
		const moves: Readonly<Record<string, readonly [number, number]>> = {
			ArrowUp: [whole ? 0 : row - 1, column],
			ArrowDown: [whole ? lastRow : row + 1, column],
			ArrowLeft: [row, whole ? -1 : column - 1],
			ArrowRight: [row, whole ? lastColumn : column + 1],
			PageUp: [row - page, column],
			PageDown: [row + page, column],
			Home: [whole ? 0 : row, -1],
			End: [whole ? lastRow : row, lastColumn],
		};
		const move = moves[event.key];
		if (move) this.goTo(...move);
		return move !== undefined;
	}
}

function places({ first, last }: Span): readonly number[] {
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
