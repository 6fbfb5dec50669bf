/**
 * One connected browser: two channels, so that small frames overtake great ones, signs of life, and
 * an end that is always told with its reason.
 */
import type { Frame, Lane } from '../../carrier.ts';
import type { Timer } from '../timer.ts';
import { MessageReader, signalMessage, type Message } from './channel-messages.ts';
import { ChannelSender } from './channel-sender.ts';
import { linkWords, nonsenseWords } from './link-words.ts';
import { Liveness } from './liveness.ts';
import type { Channel, PeerConnection } from './peer-connection.ts';

/**
 * quiet: no sign of life for 8 s. asleep: for 20 s, or the browser finds it no more; nothing is sent
 * until it comes back, for ten minutes. gone: it does not.
 */
export type LinkState = 'connecting' | 'up' | 'quiet' | 'asleep' | 'gone';

export interface LinkEvents {
	frame(frame: Frame): void;
	/** False where a message of so many bytes is more than may come. */
	mayTake(bytes: number): boolean;
	/** State or words changed. */
	changed(): void;
}

/** How long the channels may take to let out what they hold when a link is closed, in ms. */
const farewell = 2_000;
/** How long what was sent before a goodbye is waited for, in ms: whoever leaves lets it out no longer. */
const lastFrames = farewell + 1_000;

