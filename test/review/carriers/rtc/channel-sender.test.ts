/** Sending over one channel: how much the browser holds, and that nothing is swallowed. */
import { expect, test } from 'vitest';

import { greatestMessage } from '../../../../src/review/carriers/rtc/channel-messages.ts';
import {
	ChannelSender,
	highWater,
	lowWater,
} from '../../../../src/review/carriers/rtc/channel-sender.ts';
import { greatestFrame } from '../../../../src/review/frame.ts';
import { FakeChannel, FakeNetwork } from '../../../support/fake-network.ts';

const megabyte = 2 ** 20;

test('the browser never holds more than the high water and one message', async () => {
	const { network, channel, sender, received } = open();
	const sent = Promise.all(Array.from({ length: 6 }, () => sender.send(frameOf(3 * megabyte))));
	await network.pass(60_000);
	await sent;
	expect(channel.mostHeld).toBeGreaterThanOrEqual(highWater);
	expect(channel.mostHeld).toBeLessThan(highWater + greatestMessage);
	expect(received()).toBeGreaterThan(18 * megabyte);
});

test('a frame counts as sent at once while there is room, and only below the low water after', async () => {
	const { network, channel, sender } = open();
	await sender.send(frameOf(1_000));
	expect(channel.bufferedAmount).toBeGreaterThan(0);

	let held: number | undefined;
	// Sixteen full messages, each with a head of nine bytes: the high water exactly.
	const tight = 16 * (greatestMessage - 9);
	void sender.send(frameOf(tight)).then(() => (held = channel.bufferedAmount));
	await network.pass(100);
	expect(held).toBeUndefined();
	await network.pass(60_000);
	expect(held).toBeLessThanOrEqual(lowWater);
});

test('10,000 frames without a pause leave in their order', async () => {
	const { network, sender, numbers } = open();
	const frames = Array.from({ length: 10_000 }, (_, number) => numbered(number));
	const sent = Promise.all(frames.map((frame) => sender.send(frame)));
	await network.pass(60_000);
	await sent;
	expect(numbers()).toEqual(frames.map((_, number) => number));
});

test('what waits when the channel ends is refused with the reason, and so is what comes later', async () => {
	const { network, sender } = open();
	const sent = [frameOf(3 * megabyte), frameOf(10), frameOf(10)].map((frame) =>
		sender.send(frame).catch(messageOf),
	);
	await network.pass(10);
	sender.end(new Error('The other browser left.'));
	expect(await Promise.all(sent)).toEqual(Array(3).fill('The other browser left.'));
	expect(await sender.send(frameOf(10)).catch(messageOf)).toBe('The other browser left.');
	// The frame in the middle of its parts does not go on.
	await network.pass(60_000);
});

test('a browser that refuses to send is heard of, and the frame is not taken for sent', async () => {
	const { channel, sender, broken } = open();
	channel.cut();
	const sent = [sender.send(frameOf(10)), sender.send(frameOf(10))];
	const messages = await Promise.all(sent.map((each) => each.catch(messageOf)));
	expect(messages).toEqual(Array(2).fill('The browser could not send to the other one'));
	expect(broken).toHaveLength(1);
});

test('frames that no side takes are refused here', async () => {
	const { sender, channel } = open();
	await expect(sender.send(frameOf(0))).rejects.toThrow('0 bytes');
	await expect(sender.send(frameOf(greatestFrame + 1))).rejects.toThrow('4194305 bytes');
	expect(channel.bufferedAmount).toBe(0);
});

test('signals pass the queue, and are left out where the channel is full', async () => {
	const { network, channel, sender } = open();
	const sent = sender.send(frameOf(3 * megabyte));
	const before = channel.bufferedAmount;
	sender.sendNow(Uint8Array.of(2));
	expect(channel.bufferedAmount).toBe(before);
	await network.pass(900);
	const after = channel.bufferedAmount;
	sender.sendNow(Uint8Array.of(2));
	expect(channel.bufferedAmount).toBe(after + 1);
	await network.pass(60_000);
	await sent;
});

/** Two ends of a channel; what came at the far one. */
function open() {
	const network = new FakeNetwork({ speed: 1_000 });
	const [channel, far] = [new FakeChannel(network), new FakeChannel(network)];
	const came: Uint8Array[] = [];
	const broken: Error[] = [];
	far.addEventListener('message', ({ data }) => {
		if (data instanceof ArrayBuffer) came.push(new Uint8Array(data));
	});
	const sender = new ChannelSender(channel, (cause) => broken.push(cause));
	channel.join(far);
	return {
		...{ network, channel, sender, broken },
		received: () => came.reduce((sum, { length }) => sum + length, 0),
		numbers: () => came.map((message) => new DataView(message.buffer).getUint32(9)),
	};
}

function frameOf(length: number): Uint8Array<ArrayBuffer> {
	return new Uint8Array(length);
}

function numbered(number: number): Uint8Array<ArrayBuffer> {
	const frame = frameOf(40);
	new DataView(frame.buffer).setUint32(0, number);
	return frame;
}

function messageOf(thrown: unknown): string {
	return thrown instanceof Error ? thrown.message : '';
}
