/**
 * The one Dexie database beside the workbooks' own: the shelf, snapshots, source files, layout
 * profiles and preferences. Only this file names its tables and indexes.
 */
import { Dexie, type EntityTable, type Table } from 'dexie';
import { ok, refused, type Result } from '../../base/result.ts';
import type { ShelfEntry, WorkbookId } from '../../workbook/ports.ts';
import type { StoredRow } from '../document/seal.ts';
import { withinPatience } from '../patience.ts';
import type { Timer } from '../platform.ts';
import { storageProblem, type StorageProblem } from '../storage-problem.ts';

export interface SnapshotRow {
	readonly workbook: WorkbookId;
	/** Rises with every snapshot of the workbook. */
	readonly generation: number;
	readonly at: string;
	/** The snapshot holds every row of the workbook's database up to this key. */
	readonly covers: number;
	/** How many rows it consists of. */
	readonly rows: number;
	/** 1 once all of them were read back as they were written. */
	readonly verified: 0 | 1;
}

/** One row of a snapshot: the Yjs update that a row of the workbook's database held, and its seal. */
export interface SnapshotContentRow extends StoredRow {
	readonly workbook: WorkbookId;
	readonly generation: number;
}

export interface FileRow {
	readonly sha256: string;
	readonly size: number;
	readonly bytes: Uint8Array;
}

export interface FileReferenceRow {
	readonly workbook: WorkbookId;
	readonly sha256: string;
	readonly name: string;
	readonly type: string;
	readonly size: number;
	readonly addedAt: string;
}

export interface LayoutRow {
	readonly fingerprint: string;
	readonly profile: unknown;
	readonly savedAt: string;
}

export interface PreferenceRow {
	readonly key: string;
	readonly value: unknown;
}

/** A step of many that was begun; it is finished or taken back at the next start. */
export interface UnfinishedRow {
	readonly workbook: WorkbookId;
	readonly work: 'delete' | 'duplicate';
	readonly begunAt: string;
}

export class ShelfDatabase extends Dexie {
	readonly workbooks!: EntityTable<ShelfEntry, 'id'>;
	readonly snapshots!: Table<SnapshotRow, [WorkbookId, number]>;
	readonly snapshotContents!: Table<SnapshotContentRow, [WorkbookId, number, number]>;
	readonly files!: EntityTable<FileRow, 'sha256'>;
	readonly fileReferences!: Table<FileReferenceRow, [WorkbookId, string]>;
	readonly layouts!: EntityTable<LayoutRow, 'fingerprint'>;
	readonly preferences!: EntityTable<PreferenceRow, 'key'>;
	readonly unfinished!: EntityTable<UnfinishedRow, 'workbook'>;

	/** Settles when what an earlier visit left undone was put right; at once where nobody began that. */
	mended: Promise<unknown> = Promise.resolve();

	readonly #timer: Timer;

	constructor(timer: Timer) {
		super('readiness-workbook', {
			...{ indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange },
			chromeTransactionDurability: 'strict',
		});
		this.#timer = timer;
		this.version(1).stores({
			workbooks: 'id',
			snapshots: '[workbook+generation], [workbook+verified+covers]',
			snapshotContents: '[workbook+generation+key]',
			files: 'sha256',
			fileReferences: '[workbook+sha256], workbook, sha256',
			layouts: 'fingerprint',
			preferences: 'key',
			unfinished: 'workbook',
		});
	}

	/** The entry of a workbook; that there is none is said only of a list that was put right. */
	async listed(workbook: WorkbookId): Promise<ShelfEntry | undefined> {
		const entry = await this.workbooks.get(workbook);
		if (entry) return entry;
		await this.mended;
		return this.workbooks.get(workbook);
	}

	/** The outcome of `action`, with what it threw as a problem; `whatToDo` ends the problem's text. */
	async attempt<Value>(
		whatToDo: string,
		action: () => Promise<Value>,
	): Promise<Result<Value, StorageProblem>> {
		try {
			return ok(await this.reached(action));
		} catch (error) {
			return refused(storageProblem(error, whatToDo));
		}
	}

	/** Runs `action`, which may not take for ever. Rejects where it fails. */
	async reached<Value>(action: () => Promise<Value>): Promise<Value> {
		try {
			return await withinPatience(this.#timer, action());
		} catch (error) {
			const { reason } = storageProblem(error, '');
			if (reason === 'closed' || reason === 'blocked' || !this.isOpen()) await this.#reopen();
			throw error;
		}
	}

	/**
	 * Dexie answers every later call with the error of a failed opening, and waits for ever on one
	 * that hangs: it has to be closed, which ends the waiting, and only then be opened again.
	 */
	async #reopen(): Promise<void> {
		this.close();
		await withinPatience(this.#timer, this.open()).catch(() => {
			// The next call opens it.
			this.close({ disableAutoOpen: false });
		});
	}
}
