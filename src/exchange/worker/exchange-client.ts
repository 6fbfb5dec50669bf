/**
 * The page's side of the exchange worker. Reading starts a fresh worker for every file; a worker
 * that crashes, or gives no sign of life for `patience`, is ended and reported, so that no file can
 * hold the page up.
 */
import { ok, refused, type Result } from '../../base/result.ts';
import {
	isFromWorker,
	type Exchange,
	type ExchangeProblem,
	type FromWorker,
	type Question,
	type SpreadsheetSource,
	type ToWorker,
} from './protocol.ts';

/** What the client needs of a `Worker`. */
export interface ExchangeWorker {
	postMessage(message: ToWorker): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
	addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
	terminate(): void;
}

export type StartExchangeWorker = () => Promise<ExchangeWorker>;

export type Answer<Key extends Question> = Promise<
	Result<Exchange[Key]['answer'], ExchangeProblem>
>;

export interface Listening<Chunk = never> {
	readonly onprogress?: (fraction: number, what: string) => void;
	readonly onchunk?: (chunk: Chunk) => void;
	/** Aborting ends the wait at once. */
	readonly signal?: AbortSignal;
}

interface Waiting {
	readonly onprogress: (fraction: number, what: string) => void;
	readonly onchunk: (chunk: unknown) => void;
	readonly settle: (outcome: Result<unknown, ExchangeProblem>) => void;
}

const patienceMilliseconds = 10_000;

export class ExchangeClient {
	readonly #start: StartExchangeWorker;
	readonly #patience: number;
	#worker: Promise<ExchangeWorker> | undefined;
	readonly #waiting = new Map<number, Waiting>();
	#lastId = 0;
	#watchdog: ReturnType<typeof setTimeout> | undefined;

	constructor(start: StartExchangeWorker, patience = patienceMilliseconds) {
		this.#start = start;
		this.#patience = patience;
	}

	/** Reads a file in a fresh worker, which then answers questions about it. `close` stops it. */
	open(source: SpreadsheetSource, listening: Listening = {}): Answer<'open'> {
		this.close();
		return this.ask('open', source, listening);
	}

	/** Asks the worker, starting one if there is none. Problems are returned, never thrown. */
	async ask<Key extends Question>(
		question: Key,
		ask: Exchange[Key]['ask'],
		{ onprogress, onchunk, signal }: Listening<Exchange[Key]['chunk']> = {},
	): Answer<Key> {
		if (signal?.aborted) return refused(cancelled);
		const id = ++this.#lastId;
		const outcome = new Promise<Result<unknown, ExchangeProblem>>((settle) => {
			this.#waiting.set(id, {
				onprogress: onprogress ?? ignore,
				onchunk: (onchunk ?? ignore) as (chunk: unknown) => void,
				settle,
			});
		});
		const stop = (): void => {
			void this.#send({ id, question: 'cancel' });
			this.#settle(id, refused(cancelled));
		};
		signal?.addEventListener('abort', stop);
		void this.#send({ id, question, ask } as ToWorker);
		const settled = await outcome;
		signal?.removeEventListener('abort', stop);
		return settled as Result<Exchange[Key]['answer'], ExchangeProblem>;
	}

	/** Ends the worker at once; whatever was asked is answered with `cancelled`. */
	close(): void {
		this.#end(cancelled);
	}

	async #send(message: ToWorker): Promise<void> {
		const starting = (this.#worker ??= this.#startWorker());
		this.#watch();
		try {
			const worker = await starting;
			if (this.#worker === starting) worker.postMessage(message);
		} catch {
			if (this.#worker === starting) this.#end(crashed);
		}
	}

	async #startWorker(): Promise<ExchangeWorker> {
		const worker = await this.#start();
		const fail = (event: Event): void => {
			event.preventDefault();
			this.#end(crashed);
		};
		worker.addEventListener('error', fail);
		worker.addEventListener('messageerror', fail);
		worker.addEventListener('message', ({ data }) => {
			if (isFromWorker(data)) this.#hear(data);
		});
		return worker;
	}

	#hear(message: FromWorker): void {
		const waiting = this.#waiting.get(message.id);
		if (!waiting) return;
		this.#watch();
		if (message.kind === 'progress') waiting.onprogress(message.fraction, message.what);
		else if (message.kind === 'chunk') waiting.onchunk(message.chunk);
		else if (message.kind === 'answer') this.#settle(message.id, ok(message.answer));
		else this.#settle(message.id, refused(message.problem));
	}

	#settle(id: number, outcome: Result<unknown, ExchangeProblem>): void {
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		this.#watch();
		waiting?.settle(outcome);
	}

	/** Every sign of life starts the wait anew; nothing is watched while nothing was asked. */
	#watch(): void {
		clearTimeout(this.#watchdog);
		if (this.#waiting.size === 0) return;
		this.#watchdog = setTimeout(() => this.#end(stalled), this.#patience);
	}

	#end(problem: ExchangeProblem): void {
		void this.#worker?.then((worker) => worker.terminate(), ignore);
		this.#worker = undefined;
		for (const id of [...this.#waiting.keys()]) this.#settle(id, refused(problem));
	}
}

const cancelled: ExchangeProblem = { kind: 'cancelled', text: 'Stopped.' };

const stalled: ExchangeProblem = {
	kind: 'stalled',
	text: 'This took too long without any progress, so it was stopped. Open the file in the spreadsheet program, save it as .xlsx with only the sheets you need, and bring in that copy.',
};

const crashed: ExchangeProblem = {
	kind: 'crashed',
	text: 'The part of the program that reads and writes files stopped unexpectedly; nothing was changed. Close other tabs and try again, or save a copy with only the sheets you need and bring that in.',
};

function ignore(): void {
	// Nobody wanted to hear it.
}
