/**
 * What is done with whole states of the workbook: naming one, comparing two, finding what brings one
 * back. A worker opens and compares them; the page cuts its document into pieces for it and waits. All
 * of it can be cancelled, and leaves nothing behind then.
 */
import { ok, refused, type Result } from '../base/result.ts';
import type { EntryOf, ReviewEntry } from '../model/review/entry.ts';
import type { RegisterRecord } from '../model/registers/register.ts';
import { HistoryClient, HistoryWorkerFailed } from '../review/history/history-client.ts';
import type { StartHistoryWorker } from '../review/history/history-client.ts';
import { now, type NamedState, type StateName } from '../review/history/history-protocol.ts';
import type { Review } from '../review/review.ts';
import { mentionedRecords } from '../workbook/mentioned-records.ts';
import type { PortProblem } from '../workbook/ports.ts';
import type { RecordChange } from '../workbook/record-change.ts';
import type { RecordToRestore } from '../workbook/restoring.ts';
import { breath } from './breath.ts';
import type { LiveWorkbook } from './live-workbook.svelte.ts';

export type Milestone = EntryOf<'milestone'>;

/** What two states differ in. */
export interface StateComparison {
	readonly changes: readonly RecordChange[];
	/** Records that it names and that are not in the workbook any more, by id. */
	readonly gone: ReadonlyMap<string, RegisterRecord>;
}

/** Somebody waits for work on states: hears what is done, and may cancel it. */
export interface Waiting {
	readonly signal?: AbortSignal;
	readonly tell?: (what: string) => void;
}

/** What a piece of work came to; undefined where it was cancelled. */
export type Worked<Value> = Result<Value, PortProblem> | undefined;

/** Somebody cancelled it, or left: no failure. */
class Cancelled extends Error {}

/** So many records of an answer come at once: a few milliseconds. */
const perPart = 400;

