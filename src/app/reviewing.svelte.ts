/**
 * The review of the open workbook as the shell uses it: opened beside the workbook, told where this
 * person is, and asked for when they want to comment on a cell.
 */
import { LiveValue } from '../live/live-value.svelte.ts';
import type { LiveReview } from '../live/live-review.svelte.ts';
import { reviewMarks } from '../parts/review/review-marks.svelte.ts';
import type { ReviewWish as Wish } from '../parts/review/review-wish.ts';
import type { GridMarks } from '../ui/grid/marks/grid-marks.ts';
import type { ReviewOpening } from './services.ts';

export interface ReviewedCell {
	readonly record: string;
	readonly field?: string;
}

/**
 * What somebody wants to see or write of the review of a record or one of its cells; of a criterion,
 * by its published id.
 */
export type ReviewWish = ReviewedCell & Wish;

export class Reviewing {
	readonly #opening: ReviewOpening;
	readonly #state: LiveValue<ReviewOpening['current']>;
	#cell = $state.raw<ReviewedCell>();
	#wish = $state.raw<ReviewWish>();
	#dropped = $state.raw<readonly File[]>([]);

	/** What others left on cells and where they are, for the grids. */
	readonly marks: GridMarks;

	/** Make it where effects may be made. */
	constructor(opening: ReviewOpening) {
		this.#opening = opening;
		this.#state = new LiveValue(opening);
		this.marks = reviewMarks(() => this.review);
	}

	/** Undefined until it is open. */
	get review(): LiveReview | undefined {
		const state = this.#state.current;
		return state.kind === 'open' ? state.review : undefined;
	}

	/** Why it could not be opened, and what to do. */
	get failure(): string | undefined {
		const state = this.#state.current;
		return state.kind === 'failed' ? state.text : undefined;
	}

	/** Opens it where it is not open; again after it could not be. */
	open(): void {
		this.#opening.open();
	}

	/** How far the workbook is that this person has just joined, 0 to 1; undefined once it is here. */
	get coming(): number | undefined {
		if (this.review) return this.review.reach.coming;
		return this.#opening.isArriving && this.failure === undefined ? 0 : undefined;
	}

	/** The active cell of the grid that is shown. */
	get cell(): ReviewedCell | undefined {
		return this.#cell;
	}

	enter(record: string, field: string | undefined): void {
		this.#cell = { record, ...(field === undefined ? {} : { field }) };
	}

	/** What is to be seen or written, until whoever shows the record has taken it up. */
	get wish(): ReviewWish | undefined {
		return this.#wish;
	}

	want(wish: ReviewWish | undefined): void {
		this.#wish = wish;
	}

	/** Files of other members that were dropped on the workbook, until the review has taken them. */
	get dropped(): readonly File[] {
		return this.#dropped;
	}

	drop(files: readonly File[]): void {
		this.#dropped = files;
	}

	/** Why values cannot be changed here, as for viewers; undefined where they can, or be suggested. */
	get readOnly(): string | undefined {
		const { review } = this;
		if (!review || review.canReview) return undefined;
		return review.role
			? 'You are a viewer of this workbook: ask an owner for another role to change it.'
			: 'You were removed from this review: this copy can be read and exported.';
	}
}
