/**
 * The browser's storage as one thing to hold: made once in `main.ts`, begun once, then handed to
 * what needs it.
 */
import * as Y from 'yjs';
import type { Result } from '../base/result.ts';
import type { DeviceKeys } from '../review/keys/device-keys.ts';
import type { ShelfEntry, WorkbookId } from '../workbook/ports.ts';
import { openDocument, type OpenedDocument } from './document/open-document.ts';
import type { ReadAhead } from './document/read-ahead.ts';
import { Snapshots } from './document/snapshots.ts';
import { LayoutProfiles } from './files/layout-profiles.ts';
import { SourceFiles } from './files/source-files.ts';
import { requestPersistence, type PersistenceReport } from './persistence.ts';
import type { Platform } from './platform.ts';
import { Preferences } from './preferences.ts';
import { keysOfThisBrowser } from './review/device-keys.ts';
import type { MilestoneFiles } from './review/milestone-files.ts';
import { reviewForCopy, type ReviewForCopy } from './review/review-for-copy.ts';
import type { ReviewInCopy } from './review/review-in-copy.ts';
import type { WorkbookReview } from './review/workbook-review.ts';
import { finishInterrupted, relistWitnessed } from './shelf/mend-shelf.ts';
import { deleteForGood } from './shelf/remove-workbook.ts';
import { ShelfDatabase } from './shelf/shelf-database.ts';
import { Shelf } from './shelf/shelf.ts';
import type { StorageProblem } from './storage-problem.ts';
import { Witnesses } from './witnesses.ts';

/** What the start had to put right. */
export interface StartReport {
	/** Workbooks that had vanished from the shelf and were listed again. */
	readonly relisted: readonly ShelfEntry[];
	/** Deletions and copies that had been interrupted and still could not be finished. */
	readonly unfinished: readonly StorageProblem[];
}

export class BrowserStorage {
	readonly shelf: Shelf;
	readonly files: SourceFiles;
	readonly layouts: LayoutProfiles;
	readonly preferences: Preferences;
	readonly #ahead: ReadAhead | undefined;
	readonly #db: ShelfDatabase;
	readonly #platform: Platform;
	readonly #snapshots: Snapshots;
	readonly #witnesses: Witnesses;

	/** `ahead` is what was begun to be read before there was a storage. */
	constructor(platform: Platform, ahead?: ReadAhead) {
		this.#ahead = ahead;
		this.#platform = platform;
		this.#db = new ShelfDatabase(platform.timer);
		this.#witnesses = new Witnesses(platform.witnesses);
		this.#snapshots = new Snapshots(this.#db, platform.clock);
		this.shelf = new Shelf(this.#db, platform, this.#witnesses);
		this.files = new SourceFiles(this.#db, platform.clock);
		this.layouts = new LayoutProfiles(this.#db, platform.clock);
		this.preferences = new Preferences(this.#db);
	}

	/**
	 * Finishes what was interrupted and lists what the shelf lost. Call it before showing the shelf; a
	 * workbook that is listed can be opened meanwhile.
	 */
	start(): Promise<Result<StartReport, StorageProblem>> {
		const started = this.#db.attempt(
			'The list of workbooks cannot be read. Reload the page to try again.',
			async () => {
				const unfinished = await finishInterrupted(this.#parts);
				return { unfinished, relisted: await relistWitnessed(this.#parts) };
			},
		);
		this.#db.mended = started;
		return started;
	}

	/** See `openDocument`. */
	openDocument(workbook: WorkbookId, doc: Y.Doc): Promise<Result<OpenedDocument, StorageProblem>> {
		return openDocument(workbook, doc, this.#parts);
	}

	/** The review of a listed workbook; `makeKeys` makes the keys of this browser at the first use. */
	async openReview(
		workbook: WorkbookId,
		makeKeys: () => Promise<DeviceKeys>,
	): Promise<WorkbookReview> {
		const { WorkbookReview } = await import('./review/workbook-review.ts');
		return new WorkbookReview(workbook, { db: this.#db, platform: this.#platform, makeKeys });
	}

	/** The keys of this browser; `makeKeys` makes them at the first use. */
	deviceKeys(makeKeys: () => Promise<DeviceKeys>): Promise<Result<DeviceKeys, StorageProblem>> {
		return keysOfThisBrowser(this.#db, makeKeys);
	}

	/** True where the workbook has a member list; problems count as none. */
	async isShared(workbook: WorkbookId): Promise<boolean> {
		const found = await this.#db.attempt('', () => this.#db.reviews.get(workbook));
		return found.ok && (found.value?.statements.length ?? 0) > 0;
	}

	/** The workbooks of this browser whose review has this id. */
	workbooksOfReview(reviewId: string): Promise<Result<readonly WorkbookId[], StorageProblem>> {
		return this.#db.attempt('Nothing was changed. Try again.', async () => {
			const rows = await this.#db.reviews.filter((row) => row.reviewId === reviewId).toArray();
			return rows.map(({ workbook }) => workbook);
		});
	}

	/** The review as a saved copy carries it; undefined where there is none. */
	reviewForCopy(workbook: WorkbookId): Promise<Result<ReviewForCopy | undefined, StorageProblem>> {
		return this.#db.attempt('The copy holds everything but the review.', () =>
			reviewForCopy(this.#db, workbook),
		);
	}

	/** Keeps the review that came with a copy saved at `copiedAt`, before anybody opens it here. */
	async keepReview(
		workbook: WorkbookId,
		review: ReviewInCopy,
		copiedAt: string,
	): Promise<Result<void, StorageProblem>> {
		const { keepReview } = await import('./review/review-in-copy.ts');
		const now = this.#platform.clock.now();
		return this.#db.attempt('The workbook is here without its review.', () =>
			keepReview(this.#db, workbook, review, { copiedAt, now }),
		);
	}

	/** What milestones of a workbook name. */
	async milestoneFiles(workbook: WorkbookId): Promise<MilestoneFiles> {
		const { MilestoneFiles } = await import('./review/milestone-files.ts');
		return new MilestoneFiles(this.#db, workbook);
	}

	/** See `duplicateWorkbook`. */
	async duplicate(workbook: WorkbookId, name: string): Promise<Result<ShelfEntry, StorageProblem>> {
		const { duplicateWorkbook } = await import('./shelf/duplicate-workbook.ts');
		return duplicateWorkbook(workbook, name, this.#parts);
	}

	/** See `deleteForGood`. */
	deleteForGood(workbook: WorkbookId, typedName: string): Promise<Result<void, StorageProblem>> {
		return deleteForGood(workbook, typedName, this.#parts);
	}

	/** The newest verified snapshot as a Yjs update, for a workbook whose database cannot be opened. */
	secondCopy(workbook: WorkbookId): Promise<Result<Uint8Array | undefined, StorageProblem>> {
		return this.#db.attempt('The second copy cannot be read either.', async () => {
			const snapshot = await this.#snapshots.newest(workbook);
			return snapshot && Y.mergeUpdates([...snapshot.updates]);
		});
	}

	/** Asks the browser to keep this site's data. */
	requestPersistence(): Promise<PersistenceReport> {
		return requestPersistence(this.#platform);
	}

	close(): void {
		this.#db.close();
	}

	get #parts() {
		return {
			db: this.#db,
			platform: this.#platform,
			snapshots: this.#snapshots,
			witnesses: this.#witnesses,
			ahead: this.#ahead,
			isListed: async (workbook: WorkbookId) =>
				await this.#db.reached(async () => (await this.#db.listed(workbook)) !== undefined),
		};
	}
}
