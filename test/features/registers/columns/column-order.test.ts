import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, movedBefore } from '../../../../src/features/registers/columns/column-order.ts';

const letters = (text: string): string[] => Array.from(text);
const columns = (keys: string): { key: string }[] => letters(keys).map((key) => ({ key }));
const keysOf = (list: readonly { key: string }[]): string => list.map(({ key }) => key).join('');

describe('the order of columns', () => {
	it('is the usual one until another is chosen', () => {
		expect(keysOf(inOrder(columns('abcd'), []))).toBe('abcd');
		expect(keysOf(inOrder(columns('abcd'), letters('dcba')))).toBe('dcba');
	});

	it('puts a column that came since after the one it usually follows', () => {
		expect(keysOf(inOrder(columns('abcde'), letters('db')))).toBe('adebc');
	});

	it('passes over columns that are gone', () => {
		expect(keysOf(inOrder(columns('ab'), letters('xbya')))).toBe('ba');
	});

	it('holds every column once, chosen ones in the chosen order, whatever was chosen', () => {
		const keys = fc.uniqueArray(fc.constantFrom(...letters('abcdefgh')));
		fc.assert(
			fc.property(keys, keys, (there, chosen) => {
				const ordered = inOrder(columns(there.join('')), chosen).map(({ key }) => key);
				expect([...ordered].sort()).toEqual([...there].sort());
				expect(ordered.filter((key) => chosen.includes(key))).toEqual(
					chosen.filter((key) => there.includes(key)),
				);
			}),
		);
	});

	it('moves one before another or to the end, and the others keep theirs', () => {
		expect(movedBefore(letters('abcd'), 'd', 'b').join('')).toBe('adbc');
		expect(movedBefore(letters('abcd'), 'a', undefined).join('')).toBe('bcda');
		expect(movedBefore(letters('abcd'), 'a', 'd').join('')).toBe('bcad');
		expect(movedBefore(letters('abcd'), 'b', 'b').join('')).toBe('abcd');
	});
});
