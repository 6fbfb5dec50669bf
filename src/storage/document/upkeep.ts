/**
 * Upkeep of a workbook's database: a snapshot in a quiet moment where the last one is far behind, and
 * compaction of the rows into one while nobody sees the page or works in it. Both by bytes, so that
 * what is written stays in proportion to what was edited. One tab at a time does it, under a Web Lock.
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
import { readRows, replaceRows } from './rows.ts';
import { examine, type NewRow, type StoredRow } from './seal.ts';
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

/** A compaction takes a snapshot first. */
type Task = 'snapshot' | 'compaction';

/** Milliseconds without a write before a snapshot, and before a compaction on a hidden page. */
const quiet = 2_000;
/** The same before a compaction in plain view: encoding 10,000 controls takes the page 0.15 s. */
const longQuiet = 30_000;
const firstSnapshotBytes = 4 * 1024;
const leastSnapshotBytes = 64 * 1024;
const leastLogBytes = 1024 * 1024;
/** As many as y-indexeddb lets come together. */
const mostWrites = 500;

export class Upkeep implements Observable<SecondCopy> {
	readonly #options: UpkeepOptions;
	readonly #listeners = new Listeners();
	#current: SecondCopy = { kind: 'none' };
	/** Bytes of rows that no snapshot covers. */
	#uncovered = 0;
	#callOff: (() => void) | undefined;
	#running: Promise<void> | undefined;
	#isClosed = false;
	#stopWatching: (() => void) | undefined;

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
		const { ledger, platform } = this.#options;
		if (covered > 0) this.#current = { kind: 'kept', at: undefined };
		this.#uncovered = ledger.bytesAfter(covered);
		this.#stopWatching = platform.isHidden.subscribe(() => this.#plan());
		this.#plan();
	}

	/** `bytes` more were stored; puts upkeep off until things are quiet. */
	stored(bytes: number): void {
		this.#uncovered += bytes;
		this.#plan();
	}

	/** Another tab did what was due. */
	doneElsewhere({ at, covers, replaced, row }: Kept): void {
		const { ledger } = this.#options;
		ledger.forget(replaced);
		ledger.raise(row);
		this.#uncovered = ledger.bytesAfter(covers);
		this.#show({ kind: 'kept', at });
		this.#plan();
	}

	/** Waits for upkeep under way and begins no more. */
	async close(): Promise<void> {
		this.#isClosed = true;
		this.#stopWatching?.();
		this.#callOff?.();
		await this.#running;
	}

	/** Sets the time for what is due next, counted from now. */
	#plan(): void {
		this.#callOff?.();
		const task = this.#due;
		if (!task || this.#isClosed) return;
		const { timer, isHidden } = this.#options.platform;
		const wait = task === 'snapshot' || isHidden.current ? quiet : longQuiet;
		this.#callOff = timer.after(wait, () => this.#begin(task));
	}

	#begin(task: Task): void {
		// What is under way plans what comes after it.
		if (this.#running) return;
		this.#running = this.#locked(task).then((isDone) => {
			this.#running = undefined;
			// What failed waits for the next write, or it would fail over and over.
			if (isDone) this.#plan();
		});
	}

	get #due(): Task | undefined {
		const isHidden = this.#options.platform.isHidden.current;
		if (this.#compactionIsDue && (isHidden || !this.#snapshotIsDue)) return 'compaction';
		return this.#snapshotIsDue ? 'snapshot' : undefined;
	}

	get #snapshotIsDue(): boolean {
		const isFirst = this.#current.kind === 'none';
		const { largest } = this.#options.ledger;
		const least = isFirst ? firstSnapshotBytes : Math.max(leastSnapshotBytes, largest / 2);
		return this.#uncovered >= least;
	}

	get #compactionIsDue(): boolean {
		const { bytes, largest, writes } = this.#options.ledger;
		return writes > mostWrites || bytes - largest > Math.max(leastLogBytes, largest / 2);
	}

	/** True where it was done. Never rejects: what went wrong is in `current`. */
	async #locked(task: Task): Promise<boolean> {
		const { locks } = this.#options.platform;
		try {
			if (!locks) return await this.#work(task);
			const name = `${this.#options.workbook}/upkeep`;
			return await locks.request(name, { ifAvailable: true }, (lock) =>
				lock ? this.#work(task) : Promise.resolve(false),
			);
		} catch (error) {
			this.#show({ kind: 'failed', problem: storageProblem(error, notKeptUp) });
			return false;
		}
	}

	/**
	 * The snapshot comes first and is verified: while the rows are being replaced, and whatever
	 * happens to the row that replaces them, all of it stands in another database too.
	 */
	async #work(task: Task): Promise<boolean> {
		const { workbook, connection, ledger, snapshots, platform } = this.#options;
		const { db } = connection;
		if (!db) return false;
		const known = ledger.keys;
		const { rows } = await withinPatience(platform.timer, readRows(db));
		const content = this.#contentOf(rows, known);
		const keys = new Set([...known, ...content.map(({ key }) => key)]);
		const covers = Math.max(0, ...keys);
		const taken = await snapshots.take(workbook, content, covers);
		if (!taken.ok) {
			const [problem] = taken.problems;
			if (problem) this.#show({ kind: 'failed', problem });
			return false;
		}
		this.#uncovered = ledger.bytesAfter(covers);
		const at = taken.value;
		const done = task === 'compaction' ? await this.#compact(rows, keys) : { replaced: [], row: 0 };
		this.#options.onKept({ at, covers, ...done });
		this.#show({ kind: 'kept', at });
		return true;
	}

	/**
	 * The stored rows themselves, which spares the page from encoding the document; only where one of
	 * the `known` rows was damaged under us does the document, which holds it, stand for that row.
	 */
	#contentOf(rows: readonly StoredRow[], known: readonly number[]): readonly NewRow[] {
		const sound = rows.map(examine).filter((row) => 'update' in row);
		const keys = new Set(sound.map(({ key }) => key));
		const lost = known.find((key) => !keys.has(key));
		if (lost === undefined) return sound;
		const update = Y.encodeStateAsUpdate(this.#options.doc);
		return [...sound, { key: lost, update, write: lost }];
	}

	/** Puts the document in the place of the rows `keys`, as far as it contains them. */
	async #compact(
		rows: readonly StoredRow[],
		keys: ReadonlySet<number>,
	): Promise<Pick<Kept, 'replaced' | 'row'>> {
		const { doc, connection, ledger, platform } = this.#options;
		if (!connection.db) throw new DOMException('Closed during upkeep', 'InvalidStateError');
		// Rows of other tabs whose relay has not reached us.
		const unknown = rows.filter(({ key }) => !ledger.has(key));
		for (const row of applyRows(doc, unknown).good) ledger.add(row);
		const key = ledger.takeKey();
		const row: NewRow = { key, update: Y.encodeStateAsUpdate(doc), write: key };
		const replaced = [...keys].filter((each) => ledger.has(each));
		await withinPatience(platform.timer, replaceRows(connection.db, replaced, row));
		ledger.forget(replaced);
		ledger.add(row);
		return { replaced, row: key };
	}

	#show(copy: SecondCopy): void {
		this.#current = copy;
		this.#listeners.call();
	}
}

const notKeptUp = 'Your edits are stored; only the second copy in this browser is behind.';
