/**
 * What passes over a data channel. Messages stay at 64 kB, which every browser takes, whatever the
 * other side claims (sync.md, 1); a frame that is longer travels in parts:
 *
 *     1 | frame number 4 | part 2 | of 2 | bytes     (numbers big endian)
 *     2                                              ping
 *     3                                              pong
 *     4                                              bye: I leave
 *
 * Channels keep order, so that frames are numbered from 0 and their parts follow one another without
 * gaps. What does not is nonsense, and is said to be.
 */
import type { Frame } from '../../carrier.ts';
import { greatestFrame } from '../../frame.ts';

export const greatestMessage = 64 * 2 ** 10;

const partHead = 9;
const greatestPart = greatestMessage - partHead;

const signals = { ping: 2, pong: 3, bye: 4 } as const;
export type Signal = keyof typeof signals;

export type Message =
	| { readonly kind: Signal }
	/** Part of a frame that goes on. */
	| { readonly kind: 'part' }
	| { readonly kind: 'frame'; readonly frame: Frame }
	/** What is wrong with it, as the end of a sentence. */
	| { readonly kind: 'nonsense'; readonly text: string };

export function signalMessage(signal: Signal): Uint8Array<ArrayBuffer> {
	return Uint8Array.of(signals[signal]);
}

/** The messages of one frame, in order. `number` counts the frames of the channel. */
export function* messagesOf(frame: Frame, number: number): Generator<Uint8Array<ArrayBuffer>> {
	const count = Math.ceil(frame.length / greatestPart);
	for (let part = 0; part < count; part++) {
		const bytes = frame.subarray(part * greatestPart, (part + 1) * greatestPart);
		const message = new Uint8Array(partHead + bytes.length);
		const head = new DataView(message.buffer);
		head.setUint8(0, 1);
		head.setUint32(1, number);
		head.setUint16(5, part);
		head.setUint16(7, count);
		message.set(bytes, partHead);
		yield message;
	}
}

/** Reads the messages of one channel; holds one unfinished frame at the most. */
export class MessageReader {
	#number = 0;
	#parts: Frame[] = [];
	#bytes = 0;
	#of = 0;

	/** What a message says. After nonsense the channel is of no more use. */
	read(data: unknown): Message {
		if (!(data instanceof ArrayBuffer)) return nonsense('words instead of bytes');
		if (data.byteLength > greatestMessage) return nonsense('a message that is too long');
		const message = new Uint8Array(data);
		if (message[0] === 1) return this.#readPart(message);
		const signal = (['ping', 'pong', 'bye'] as const).find((each) => signals[each] === message[0]);
		return signal && message.length === 1
			? { kind: signal }
			: nonsense('a message of no known kind');
	}

	#readPart(message: Frame): Message {
		if (message.length <= partHead) return nonsense('an empty part of a frame');
		const head = new DataView(message.buffer);
		const [number, part, of] = [head.getUint32(1), head.getUint16(5), head.getUint16(7)];
		if (part === 0) this.#of = of;
		const follows = number === this.#number && part === this.#parts.length && of === this.#of;
		if (!follows || part >= of) return nonsense('parts of a frame that do not follow one another');
		this.#bytes += message.length - partHead;
		if (this.#bytes > greatestFrame) return nonsense('a frame that is too large');
		this.#parts.push(message.subarray(partHead));
		return this.#parts.length === of ? this.#finished() : { kind: 'part' };
	}

	#finished(): Message {
		const frame = joined(this.#parts, this.#bytes);
		this.#parts = [];
		this.#bytes = 0;
		this.#number = (this.#number + 1) >>> 0;
		return { kind: 'frame', frame };
	}
}

function joined(parts: readonly Frame[], length: number): Frame {
	const [only] = parts;
	if (only && parts.length === 1) return only;
	const frame = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		frame.set(part, at);
		at += part.length;
	}
	return frame;
}

function nonsense(text: string): Message {
	return { kind: 'nonsense', text };
}
