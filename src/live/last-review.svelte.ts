/**
 * When this person last reviewed, and what came since: what had arrived here when they began is kept on
 * this device, so that changes somebody made apart, and brought later, are news whatever their author’s
 * clock says (SPEC N-9).
 */
import type { Result } from '../base/result.ts';
import { entryId, type EntryBody, type ReviewEntry } from '../model/review/entry.ts';
import { beginningOfLastRun, isLook } from '../model/review/review-run.ts';
import type { Review } from '../review/review.ts';
import type { ActivityEntry } from '../workbook/activity.ts';
import { arrivalsNow, hadArrived, readArrivals, type ArrivalsAt } from '../workbook/arrivals.ts';
import { stretchOf, stretchSince, type Stretch } from '../workbook/net-change.ts';
import type { PortProblem } from '../workbook/ports.ts';
import type { Workbook } from '../workbook/workbook.ts';

const markName = 'last-review';

export class LastReview {
	readonly #review: Review;
	readonly #workbook: Workbook;
	readonly #entries: () => readonly ReviewEntry[];
	readonly #stop: () => void;
	/** What had arrived by the look that a run began with. */
	#mark = $state.raw<ArrivalsAt>();

	/** `entries`: of the whole review, heard by whoever reads them. */
	constructor(review: Review, workbook: Workbook, entries: () => readonly ReviewEntry[]) {
		this.#review = review;
		this.#workbook = workbook;
		this.#entries = entries;
		this.#stop = review.store.onElsewhere(({ marked }) => {
			if (marked === markName) void this.#read();
		});
		void this.#read();
	}

	/** When it began, ISO 8601; undefined where this device has looked at nothing yet. */
	get at(): string | undefined {
		return this.#first?.at;
	}

	/** What was done since, as it arrived here; by its authors’ clocks where that was not kept. */
	stretch(activity: readonly ActivityEntry[]): Stretch | undefined {
		const first = this.#first;
		if (!first) return undefined;
		const mark = this.#mark;
		if (mark?.at !== entryId(first)) return stretchSince(activity, first.at);
		const { doc } = this.#workbook;
		return stretchOf(activity, ({ id }) => !hadArrived(doc, id, mark.arrived));
	}

	/** Writes an entry, and keeps what had arrived by then where a run begins with it. */
	async noting(
		body: EntryBody,
		write: () => Promise<Result<ReviewEntry, PortProblem>>,
	): Promise<Result<ReviewEntry, PortProblem>> {
		if (!isLook(body)) return write();
		const arrived = arrivalsNow(this.#workbook.doc);
		const written = await write();
		if (!written.ok) return written;
		const first = entryId(written.value);
		if (this.#first && entryId(this.#first) !== first) return written;
		this.#mark = { at: first, arrived };
		await this.#review.store.saveMarks({ store: markName, marks: this.#mark });
		return written;
	}

	close(): void {
		this.#stop();
	}

	get #first(): ReviewEntry | undefined {
		return beginningOfLastRun(this.#entries(), this.#review.identity.device);
	}

	async #read(): Promise<void> {
		const mark = readArrivals(await this.#review.store.marksOf(markName));
		if (mark) this.#mark = mark;
	}
}