export class DataLink {
	readonly #peer: PeerConnection;
	readonly #timer: Timer;
	readonly #events: LinkEvents;
	readonly #channels: Readonly<Record<Lane, Channel>>;
	readonly #senders: Readonly<Record<Lane, ChannelSender>>;
	readonly #liveness: Liveness;
	#state: LinkState = 'connecting';
	#text: string = linkWords.waiting;
	/** Frames of one channel that came before the other one was open. */
	#early: Frame[] = [];
	#isExpected = false;
	#otherLeft = false;
	#stopWaiting: (() => void) | undefined;
	#hasOpened!: (isUp: boolean) => void;
	/** True once frames can pass, false where it ended before. */
	readonly opened = new Promise<boolean>((resolve) => (this.#hasOpened = resolve));

	/** The connection must be new: the channels are made before its first description. */
	constructor(peer: PeerConnection, timer: Timer, events: LinkEvents) {
		this.#peer = peer;
		this.#timer = timer;
		this.#events = events;
		this.#channels = {
			live: peer.createDataChannel('live', { negotiated: true, id: 0 }),
			bulk: peer.createDataChannel('bulk', { negotiated: true, id: 1 }),
		};
		this.#senders = {
			live: this.#attend(this.#channels.live),
			bulk: this.#attend(this.#channels.bulk),
		};
		this.#liveness = new Liveness(timer, {
			ask: () => this.#senders.live.sendNow(signalMessage('ping')),
			quiet: () => this.#turn('quiet', linkWords.quiet),
			asleep: () => this.#sleep(),
			back: () => this.#turn('up', linkWords.up),
			gone: () => this.end(linkWords.silent),
		});
		peer.addEventListener('connectionstatechange', () => this.#connectionChanged());
	}

	get state(): LinkState {
		return this.#state;
	}

	get text(): string {
		return this.#text;
	}

	/** As ChannelSender.send; refused while the link is not open, or asleep. */
	send(frame: Frame, lane: Lane): Promise<void> {
		if (this.#state === 'asleep') return Promise.reject(new Error(linkWords.asleep));
		if (this.#state === 'connecting') return Promise.reject(new Error(linkWords.waiting));
		return this.#senders[lane].send(frame);
	}

	/**
	 * From now on the other side has all it needs: where it has not come within `milliseconds`, or
	 * the browser gives up, it cannot be reached.
	 */
	expectWithin(milliseconds: number): void {
		this.#isExpected = true;
		this.waitAtMost(milliseconds);
	}

	/** Gives up where it has not opened within `milliseconds`, whatever the browser says until then. */
	waitAtMost(milliseconds: number, text: string = linkWords.unreachable): void {
		if (this.#state !== 'connecting') return;
		this.#stopWaiting = this.#timer.after(milliseconds, () => this.end(text));
	}

	/** Leaves: what was handed to the browser still goes out, what waits is refused. */
	close(): void {
		if (this.#state === 'gone') return;
		this.#senders.live.sendNow(signalMessage('bye'));
		const wasOpen = this.#state !== 'connecting';
		this.#turnGone(linkWords.stopped);
		if (!wasOpen) return this.#leave();
		for (const channel of Object.values(this.#channels)) channel.close();
		this.#stopWaiting = this.#timer.after(farewell, () => this.#leave());
	}

	/** Ends at once, with what happened in words, where the other side did not say goodbye before. */
	end(text: string): void {
		if (this.#state === 'gone') return;
		this.#turnGone(this.#otherLeft ? linkWords.left : text);
		this.#leave();
	}

	/** Listens to a channel; gives what sends over it. */
	#attend(channel: Channel): ChannelSender {
		const reader = new MessageReader();
		channel.binaryType = 'arraybuffer';
		channel.addEventListener('open', () => this.#opened());
		channel.addEventListener('close', () => this.#closed());
		channel.addEventListener('message', ({ data }) => {
			const bytes = data instanceof ArrayBuffer ? data.byteLength : 0;
			if (this.#events.mayTake(bytes)) this.#take(reader.read(data));
			else this.end(linkWords.talkative);
		});
		return new ChannelSender(channel, () => this.end(linkWords.broken));
	}

	#opened(): void {
		const areOpen = this.#all((channel) => channel.readyState === 'open');
		if (this.#state !== 'connecting' || !areOpen) return;
		this.#stopWaiting?.();
		this.#liveness.start();
		this.#turn('up', linkWords.up);
		this.#hasOpened(true);
		for (const frame of this.#early.splice(0)) this.#events.frame(frame);
	}

	#take(message: Message): void {
		if (this.#state === 'gone') return;
		this.#liveness.heard();
		switch (message.kind) {
			case 'part':
			case 'pong':
				return;
			case 'ping':
				return this.#senders.live.sendNow(signalMessage('pong'));
			case 'frame':
				if (this.#state === 'connecting') this.#early.push(message.frame);
				else this.#events.frame(message.frame);
				return;
			case 'bye':
				// What it sent before may still be on its way: the end comes when the channels close, or
				// when they should have, as a page that goes away may be gone before it closes them.
				this.#otherLeft = true;
				this.#stopWaiting?.();
				this.#stopWaiting = this.#timer.after(lastFrames, () => this.end(linkWords.left));
				for (const sender of Object.values(this.#senders)) sender.end(new Error(linkWords.left));
				return;
			case 'nonsense':
				return this.end(nonsenseWords(message.text));
		}
	}

	#closed(): void {
		const areClosed = this.#all((channel) => channel.readyState === 'closed');
		if (this.#state === 'gone' && areClosed) this.#leave();
		else if (areClosed || !this.#otherLeft) this.end(linkWords.broken);
	}

	#connectionChanged(): void {
		// A browser that said goodbye may take its connection down before what it sent is read here.
		if (this.#peer.connectionState !== 'failed' || this.#otherLeft) return;
		if (this.#state !== 'connecting') this.#liveness.missed();
		// Whoever waits for a late answer hears of failure long before anybody can have come.
		else if (this.#isExpected) this.end(linkWords.unreachable);
	}

	/** What waits is refused, so that nobody waits for as long as it sleeps. */
	#sleep(): void {
		for (const sender of Object.values(this.#senders)) sender.letGo(new Error(linkWords.asleep));
		this.#turn('asleep', linkWords.asleep);
	}

	#all(is: (channel: Channel) => boolean): boolean {
		return Object.values(this.#channels).every(is);
	}

	#leave(): void {
		this.#stopWaiting?.();
		this.#peer.close();
	}

	#turnGone(text: string): void {
		this.#stopWaiting?.();
		this.#liveness.stop();
		for (const sender of Object.values(this.#senders)) sender.end(new Error(text));
		this.#hasOpened(false);
		this.#turn('gone', text);
	}

	#turn(state: LinkState, text: string): void {
		this.#state = state;
		this.#text = text;
		this.#events.changed();
	}
}
