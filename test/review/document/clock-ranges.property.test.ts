/** Stretches of clocks, against plain sets of single clocks. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
	joinedRanges,
	rangesWithout,
	removalOf,
	type ClockRange,
} from '../../../src/review/document/clock-ranges.ts';
import { withoutRemovals } from '../../../src/review/document/kept-back.ts';
import { readUpdate } from '../../../src/review/document/wire-update.ts';

const range: fc.Arbitrary<ClockRange> = fc.record({
	client: fc.nat(3),
	clock: fc.nat(30),
	length: fc.integer({ min: 1, max: 8 }),
});
const ranges = fc.array(range, { maxLength: 12 });

function clocksOf(all: readonly ClockRange[]): ReadonlySet<string> {
	return new Set(
		all.flatMap(({ client, clock, length }) =>
			Array.from({ length }, (_, step) => `${client}.${clock + step}`),
		),
	);
}

test('joined stretches hold the same clocks, none of them twice, and none touches the next', () => {
	fc.assert(
		fc.property(ranges, (all) => {
			const joined = joinedRanges(all);
			expect(clocksOf(joined)).toEqual(clocksOf(all));
			for (const [at, { client, clock }] of joined.entries()) {
				const before = joined[at - 1];
				if (before?.client === client) expect(before.clock + before.length).toBeLessThan(clock);
			}
		}),
	);
});

test('what is left holds exactly the clocks that are in none of the others', () => {
	fc.assert(
		fc.property(ranges, ranges, (all, others) => {
			const taken = clocksOf(others);
			const left = [...clocksOf(all)].filter((clock) => !taken.has(clock));
			expect(clocksOf(rangesWithout(all, others))).toEqual(new Set(left));
		}),
	);
});

test('an update without what is kept removes the rest, and brings all that it brought', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.nat(20), { minLength: 1 }),
			fc.array(fc.nat(20)),
			(keys, kept) => {
				const doc = new Y.Doc();
				const map = doc.getMap<unknown>('controls');
				for (let key = 0; key <= 20; key += 1) map.set(`${key}`, key);
				const copy = new Y.Doc();
				Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
				const known = Y.encodeStateVector(doc);
				doc.transact(() => {
					for (const key of keys) map.delete(`${key}`);
					map.set('more', true);
				});
				const update = Y.encodeStateAsUpdate(doc, known);
				const stretches = kept.map((clock) => ({ client: doc.clientID, clock, length: 1 }));
				Y.applyUpdate(copy, withoutRemovals(update, stretches) ?? update);
				const gone = keys.filter((key) => !kept.includes(key));
				const stays = [...Array(21).keys()].filter((key) => !gone.includes(key));
				expect([...copy.getMap('controls').keys()].sort()).toEqual(
					[...stays.map(String), 'more'].sort(),
				);
			},
		),
	);
});

test('a removal of these stretches is an update as Yjs writes it', () => {
	fc.assert(
		fc.property(ranges, (all) => {
			const joined = joinedRanges(all);
			const update = removalOf(joined);
			expect(clocksOf(readUpdate(update).removed)).toEqual(clocksOf(joined));
			expect(Y.mergeUpdates([update, new Uint8Array([0, 0])])).toEqual(update);
		}),
	);
});
