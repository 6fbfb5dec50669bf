/**
 * Snapshots: a second copy of a workbook's whole state in another database, against damage to the
 * first. Two verified generations are kept; an older one goes only after a newer one was read back.
 */
import { Dexie } from 'dexie';
import type { Clock } from '../../base/clock.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import { sha256 } from '../digest.ts';
import type { ShelfDatabase, SnapshotRow } from '../shelf/shelf-database.ts';
import type { StorageProblem } from '../storage-problem.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import { pack, unpack } from './packing.ts';

export interface Snapshot {
	readonly at: string;
	/** Holds every row up to this key. */
	readonly covers: number;
	/** A Yjs update, version 1. */
	readonly state: Uint8Array;
}

const generationsKept = 2;
const noSnapshot =
	'The workbook itself is stored; only its second copy in this browser could not be renewed.';

const notAsWritten: StorageProblem = {
	reason: 'other',
	text: `The second copy did not read back as it was written. ${noSnapshot}`,
	detail: '',
};

export class Snapshots {
	readonly #db: ShelfDatabase;
	readonly #clock: Clock;

	constructor(db: ShelfDatabase, clock: Clock) {
		this.#db = db;
		this.#clock = clock;
	}

	/** Returns when it was taken. Writes a new generation, reads it back, and only then removes the oldest. */
	async take(
		workbook: WorkbookId,
		state: Uint8Array,
		covers: number,
	): Promise<Result<string, StorageProblem>> {
		const taken = await this.#db.attempt(noSnapshot, () => this.#take(workbook, state, covers));
		if (!taken.ok) return taken;
		return taken.value === undefined ? refused(notAsWritten) : ok(taken.value);
	}

	/** The newest generation whose digest is right; undefined where there is none. */
	newest(workbook: WorkbookId): Promise<Snapshot | undefined> {
		return this.#db.reached(() => this.#newest(workbook));
	}

	async #newest(workbook: WorkbookId): Promise<Snapshot | undefined> {
		for (const key of (await this.#keys(workbook)).reverse()) {
			const row = await this.#db.snapshots.get(key);
			const state = row && (await openSnapshot(row));
			if (row && state) return { at: row.at, covers: row.covers, state };
		}
		return undefined;
	}

	/** The highest row a verified snapshot covers, read from the index alone; 0 where there is none. */
	async covered(workbook: WorkbookId): Promise<number> {
		const range = [
			[workbook, 1, Dexie.minKey],
			[workbook, 1, Dexie.maxKey],
		] as const;
		const keys = await this.#db.reached(() =>
			this.#db.snapshots
				.where('[workbook+verified+covers]')
				.between(...range)
				.keys(),
		);
		return Math.max(0, ...keys.map((key) => Number((key as unknown as unknown[])[2])));
	}

	async remove(workbook: WorkbookId): Promise<void> {
		await this.#db.snapshots.bulkDelete(await this.#keys(workbook));
	}

	/** Undefined where it did not read back as it was written. */
	async #take(workbook: WorkbookId, state: Uint8Array, covers: number) {
		const at = this.#clock.now();
		const key = await this.#add(workbook, state, covers, at);
		const written = await this.#db.snapshots.get(key);
		if (!written || !(await openSnapshot(written))) {
			await this.#db.snapshots.delete(key);
			return undefined;
		}
		await this.#db.transaction('rw', this.#db.snapshots, async () => {
			await this.#db.snapshots.update(key, { verified: 1 });
			const keys = await this.#keys(workbook);
			await this.#db.snapshots.bulkDelete(keys.slice(0, -generationsKept));
		});
		return at;
	}

	async #add(workbook: WorkbookId, state: Uint8Array, covers: number, at: string) {
		const [packed, digest] = await Promise.all([pack(state), sha256(state)]);
		return this.#db.transaction('rw', this.#db.snapshots, async () => {
			const newest = (await this.#keys(workbook)).at(-1);
			const generation = (newest?.[1] ?? 0) + 1;
			return this.#db.snapshots.add({
				...{ workbook, generation, at, covers, sha256: digest, verified: 0 },
				...packed,
			});
		});
	}

	/** Keys of all generations, oldest first. */
	async #keys(workbook: WorkbookId): Promise<[WorkbookId, number][]> {
		return this.#db.snapshots
			.where('[workbook+generation]')
			.between([workbook, Dexie.minKey], [workbook, Dexie.maxKey])
			.primaryKeys();
	}
}

/** The state in a snapshot, or undefined where it is not what was written. */
async function openSnapshot(row: SnapshotRow): Promise<Uint8Array | undefined> {
	try {
		const state = await unpack(row.packing, row.bytes);
		return (await sha256(state)) === row.sha256 ? state : undefined;
	} catch {
		// Damaged gzip: the caller goes on to the generation before.
		return undefined;
	}
}