export class MilestoneStates {
	readonly #review: Review;
	readonly #live: LiveWorkbook;
	readonly #start: StartHistoryWorker;
	#client: HistoryClient;
	/** One at a time: the worker knows one comparison. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(review: Review, live: LiveWorkbook, start: StartHistoryWorker) {
		this.#review = review;
		this.#live = live;
		this.#start = start;
		this.#client = new HistoryClient(start);
	}

	/** Names the state of the workbook as it is now. Problems mean that nothing was written. */
	name(name: string, note: string, waiting: Waiting): Promise<Worked<ReviewEntry>> {
		return this.#inTurn(waiting, async (client) => {
			await this.#bringNow(client, waiting);
			waiting.tell?.('Keeping it');
			const { bytes, ...state } = await client.ask('name', undefined);
			// From here on it is written, in one step.
			if (waiting.signal?.aborted) throw new Cancelled();
			return this.#keep({ ...state, bytes }, name, note);
		});
	}

	/** What a milestone and another, or the workbook as it is now, differ in. */
	compare(
		from: Milestone,
		to: Milestone | undefined,
		waiting: Waiting,
	): Promise<Worked<StateComparison>> {
		return this.#inTurn(waiting, async (client) => {
			const [older, newer] = [
				await this.#open(client, from, waiting),
				to ? await this.#open(client, to, waiting) : ok(await this.#bringNow(client, waiting)),
			];
			if (!older.ok) return older;
			if (!newer.ok) return newer;
			waiting.tell?.('Comparing');
			const count = await client.ask('compare', { from: older.value, to: newer.value });
			const changes = await this.#parts(count, (part) => client.ask('changes', part));
			return ok({ changes, gone: await this.#gone(client, changes) });
		});
	}

	/** What has to be written for the workbook to be as it was at a milestone. */
	whatRestores(
		milestone: Milestone,
		waiting: Waiting,
	): Promise<Worked<readonly RecordToRestore[]>> {
		return this.#inTurn(waiting, async (client) => {
			const opened = await this.#open(client, milestone, waiting);
			if (!opened.ok) return opened;
			await this.#bringNow(client, waiting);
			waiting.tell?.('Comparing');
			const count = await client.ask('restore', { milestone: opened.value });
			return ok(await this.#parts(count, (part) => client.ask('restored', part)));
		});
	}

	/** Ends the worker, with all it has open; it is started again when it is needed. */
	close(): void {
		this.#client.end(new Cancelled());
	}

	#inTurn<Value>(
		{ signal }: Waiting,
		work: (client: HistoryClient) => Promise<Result<Value, PortProblem>>,
	): Promise<Worked<Value>> {
		const done = this.#last.then(() => this.#cancellable(signal, work));
		this.#last = done.catch(() => undefined);
		return done;
	}

	async #cancellable<Value>(
		signal: AbortSignal | undefined,
		work: (client: HistoryClient) => Promise<Result<Value, PortProblem>>,
	): Promise<Worked<Value>> {
		if (this.#client.isEnded) this.#client = new HistoryClient(this.#start);
		const client = this.#client;
		const cancel = (): void => client.end(new Cancelled());
		signal?.addEventListener('abort', cancel);
		try {
			if (signal?.aborted) return undefined;
			return await work(client);
		} catch (error) {
			if (error instanceof HistoryWorkerFailed) return refused({ text: failedText });
			if (error instanceof Cancelled) return undefined;
			throw error;
		} finally {
			signal?.removeEventListener('abort', cancel);
		}
	}

	/** Brings the worker's copy to what the workbook says now. */
	async #bringNow(client: HistoryClient, { tell }: Waiting): Promise<StateName> {
		tell?.('Reading the workbook');
		await client.bring(this.#live.workbook.doc, breath);
		return now;
	}

	/** Refused where the bytes are on another device only. */
	async #open(
		client: HistoryClient,
		{ body, name }: Milestone,
		{ tell }: Waiting,
	): Promise<Result<StateName, PortProblem>> {
		const milestone = body.snapshot;
		if (await client.ask('isOpen', { milestone })) return ok(milestone);
		tell?.(`Opening “${body.name}”`);
		const found = await this.#review.store.file(milestone);
		if (!found.ok) return found;
		if (!found.value) return refused({ text: elsewhereText(body.name, name) });
		const problem = await client.ask('open', { milestone, bytes: found.value });
		return problem === undefined ? ok(milestone) : refused({ text: noneText(body.name, problem) });
	}

	async #keep(
		{ bytes, ...state }: NamedState,
		name: string,
		note: string,
	): Promise<Result<ReviewEntry, PortProblem>> {
		const kept = await this.#review.store.keepFile(state.snapshot, bytes);
		if (!kept.ok) return kept;
		return this.#review.write({ kind: 'milestone', name, note, ...state, bytes: bytes.length });
	}

	/** An answer part by part: a great one at once would hold up the page. */
	async #parts<One>(
		count: number,
		ask: (part: { readonly from: number; readonly to: number }) => Promise<readonly One[]>,
	): Promise<readonly One[]> {
		const parts: (readonly One[])[] = [];
		for (let from = 0; from < count; from += perPart) {
			parts.push(await ask({ from, to: from + perPart }));
		}
		return parts.flat();
	}

	async #gone(
		client: HistoryClient,
		changes: readonly RecordChange[],
	): Promise<ReadonlyMap<string, RegisterRecord>> {
		const { record } = this.#live.names;
		const ids = [...mentionedRecords(changes)].filter((id) => !record(id));
		const found = ids.length > 0 ? await client.ask('records', { ids }) : [];
		return new Map(found.map((one) => [one.id, one]));
	}
}

function elsewhereText(milestone: string, person: string): string {
	return `The content of “${milestone}” has not come here yet. It comes by itself while ${person}, or another editor who has it, is in the session with you.`;
}

function noneText(milestone: string, problem: string): string {
	return `The content of “${milestone}” is not that of a workbook, so it was not opened: ${problem} Nothing was changed. Ask whoever named it to name the state again.`;
}

const failedText =
	'The browser stopped the work on it, perhaps for want of memory. Nothing was changed. Close other tabs and try again.';
