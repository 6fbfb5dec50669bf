/**
 * The page's side of the airlock worker. A worker that crashes, or gives no sign of life for
 * `patience`, is ended and what it was at is refused; the next question starts another, filled from
 * the workbook's document as it is then.
 */
import type * as Y from 'yjs';
import type { DocumentGuard, MassDeletion, TakeOutcome } from '../session/document-guard.ts';
import {
	isFromAirlock,
	type AirlockQuestion,
	type AirlockTalk,
	type ToAirlock,
} from './airlock-protocol.ts';
import type { ClockRange } from './clock-ranges.ts';
import { segmentsOf } from './segments.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What the client needs of a `Worker`. */
export interface AirlockWorker {
	postMessage(message: ToAirlock, transfer?: Transferable[]): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
	addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
	terminate(): void;
}

export type StartAirlockWorker = () => Promise<AirlockWorker>;

/** Stands for an answer that never comes. */
const failed = Symbol('failed');
type Answer<Key extends AirlockQuestion> = AirlockTalk[Key]['answer'] | typeof failed;

const patienceMilliseconds = 30_000;

/** The page cuts these itself, so each takes a fraction of a frame. */
const fillBytes = 2 ** 18;
/** Milliseconds of cutting between two turns of the page. */
const slice = 10;

export class AirlockClient implements DocumentGuard {
	readonly #doc: Y.Doc;
	readonly #start: StartAirlockWorker;
	readonly #patience: number;
	#worker: Promise<AirlockWorker> | undefined;
	readonly #waiting = new Map<number, (answer: unknown) => void>();
	#lastId = 0;
	#watchdog: ReturnType<typeof setTimeout> | undefined;
	/** True where the worker's copy may lack what was taken but not merged when it was filled. */
	#mayLag = false;
	#kept: readonly ClockRange[] = [];
	/** True once somebody is expected. */
	#isPrimed = false;
	#isClosed = false;

	/** `doc`: the workbook's document, which holds whatever was not taken here. */
	constructor(doc: Y.Doc, start: StartAirlockWorker, patience = patienceMilliseconds) {
		this.#doc = doc;
		this.#start = start;
		this.#patience = patience;
	}

