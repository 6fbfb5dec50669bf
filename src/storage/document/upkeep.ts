/**
 * Upkeep of a workbook's database in quiet moments: a snapshot where the last one is far behind,
 * then compaction of the rows into one. Both by bytes, so that what is written stays in proportion
 * to what was edited. One tab at a time does it, under a Web Lock.
 */
import * as Y from 'yjs';
import { Listeners, type Observable } from '../../base/observable.ts';
import { withinPatience } from '../patience.ts';
import type { Platform } from '../platform.ts';
import { storageProblem, type StorageProblem } from '../storage-problem.ts';
import type { DocumentConnection } from './connection.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import { applyRows } from './read-document.ts';
import type { RowLedger } from './row-ledger.ts';
import { readRowKeys, readRows, replaceRows } from './rows.ts';
import type { Snapshots } from './snapshots.ts';

export interface UpkeepOptions {
	readonly workbook: WorkbookId;
	readonly doc: Y.Doc;
	readonly platform: Platform;
	readonly connection: DocumentConnection;
	readonly ledger: RowLedger;
	readonly snapshots: Snapshots;
	readonly onKept: (kept: Kept) => void;
}

/** What upkeep did, for the other tabs. */
export interface Kept {
	/** When the snapshot was taken, and up to which row it holds everything. */
	readonly at: string;
	readonly covers: number;
	/** Rows that the row `row` now stands for; none where nothing was compacted. */
	readonly replaced: readonly number[];
	readonly row: number;
}

/** The second copy in this browser, as the screen may show it. */
export type SecondCopy =
	| { readonly kind: 'none' }
	/** `at` is undefined for one of an earlier visit. */
	| { readonly kind: 'kept'; readonly at: string | undefined }
	| { readonly kind: 'failed'; readonly problem: StorageProblem };

/** Milliseconds without a write before upkeep begins: it takes 0.2 s at 10,000 controls. */
const quiet = 2_000;
const firstSnapshotBytes = 4 * 1024;
const leastSnapshotBytes = 64 * 1024;
const leastLogBytes = 1024 * 1024;

export class Upkeep implements Observable<SecondCopy> {
	readonly #options: UpkeepOptions;
	readonly #listeners = new Listeners();
	#current: SecondCopy = { kind: 'none' };
	/** Bytes of rows that no snapshot covers. */
	#uncovered = 0;
	#callOff: (() => void) | undefined;
	#running: Promise<void> | undefined;

	constructor(options: UpkeepOptions) {
		this.#options = options;
	}

	get current(): SecondCopy {
		return this.#current;
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	/** After opening: a snapshot covers the rows up to `covered`; 0 where there is none. */
	begin(covered: number): void {
		if (covered > 0) this.#current = { kind: 'kept', at: undefined };
		this.#uncovered = this.#options.ledger.bytesAfter(covered);
		this.stored(0);
	}

	/** `bytes` more were stored; puts upkeep off until things are quiet. */
	stored(bytes: number): void {
		this.#uncovered += bytes;
		this.#callOff?.();
		this.#callOff = undefined;
		if (this.#snapshotIsDue || this.#compactionIsDue)
			this.#callOff = this.#options.platform.timer.after(quiet, () => void this.run());
	}

	/** Another tab did what was due. */
	doneElsewhere({ at, covers, replaced, row }: Kept): void {
		const { ledger } = this.#options;
		ledger.forget(replaced);
		ledger.raise(row);
		this.#uncovered = ledger.bytesAfter(covers);
		this.#show({ kind: 'kept', at });
		this.stored(0);
	}

	/** Does what is due. Never rejects: what went wrong is in `current`. */
	run(): Promise<void> {
		this.#running ??= this.#locked().finally(() => {
			this.#running = undefined;
		});
		return this.#running;
	}

	/** Waits for upkeep under way and begins no more. */
	async close(): Promise<void> {
		this.#callOff?.();
		await this.#running;
	}

	get #snapshotIsDue(): boolean {
		const isFirst = this.#current.kind === 'none';
		const { largest } = this.#options.ledger;
		const least = isFirst ? firstSnapshotBytes : Math.max(leastSnapshotBytes, largest / 2);
		return this.#uncovered >= least;
	}

	get #compactionIsDue(): boolean {
		const { bytes, largest } = this.#options.ledger;
		return bytes - largest > Math.max(leastLogBytes, largest / 2);
	}

	async #locked(): Promise<void> {
		const { locks } = this.#options.platform;
		try {
			if (!locks) {
				await this.#work();
				return;
			}
			const name = `${this.#options.workbook}/upkeep`;
			await locks.request(name, { ifAvailable: true }, (lock) =>
				lock ? this.#work() : Promise.resolve(),
			);
		} catch (error) {
			this.#show({ kind: 'failed', problem: storageProblem(error, notKeptUp) });
		}
	}

	/**
	 * The snapshot comes first and is verified: while the rows are being replaced, and whatever
	 * happens to the row that replaces them, all of it stands in another database too.
	 */
	async #work(): Promise<void> {
		const { workbook, doc, connection, ledger, snapshots, platform } = this.#options;
		const { timer } = platform;
		if (!connection.db || !(this.#snapshotIsDue || this.#compactionIsDue)) return;
		await withinPatience(timer, this.#takeUnknownRows(connection.db));
		const [state, keys, uncovered] = [Y.encodeStateAsUpdate(doc), ledger.keys, this.#uncovered];
		const covers = Math.max(0, ...keys);
		const taken = await snapshots.take(workbook, state, covers);
		if (!taken.ok) {
			const [problem] = taken.problems;
			if (problem) this.#show({ kind: 'failed', problem });
			return;
		}
		this.#uncovered -= uncovered;
		const [at, isDue] = [taken.value, this.#compactionIsDue];
		const row = isDue ? await this.#compact(keys, state) : 0;
		this.#options.onKept({ at, covers, replaced: isDue ? keys : [], row });
		this.#show({ kind: 'kept', at });
	}

	/** Puts `state` in the place of the rows `keys`; returns its row. */
	async #compact(keys: readonly number[], state: Uint8Array): Promise<number> {
		const { connection, ledger, platform } = this.#options;
		if (!connection.db) throw new DOMException('Closed during upkeep', 'InvalidStateError');
		const key = ledger.takeKey();
		const replacing = replaceRows(connection.db, keys, { key, update: state });
		await withinPatience(platform.timer, replacing);
		ledger.forget(keys);
		ledger.add(key, state.length);
		return key;
	}

	/** Rows of other tabs whose relay has not reached us. */
	async #takeUnknownRows(db: IDBDatabase): Promise<void> {
		const { doc, ledger } = this.#options;
		if ((await readRowKeys(db)).every((key) => ledger.has(key))) return;
		const { rows } = await readRows(db);
		const { good } = applyRows(
			doc,
			rows.filter(({ key }) => !ledger.has(key)),
		);
		for (const { key, update } of good) ledger.add(key, update.length);
	}

	#show(copy: SecondCopy): void {
		this.#current = copy;
		this.#listeners.call();
	}
}

const notKeptUp = 'Your edits are stored; only the second copy in this browser is behind.';
