/**
 * What awaits this person in the review, and how far they have read. That mark stays on this device,
 * beside the review.
 */
import type { LiveReview } from '../../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { inboxOf, type InboxItem } from '../../model/review/inbox.ts';
import { isUnread, readAll, storedMark, type ReadMark } from '../../model/review/read-mark.ts';
import { cellNow } from './cell-now.ts';

const markName = 'inbox';

export class Awaiting {
	readonly #workbook: LiveWorkbook;
	readonly #review: LiveReview;
	#mark = $state.raw<ReadMark>();

	constructor(workbook: LiveWorkbook, review: LiveReview) {
		this.#workbook = workbook;
		this.#review = review;
		void this.#read();
	}

	/** The newest first; empty until it is known how far this person has read. */
	get items(): readonly InboxItem[] {
		const read = this.#mark;
		if (read === undefined) return [];
		const { state, me: device, role, contents } = this.#review;
		return inboxOf(state, {
			...{ device, role, read },
			valueNow: (subject) => cellNow(this.#workbook, subject),
			contentOf: ({ subject, shown }) => contents.hash(subject, shown),
		});
	}

	/** All that is there now was read. */
	async markRead(): Promise<void> {
		const { entries } = this.#review;
		const mark = this.#mark;
		if (mark && !entries.some((entry) => isUnread(mark, entry))) return;
		await this.#keep(readAll(entries, mark));
	}

	async #read(): Promise<void> {
		const { store } = this.#review.review;
		const stored = await store.marksOf(markName);
		if (this.#mark) return;
		const mark = storedMark(stored, this.#review.review.log.entries);
		// A clock means something only beside what is here now.
		if (typeof stored === 'number') await this.#keep(mark);
		else this.#mark = mark;
	}

	async #keep(mark: ReadMark): Promise<void> {
		this.#mark = mark;
		await this.#review.review.store.saveMarks({ store: markName, marks: mark });
	}
}
