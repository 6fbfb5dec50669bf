/**
 * The connection to a relay (an unmodified Hocuspocus): keeps the relay's document and ours alike.
 * Runs in the worker; in tests also in Node. Frames sent while the relay is away wait here.
 */
import { HocuspocusProvider } from '@hocuspocus/provider';
import type { Frame } from '../../carrier.ts';
import { RelayLog } from './relay-log.ts';
import { RelayShowing } from './relay-showing.ts';
import type { RelayState, RelayTarget } from './relay-protocol.ts';

export interface RelayListening {
	/** A frame that somebody else put there, numbered in the order of handing over. */
	readonly frame: (frame: Frame, number: number) => void;
	/** A frame that somebody shows to whoever is connected now. */
	readonly shown: (frame: Frame) => void;
	readonly state: (state: RelayState) => void;
}

/** What is written at once: one message on the connection. */
const batchBytes = 4 * 2 ** 20;
/** Longest pause between attempts to connect. */
const greatestDelay = 15_000;
const reopenMilliseconds = 2_000;
const farewellMilliseconds = 2_000;
const reportMilliseconds = 20;
/** The codes with which relays refuse what is too large: RFC 6455, 7.4.1, and our own relay's word. */
const tooBig = 1009;
const fullReason = 'full';

export class RelayConnection {
	readonly #target: RelayTarget;
	readonly #listening: RelayListening;
	readonly #socket: unknown;
	readonly #log: RelayLog;
	#provider: HocuspocusProvider;
	#showing: RelayShowing | undefined;
	#shown: Frame | undefined;
	#kind: RelayState['kind'] = 'connecting';
	#reason = '';
	/** Frames that wait until the relay's document is here. */
	#queue: Frame[] = [];
	/** Frames in the document that the relay has not confirmed. */
	#unconfirmed = 0;
	#confirmed: (() => void)[] = [];
	#reopening: ReturnType<typeof setTimeout> | undefined;
	#isReporting = false;
	#isClosed = false;

	/** `socket`: the WebSocket class where the platform has none. */
	constructor(target: RelayTarget, listening: RelayListening, socket?: unknown) {
		this.#target = target;
		this.#listening = listening;
		this.#socket = socket;
		this.#log = new RelayLog(listening.frame);
		this.#provider = this.#connect();
		this.#report();
	}

	/** Takes the frame: it is in the relay's document or queued for it. */
	send(frame: Frame): void {
		this.#queue.push(frame);
		if (this.#kind === 'up') this.#unload();
		this.#report();
	}

	/** Shows a frame to whoever is connected now, in place of the one before; the relay keeps none. */
	show(frame: Frame): void {
		this.#shown = frame;
		this.#showing?.show(frame);
	}

	/**
	 * Puts a snapshot in place of what it stands for: of everything sent, and of what was handed over
	 * up to `upTo`, without `keep`. Nothing is removed before the relay has confirmed the snapshot.
	 */
	async replace(snapshot: readonly Frame[], upTo: number, keep: readonly string[]): Promise<void> {
		const covered = this.#log.covered(upTo, keep);
		for (const frame of snapshot) {
			this.#log.addToSnapshot(frame);
			this.#unconfirmed += 1;
		}
		this.#report();
		await this.settled();
		this.#log.remove(covered);
		this.#report();
	}

	/** Resolves once the relay has confirmed everything; it may be away for long. */
	settled(): Promise<void> {
		// What the relay had already changes nothing, and so is confirmed by nobody.
		if (this.#provider.unsyncedChanges === 0) this.#confirm();
		if (this.#queue.length + this.#unconfirmed === 0) return Promise.resolve();
		return new Promise((resolve) => this.#confirmed.push(resolve));
	}

	readAgain(): void {
		this.#log.readAgain();
	}

	/** Ends the connection, once the relay has confirmed what was sent or did not for a while. */
	async close(): Promise<void> {
		if (this.#kind === 'up') {
			const late = new Promise((resolve) => setTimeout(resolve, farewellMilliseconds));
			await Promise.race([this.settled(), late]);
		}
		this.#isClosed = true;
		clearTimeout(this.#reopening);
		this.#provider.destroy();
		this.#log.doc.destroy();
	}

	#connect(): HocuspocusProvider {
		const { address, document, token } = this.#target;
		const provider = new HocuspocusProvider({
			...{ url: address, name: document, token, document: this.#log.doc },
			...{ maxDelay: greatestDelay, WebSocketPolyfill: this.#socket },
			onSynced: () => this.#become('up'),
			onAuthenticationFailed: ({ reason }) => this.#giveUp('refused', reason),
			onClose: ({ event }) => this.#lose(event.code, event.reason),
			onUnsyncedChanges: ({ number }) => {
				if (number === 0) this.#confirm();
			},
		});
		const { awareness } = provider;
		this.#showing = awareness ? new RelayShowing(awareness, this.#listening.shown) : undefined;
		if (this.#shown) this.#showing?.show(this.#shown);
		return provider;
	}

	#become(kind: RelayState['kind'], reason = ''): void {
		this.#kind = kind;
		this.#reason = reason;
		if (kind === 'up') this.#unload();
		this.#report();
	}

	#unload(): void {
		const queue = this.#queue;
		this.#queue = [];
		this.#unconfirmed += queue.length;
		for (const batch of batches(queue)) this.#log.add(batch);
		if (this.#provider.unsyncedChanges === 0) this.#confirm();
	}

	#confirm(): void {
		if (this.#kind !== 'up') return;
		this.#unconfirmed = 0;
		const waiting = this.#confirmed;
		this.#confirmed = [];
		for (const resolve of waiting) resolve();
		this.#report();
	}

	#lose(code: number, reason: string): void {
		if (this.#isClosed || this.#kind === 'refused' || this.#kind === 'full') return;
		if (code === tooBig || reason === fullReason) return this.#giveUp('full', reason);
		if (this.#kind === 'up') this.#become('away');
		else if (this.#kind === 'connecting') this.#become('unanswered');
		if (code !== 1000) return;
		// The relay let go of the document, not of the connection: the provider would wait for ever.
		clearTimeout(this.#reopening);
		this.#reopening = setTimeout(() => {
			this.#provider.destroy();
			this.#provider = this.#connect();
		}, reopenMilliseconds);
	}

	#giveUp(kind: 'refused' | 'full', reason: string): void {
		this.#provider.disconnect();
		this.#become(kind, reason);
	}

	/** Tells how all stands, once for what happens in a moment. */
	#report(): void {
		if (this.#isReporting) return;
		this.#isReporting = true;
		setTimeout(() => {
			this.#isReporting = false;
			if (this.#isClosed) return;
			const waiting = this.#queue.length + this.#unconfirmed;
			const { frames, bytes, junk } = this.#log.size;
			this.#listening.state({
				...{ kind: this.#kind, reason: this.#reason, waiting },
				...{ frames, bytes, junk },
			});
		}, reportMilliseconds);
	}
}

function* batches(frames: readonly Frame[]): Generator<readonly Frame[]> {
	let batch: Frame[] = [];
	let bytes = 0;
	for (const frame of frames) {
		if (batch.length > 0 && bytes + frame.length > batchBytes) {
			yield batch;
			[batch, bytes] = [[], 0];
		}
		batch.push(frame);
		bytes += frame.length;
	}
	if (batch.length > 0) yield batch;
}
