/**
 * Which columns are drawn, from the widths, the sideways scrolling and the size of the view. All
 * lengths are CSS pixels.
 */
import {
	columnEdges,
	columnsInView,
	frozenThatFit,
	placeColumns,
	scrollToColumn,
} from './column-layout.ts';
import type { GridColumn } from '../grid-column.ts';

/** Of the column at the left that numbers the rows. */
export const rowHeadWidth = 48;

/** Up to this many columns all are drawn, and a row is as high as any of its cells needs. */
const allDrawnUpTo = 40;

/** Frozen columns that took more of the view would leave too little for the others. */
const frozenAtMost = 0.6;

interface ColumnInputs {
	readonly columns: () => readonly GridColumn[];
	/** One for each column. */
	readonly widths: () => readonly number[];
	readonly frozen: () => number;
	readonly activeColumn: () => number;
}

export class ColumnWindow {
	readonly #inputs: ColumnInputs;
	#scrollLeft = $state(0);
	/** Width of the view. */
	viewWidth = $state(0);

	readonly edges = $derived.by(() => columnEdges(this.#inputs.widths(), rowHeadWidth));
	/** Of all columns together, the heads of the rows included. */
	readonly width = $derived(this.edges.at(-1) ?? rowHeadWidth);
	/** Some columns are not drawn. */
	readonly partial = $derived.by(() => this.#inputs.columns().length > allDrawnUpTo);

	/** How many columns stay at the left. */
	readonly frozen = $derived.by(() =>
		frozenThatFit(this.edges, this.#inputs.frozen(), this.viewWidth, frozenAtMost),
	);
	readonly #range = $derived.by(() =>
		this.partial
			? columnsInView(this.edges, this.#scrollLeft, this.viewWidth)
			: { first: 0, last: this.#inputs.columns().length - 1 },
	);
	// Numbers of their own, so that scrolling within a column draws nothing anew.
	readonly #first = $derived(this.#range.first);
	readonly #last = $derived(this.#range.last);
	/** The active column where it is out of view: it is drawn all the same, so that focus stays. */
	readonly #kept = $derived.by(() => {
		const active = this.#inputs.activeColumn();
		return active < this.#first || active > this.#last ? active : -1;
	});
	readonly placed = $derived.by(() =>
		placeColumns(
			this.#inputs.columns(),
			this.edges,
			this.frozen,
			{ first: this.#first, last: this.#last },
			this.#kept,
		),
	);

	constructor(inputs: ColumnInputs) {
		this.#inputs = inputs;
	}

	/** How far the view is scrolled sideways. */
	get scrolled(): number {
		return this.#scrollLeft;
	}

	/** Takes in how far the view has been scrolled sideways. */
	scroll(scrollLeft: number): void {
		this.#scrollLeft = scrollLeft;
	}

	/** The scroll offset that brings a column fully into view; `sideways`: one went there from another. */
	offsetOf(column: number, sideways: boolean): number {
		const { edges, frozen, viewWidth } = this;
		return scrollToColumn(edges, frozen, column, this.#scrollLeft, viewWidth, sideways);
	}
}
