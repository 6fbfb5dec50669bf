import fc from 'fast-check';
import { expect, test } from 'vitest';
import { niceTicks } from '../../../src/ui/charts/nice-ticks.ts';

test('counts are named by whole round numbers', () => {
	expect(niceTicks(0, 61, { most: 5, whole: true })).toEqual([0, 20, 40, 60, 80]);
	expect(niceTicks(0, 3, { most: 5, whole: true })).toEqual([0, 1, 2, 3]);
	expect(niceTicks(0, 1, { most: 5, whole: true })).toEqual([0, 1]);
});

test('parts of one stay exact', () => {
	expect(niceTicks(0, 0.7, { most: 5 })).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
	expect(niceTicks(0.11, 0.29, { most: 5 })).toEqual([0.1, 0.15, 0.2, 0.25, 0.3]);
});

test('equal values still have an axis', () => {
	expect(niceTicks(0, 0, { most: 5, whole: true })).toEqual([0, 1]);
	expect(niceTicks(7, 7, { most: 4, whole: true })).toHaveLength(2);
});

const values = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => Number(n.toFixed(3)));

test('ticks cover all values, evenly, and are no more than asked for', () => {
	fc.assert(
		fc.property(
			values,
			values,
			fc.integer({ min: 3, max: 9 }),
			fc.boolean(),
			(a, b, most, whole) => {
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				const ticks = niceTicks(low, high, { most, whole });
				expect(ticks.length).toBeGreaterThanOrEqual(2);
				expect(ticks.length).toBeLessThanOrEqual(most);
				expect(ticks[0]).toBeLessThanOrEqual(low);
				expect(ticks.at(-1)).toBeGreaterThanOrEqual(high);
				const step = ticks[1]! - ticks[0]!;
				for (let index = 1; index < ticks.length; index++) {
					expect(ticks[index]! - ticks[index - 1]!).toBeCloseTo(step, 6);
				}
				if (whole) expect(ticks.every(Number.isInteger)).toBe(true);
			},
		),
	);
});
