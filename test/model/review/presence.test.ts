import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	colourOf,
	coloursOf,
	personColours,
	presenceSchema,
} from '../../../src/model/review/presence.ts';
import { cleo } from './a-log.ts';

const here = {
	...{ run: 'r1', seq: 3, at: '2026-11-21T10:00:00.000Z', name: 'Cleo', state: 'here' },
	place: { place: 'controls', record: 'control:a', field: 'owner' },
};

test('where somebody is reads as it was told, and nothing else with it', () => {
	expect(presenceSchema.parse({ ...here, following: cleo, html: '<b>' })).toEqual({
		...here,
		following: cleo,
	});
});

test.each([
	{ ...here, name: 'x'.repeat(81) },
	{ ...here, seq: -1 },
	{ ...here, at: 'now' },
	{ ...here, state: 'asleep' },
	{ ...here, following: 'somebody' },
	{ ...here, place: { place: 'x'.repeat(61) } },
])('what is no presence is not read: %#', (body) => {
	expect(presenceSchema.safeParse(body).success).toBe(false);
});

test('up to eight present people have eight colours, and the first keeps their own', () => {
	const devices = fc.uniqueArray(fc.stringMatching(/^[\w-]{43}$/), { minLength: 1, maxLength: 20 });
	fc.assert(
		fc.property(devices, (present) => {
			const colours = [...coloursOf(present).values()];
			expect(colours).toHaveLength(present.length);
			expect(colours[0]).toBe(colourOf(present[0] ?? ''));
			expect(new Set(colours.slice(0, personColours)).size).toBe(
				Math.min(present.length, personColours),
			);
			expect(colours.every((colour) => colour >= 0 && colour < personColours)).toBe(true);
		}),
	);
});
