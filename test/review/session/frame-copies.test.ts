/** Which frames are honest copies, and which are recordings. */
import { expect, test } from 'vitest';
import { FrameCopies } from '../../../src/review/session/frame-copies.ts';
import { Link } from '../../../src/review/session/link.ts';
import type { Carrier } from '../../../src/review/carrier.ts';

const carrier: Carrier = {
	...{ kind: 'rtc', keeps: 'peers' },
	start: () => Promise.resolve(),
	send: () => Promise.resolve(),
	stop: () => Promise.resolve(),
};

test('[P-25] a frame that comes by another link within a minute is a copy; all else is no copy', () => {
	const copies = new FrameCopies();
	const [one, other] = [new Link('one', carrier), new Link('other', carrier)];
	expect(copies.has('frame', one, 0)).toBe(false);
	copies.note('frame', one, 0);
	expect(copies.has('frame', other, 60_000)).toBe(true);
	expect(copies.has('frame', one, 0)).toBe(false);
	expect(copies.has('frame', other, 60_001)).toBe(false);
	expect(copies.has('another', other, 0)).toBe(false);
	copies.forget('frame');
	expect(copies.has('frame', other, 0)).toBe(false);
});

test('many are remembered, and not all for ever', () => {
	const copies = new FrameCopies();
	const [one, other] = [new Link('one', carrier), new Link('other', carrier)];
	for (let at = 0; at < 20_001; at += 1) copies.note(`frame ${at}`, one, 0);
	expect(copies.has('frame 15000', other, 0)).toBe(true);
	expect(copies.has('frame 0', other, 0)).toBe(false);
});
