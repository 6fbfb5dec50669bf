/**
 * What awaits this person in the review, and how far they have read. That mark stays on this device,
 * beside the review.
 */
import type { LiveReview } from '../../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { inboxOf, type InboxItem } from '../../model/review/inbox.ts';
import { cellNow } from './cell-now.ts';

const markName = 'inbox';

export class Awaiting {
	readonly #workbook: LiveWorkbook;
	readonly #review: LiveReview;
	#lastSeen = $state<number>();

	constructor(workbook: LiveWorkbook, review: LiveReview) {
		this.#workbook = workbook;
		this.#review = review;
		void this.#read();
	}

	/** The newest first; empty until it is known how far this person has read. */
	get items(): readonly InboxItem[] {
		const lastSeen = this.#lastSeen;
		if (lastSeen === undefined) return [];
		const { state, me: device, role, contents } = this.#review;
		return inboxOf(state, {
			...{ device, role, lastSeen },
			valueNow: (subject) => cellNow(this.#workbook, subject),
			contentOf: ({ subject, shown }) => contents.hash(subject, shown),
		});
	}

	/** All that is there now was read. */
	async markRead(): Promise<void> {
		const { clock } = this.#review.state;
		if (this.#lastSeen !== undefined && clock <= this.#lastSeen) return;
		this.#lastSeen = clock;
		await this.#review.review.store.saveMarks({ store: markName, marks: clock });
	}

	async #read(): Promise<void> {
		const mark = await this.#review.review.store.marksOf(markName);
		this.#lastSeen ??= typeof mark === 'number' ? mark : 0;
	}
}
