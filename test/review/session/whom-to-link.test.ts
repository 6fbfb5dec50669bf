/** The rule by which everybody decides alone with whom to keep direct links. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Rests } from '../../../src/review/session/rests.ts';
import { whomToLink, type OpenPage } from '../../../src/review/session/whom-to-link.ts';

const page = (device: string): OpenPage => ({ device, reach: `page of ${device}` });

describe('[P-24] whom to link', () => {
	test.each<readonly [linked: string[], here: string[], next: string | undefined]>([
		[[], [], undefined],
		[[], ['b', 'a', 'c'], 'a'],
		[['a'], ['b', 'a', 'c'], 'b'],
		[['a', 'b'], ['b', 'a', 'c'], undefined],
		[['c'], ['c', 'b', 'a'], 'a'],
		// One that is linked and takes no offers just now does not count: others could not reach it.
		[['a'], ['b', 'c'], 'b'],
	])('linked with %j while %j are here: %s', (linked, here, next) => {
		expect(whomToLink(new Set(linked), here.map(page))?.device).toBe(next);
	});

	test('wherever it begins, each ends with the two smallest, and no departure parts the others', () => {
		const size = 7;
		const names = Array.from({ length: size }, (_, at) => `device ${at}`);
		const person = fc.constantFrom(...names);
		fc.assert(
			fc.property(fc.array(fc.tuple(person, person), { maxLength: 12 }), person, (laid, host) => {
				// Somebody invited everybody, and some are linked otherwise.
				const links = new Set([...laid, ...names.map((name) => [host, name] as const)].map(pairOf));
				for (let isMoving = true; isMoving;) {
					isMoving = false;
					for (const name of names) {
						const others = names.filter((other) => other !== name);
						const linked = others.filter((other) => links.has(pairOf([name, other])));
						const next = whomToLink(new Set(linked), others.map(page));
						if (!next) continue;
						links.add(pairOf([name, next.device]));
						isMoving = true;
					}
				}
				for (const leaver of names) {
					const rest = names.filter((name) => name !== leaver);
					const reached = new Set(rest.slice(0, 1));
					for (const name of reached) {
						for (const other of rest) if (links.has(pairOf([name, other]))) reached.add(other);
					}
					expect(reached.size).toBe(size - 1);
				}
			}),
		);
	});
});

test('a page that could not be reached rests a moment, each time twice as long, and no longer than a quarter of an hour', () => {
	const rests = new Rests();
	const lengths: number[] = [];
	let now = 0;
	for (let time = 0; time < 10; time += 1) {
		rests.begin('page', now);
		const begun = now;
		while (rests.has('page', now)) now += 1_000;
		lengths.push((now - begun) / 1_000);
	}
	expect(lengths).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
	rests.begin('page', now);
	rests.keepOnly(new Set());
	expect(rests.has('page', now)).toBe(false);
});

function pairOf([a, b]: readonly [string, string]): string {
	return a < b ? `${a} ${b}` : `${b} ${a}`;
}
