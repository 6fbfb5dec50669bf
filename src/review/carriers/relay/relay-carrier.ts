/**
 * Frames through a relay that the person set up: the page's side. The relay keeps sealed frames only,
 * under a name that says nothing; the connection is made by a worker (relay.worker.ts says why).
 */
import type { Carrier, CarrierEvents, Frame } from '../../carrier.ts';
import { frameKey } from '../frame-key.ts';
import { holdAlone, type TabLocks } from '../one-tab.ts';
import type { FromRelay, RelayState, RelayTarget, ToRelay } from './relay-protocol.ts';
import { relayStatus, relayWords } from './relay-words.ts';

/** What the carrier needs of a `Worker`. */
export interface RelayWorker {
	postMessage(message: ToRelay): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<FromRelay>) => void): void;
	addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
	terminate(): void;
}

export type StartRelayWorker = () => RelayWorker;

/** From here on a snapshot is worth its bytes. */
const crowded = { frames: 500, bytes: 8 * 2 ** 20 };

export interface RelayOptions {
	readonly target: RelayTarget;
	/** Undefined where no relay can be had. */
	readonly startWorker: StartRelayWorker | undefined;
	readonly locks?: TabLocks | undefined;
}

interface Waiting {
	readonly resolve: () => void;
	readonly reject: (reason: Error) => void;
}

/**
 * A relay is one link; it is up once everything the relay has is handed over, and stays so while the
 * relay is away.
 */
export class RelayCarrier implements Carrier {
	readonly kind = 'relay';
	readonly keeps = 'store';
	readonly #host: string;
	readonly #options: RelayOptions;
	#events: CarrierEvents | undefined;
	#end = new AbortController();
	#worker: RelayWorker | undefined;
	#state: RelayState | undefined;
	#isUp = false;
	/** Number of the last frame that came. */
	#snapshotBytes = 0;
	#handed = 0;
	readonly #waiting = new Map<number, Waiting>();
	#lastId = 0;

	constructor(options: RelayOptions) {
		this.#options = options;
		this.#host = new URL(options.target.address).host;
	}

	/** How the connection stands; undefined before it begins. */
	get state(): RelayState | undefined {
		return this.#state;
	}

	/** True where so much has gathered on the relay that `replace` is worth while. */
	get isCrowded(): boolean {
		const { frames = 0, bytes = 0, junk = 0 } = this.#state ?? {};
		// Milestones may make a snapshot large in itself: it is not made anew for that.
		const mostBytes = Math.max(crowded.bytes, 2 * this.#snapshotBytes);
		return frames + junk > crowded.frames || bytes > mostBytes;
	}

	/** Resolves at once: the relay is reached when it can be. */
	start(events: CarrierEvents): Promise<void> {
		this.#events = events;
		const { startWorker, locks, target } = this.#options;
		if (!startWorker) {
			events.status(relayWords.notHere);
			return Promise.resolve();
		}
		this.#end = new AbortController();
		events.status(relayWords.otherTab);
		void holdAlone(locks, `readiness-review-relay:${target.document}`, this.#end.signal).then(
			() => this.#connect(startWorker),
			// Stopped while it waited.
			() => undefined,
		);
		return Promise.resolve();
	}

	/** Resolves once the worker has taken the frame; it waits there while the relay is away. */
	send(frame: Frame): Promise<void> {
		return this.#ask((id) => ({ kind: 'send', id, frame }));
	}

	/** Shows a frame to whoever is connected now; the relay keeps it nowhere. */
	show(frame: Frame): void {
		this.#worker?.postMessage({ kind: 'show', frame });
	}

	/** Resolves once the relay has confirmed everything that was sent; rejects where it is turned off. */
	flush(): Promise<void> {
		return this.#ask((id) => ({ kind: 'settle', id }));
	}

	/** Hands over every frame on the relay again, those of this device too. */
	readAgain(): void {
		this.#worker?.postMessage({ kind: 'read again' });
	}

	/**
	 * Puts a snapshot in place of everything on the relay that was handed over so far or sent from
	 * here, without `keep` (what could not be opened or merged yet). For editors: who cannot read the
	 * team's channel would remove what they cannot replace. Resolves once the relay has all of it.
	 */
	replace(snapshot: readonly Frame[], keep: readonly Frame[] = []): Promise<void> {
		const upTo = this.#handed;
		const keys = keep.map(frameKey);
		this.#snapshotBytes = snapshot.reduce((sum, { length }) => sum + length, 0);
		return this.#ask((id) => ({ kind: 'replace', id, snapshot, upTo, keep: keys }));
	}

	/** Resolves once the relay has confirmed what was sent, or did not for a while. */
	async stop(): Promise<void> {
		if (this.#worker) {
			// Where the worker dies instead, there is nothing left to close.
			await this.#ask((id) => ({ kind: 'close', id })).catch(() => undefined);
		}
		this.#drop('The relay was turned off.');
		this.#end.abort();
		this.#events?.status({ kind: 'off' });
		this.#events = undefined;
	}

	#connect(start: StartRelayWorker): void {
		const worker = start();
		this.#worker = worker;
		const fail = (event: Event): void => {
			event.preventDefault();
			this.#drop('The relay’s part of the program stopped.');
			this.#events?.status(relayWords.crashed);
		};
		worker.addEventListener('error', fail);
		worker.addEventListener('messageerror', fail);
		worker.addEventListener('message', ({ data }) => {
			if (this.#worker === worker) this.#hear(data);
		});
		worker.postMessage({ kind: 'open', target: this.#options.target });
	}

	#hear(message: FromRelay): void {
		if (message.kind === 'frame') {
			this.#handed = Math.max(this.#handed, message.number);
			this.#events?.frame(message.frame, `relay:${this.#host}`);
		} else if (message.kind === 'shown') {
			this.#events?.shown?.(message.frame, `relay:${this.#host}`);
		} else if (message.kind === 'done') {
			this.#waiting.get(message.id)?.resolve();
			this.#waiting.delete(message.id);
		} else this.#take(message.state);
	}

	#take(state: RelayState): void {
		this.#state = state;
		this.#events?.status(relayStatus(this.#host, state));
		const isUp = this.#isUp ? state.kind === 'up' || state.kind === 'away' : state.kind === 'up';
		if (isUp === this.#isUp) return;
		this.#isUp = isUp;
		this.#events?.link(`relay:${this.#host}`, isUp);
	}

	#ask(message: (id: number) => ToRelay): Promise<void> {
		const worker = this.#worker;
		if (!worker) return Promise.reject(new Error('There is no connection to the relay.'));
		const id = (this.#lastId += 1);
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			worker.postMessage(message(id));
		});
	}

	/** Ends the worker; what was not taken is said to have failed. */
	#drop(reason: string): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		if (this.#isUp) this.#events?.link(`relay:${this.#host}`, false);
		this.#isUp = false;
		for (const { reject } of this.#waiting.values()) reject(new Error(reason));
		this.#waiting.clear();
	}
}
