import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delimitedRecords } from '../../../src/exchange/reading/delimited/delimited-records.ts';
import {
	separatorNames,
	type Separator,
} from '../../../src/exchange/reading/delimited/separator.ts';
import { decodeText } from '../../../src/exchange/reading/delimited/text-encoding.ts';
import { utf16, utf8 } from '../../support/sheet-reading.ts';

const field = fc.oneof(
	fc.string({ unit: fc.constantFrom(...Array.from('ab ,;|\t"\n\r\'=é漢😀')) }),
	fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !text.includes('\0')),
);
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
	fc.array(fc.array(field, { minLength: width, maxLength: width }), {
		minLength: 1,
		maxLength: 8,
	}),
);
const separators = Object.keys(separatorNames) as Separator[];

/** RFC 4180, quoting every field, so that nothing depends on what needs it. */
function write(rows: readonly (readonly string[])[], separator: string, lineBreak: string): string {
	const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
	return rows.map((row) => row.map(quote).join(separator)).join(lineBreak) + lineBreak;
}

const oneBreak = (text: string): string => text.replace(/\r\n?/g, '\n');

test('a table written by RFC 4180 reads back the same, its line breaks as \\n', () => {
	fc.assert(
		fc.property(
			table,
			fc.constantFrom(...separators),
			fc.constantFrom('\n', '\r\n'),
			(rows, separator, lineBreak) => {
				const read = [...delimitedRecords(write(rows, separator, lineBreak), separator)];
				expect(read).toEqual(rows.map((row) => row.map(oneBreak)));
			},
		),
	);
});

test('fields that need no quotes read back the same without them', () => {
	const bare = fc
		.string({ unit: fc.constantFrom(...Array.from('ab "\'=é漢')) })
		.filter((text) => !/^ *"/.test(text));
	fc.assert(
		fc.property(
			fc.array(bare, { minLength: 2, maxLength: 6 }),
			fc.constantFrom(...separators),
			(row, separator) => {
				expect([...delimitedRecords(row.join(separator), separator)]).toEqual([row]);
			},
		),
	);
});

test('text with a byte order mark reads back the same in each encoding', () => {
	fc.assert(
		fc.property(field, fc.boolean(), (text, bigEndian) => {
			expect(decodeText(utf8(`\uFEFF${text}`))?.text).toBe(text);
			expect(decodeText(utf16(`\uFEFF${text}`, bigEndian))?.text).toBe(text);
		}),
	);
});

test('any text splits into records that hold all of it', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab,"\n\r ')) }), (text) => {
			const kept = [...delimitedRecords(text, ',')].flat().join('');
			const letters = (all: string): string => all.replace(/[^ab]/g, '');
			expect(letters(kept)).toBe(letters(text));
		}),
	);
});
