/**
 * Snapshots: the rows of a workbook's database a second time in another database, against damage to
 * the first. Two verified generations are kept; an older one goes only after a newer one was read back.
 */
import { Dexie } from 'dexie';
import type { Clock } from '../../base/clock.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import type { ShelfDatabase, SnapshotRow } from '../shelf/shelf-database.ts';
import type { StorageProblem } from '../storage-problem.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import { examine, sealOf, type NewRow } from './seal.ts';

export interface Snapshot {
	readonly at: string;
	/** Holds every row up to this key. */
	readonly covers: number;
	/** Yjs updates, version 1, which together make up the state. */
	readonly updates: readonly Uint8Array[];
}

const generationsKept = 2;
/** Bytes that are sealed and handed to the browser in one go: a few milliseconds of the page's time. */
const sliceBytes = 2 * 1024 * 1024;
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

	/**
	 * Writes a new generation of `rows`, which hold every row up to `covers`; reads it back, and only
	 * then removes the oldest. Returns when it was taken.
	 */
	async take(
		workbook: WorkbookId,
		rows: readonly NewRow[],
		covers: number,
	): Promise<Result<string, StorageProblem>> {
		const taken = await this.#db.attempt(noSnapshot, () => this.#take(workbook, rows, covers));
		if (!taken.ok) return taken;
		return taken.value === undefined ? refused(notAsWritten) : ok(taken.value);
	}

	/** The newest generation that is as it was written; undefined where there is none. */
	newest(workbook: WorkbookId): Promise<Snapshot | undefined> {
		return this.#db.reached(() => this.#newest(workbook));
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
		await this.#inTransaction(async () => {
			for (const generation of await this.#generations(workbook))
				await this.#removeGeneration(workbook, generation);
		});
	}

	async #newest(workbook: WorkbookId): Promise<Snapshot | undefined> {
		for (const generation of (await this.#generations(workbook)).reverse()) {
			const row = await this.#db.snapshots.get([workbook, generation]);
			const updates = row && (await this.#updatesOf(row));
			if (updates) return { at: row.at, covers: row.covers, updates };
		}
		return undefined;
	}

	/** Undefined where it did not read back as it was written. */
	async #take(workbook: WorkbookId, rows: readonly NewRow[], covers: number) {
		const at = this.#clock.now();
		const written = await this.#add(workbook, rows, covers, at);
		const { generation } = written;
		if (!(await this.#updatesOf(written))) {
			await this.#inTransaction(() => this.#removeGeneration(workbook, generation));
			return undefined;
		}
		await this.#inTransaction(async () => {
			await this.#db.snapshots.update([workbook, generation], { verified: 1 });
			const old = (await this.#generations(workbook)).slice(0, -generationsKept);
			for (const each of old) await this.#removeGeneration(workbook, each);
		});
		return at;
	}

	#add(workbook: WorkbookId, rows: readonly NewRow[], covers: number, at: string) {
		return this.#inTransaction(async (): Promise<SnapshotRow> => {
			const generation = ((await this.#generations(workbook)).at(-1) ?? 0) + 1;
			const of = { workbook, generation };
			const row: SnapshotRow = { ...of, at, covers, rows: rows.length, verified: 0 };
			await this.#db.snapshots.add(row);
			for (const some of slicesOf(rows))
				await this.#db.snapshotContents.bulkAdd(
					some.map(({ key, update, write }) => {
						return { ...of, key, value: update, seal: sealOf(update, write) };
					}),
				);
			return row;
		});
	}

	/** What a snapshot holds, or undefined where it is not what was written. */
	async #updatesOf({ workbook, generation, rows }: SnapshotRow) {
		const found = await this.#contents(workbook, generation).toArray();
		const updates = found.flatMap((row) => {
			const examined = examine(row);
			return 'fault' in examined ? [] : [examined.update];
		});
		return updates.length === rows ? updates : undefined;
	}

	async #removeGeneration(workbook: WorkbookId, generation: number): Promise<void> {
		await this.#db.snapshots.delete([workbook, generation]);
		await this.#contents(workbook, generation).delete();
	}

	#contents(workbook: WorkbookId, generation: number) {
		return this.#db.snapshotContents
			.where('[workbook+generation+key]')
			.between([workbook, generation, Dexie.minKey], [workbook, generation, Dexie.maxKey]);
	}

	/** Of all that are there, oldest first. */
	async #generations(workbook: WorkbookId): Promise<number[]> {
		const keys = await this.#db.snapshots
			.where('[workbook+generation]')
			.between([workbook, Dexie.minKey], [workbook, Dexie.maxKey])
			.primaryKeys();
		return keys.map(([, generation]) => generation);
	}

	#inTransaction<Value>(work: () => Promise<Value>): Promise<Value> {
		return this.#db.transaction('rw', this.#db.snapshots, this.#db.snapshotContents, work);
	}
}

/** The rows in their order, cut where a slice is full. */
function slicesOf(rows: readonly NewRow[]): readonly (readonly NewRow[])[] {
	const slices: NewRow[][] = [];
	let room = 0;
	for (const row of rows) {
		if (room <= 0) {
			slices.push([]);
			room = sliceBytes;
		}
		slices.at(-1)?.push(row);
		room -= row.update.length;
	}
	return slices;
}
