/**
 * The one Dexie database beside the workbooks' own: the shelf, snapshots, source files, layout
 * profiles, preferences and what belongs to reviews. Only this file names its tables and indexes.
 */
import { Dexie, type EntityTable, type Table } from 'dexie';
import { ok, refused, type Result } from '../../base/result.ts';
import type { DeviceKeys } from '../../review/keys/device-keys.ts';
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

/** The keys of this browser: one row. */
export interface DeviceKeysRow {
	readonly id: 'this browser';
	readonly keys: DeviceKeys;
}

export interface ReviewRow {
	readonly workbook: WorkbookId;
	readonly reviewId: string;
	/** The member list as it is followed, one statement after the other. */
	readonly statements: readonly unknown[];
	/** When the saved copy was made that the workbook was opened from; absent where it was not. */
	readonly copiedAt?: string;
}

export interface ReviewEntryRow {
	readonly workbook: WorkbookId;
	/** The entry's id. */
	readonly id: string;
	readonly entry: unknown;
}

/** An entry that is not what its author signed. */
export interface ReviewFaultRow {
	readonly workbook: WorkbookId;
	/** Rises with every such entry of this browser. */
	readonly number?: number;
	readonly entry: unknown;
	/** When it was set aside, ISO 8601. */
	readonly at: string;
}

/** Bytes that a milestone names. */
export interface ReviewFileRow {
	readonly workbook: WorkbookId;
	readonly sha256: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ReviewMarksRow {
	readonly workbook: WorkbookId;
	readonly store: string;
	readonly marks: unknown;
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
	readonly deviceKeys!: EntityTable<DeviceKeysRow, 'id'>;
	readonly reviews!: EntityTable<ReviewRow, 'workbook'>;
	readonly reviewEntries!: Table<ReviewEntryRow, [WorkbookId, string]>;
	readonly reviewFaults!: EntityTable<ReviewFaultRow, 'number'>;
	readonly reviewFiles!: Table<ReviewFileRow, [WorkbookId, string]>;
	readonly reviewMarks!: Table<ReviewMarksRow, [WorkbookId, string]>;

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
		this.version(2).stores({
			deviceKeys: 'id',
			reviews: 'workbook',
			reviewEntries: '[workbook+id], workbook',
			reviewFaults: '++number, workbook',
			reviewFiles: '[workbook+sha256], workbook',
			reviewMarks: '[workbook+store], workbook',
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
