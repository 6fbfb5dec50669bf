/**
 * The page's side of one history worker, which opens and compares whole states of a workbook. Once it
 * was ended, or broke down, it refuses whatever is asked: what was begun with it cannot go on with
 * another, which knows nothing of it.
 */
import type * as Y from 'yjs';
import { segmentsOf } from '../document/segments.ts';
import type { FromHistory, HistoryQuestion, HistoryTalk, ToHistory } from './history-protocol.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What the client needs of a `Worker`. */
export interface HistoryWorker {
	postMessage(message: ToHistory, transfer?: Transferable[]): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<FromHistory>) => void): void;
	addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
	terminate(): void;
}

export type StartHistoryWorker = () => Promise<HistoryWorker>;

/** The worker broke down, or could not be started. */
export class HistoryWorkerFailed extends Error {}

interface Waiting {
	readonly settle: (answer: unknown) => void;
	readonly fail: (error: unknown) => void;
}

/** Each is cut by the page, in a fraction of a frame. */
const pieceBytes = 2 ** 18;

export class HistoryClient {
	readonly #start: StartHistoryWorker;
	#worker: Promise<HistoryWorker> | undefined;
	readonly #waiting = new Map<number, Waiting>();
	#lastId = 0;
	#ended: { readonly reason: unknown } | undefined;

	constructor(start: StartHistoryWorker) {
		this.#start = start;
	}

	/** True once another one is needed. */
	get isEnded(): boolean {
		return this.#ended !== undefined;
	}

	/** Rejects with `HistoryWorkerFailed`, or with what `end` was given. */
	async ask<Key extends HistoryQuestion>(
		question: Key,
		ask: HistoryTalk[Key]['ask'],
		transfer: Transferable[] = [],
	): Promise<HistoryTalk[Key]['answer']> {
		if (this.#ended) throw this.#ended.reason;
		const starting = (this.#worker ??= this.#started());
		const id = ++this.#lastId;
		const answer = new Promise<unknown>((settle, fail) => this.#waiting.set(id, { settle, fail }));
		starting
			.then((worker) => worker.postMessage({ id, question, ask } as ToHistory, transfer))
			.catch(() => this.end());
		return (await answer) as HistoryTalk[Key]['answer'];
	}

	/**
	 * Brings the worker's copy to what the document says when the promise resolves, changes that are
	 * made meanwhile included. `pause` hands the page back after each piece.
	 */
	async bring(doc: Y.Doc, pause: () => Promise<void>): Promise<void> {
		const meanwhile: Bytes[] = [];
		const hear = (update: Uint8Array): void => void meanwhile.push(new Uint8Array(update));
		const reached = await this.ask('reached', undefined);
		doc.on('update', hear);
		try {
			for (const update of segmentsOf(doc, reached, pieceBytes)) {
				await this.ask('bring', { update }, [update.buffer]);
				await pause();
			}
			for (let update = meanwhile.shift(); update; update = meanwhile.shift()) {
				await this.ask('bring', { update }, [update.buffer]);
			}
		} finally {
			doc.off('update', hear);
		}
	}

	/** Ends the worker; whatever waits for it, or asks it later, is rejected with this. */
	end(reason: unknown = new HistoryWorkerFailed()): void {
		if (this.#ended) return;
		this.#ended = { reason };
		this.#worker?.then((worker) => worker.terminate(), ignore);
		const waiting = [...this.#waiting.values()];
		this.#waiting.clear();
		for (const { fail } of waiting) fail(reason);
	}

	async #started(): Promise<HistoryWorker> {
		const worker = await this.#start();
		const fail = (event: Event): void => {
			event.preventDefault();
			this.end();
		};
		worker.addEventListener('error', fail);
		worker.addEventListener('messageerror', fail);
		worker.addEventListener('message', ({ data }) => {
			const waiting = this.#waiting.get(data.id);
			this.#waiting.delete(data.id);
			if ('fault' in data) waiting?.fail(new HistoryWorkerFailed(data.fault));
			else waiting?.settle(data.answer);
		});
		return worker;
	}
}

function ignore(): void {
	// It never started: there is nothing to end.
}
