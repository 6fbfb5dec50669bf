/**
 * Writes each update of the document and knows at every moment which are acknowledged. An update is
 * written in the task that made it; one that could not be written is kept, shown as not saved, and
 * written again with the next edit, on demand, and every few seconds.
 */
import { Listeners, type Observable } from '../../base/observable.ts';
import { ok } from '../../base/result.ts';
import { patience, timeout, withinPatience } from '../patience.ts';
import type { Platform } from '../platform.ts';
import { problemOf, storageProblem, type StorageProblem } from '../storage-problem.ts';
import type { DocumentConnection } from './connection.ts';
import type { RowLedger } from './row-ledger.ts';
import { addRows, readRowKeys } from './rows.ts';
import type { NewRow } from './seal.ts';
import { keptInTab, keptNowhere, type SaveState } from './save-state.ts';

export interface WriterOptions {
	readonly platform: Platform;
	readonly connection: DocumentConnection;
	readonly ledger: RowLedger;
	/** The whole document as one update, for a database that was emptied under us. */
	readonly wholeState: () => Uint8Array;
	/** False once the workbook was deleted for good; rejects where that cannot be told. */
	readonly isListed: () => Promise<boolean>;
	/** Rows were acknowledged. */
	readonly onStored: (rows: readonly NewRow[]) => void;
}

/** How long after a failure we try again by ourselves. */
const retryAfter = 5_000;
/** A key taken by another tab is no failure, but cannot go on for ever. */
const mostConflicts = 20;

export class UpdateWriter implements Observable<SaveState> {
	readonly #options: WriterOptions;
	readonly #listeners = new Listeners();
	#waiting: Uint8Array[] = [];
	#inFlight = 0;
	#holds = 0;
	#preparing = false;
	#failure: StorageProblem | undefined;
	/** Writes in a row that met a key another tab had taken. */
	#conflicts = 0;
	#keysAreStale = false;
	/** A closed connection is opened again once without a word. */
	#reopened = false;
	#isDeleted = false;
	#isClosed = false;
	#savedAt: string;
	#state: SaveState;
	#callOffRetry: (() => void) | undefined;
	#idle: (() => void)[] = [];

	constructor(options: WriterOptions) {
		this.#options = options;
		this.#savedAt = options.platform.clock.now();
		this.#state = { kind: 'saved', at: this.#savedAt };
	}

