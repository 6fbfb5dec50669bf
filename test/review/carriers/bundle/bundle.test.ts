/** Review files: everything or nothing of them is taken, and what is wrong is said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import type { Frame } from '../../../../src/review/carrier.ts';
import { bundleName } from '../../../../src/review/carriers/bundle/bundle-name.ts';
import { readBundle } from '../../../../src/review/carriers/bundle/read-bundle.ts';
import { writeBundle } from '../../../../src/review/carriers/bundle/write-bundle.ts';
import { greatestFrame } from '../../../../src/review/frame.ts';

const facts = { group: 'ab'.repeat(32), madeAt: '2026-11-21T12:00:00.000Z' };

const someFrames = [frame(1, 2, 3), frame(255), new Uint8Array(5_000_000 >> 1).fill(7)];

function frame(...bytes: number[]): Frame {
	return new Uint8Array(bytes);
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await blob.arrayBuffer());
}

async function framesIn(blob: Blob): Promise<Frame[]> {
	const read = await readBundle(blob);
	if (!read.ok) throw new Error(read.problems[0]?.text);
	const frames: Frame[] = [];
	for await (const frame of read.value.frames()) frames.push(frame);
	return frames;
}

async function problemWith(content: BlobPart): Promise<string> {
	const read = await readBundle(new Blob([content]));
	return read.ok ? 'none' : (read.problems[0]?.kind ?? 'none');
}

describe('a review file', () => {
	test('gives back the frames in their order', async () => {
		const blob = await writeBundle(someFrames, facts);
		const read = await readBundle(blob);
		expect(read).toMatchObject({ ok: true, value: { ...facts, count: 3 } });
		const back = await framesIn(blob);
		expect(Buffer.concat(back).equals(Buffer.concat(someFrames))).toBe(true);
		expect(back.map((frame) => frame.length)).toEqual(someFrames.map((frame) => frame.length));
	});

	test('gives back any frames, and can be read again', async () => {
		const anyFrames = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 30 });
		await fc.assert(
			fc.asyncProperty(anyFrames, async (made) => {
				const frames = made.map((bytes) => new Uint8Array(bytes));
				const blob = await writeBundle(frames, facts);
				expect(await framesIn(blob)).toEqual(frames);
				expect(await framesIn(blob)).toEqual(frames);
			}),
		);
	});

	test('refuses to hold an empty frame or one above the limit', async () => {
		await expect(writeBundle([frame()], facts)).rejects.toThrow(RangeError);
		await expect(writeBundle([new Uint8Array(greatestFrame + 1)], facts)).rejects.toThrow(
			RangeError,
		);
	});

	test('is named after the workbook, the day and the person', () => {
		const day = '2026-11-21' as CalendarDate;
		expect(bundleName('Acme SOC 2', day, 'Priya')).toBe('Acme SOC 2 – 21 Nov 2026 – Priya.review');
		expect(bundleName('../a:b\u202e', day, '')).toBe('a b – 21 Nov 2026.review');
	});
});

describe('a review file that is not whole', () => {
	test('is taken at no length but its own', async () => {
		const whole = await bytesOf(await writeBundle([frame(1, 2, 3), frame(4)], facts));
		for (let length = 0; length < whole.length; length += 1) {
			const kind = await problemWith(whole.slice(0, length));
			expect(length === 0 ? 'empty' : 'cut-off').toBe(kind);
		}
		expect(await problemWith(new Blob([whole, 'x']))).toBe('damaged');
	});

	test('is not taken with any single bit changed', async () => {
		const whole = await bytesOf(await writeBundle([frame(1, 2, 3), frame(4)], facts));
		for (let bit = 0; bit < whole.length * 8; bit += 1) {
			const changed = whole.slice();
			changed[bit >> 3]! ^= 1 << (bit & 7);
			expect(await problemWith(changed)).not.toBe('none');
		}
	});

	test('says what is missing and what to do', async () => {
		const whole = await bytesOf(await writeBundle(someFrames, facts));
		const read = await readBundle(new Blob([whole.slice(0, Math.ceil(whole.length / 2))]));
		expect(read).toEqual({
			ok: false,
			problems: [
				{
					kind: 'cut-off',
					text: 'The file is cut off: only 50 % of it arrived. Nothing was taken from it. Ask for the file again.',
				},
			],
		});
	});
});

describe('something else in place of a review file', () => {
	const header = { format: 'readiness-review', version: 1, ...facts, count: 0, bytes: 0 };

	test.each([
		['a spreadsheet', 'PK\u0003\u0004 and so on', 'foreign'],
		['a text', 'Dear Priya,\nhere is the file.', 'foreign'],
		['a text without an end of line', 'Dear Priya', 'foreign'],
		['other JSON', '{"format":"readiness-workbook"}\n', 'foreign'],
		['JSON that is no object', '[]\n', 'foreign'],
		['a newer version', `${JSON.stringify({ ...header, version: 2 })}\n`, 'newer'],
		['a header without a group', `${JSON.stringify({ ...header, group: 'x' })}\n`, 'damaged'],
		['a count that is no number', `${JSON.stringify({ ...header, count: '3' })}\n`, 'damaged'],
		['too many frames', `${JSON.stringify({ ...header, count: 10 ** 9 })}\n`, 'oversized'],
		['too many bytes', `${JSON.stringify({ ...header, bytes: 2 ** 40 })}\n`, 'oversized'],
	])('%s is refused by its name', async (_what, text, kind) => {
		expect(await problemWith(text)).toBe(kind);
	});

	test('any bytes are refused and nothing is thrown', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => {
				expect(await problemWith(new Uint8Array(bytes))).not.toBe('none');
			}),
		);
	});

	test('a file whose drive is taken away is said to be gone', async () => {
		const blob = await writeBundle(someFrames, facts);
		const taken = Object.create(blob, {
			size: { value: blob.size },
			slice: {
				value: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }),
			},
		}) as Blob;
		expect(await readBundle(taken)).toMatchObject({ ok: false, problems: [{ kind: 'gone' }] });
	});
});
