/**
 * The review of an open workbook, opened beside it: at once where it is shared, as roles decide who
 * may change what, else when somebody first asks. The code comes only then.
 */
import { Listeners } from '../base/observable.ts';
import type { LiveReview } from '../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../live/live-workbook.svelte.ts';
import type { RtcCarrier } from '../review/carriers/rtc/rtc-carrier.ts';
import type { TurningGate } from '../workbook/gate.ts';
import type { WorkbookId } from '../workbook/ports.ts';
import type { Opening } from './open-workbook.ts';
import type { ReviewOpening, ReviewOpeningState } from '../app/services.ts';

export interface ReviewOpeningParts extends Opening {
	readonly id: WorkbookId;
	readonly live: LiveWorkbook;
	readonly gate: TurningGate;
	/** What the workbook is called now. */
	readonly workbookName: () => string;
	/** The link over which this person has just joined, where they did. */
	readonly arrival: RtcCarrier | undefined;
	readonly onProblem: (text: string) => void;
}

export class OpeningReview implements ReviewOpening {
	readonly #parts: ReviewOpeningParts;
	readonly #listeners = new Listeners();
	#state: ReviewOpeningState = { kind: 'closed' };
	#opened: Promise<LiveReview | undefined> | undefined;
	#isLeft = false;
	#stopNaming: (() => void) | undefined;

	constructor(parts: ReviewOpeningParts) {
		this.#parts = parts;
	}

	get current(): ReviewOpeningState {
		return this.#state;
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	get isArriving(): boolean {
		return this.#parts.arrival !== undefined;
	}

	/** Opens the review where it is not; again after it could not be. */
	open(): void {
		if (this.#isLeft || this.#state.kind === 'open' || this.#state.kind === 'opening') return;
		this.#turn({ kind: 'opening' });
		this.#opened = this.#open();
	}

	/** Ends it with its workbook. */
	async close(): Promise<void> {
		this.#isLeft = true;
		this.#stopNaming?.();
		const review = await this.#opened;
		await review?.close();
	}

	async #open(): Promise<LiveReview | undefined> {
		try {
			const { keepNameTold, openReview } = await import('./open-review.ts');
			const opened = await openReview(this.#parts);
			if (opened.ok) {
				this.#turn({ kind: 'open', review: opened.value });
				this.#stopNaming = keepNameTold(opened.value, this.#parts);
			} else this.#fail(opened.problems.map(({ text }) => text).join(' '));
			return opened.ok ? opened.value : undefined;
		} catch (error) {
			console.error(error);
			this.#fail('The review could not be opened. Everything else works. Reload to try again.');
			return undefined;
		}
	}

	#fail(text: string): void {
		this.#turn({ kind: 'failed', text });
	}

	#turn(state: ReviewOpeningState): void {
		this.#state = state;
		this.#listeners.call();
	}
}
