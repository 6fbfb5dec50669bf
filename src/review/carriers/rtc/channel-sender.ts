/**
 * Sends frames over one data channel, in order, as fast as they leave: what the browser holds back
 * stays at a megabyte, and nothing that could not be handed over is swallowed.
 */
import type { Frame } from '../../carrier.ts';
import { greatestFrame } from '../../frame.ts';
import { messagesOf } from './channel-messages.ts';
import type { Channel } from './peer-connection.ts';

/** Bytes the browser may hold back before sending waits, and those at which it goes on. */
export const highWater = 2 ** 20;
export const lowWater = 256 * 2 ** 10;

interface Waiting {
	readonly frame: Frame;
	readonly sent: () => void;
	readonly failed: (cause: Error) => void;
}

export class ChannelSender {
	readonly #channel: Channel;
	readonly #onBroken: (cause: Error) => void;
	#queue: Waiting[] = [];
	#number = 0;
	#isSending = false;
	#ended: Error | undefined;
	#goOn: (() => void) | undefined;

	/** `onBroken` hears of a channel that refuses what it is given. */
	constructor(channel: Channel, onBroken: (cause: Error) => void) {
		this.#channel = channel;
		this.#onBroken = onBroken;
		channel.bufferedAmountLowThreshold = lowWater;
		channel.addEventListener('bufferedamountlow', () => this.#goOn?.());
	}

	/**
	 * Resolves when the frame is handed to the browser and there is room for more. Rejects where the
	 * channel ended before. What was handed over can still be lost with the connection.
	 */
	send(frame: Frame): Promise<void> {
		if (this.#ended) return Promise.reject(this.#ended);
		if (frame.length === 0 || frame.length > greatestFrame)
			return Promise.reject(new Error(`A frame of ${frame.length} bytes cannot be sent`));
		return new Promise((sent, failed) => {
			this.#queue.push({ frame, sent, failed });
			if (!this.#isSending) void this.#sendQueue();
		});
	}

	/** Sends a short message past the queue; not where the channel is full or not open. */
	sendNow(message: Uint8Array<ArrayBuffer>): void {
		if (this.#ended || this.#channel.readyState !== 'open' || this.#isFull()) return;
		this.#hand(message);
	}

	/**
	 * Rejects whatever still waits. A frame that is handed over in part goes on when there is room, as
	 * the other side counts on its rest.
	 */
	letGo(cause: Error): void {
		const waiting = this.#queue;
		this.#queue = waiting.slice(0, this.#isSending ? 1 : 0);
		for (const { failed } of waiting) failed(cause);
	}

	/** Rejects whatever still waits, and all that comes later. */
	end(cause: Error): void {
		if (this.#ended) return;
		this.#ended = cause;
		const waiting = this.#queue;
		this.#queue = [];
		this.#goOn?.();
		for (const { failed } of waiting) failed(cause);
	}

	async #sendQueue(): Promise<void> {
		this.#isSending = true;
		for (let next = this.#queue[0]; next; next = this.#queue[0]) {
			for (const message of messagesOf(next.frame, this.#number)) {
				if (this.#isFull()) await this.#room();
				if (!this.#hand(message)) return;
			}
			this.#number = (this.#number + 1) >>> 0;
			if (this.#isFull()) await this.#room();
			// Ended meanwhile: its promise is rejected already.
			if (this.#ended) return;
			this.#queue.shift();
			next.sent();
		}
		this.#isSending = false;
	}

	#isFull(): boolean {
		return this.#channel.bufferedAmount >= highWater;
	}

	#room(): Promise<void> {
		return new Promise((resolve) => (this.#goOn = resolve));
	}

	#hand(message: Uint8Array<ArrayBuffer>): boolean {
		if (this.#ended) return false;
		try {
			this.#channel.send(message);
			return true;
		} catch (thrown) {
			const cause = new Error('The browser could not send to the other one', { cause: thrown });
			this.end(cause);
			this.#onBroken(cause);
			return false;
		}
	}
}
