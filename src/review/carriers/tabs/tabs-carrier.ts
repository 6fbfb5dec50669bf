/**
 * Frames between the tabs of one browser that show the same workbook. The document itself goes
 * through storage (storage/document/tab-relay); this carries what only some tabs have: entries,
 * presence, and word from carriers that run in one tab. A tab greets, is greeted back, and says bye;
 * one that crashed is noticed because its Web Lock comes free.
 */
import type { Carrier, CarrierEvents, Frame } from '../../carrier.ts';
import { isFrame } from '../frame-key.ts';
import { holdAlone, whenLeft, type TabLocks } from '../one-tab.ts';

type Message =
	| { readonly kind: 'hello'; readonly from: string; readonly isAnswer: boolean }
	| { readonly kind: 'bye'; readonly from: string }
	| {
			readonly kind: 'frame';
			readonly from: string;
			readonly to: string | undefined;
			readonly frame: Frame;
	  };

export interface TabsOptions {
	readonly workbook: string;
	/** Random, and new for every tab and every start. */
	readonly run: string;
	readonly locks?: TabLocks | undefined;
}

export class TabsCarrier implements Carrier {
	readonly kind = 'tabs';
	readonly keeps = 'peers';
	readonly skipsDocument = true;
	readonly #options: TabsOptions;
	#channel: BroadcastChannel | undefined;
	#events: CarrierEvents | undefined;
	#end = new AbortController();
	/** The other tabs, each with what ends the wait for its end. */
	readonly #others = new Map<string, AbortController>();

	constructor(options: TabsOptions) {
		this.#options = options;
	}

	async start(events: CarrierEvents): Promise<void> {
		const { workbook, run, locks } = this.#options;
		this.#end = new AbortController();
		// Held before anybody hears of this tab, or the others would take it for gone.
		await holdAlone(locks, this.#lockOf(run), this.#end.signal);
		this.#events = events;
		const channel = new BroadcastChannel(`readiness-review:${workbook}`);
		channel.onmessage = ({ data }: MessageEvent<unknown>) => {
			if (isMessage(data)) this.#hear(data);
		};
		this.#channel = channel;
		this.#tell({ kind: 'hello', from: run, isAnswer: false });
		this.#report();
	}

	send(frame: Frame, { to }: { readonly to?: string } = {}): Promise<void> {
		if (!this.#channel) return Promise.reject(new Error('This tab carries nothing now.'));
		if (to !== undefined && !this.#others.has(to))
			return Promise.reject(new Error('That tab was closed.'));
		this.#tell({ kind: 'frame', from: this.#options.run, to, frame });
		return Promise.resolve();
	}

	stop(): Promise<void> {
		this.#tell({ kind: 'bye', from: this.#options.run });
		this.#channel?.close();
		this.#channel = undefined;
		for (const other of [...this.#others.keys()]) this.#lose(other);
		this.#end.abort();
		this.#events?.status({ kind: 'off' });
		this.#events = undefined;
		return Promise.resolve();
	}

	#tell(message: Message): void {
		this.#channel?.postMessage(message);
	}

	#hear(message: Message): void {
		const { run } = this.#options;
		if (message.from === run || !this.#channel) return;
		if (message.kind === 'bye') return this.#lose(message.from);
		this.#meet(message.from);
		if (message.kind === 'hello') {
			if (!message.isAnswer) this.#tell({ kind: 'hello', from: run, isAnswer: true });
		} else if (message.to === undefined || message.to === run) {
			this.#events?.frame(message.frame, message.from);
		}
	}

	#meet(other: string): void {
		if (this.#others.has(other)) return;
		const wait = new AbortController();
		this.#others.set(other, wait);
		whenLeft(this.#options.locks, this.#lockOf(other), wait.signal, () => this.#lose(other));
		this.#events?.link(other, true);
		this.#report();
	}

	#lose(other: string): void {
		const wait = this.#others.get(other);
		if (!wait) return;
		this.#others.delete(other);
		wait.abort();
		this.#events?.link(other, false);
		this.#report();
	}

	#report(): void {
		const count = this.#others.size;
		const text =
			count === 0
				? 'No other tab of this browser shows this workbook.'
				: `${count} other ${count === 1 ? 'tab' : 'tabs'} of this browser ${count === 1 ? 'shows' : 'show'} this workbook.`;
		this.#events?.status({ kind: 'on', text });
	}

	#lockOf(run: string): string {
		return `readiness-review-tab:${this.#options.workbook}:${run}`;
	}
}

/** Our own tabs send it, but perhaps tabs with another version of the program. */
function isMessage(data: unknown): data is Message {
	if (typeof data !== 'object' || data === null) return false;
	const { kind, from, to, isAnswer, frame } = data as Record<string, unknown>;
	if (typeof from !== 'string') return false;
	if (kind === 'hello') return typeof isAnswer === 'boolean';
	if (kind === 'frame') return isFrame(frame) && (to === undefined || typeof to === 'string');
	return kind === 'bye';
}
