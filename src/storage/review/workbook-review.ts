/**
 * The review of one workbook in this browser: member list, entries, bytes and marks. What one tab
 * stores, the others hear of once it is acknowledged.
 */
import { Listeners } from '../../base/observable.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import type { ReviewEntry } from '../../model/review/entry.ts';
import type { RosterStatement } from '../../model/review/roster.ts';
import type { DeviceKeys } from '../../review/keys/device-keys.ts';
import type {
	ReviewNews,
	ReviewStore,
	StoredReview,
	StoreMarks,
} from '../../review/review-store.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import type { Platform } from '../platform.ts';
import type { ReviewRow, ShelfDatabase } from '../shelf/shelf-database.ts';
import type { StorageProblem } from '../storage-problem.ts';
import { Alone } from './alone.ts';
import { keysOfThisBrowser } from './device-keys.ts';
import { Entries } from './entries.ts';
import { MilestoneFiles } from './milestone-files.ts';
import { inListedReview } from './review-tables.ts';
import { readReview } from './stored-review.ts';

const notRead = 'The review was not opened; the workbook itself is not affected. Reload the page.';
const notKept = 'Nothing was added to the review. Try again.';
const notKeptMarks = 'What was read already is read once more another time; nothing is lost.';

export interface ReviewParts {
	readonly db: ShelfDatabase;
	readonly platform: Platform;
	readonly makeKeys: () => Promise<DeviceKeys>;
}

export class WorkbookReview implements ReviewStore {
	readonly #workbook: WorkbookId;
	readonly #parts: ReviewParts;
	readonly #db: ShelfDatabase;
	readonly #channel: BroadcastChannel;
	readonly #alone: Alone;
	readonly #entries: Entries;
	readonly #files: MilestoneFiles;
	readonly #news = new Listeners<ReviewNews>();
	#isClosed = false;

	constructor(workbook: WorkbookId, parts: ReviewParts) {
		this.#workbook = workbook;
		this.#parts = parts;
		this.#db = parts.db;
		this.#entries = new Entries(parts.db, workbook);
		this.#files = new MilestoneFiles(parts.db, workbook);
		const name = `${workbook}/review`;
		this.#alone = new Alone(name, parts.platform.locks);
		this.#channel = new BroadcastChannel(name);
		this.#channel.onmessage = (event: MessageEvent<ReviewNews>) => this.#news.call(event.data);
	}

	async read(): Promise<Result<StoredReview, StorageProblem>> {
		const keys = await keysOfThisBrowser(this.#db, this.#parts.makeKeys);
		if (!keys.ok) return keys;
		const found = await this.#stored(notRead, async () => {
			return { review: await this.#review(), entries: await this.#entries.all() };
		});
		if (!found.ok) return found;
		const { review, entries } = found.value;
		const { reviewId, copiedAt, statements } = review;
		return ok({
			...{ keys: keys.value, reviewId, copiedAt },
			...readReview(statements, entries),
		});
	}

	async addEntries(entries: readonly ReviewEntry[]): Promise<Result<void, StorageProblem>> {
		const at = this.#parts.platform.clock.now();
		const added = await this.#stored(notKept, () => this.#entries.add(entries, at));
		if (!added.ok) return added;
		if (added.value.kind === 'contradiction') {
			// Written elsewhere, or here without our hearing of it: whoever knows it can go on after it.
			this.#news.call({ entries: [added.value.standing], rosterChanged: false });
			return refused(contradiction);
		}
		const { fresh } = added.value;
		if (fresh.length > 0) this.#tell({ entries: fresh, rosterChanged: false });
		return ok(undefined);
	}

	setAside(entries: readonly ReviewEntry[]): Promise<Result<void, StorageProblem>> {
		const at = this.#parts.platform.clock.now();
		return this.#stored(notKept, () => this.#entries.setAside(entries, at));
	}

	async saveRoster(
		statements: readonly RosterStatement[],
		reviewId: string,
	): Promise<Result<void, StorageProblem>> {
		const saved = await this.#stored(notKept, async () => {
			await this.#db.reviews.put({ ...(await this.#review()), reviewId, statements });
		});
		if (saved.ok) this.#tell({ entries: [], rosterChanged: true });
		return saved;
	}

	alone<Value>(work: () => Promise<Value>): Promise<Value> {
		return this.#alone.run(work);
	}

	onElsewhere(listener: (news: ReviewNews) => void): () => void {
		return this.#news.add(listener);
	}

	file(digest: string): Promise<Result<Uint8Array<ArrayBuffer> | undefined, StorageProblem>> {
		return this.#files.get(digest);
	}

	holdsFile(digest: string): Promise<boolean> {
		return this.#files.holds(digest);
	}

	keepFile(digest: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<void, StorageProblem>> {
		return this.#files.keep(digest, bytes);
	}

	/** Undefined also where they cannot be read: whoever asks then begins at the start. */
	async marksOf(store: string): Promise<unknown> {
		const found = await this.#db.attempt(notKeptMarks, () =>
			this.#db.reviewMarks.get([this.#workbook, store]),
		);
		return found.ok ? found.value?.marks : undefined;
	}

	async saveMarks({ store, marks }: StoreMarks): Promise<Result<void, StorageProblem>> {
		const row = { workbook: this.#workbook, store, marks };
		const saved = await this.#stored(notKeptMarks, async () => {
			await this.#db.reviewMarks.put(row);
		});
		if (saved.ok) this.#tell({ entries: [], rosterChanged: false, marked: store });
		return saved;
	}

	close(): void {
		this.#isClosed = true;
		this.#channel.close();
	}

	/** A store that was closed while it wrote tells nobody: the others read it at their next opening. */
	#tell(news: ReviewNews): void {
		if (!this.#isClosed) this.#channel.postMessage(news);
	}

	/** Inside a transaction: the workbook's row, made at the first use. */
	async #review(): Promise<ReviewRow> {
		const known = await this.#db.reviews.get(this.#workbook);
		if (known) return known;
		const reviewId = this.#parts.platform.ids.next();
		const made = { workbook: this.#workbook, reviewId, statements: [] };
		await this.#db.reviews.add(made);
		return made;
	}

	#stored<Value>(
		whatToDo: string,
		work: () => Promise<Value>,
	): Promise<Result<Value, StorageProblem>> {
		return inListedReview(this.#db, this.#workbook, whatToDo, work);
	}
}

const contradiction: StorageProblem = {
	reason: 'other',
	text: 'Something else was written in the review at the same moment. Nothing was added; try again.',
	detail: '',
};
