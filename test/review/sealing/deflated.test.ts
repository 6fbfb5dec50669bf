/** Inflating under a limit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ok, refused } from '../../../src/base/result.ts';
import { deflated, inflated } from '../../../src/review/sealing/deflated.ts';

describe('inflating', () => {
	test('gives back what was deflated, whatever it was', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 20_000 }), async (bytes) => {
				const given = Uint8Array.from(bytes);
				expect(await inflated(await deflated(given), given.length)).toEqual(ok(given));
			}),
		);
	});

	test('goes on through texts of several steps', async () => {
		const text = Uint8Array.from({ length: 60_000 }, (_, at) => Math.sin(at * at) * 16);
		const packed = await deflated(text);
		expect(packed.length).toBeGreaterThan(17_000);
		expect(await inflated(packed, text.length)).toEqual(ok(text));
		expect(await inflated(packed, text.length - 1)).toEqual(refused('oversized'));
	});

	test('stops long before the end of a bomb', async () => {
		const bomb = await deflated(new Uint8Array(2 ** 25));
		// The bomb's last bytes are broken: whoever reads that far calls it malformed.
		bomb.fill(0xff, bomb.length - 100);
		expect(await inflated(bomb, 2 ** 20)).toEqual(refused('oversized'));
		expect(await inflated(bomb, 2 ** 26)).toEqual(refused('malformed'));
	});

	test('never throws, whatever bytes it gets', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
				const result = await inflated(Uint8Array.from(bytes), 10_000);
				expect(result.ok || result.problems[0] === 'malformed').toBe(true);
			}),
		);
	});
});
