/**
 * The shelf: every workbook in this browser, with what a person needs to choose one. Removing and
 * copying whole workbooks take several databases; those steps are in files of their own.
 */
import { liveQuery } from 'dexie';
import { newId } from '../../base/ids.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import type { ShelfEntry, WorkbookId } from '../../workbook/ports.ts';
import type { Platform } from '../platform.ts';
import { storageProblem, type StorageProblem } from '../storage-problem.ts';
import type { Witnesses } from '../witnesses.ts';
import type { ShelfDatabase } from './shelf-database.ts';

/** What the program notes about a workbook while it is worked on. */
export type ShelfFacts = Partial<
	Pick<
		ShelfEntry,
		'organization' | 'openedAt' | 'changedAt' | 'savedCopyAt' | 'controls' | 'documentBytes'
	>
>;

export interface ShelfListener {
	onEntries(entries: readonly ShelfEntry[]): void;
	onProblem(problem: StorageProblem): void;
}

const notListed = 'The list of workbooks cannot be read. Reload the page to try again.';
/** Milliseconds. */
const listenAgainAfter = 5_000;
const nothingChanged = 'Nothing was changed. Try again.';

export class Shelf {
	readonly #db: ShelfDatabase;
	readonly #platform: Platform;
	readonly #witnesses: Witnesses;

	constructor(db: ShelfDatabase, platform: Platform, witnesses: Witnesses) {
		this.#db = db;
		this.#platform = platform;
		this.#witnesses = witnesses;
	}

	/** All workbooks, retired ones too, the one opened last first. */
	async list(): Promise<Result<readonly ShelfEntry[], StorageProblem>> {
		return this.#db.attempt(notListed, () => this.#entries());
	}

	/** Calls the listener soon and after every change, in whichever tab it was made. */
	subscribe(listener: ShelfListener): () => void {
		let stop = (): void => undefined;
		const listen = (): void => {
			const subscription = liveQuery(() => this.#entries()).subscribe({
				next: (entries) => listener.onEntries(entries),
				error: (error: unknown) => {
					listener.onProblem(storageProblem(error, notListed));
					// A query that failed has ended.
					stop = this.#platform.timer.after(listenAgainAfter, listen);
				},
			});
			stop = () => subscription.unsubscribe();
		};
		listen();
		return () => stop();
	}

	async find(workbook: WorkbookId): Promise<Result<ShelfEntry | undefined, StorageProblem>> {
		return this.#db.attempt(notListed, () => this.#db.listed(workbook));
	}

	/** An empty workbook; its database comes into being when it is opened. */
	async create(name: string): Promise<Result<ShelfEntry, StorageProblem>> {
		const now = this.#platform.clock.now();
		const entry: ShelfEntry = {
			id: newId('workbook', this.#platform.ids),
			name: name.trim(),
			organization: '',
			createdAt: now,
			openedAt: now,
			changedAt: now,
			controls: 0,
			documentBytes: 0,
		};
		if (!entry.name) return refused(nameless);
		return this.#db.attempt(nothingChanged, async () => {
			await this.#db.workbooks.add(entry);
			this.#witnesses.noteName(entry.id, entry.name, now);
			return entry;
		});
	}

	async rename(workbook: WorkbookId, name: string): Promise<Result<void, StorageProblem>> {
		const trimmed = name.trim();
		if (!trimmed) return refused(nameless);
		const renamed = await this.#change(workbook, { name: trimmed });
		if (renamed.ok) this.#witnesses.noteName(workbook, trimmed, this.#platform.clock.now());
		return renamed;
	}

	/** Notes what changed about a workbook while it is worked on. */
	note(workbook: WorkbookId, facts: ShelfFacts): Promise<Result<void, StorageProblem>> {
		return this.#change(workbook, facts);
	}

	/** Takes a workbook out of sight; everything is kept. */
	retire(workbook: WorkbookId): Promise<Result<void, StorageProblem>> {
		return this.#change(workbook, { retiredAt: this.#platform.clock.now() });
	}

	/** Brings a retired workbook back. */
	restore(workbook: WorkbookId): Promise<Result<void, StorageProblem>> {
		return this.#db.attempt(nothingChanged, async () => {
			await this.#db.workbooks
				.where('id')
				.equals(workbook)
				.modify((row) => {
					delete (row as { retiredAt?: string }).retiredAt;
				});
		});
	}

	async #change(
		workbook: WorkbookId,
		change: Partial<Omit<ShelfEntry, 'id'>>,
	): Promise<Result<void, StorageProblem>> {
		const changed = await this.#db.attempt(nothingChanged, () =>
			this.#db.workbooks.update(workbook, change),
		);
		if (changed.ok && changed.value === 0) {
			const exists = await this.find(workbook);
			if (exists.ok && !exists.value) return refused(unknownWorkbook);
		}
		return changed.ok ? ok(undefined) : changed;
	}

	async #entries(): Promise<readonly ShelfEntry[]> {
		const rows = await this.#db.workbooks.toArray();
		return rows.sort((a, b) => b.openedAt.localeCompare(a.openedAt) || a.id.localeCompare(b.id));
	}
}

const nameless: StorageProblem = {
	reason: 'other',
	text: 'A workbook needs a name. Type one and try again.',
	detail: '',
};

export const unknownWorkbook: StorageProblem = {
	reason: 'deleted',
	text: 'This workbook is not on the shelf any more: it was deleted in another tab.',
	detail: '',
};
