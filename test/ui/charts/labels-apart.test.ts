import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepApart } from '../../../src/ui/charts/keep-apart.ts';
import { labelLanes } from '../../../src/ui/charts/label-lanes.ts';

test('labels that have room stay where they are', () => {
	expect(keepApart([2, 8], 2, 10)).toEqual([2, 8]);
});

test('labels that would meet move apart, and back from the edge', () => {
	expect(keepApart([9, 9], 2, 10)).toEqual([7, 9]);
	expect(keepApart([0, 0.5], 2, 10)).toEqual([1, 3]);
});

test('labels never cover one another where there is room for all, and keep their order', () => {
	const wanted = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 });
	fc.assert(
		fc.property(wanted, (places) => {
			const moved = keepApart(places, 10, 100);
			const order = places.map((_, index) => index).toSorted((a, b) => places[a]! - places[b]!);
			const inOrder = order.map((index) => moved[index]!);
			for (const [index, place] of inOrder.entries()) {
				expect(place).toBeGreaterThanOrEqual(5);
				expect(place).toBeLessThanOrEqual(95);
				if (index > 0) expect(place - inOrder[index - 1]!).toBeGreaterThanOrEqual(10);
			}
		}),
	);
});

test('labels that have room share the lane next to the line', () => {
	expect(labelLanes([stretch(0, 4), stretch(4, 9), stretch(20, 30)])).toEqual([0, 0, 0]);
	expect(labelLanes([stretch(0, 9), stretch(4, 9), stretch(20, 30)])).toEqual([1, 0, 0]);
});

test('no label covers another, and no stroke to a label crosses another', () => {
	const any = fc
		.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
		.map(([start, length]) => stretch(start, start + length));
	fc.assert(
		fc.property(fc.array(any, { maxLength: 12 }), (stretches) => {
			const lanes = labelLanes(stretches);
			for (const [index, one] of stretches.entries()) {
				for (const [place, other] of stretches.entries()) {
					if (index === place) continue;
					const apart = one.end <= other.start || other.end <= one.start;
					expect(apart || lanes[index] !== lanes[place]).toBe(true);
					const strokeInside = one.start < other.start && other.start < one.end;
					if (strokeInside) expect(lanes[place]).toBeLessThan(lanes[index]!);
				}
			}
		}),
	);
});

function stretch(start: number, end: number) {
	return { start, end };
}
