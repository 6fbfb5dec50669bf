/** Delimited text goes back in its own separator, encoding, quoting and line ends. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/exchange/write-back/change.ts';
import { sheetIn, texts, utf16, utf8 } from '../../support/sheet-reading.ts';
import { problemOf, refusal, writtenInto } from './written.ts';

const set = (cell: string, value: string | number | null): Change => ({
	sheet: 'Sheet1',
	cell,
	value,
});
const append = (...appendRows: (string | null)[][]): Change => ({ sheet: 'Sheet1', appendRows });

async function after(text: string, changes: readonly Change[], name = 'file.csv'): Promise<string> {
	const { bytes } = await writtenInto(utf8(text), changes, name);
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

describe('a delimited file', () => {
	it.each([
		['commas', 'a,b\r\n"c",d\r\n', 'a,x\r\n"y",d\r\n'],
		['semicolons', 'a;b\n"c";d\n', 'a;x\n"y";d\n'],
		['tabs', 'a\tb\r"c"\td', 'a\tx\r"y"\td'],
		['a byte order mark', '\ufeffa,b\n"c",d\n', '\ufeffa,x\n"y",d\n'],
		['a line that names its separator', 'sep=|\na|b\n"c"|d\n', 'sep=|\na|x\n"y"|d\n'],
	])('with %s keeps them', async (_, before, expected) => {
		expect(await after(before, [set('B1', 'x'), set('A2', 'y')])).toBe(expected);
	});

	it('quotes what needs it, and everything where the file does', async () => {
		expect(await after('a,b\n1,2\n', [set('A2', 'x, "y"'), set('B2', 'two\nlines')])).toBe(
			'a,b\n"x, ""y""","two\nlines"\n',
		);
		expect(await after('"a","b"\n"1",""\n', [set('B2', 'x'), append(['n'])])).toBe(
			'"a","b"\n"1","x"\n"n",""\n',
		);
	});

	it('quotes numbers, and fields that hold nothing, as the file does', async () => {
		const texts = '"name","score","note"\n"a",1,\n"b",2,\n';
		expect(await after(texts, [set('B2', 10), append(['c', '3']), set('C2', 'x')])).toBe(
			'"name","score","note"\n"a",10,"x"\n"b",2,\n"c",3,\n',
		);
	});

	it('fills up short rows, and minds line breaks inside fields', async () => {
		expect(await after('a,b,c\n"x\ny"\nlast', [set('C2', 'end'), set('A3', 'z')])).toBe(
			'a,b,c\n"x\ny",,end\nz',
		);
	});

	it.each([
		['a,b\r\n1,2\r\n', 'a,b\r\n1,2\r\nx,\r\n'],
		['a,b\n1,2', 'a,b\n1,2\nx,'],
		['a,b\n1,2\n\n\n', 'a,b\n1,2\nx,\n\n\n'],
		['a,b\n1,2\n,\n,\n', 'a,b\n1,2\nx,\n,\n,\n'],
		['\ufeffa,b\n1,2', '\ufeffa,b\n1,2\nx,'],
		['sep=;\na;b\n1;2\n', 'sep=;\na;b\n1;2\nx;\n'],
		['a,b\n"1\n2","3\n4"', 'a,b\n"1\n2","3\n4"\nx,'],
	])('gets new rows after the last one: %j', async (before, expected) => {
		expect(await after(before, [append(['x'])])).toBe(expected);
	});

	it('gets no rows below totals or a sign-off, which are named', async () => {
		const outcome = await writtenInto(utf8('a,b\n1,2\n3,4\nTotal,6\n'), [append(['x'])], 'f.csv');
		expect(refusal(outcome)).toMatchObject({ kind: 'rowsBelow' });
		expect(refusal(outcome).text).toContain('row 4 below it holds something else (“Total”)');
	});

	it('gets new rows after the row the caller names, once', async () => {
		const change = { sheet: 'Sheet1', appendRows: [['x']] };
		const original = utf8('a,b\n1,2\n\n');
		const named = await writtenInto(original, [{ ...change, after: 2 }, change], 'f.csv');
		expect(new TextDecoder().decode(named.bytes)).toBe('a,b\n1,2\nx,\n\n');
		expect(refusal(named)).toMatchObject({ change: 1, kind: 'setTwice' });
		const beyond = await writtenInto(original, [{ ...change, after: 9 }], 'f.csv');
		expect(refusal(beyond).kind).toBe('outOfBounds');
		const between = await writtenInto(original, [{ ...change, after: 1 }], 'f.csv');
		expect(refusal(between).kind).toBe('rowsBelow');
	});

	it.each([false, true])('in UTF-16 gets its rows in UTF-16 (big endian: %s)', async (big) => {
		const original = utf16('\ufeffn\tGröße\r\n1\t2', big);
		const outcome = await writtenInto(original, [append(['é', '😀'])], 'file.tsv');
		expect(outcome.bytes).toEqual(utf16('\ufeffn\tGröße\r\n1\t2\r\né\t😀', big));
	});

	it.each([
		[
			'Windows-1252',
			Uint8Array.from([0x6e, 0x2c, 0x47, 0x72, 0xf6, 0xdf, 0x65, 0x0a, 0x31, 0x2c, 0x32]),
			'é€',
			[0xe9, 0x80],
		],
		['UTF-16', utf16('\ufeffn,Größe\n1,2'), 'é', [0xe9, 0]],
		['UTF-16, big endian', utf16('\ufeffn,Größe\n1,2', true), 'é', [0, 0xe9]],
	])('in %s keeps its encoding', async (_, original, value, bytes) => {
		const outcome = await writtenInto(original, [set('A2', value)], 'file.csv');
		expect(texts(await sheetIn(outcome.bytes, 'file.csv'))[1]).toEqual([value, '2']);
		expect([...outcome.bytes].join()).toContain(bytes.join());
	});

	it('refuses a character that its encoding has no form for', async () => {
		const original = Uint8Array.from([
			0x47, 0x72, 0xf6, 0xdf, 0x65, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x32,
		]);
		const outcome = await writtenInto(original, [set('A2', '日本')], 'file.csv');
		expect(refusal(outcome)).toMatchObject({ kind: 'encoding', cell: 'A2' });
		expect(outcome.bytes).toBe(original);
	});

	it('is refused where bytes would not come back', async () => {
		const original = Uint8Array.from([...utf8('ä,ö,ü,ß,é,è\n1,2\n'), 0xff, 0x2c, 0x31]);
		expect((await problemOf(original, [set('A2', 'x')])).text).toContain('of no one encoding');
	});

	it('keeps a text from running as a formula, and numbers as they are', async () => {
		const outcome = await writtenInto(
			utf8('a,b\n1,2\n'),
			[set('A2', '=1+1'), set('B2', '-5')],
			'f.csv',
		);
		expect(new TextDecoder().decode(outcome.bytes)).toBe("a,b\n'=1+1,-5\n");
		expect(outcome.written.map(({ notes }) => notes.length)).toEqual([1, 0]);
		expect(texts(await sheetIn(outcome.bytes, 'f.csv'))[1]).toEqual(['=1+1', '-5']);
	});

	it.each(['A9', 'nonsense'])('says what is no cell of it: %s', async (cell) => {
		const outcome = await writtenInto(utf8('a,b\n1,2\n'), [set(cell, 'x')], 'f.csv');
		expect(refusal(outcome).text).toContain('which has 2 rows');
	});

	it('is the very same bytes where no field changes', async () => {
		const original = utf8('a, "b" ,c\n');
		expect((await writtenInto(original, [set('A1', 'a')], 'f.csv')).bytes).toBe(original);
	});
});

it('a changed field reads back, and the others are as they were', async () => {
	const field = fc.string({
		unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '=', "'", 'é', '😀'),
		maxLength: 6,
	});
	const width = 3;
	const grid = fc.array(fc.array(field, { minLength: width, maxLength: width }), {
		minLength: 2,
		maxLength: 6,
	});
	await fc.assert(
		fc.asyncProperty(
			grid,
			field,
			fc.nat(),
			fc.constantFrom('\n', '\r\n'),
			fc.boolean(),
			async (rows, value, seed, lineEnd, quotes) => {
				const written = (text: string): string =>
					quotes || /[",;\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
				// A first line that tells the separator, and a first column that is never blank.
				const lines = [['h1', 'h2', 'h3'], ...rows.map((row) => ['k', ...row.slice(1)])];
				const original = utf8(lines.map((row) => row.map(written).join(',') + lineEnd).join(''));
				const row = 1 + (seed % rows.length);
				const column = 1 + (seed % 2);
				const cell = `${'ABC'.charAt(column)}${row + 1}`;
				const before = texts(await sheetIn(original, 'f.csv'));
				const outcome = await writtenInto(original, [set(cell, value)], 'f.csv');
				const now = texts(await sheetIn(outcome.bytes, 'f.csv'));
				const expected = before.map((texts) =>
					Array.from({ length: width }, (_, i) => texts[i] ?? ''),
				);
				(expected[row] ?? [])[column] = value;
				expect(now.map((texts) => Array.from({ length: width }, (_, i) => texts[i] ?? ''))).toEqual(
					expected,
				);
			},
		),
	);
});