	get current(): SaveState {
		return this.#state;
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	/** Updates made and not acknowledged; a database that may have been emptied counts as one. */
	get pending(): number {
		const whole = this.#options.connection.mayBeEmptied ? 1 : 0;
		return this.#waiting.length + this.#inFlight + whole;
	}

	write(update: Uint8Array): void {
		this.#waiting.push(update);
		this.#send();
		this.#refresh();
	}

	/** Lets updates wait until the returned call, which writes all of them in one transaction. */
	hold(): () => void {
		this.#holds += 1;
		return once(() => {
			this.#holds -= 1;
			this.#send();
			this.#refresh();
		});
	}

	/** Tries what is waiting once more. Resolves when that attempt has ended, well or badly. */
	retry(): Promise<void> {
		this.#reopened = false;
		this.#send();
		this.#refresh();
		return this.settled();
	}

	/** Resolves when nothing is on its way: everything is acknowledged, or has failed. */
	settled(): Promise<void> {
		if (!this.#isBusy) return Promise.resolve();
		return new Promise((resolve) => this.#idle.push(resolve));
	}

	/** The workbook was deleted for good: nothing is written any more, and the state says so. */
	endAsDeleted(): void {
		this.#isDeleted = true;
		this.#options.connection.close();
		this.#fail(problemOf('deleted', keptNowhere));
	}

	/** Stops retrying. What is on its way is still acknowledged. */
	close(): void {
		this.#isClosed = true;
		this.#callOffRetry?.();
	}

	get #isBusy(): boolean {
		return this.#inFlight > 0 || this.#preparing || this.#holds > 0;
	}

	#send(): void {
		const { connection, ledger } = this.#options;
		if (this.#isDeleted || this.#isClosed || this.#preparing || this.#holds > 0) return;
		if (this.#waiting.length === 0 && !connection.mayBeEmptied) return;
		if (connection.db && !connection.mayBeEmptied && !this.#keysAreStale) {
			const write = ledger.lastKey + 1;
			const batch = this.#waiting.splice(0);
			const rows = batch.map((update) => ({ key: ledger.takeKey(), update, write }));
			this.#begin(connection.db, rows);
		} else void this.#prepare();
	}

	#begin(db: IDBDatabase, rows: readonly NewRow[]): void {
		let transaction: IDBTransaction;
		try {
			transaction = addRows(db, rows);
		} catch (error) {
			this.#return(rows, error);
			return;
		}
		this.#inFlight += rows.length;
		const end = once((error?: unknown) => {
			callOff();
			this.#inFlight -= rows.length;
			if (error === undefined) this.#acknowledge(rows);
			else this.#return(rows, error);
			this.#refresh();
		});
		const callOff = this.#options.platform.timer.after(patience, () => end(timeout()));
		transaction.oncomplete = () => end();
		transaction.onabort = () =>
			end(transaction.error ?? new DOMException('The transaction was aborted', 'AbortError'));
	}

	#acknowledge(rows: readonly NewRow[]): void {
		this.#reopened = false;
		this.#conflicts = 0;
		this.#savedAt = this.#options.platform.clock.now();
		for (const row of rows) this.#options.ledger.add(row);
		this.#options.onStored(rows);
		if (this.#waiting.length > 0) this.#send();
	}

	/** Takes back rows that were not written and decides what to do about it. */
	#return(rows: readonly NewRow[], error: unknown): void {
		this.#waiting.unshift(...rows.map(({ update }) => update));
		if (this.#isDeleted) return;
		if (isConflict(error) && this.#conflicts < mostConflicts) {
			this.#conflicts += 1;
			this.#keysAreStale = true;
			this.#send();
			return;
		}
		const problem = storageProblem(error, keptInTab);
		if (problem.reason !== 'quota') this.#options.connection.close();
		if (problem.reason === 'closed' && !this.#reopened) {
			this.#reopened = true;
			this.#send();
			return;
		}
		this.#fail(problem);
	}

	/** Opens the database where it is closed, and learns which keys are taken. */
	async #prepare(): Promise<void> {
		const { connection, platform } = this.#options;
		this.#preparing = true;
		let problem: StorageProblem | undefined;
		try {
			problem = await withinPatience(platform.timer, this.#connect());
		} catch (error) {
			problem = storageProblem(error, keptInTab);
		}
		this.#preparing = false;
		if (!problem) this.#send();
		else if (problem.reason === 'deleted') this.endAsDeleted();
		else {
			connection.close();
			this.#fail(problem);
		}
		this.#refresh();
	}

	async #connect(): Promise<StorageProblem | undefined> {
		const { connection, ledger, isListed } = this.#options;
		if (!(await isListed())) return problemOf('deleted', keptNowhere);
		const opened = connection.db ? ok(connection.db) : await connection.open(keptInTab);
		if (!opened.ok) return opened.problems[0] ?? problemOf('other', keptInTab);
		const keys = new Set(await readRowKeys(opened.value));
		for (const key of keys) ledger.raise(key);
		this.#keysAreStale = false;
		if (connection.mayBeEmptied) this.#settleDoubt(keys);
		return undefined;
	}

	/** After a doubtful closing: what we stored is still there, or the whole document goes in again. */
	#settleDoubt(present: ReadonlySet<number>): void {
		const { connection, ledger, wholeState } = this.#options;
		const stored = ledger.keys;
		if (stored.length === 0 || !stored.every((key) => present.has(key))) {
			ledger.clear();
			this.#waiting = [wholeState()];
		}
		connection.trust();
	}

	#fail(problem: StorageProblem): void {
		this.#failure = problem;
		this.#callOffRetry?.();
		if (!this.#isClosed && !this.#isDeleted)
			this.#callOffRetry = this.#options.platform.timer.after(retryAfter, () => void this.retry());
		this.#refresh();
	}

	#refresh(): void {
		if (this.pending === 0 && !this.#isDeleted) this.#failure = undefined;
		const before = this.#state;
		this.#state = this.#describe();
		if (!this.#isBusy) for (const resolve of this.#idle.splice(0)) resolve();
		if (JSON.stringify(before) !== JSON.stringify(this.#state)) this.#listeners.call();
	}

	#describe(): SaveState {
		const { pending } = this;
		if (this.#failure)
			return { kind: 'failed', reason: this.#failure.reason, text: this.#failure.text, pending };
		if (pending > 0 || this.#isBusy) return { kind: 'saving', pending };
		return { kind: 'saved', at: this.#savedAt };
	}
}

function isConflict(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'ConstraintError';
}

function once<Argument>(action: (argument?: Argument) => void): (argument?: Argument) => void {
	let done = false;
	return (argument) => {
		if (done) return;
		done = true;
		action(argument);
	};
}
