import { describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../../src/exchange/reading/read-spreadsheet.ts';
import { readingLimits } from '../../../src/exchange/reading/reading-limits.ts';
import { buildXlsx } from '../../support/ooxml-builder.ts';
import { buildZip, type ZipPart } from '../../support/ooxml-zip.ts';
import { largeWorkbook } from '../../support/sheet-large.ts';
import { problemIn, texts, utf8, workbookIn } from '../../support/sheet-reading.ts';

const sheetPart = 'xl/worksheets/sheet1.xml';
const rows = '<row r="1"><c r="A1" t="str"><v>x</v></c></row>';

/** A workbook with one of its zip entries changed. */
function withPart(change: (part: ZipPart) => ZipPart, name = sheetPart): Uint8Array {
	return buildXlsx({
		sheets: [{ rows }],
		parts: (parts) => parts.map((part) => (part.name === name ? change(part) : part)),
	});
}

describe('a zip archive that lies is refused', () => {
	test.each<[string, (part: ZipPart) => ZipPart, string]>([
		[
			'a size larger than the data',
			(part) => ({ ...part, claimedSize: 10_000 }),
			'cannot be unpacked',
		],
		[
			'a size smaller than the data',
			(part) => ({ ...part, claimedSize: 10 }),
			'cannot be unpacked',
		],
		[
			'another size in the local header',
			(part) => ({ ...part, localSize: 10 }),
			'contradicts the table of contents',
		],
		[
			'another name in the local header',
			(part) => ({ ...part, localName: 'xl/worksheets/sheet9.xml' }),
			'contradicts the table of contents',
		],
		['a wrong checksum', (part) => ({ ...part, claimedCrc: 1 }), 'does not match its checksum'],
		[
			'the data of another part',
			(part) => ({ ...part, sharesDataOf: 'xl/workbook.xml' }),
			'contradicts the table of contents',
		],
	])('%s', async (_, change, reason) => {
		const problem = await problemIn(withPart(change));
		expect(problem.kind).toBe('damaged');
		expect(problem.text).toContain(sheetPart);
		expect(problem.text).toContain(reason);
	});

	test('a part that is there twice, whatever its case', async () => {
		const bytes = buildXlsx({
			sheets: [{ rows }],
			parts: (parts) => [...parts, { name: 'XL/Worksheets/Sheet1.xml', content: '<worksheet/>' }],
		});
		expect((await problemIn(bytes)).text).toContain(
			'part “XL/Worksheets/Sheet1.xml” is there twice',
		);
	});

	test('two parts over the same bytes', async () => {
		const bytes = buildZip([
			{ name: 'a', content: 'x', stored: true },
			{ name: 'a', content: 'x', stored: true, sharesDataOf: 'a' },
		]);
		expect((await problemIn(bytes)).text).toMatch(/is there twice|overlaps/);
	});

	test('one that breaks off', async () => {
		const bytes = buildXlsx({ sheets: [{ rows }] });
		for (const length of [100, bytes.length - 60, bytes.length - 2]) {
			expect((await problemIn(bytes.subarray(0, length))).kind).toBe('damaged');
		}
	});

	test('an encrypted entry asks for a copy without a password', async () => {
		const problem = await problemIn(withPart((part) => ({ ...part, flags: 1 })));
		expect(problem.kind).toBe('passwordProtected');
	});
});

const nextStep = 'Ask whoever sent the file for a copy saved again in a spreadsheet program';

describe('a file that is too much is refused before it is unpacked', () => {
	test('a bomb', async () => {
		const bomb = '<worksheet>' + ' '.repeat(11 * 2 ** 20);
		const problem = await problemIn(withPart((part) => ({ ...part, content: bomb })));
		expect(problem.kind).toBe('unsafe');
		expect(problem.text).toContain(nextStep);
	});

	test('a bomb that hides its size is caught while it unpacks', async () => {
		const bomb = '<worksheet>' + ' '.repeat(11 * 2 ** 20);
		const problem = await problemIn(
			withPart((part) => ({ ...part, content: bomb, claimedSize: 200 })),
		);
		expect(problem.text).toContain('cannot be unpacked');
	});

	test('an unused bomb does no harm', async () => {
		const bytes = buildXlsx({
			sheets: [{ rows }],
			parts: (parts) => [
				...parts,
				{ name: 'xl/media/image1.bmp', content: new Uint8Array(11 * 2 ** 20) },
			],
		});
		expect((await workbookIn(bytes)).sheets.map(texts)).toEqual([[['x']]]);
	});

	test('too many parts, too many bytes', async () => {
		const bytes = buildXlsx({ sheets: [{ rows }] });
		const few = await problemIn(bytes, 'a.xlsx', { ...readingLimits, zipEntries: 3 });
		expect(few.text).toMatch(/^The file holds 7 parts; up to 3 are read\./);
		const small = await problemIn(bytes, 'a.xlsx', { ...readingLimits, fileBytes: 2 ** 10 });
		expect(small.kind).toBe('tooLarge');
		const inflated = await problemIn(bytes, 'a.xlsx', { ...readingLimits, inflatedBytes: 500 });
		expect(inflated.kind).toBe('tooLarge');
	});
});

describe('a sheet that is too much is trimmed, and says so', () => {
	const grid = Array.from(
		{ length: 6 },
		(_, row) => `<row r="${row + 1}">${'<c><v>1</v></c>'.repeat(6)}</row>`,
	).join('');

	test.each([
		[
			{ rows: 4 },
			4,
			6,
			'The sheet is too large to take in whole; rows from 5 on are left out: a sheet may bring 4 rows. Split it and bring in the parts.',
		],
		[
			{ cells: 8 },
			2,
			6,
			'The sheet is too large to take in whole; cells from C2 on are left out: a file may bring 8 cells. Split it and bring in the parts.',
		],
		[{ columns: 4 }, 6, 4, '12 cells right of column D had to be left out.'],
	])('%o', async (limits, rowCount, columnCount, note) => {
		const bytes = buildXlsx({ sheets: [{ rows: grid }] });
		const { sheets, notes } = await workbookIn(bytes, 'a.xlsx', { ...readingLimits, ...limits });
		expect(sheets[0]?.rows).toHaveLength(rowCount);
		expect(sheets[0]?.columnCount).toBe(columnCount);
		expect(notes).toEqual([{ sheet: 'Sheet1', cell: '', text: note }]);
	});

	test('a cell longer than any program writes is cut', async () => {
		const long = `<row r="3"><c r="B3" t="str"><v>${'a'.repeat(50)}</v></c></row>`;
		const { sheets, notes } = await workbookIn(buildXlsx({ sheets: [{ rows: long }] }), 'a.xlsx', {
			...readingLimits,
			cellLength: 20,
		});
		expect(sheets.map(texts)).toEqual([[['', 'a'.repeat(20)]]]);
		expect(notes).toEqual([
			{ sheet: 'Sheet1', cell: 'B3', text: 'The text was cut after 20 of 50 characters.' },
		]);
	});
});

test.each(['<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>', '<!-- a --><!DOCTYPE x>'])(
	'a document type is refused: %s',
	async (declaration) => {
		const bytes = buildXlsx({
			sheets: [{ rows: '<row r="1"><c r="A1" t="str"><v>&c;</v></c></row>' }],
			rewrite: (xml, part) =>
				part === sheetPart ? xml.replace('<worksheet', `${declaration}<worksheet`) : xml,
		});
		const problem = await problemIn(bytes);
		expect(problem.kind).toBe('unsafe');
		expect(problem.text).toContain(nextStep);
	},
);

test('names of Object.prototype are names like any other', async () => {
	const cells = ['__proto__', 'constructor', 'toString']
		.map((name) => `<c t="str"><v>${name}</v></c>`)
		.join('');
	const bytes = buildXlsx({
		sheets: [{ name: '__proto__', rows: `<row r="1">${cells}</row>` }, { name: 'constructor' }],
	});
	const { sheets } = await workbookIn(bytes);
	expect(sheets.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
	expect(sheets.map(texts)).toEqual([[['__proto__', 'constructor', 'toString']], []]);
	expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('what is no spreadsheet is refused with what it is', () => {
	test.each<[string, Uint8Array, RegExp]>([
		['nothing', new Uint8Array(), /^The file is empty\. Open it .* choose it again\.$/],
		[
			'blank lines',
			utf8('\n\n'),
			/^The file is empty: there is no text in it\. Open it .* choose it again\.$/,
		],
		['a PDF', utf8('%PDF-1.7\n'), /^The file is a PDF document\. Choose an \.xlsx,/],
		[
			'a picture',
			Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
			/^The file is a picture\./,
		],
		[
			'other bytes',
			Uint8Array.of(1, 2, 0, 0, 3),
			/^The file holds neither a spreadsheet nor text\./,
		],
		['other XML', utf8('<?xml version="1.0"?><note/>'), /^The file is XML, but no spreadsheet\./],
		['JSON', utf8('{"controls": [1, 2]}\n'), /^The file is JSON data\./],
		['a web archive', utf8('MIME-Version: 1.0\n\n'), /^The file is a web archive; open it/],
		[
			'a page without a table',
			utf8('<!doctype html><p>Hello'),
			/^The file is a web page without a table\./,
		],
		[
			'an archive',
			buildZip([{ name: 'a.csv', content: 'a,b' }]),
			/^The file is a zip archive without a spreadsheet of its own; unpack it first\./,
		],
		[
			'a Word document',
			buildXlsx({
				sheets: [{}],
				contentType:
					'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
			}),
			/^The file is a Word document\./,
		],
		[
			'a workbook without sheets',
			buildXlsx({ sheets: [] }),
			/^The workbook holds no worksheet that can be read\. Open it .* choose it again\.$/,
		],
	])('%s', async (_, bytes, text) => {
		expect((await problemIn(bytes)).text).toMatch(text);
	});

	test('an encrypted package, whatever its name', async () => {
		const name = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();
		const bytes = Uint8Array.from([
			0xd0,
			0xcf,
			0x11,
			0xe0,
			0xa1,
			0xb1,
			0x1a,
			0xe1,
			...new Uint8Array(600),
			...name,
			0,
			0,
		]);
		const problem = await problemIn(bytes, 'file.xlsx');
		expect(problem.kind).toBe('passwordProtected');
		expect(problem.text).toContain('save a copy without a password');
	});
});

describe('cancelling', () => {
	test('before the start', async () => {
		const watch = { progress: () => undefined, aborted: () => true };
		const workbook = await readSpreadsheet(buildXlsx({ sheets: [{}] }), 'a.xlsx', watch);
		expect(workbook).toEqual({
			ok: false,
			problems: [{ kind: 'cancelled', text: 'Reading was cancelled.' }],
		});
	});

	test('in the middle: progress only rises, and a turn is given in which to ask', async () => {
		const seen: number[] = [];
		let asked = false;
		const watch = {
			progress: (fraction: number) => {
				seen.push(fraction);
				setTimeout(() => {
					asked = true;
				});
			},
			aborted: () => asked,
		};
		const workbook = await readSpreadsheet(largeWorkbook(2_000), 'a.xlsx', watch);
		expect(workbook.ok).toBe(false);
		expect(seen).toEqual([...seen].sort((a, b) => a - b));
	});
});