	/**
	 * Checks an update of somebody else; asks before a mass deletion. Merge it into the document only
	 * where it was taken.
	 */
	async take(update: Bytes, ask: (mass: MassDeletion) => Promise<boolean>): Promise<TakeOutcome> {
		const outcome = await this.#take(update, ask);
		if (outcome.kind !== 'refused' || outcome.refusal !== 'gap' || !this.#mayLag) return outcome;
		this.#mayLag = false;
		this.#refill();
		return this.#take(update, ask);
	}

	/** Starts the worker, and cuts there what a newcomer lacks, before anybody asks for anything. */
	prime(): void {
		this.#isPrimed = true;
		this.#tell('ahead', undefined);
	}

	/** Tells of every update of the document that does not come from `take`. */
	noteLocal(update: Bytes): void {
		if (this.#worker) this.#tell('note', { update });
	}

	/** Keeps what others removed in the document, and not in the worker's copy. */
	keep(kept: readonly ClockRange[]): void {
		this.#kept = kept;
		if (this.#worker) this.#tell('keep', { kept });
	}

	/**
	 * What somebody of this state vector lacks, in updates of about a megabyte, deflated (RFC 1951)
	 * where asked. Throws where the worker stops, so that nobody takes a part for the whole.
	 */
	async *diff(vector: Bytes, { deflate = false } = {}): AsyncGenerator<Bytes, void, undefined> {
		const of = this.#nextId();
		this.#tell('diff', { vector, deflate }, of);
		try {
			// One piece is made while the one before it travels.
			let coming = this.#ask('piece', { of });
			for (let piece = await coming; piece !== undefined; piece = await coming) {
				if (piece === failed) throw new Error(stoppedCutting);
				coming = this.#ask('piece', { of });
				yield piece;
			}
		} finally {
			if (this.#worker) this.#tell('leave', { of });
		}
	}

	/** Ends the worker; whatever it was at is refused. */
	close(): void {
		this.#isClosed = true;
		this.#end();
	}

	async #take(
		update: Bytes,
		ask: (mass: MassDeletion) => Promise<boolean>,
		agreed = false,
	): Promise<TakeOutcome> {
		const isFirst = this.#waiting.size === 0;
		const answer = await this.#ask('take', { update, own: this.#doc.clientID, agreed });
		if (answer === failed) return isFirst ? stopped : behind;
		if (answer.kind === 'refused') {
			if (answer.isBroken) this.#refill();
			return { kind: 'refused', refusal: answer.problem.kind, text: answer.problem.text };
		}
		const { mass, upTo, instead } = answer.checked;
		if (!mass || agreed) return { kind: 'taken', upTo, instead };
		return (await ask(mass)) ? this.#take(update, ask, true) : { kind: 'left' };
	}

	#refill(): void {
		if (this.#worker) this.#worker = this.#filled(this.#worker);
	}

	#nextId(): number {
		return ++this.#lastId;
	}

	#ask<Key extends AirlockQuestion>(
		question: Key,
		ask: AirlockTalk[Key]['ask'],
	): Promise<Answer<Key>> {
		if (this.#isClosed) return Promise.resolve(failed);
		const id = this.#nextId();
		const answer = new Promise<unknown>((settle) => this.#waiting.set(id, settle));
		this.#tell(question, ask, id);
		return answer as Promise<Answer<Key>>;
	}

	#tell<Key extends AirlockQuestion>(
		question: Key,
		ask: AirlockTalk[Key]['ask'],
		id = this.#nextId(),
	): void {
		if (!this.#isClosed) void this.#send({ id, question, ask } as ToAirlock);
	}

	async #send(message: ToAirlock): Promise<void> {
		const sendingTo = (this.#worker ??= this.#filled(this.#startWorker()));
		this.#watch();
		try {
			const worker = await sendingTo;
			worker.postMessage(message);
		} catch {
			if (this.#worker === sendingTo) this.#end();
		}
	}

	async #startWorker(): Promise<AirlockWorker> {
		const worker = await this.#start();
		const fail = (event: Event): void => {
			event.preventDefault();
			this.#end();
		};
		worker.addEventListener('error', fail);
		worker.addEventListener('messageerror', fail);
		worker.addEventListener('message', ({ data }) => {
			this.#watch();
			if (isFromAirlock(data)) this.#settle(data.id, data.answer);
		});
		return worker;
	}

	/** The worker once its copy holds what the document holds, sent in pieces so that no frame waits. */
	async #filled(starting: Promise<AirlockWorker>): Promise<AirlockWorker> {
		const worker = await starting;
		// What is kept here of what others removed is not for newcomers.
		const isForNewcomers = this.#isPrimed && this.#kept.length === 0;
		let isFirst = true;
		let since = performance.now();
		for (const update of segmentsOf(this.#doc, undefined, fillBytes)) {
			const ask = { update, isFirst, isForNewcomers };
			worker.postMessage({ id: this.#nextId(), question: 'fill', ask }, [update.buffer]);
			isFirst = false;
			this.#watch();
			if (performance.now() - since < slice) continue;
			await new Promise((resolve) => setTimeout(resolve));
			since = performance.now();
		}
		worker.postMessage({ id: this.#nextId(), question: 'keep', ask: { kept: this.#kept } });
		return worker;
	}

	#settle(id: number, answer: unknown): void {
		const settle = this.#waiting.get(id);
		this.#waiting.delete(id);
		this.#watch();
		settle?.(answer);
	}

	/** Every sign of life starts the wait anew; nothing is watched while nothing was asked. */
	#watch(): void {
		clearTimeout(this.#watchdog);
		if (this.#waiting.size === 0) return;
		this.#watchdog = setTimeout(() => this.#end(), this.#patience);
	}

	#end(): void {
		clearTimeout(this.#watchdog);
		this.#worker?.then((worker) => worker.terminate(), ignore);
		this.#worker = undefined;
		this.#mayLag = true;
		for (const id of [...this.#waiting.keys()]) this.#settle(id, failed);
	}
}

const stopped: TakeOutcome = {
	kind: 'refused',
	refusal: 'unsafe',
	text: 'Checking it came to no end, so it was stopped. Nothing of it was merged.',
};

/** It waited behind another: whoever hears of a gap asks for it once more. */
const behind: TakeOutcome = {
	kind: 'refused',
	refusal: 'gap',
	text: 'The check before it was stopped. Nothing of it was merged; it is asked for again.',
};

const stoppedCutting = 'What the others lack could not be put together; it is tried again.';

function ignore(): void {
	// It never started: there is nothing to end.
}
