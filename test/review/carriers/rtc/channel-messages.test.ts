/** Frames in parts over a channel, and what is no part of any. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
	greatestMessage,
	MessageReader,
	messagesOf,
	signalMessage,
	type Message,
} from '../../../../src/review/carriers/rtc/channel-messages.ts';
import { greatestFrame } from '../../../../src/review/frame.ts';
import { at } from '../../../support/at.ts';

const longFrame = Uint8Array.from({ length: 200_000 }, (_, place) => place % 251);

test('frames of any size come out as they went in, and no message is longer than 64 kB', () => {
	const size = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 400_000 }));
	fc.assert(
		fc.property(fc.array(size, { maxLength: 6 }), (sizes) => {
			const frames = sizes.map((length, place) => new Uint8Array(length).fill(place + 1));
			const messages = frames.flatMap((frame, number) => [...messagesOf(frame, number)]);
			expect(messages.every(({ length }) => length <= greatestMessage)).toBe(true);
			const read = readAll(messages).filter(({ kind }) => kind !== 'part');
			expect(read).toHaveLength(frames.length);
			expect(read.every((message, place) => holds(message, at(frames, place)))).toBe(true);
		}),
		{ numRuns: 50 },
	);
});

test('signals pass between the parts of a frame', () => {
	const [first, ...rest] = [...messagesOf(longFrame, 0)];
	if (!first) throw new Error('No message');
	const read = readAll([first, signalMessage('ping'), ...rest, signalMessage('bye')]);
	expect(read.map(({ kind }) => kind)).toEqual(['part', 'ping', 'part', 'part', 'frame', 'bye']);
});

test('a frame of the greatest size passes, and a greater one is nonsense before it is whole', () => {
	const kinds = (length: number) => readAll([...messagesOf(new Uint8Array(length), 0)]);
	expect(kinds(greatestFrame).at(-1)?.kind).toBe('frame');
	expect(kinds(greatestFrame + 1).at(-1)).toEqual(nonsense('a frame that is too large'));
	const endless = Array.from({ length: 200 }, (_, place) => part(0, place, 60_000, 60_000));
	const [parts, others] = [readAll(endless).slice(0, 69), readAll(endless).slice(69)];
	expect(parts.every(({ kind }) => kind === 'part')).toBe(true);
	expect(others.every(({ kind }) => kind === 'nonsense')).toBe(true);
});

test.each([
	['a text', ['hello'], 'words instead of bytes'],
	['too long a message', [new ArrayBuffer(greatestMessage + 1)], 'a message that is too long'],
	['an empty message', [new ArrayBuffer(0)], 'a message of no known kind'],
	['an unknown kind', [Uint8Array.of(9, 1).buffer], 'a message of no known kind'],
	['a signal with more in it', [Uint8Array.of(2, 1).buffer], 'a message of no known kind'],
	['a part with nothing in it', [part(0, 0, 1, 0).buffer], 'an empty part of a frame'],
	['half a head', [Uint8Array.of(1, 0, 0).buffer], 'an empty part of a frame'],
	['a frame of no parts', [part(0, 0, 0).buffer], gap()],
	['a frame that begins in its middle', [part(0, 1, 3).buffer], gap()],
	['a part twice', [part(0, 0, 3).buffer, part(0, 0, 3).buffer], gap()],
	['a part left out', [part(0, 0, 3).buffer, part(0, 2, 3).buffer], gap()],
	['another count of parts', [part(0, 0, 3).buffer, part(0, 1, 2).buffer], gap()],
	['another frame in between', [part(0, 0, 3).buffer, part(1, 1, 3).buffer], gap()],
	['a frame left out', [part(1, 0, 1).buffer], gap()],
])('%s is nonsense, and is called by its name', (_, messages: unknown[], text) => {
	const reader = new MessageReader();
	const read = messages.map((message) => reader.read(message));
	expect(read.at(-1)).toEqual(nonsense(text));
});

test('whatever comes, reading does not throw', () => {
	fc.assert(
		fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 }), (messages) => {
			const kinds = readAll(messages).map(({ kind }) => kind);
			expect(kinds).toHaveLength(messages.length);
		}),
	);
});

function readAll(messages: readonly Uint8Array[]): readonly Message[] {
	const reader = new MessageReader();
	return messages.map((message) => reader.read(message.slice().buffer));
}

function holds(message: Message, frame: Uint8Array): boolean {
	return message.kind === 'frame' && Buffer.compare(message.frame, frame) === 0;
}

function part(number: number, place: number, of: number, length = 1): Uint8Array<ArrayBuffer> {
	const message = new Uint8Array(9 + length);
	const head = new DataView(message.buffer);
	head.setUint8(0, 1);
	head.setUint32(1, number);
	head.setUint16(5, place);
	head.setUint16(7, of);
	return message;
}

function nonsense(text: string): Message {
	return { kind: 'nonsense', text };
}

function gap(): string {
	return 'parts of a frame that do not follow one another';
}
