/** Where this person is, as others are told, and the way there. */
import { expect, test } from 'vitest';
import { placeOf, routeOf } from '../../src/app/review-presence.svelte.ts';

const workbook = 'workbook:one' as const;
const cell = { record: 'control:a', field: 'title' };

test('in a register they are at its active cell, or at the record that is open', () => {
	expect(placeOf({ place: 'matrix', workbook }, cell)).toEqual({ place: 'matrix', ...cell });
	expect(placeOf({ place: 'matrix', workbook, record: 'control:b' }, cell)).toEqual({
		place: 'matrix',
		record: 'control:b',
	});
});

test('a cell of another register, or of one they have left, is not where they are', () => {
	expect(placeOf({ place: 'risks', workbook }, cell)).toEqual({ place: 'risks' });
	expect(placeOf({ place: 'overview', workbook }, cell)).toEqual({ place: 'overview' });
	expect(placeOf({ place: 'criteria', workbook, detail: 'CC6.1' }, cell)).toEqual({
		place: 'criteria',
		detail: 'CC6.1',
	});
});

test('a column of the workbook’s own is named as in threads, and led to as the grid names it', () => {
	const own = { record: 'control:a', field: 'column:x' };
	const place = placeOf({ place: 'matrix', workbook }, own);
	expect(place.field).toBe('own/column:x');
	expect(routeOf(place, workbook)).toEqual({ place: 'matrix', workbook, ...own });
});
