/** Properties: any list of criteria, written in any of the styles people use, is read back. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { criteria } from '../../../src/model/catalog/criteria.ts';
import { readCellIds } from '../../../src/exchange/recognise/criteria-ids.ts';

const ids = criteria.map((criterion) => criterion.id);
const spellings: readonly ((id: string) => string)[] = [
	(id) => id,
	(id) => id.toLowerCase(),
	(id) => id.replace(/^([A-Z]+)/, '$1 '),
	(id) => id.replace('.', '.0'),
	(id) => `TSC ${id}`,
	(id) => `${id}.`,
	(id) => `(${id})`,
	(id) => `${id}.1`,
];
const separators = [', ', ',', '; ', '\n', ' / ', '/', ' | ', ' and ', ' & ', '\r\n', ' '];

const aList = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 8 });
const aSpelling = fc.constantFrom(...spellings);
const aSeparator = fc.constantFrom(...separators);

it('reads back a list in one spelling', () => {
	fc.assert(
		fc.property(aList, aSpelling, aSeparator, (list, spell, separator) => {
			const text = list.map(spell).join(separator);
			expect(readCellIds(text, 'criteria').criteria).toEqual(list);
		}),
	);
});

it('reads back a list whose every id is spelt another way', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), aSpelling)), aSeparator, (list, by) => {
			const text = list.map(([id, spell]) => spell(id)).join(by);
			const expected = [...new Set(list.map(([id]) => id))];
			expect(readCellIds(text, 'criteria').criteria).toEqual(expected);
		}),
	);
});

it('reads a range as what the catalogue holds between its ends', () => {
	const common = ids.filter((id) => id.startsWith('CC'));
	const ends = fc
		.tuple(fc.nat(common.length - 2), fc.nat(common.length - 1))
		.filter(([from, to]) => from < to);
	fc.assert(
		fc.property(ends, fc.constantFrom('-', ' - ', '–', ' to '), ([from, to], dash) => {
			const text = `${common[from]}${dash}${common[to]}`;
			expect(readCellIds(text, 'criteria').criteria).toEqual(common.slice(from, to + 1));
		}),
	);
});

it('takes any text without throwing, and no id it does not find twice', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom('criteria', 'any', 'references', 'rowId'),
			(text, context) => {
				const found = readCellIds(text, context);
				expect(new Set(found.criteria).size).toBe(found.criteria.length);
				for (const id of found.criteria) expect(ids).toContain(id);
			},
		),
	);
});
