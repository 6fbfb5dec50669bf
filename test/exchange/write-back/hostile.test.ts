/**
 * Packages made to do harm, through the writer: each is refused with words a person can act on, the
 * original bytes are left as they were, and nothing half-written comes out.
 */
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/exchange/write-back/change.ts';
import { writeBack } from '../../../src/exchange/write-back/write-back.ts';
import { buildXlsx } from '../../support/ooxml-builder.ts';
import { buildZip, type ZipPart } from '../../support/ooxml-zip.ts';
import { utf8 } from '../../support/sheet-reading.ts';
import { sheet1 } from './written.ts';

const changes: readonly Change[] = [
	{ sheet: 'Sheet1', cell: 'A1', value: 'x' },
	{ sheet: 'Sheet1', appendRows: [['y']] },
];
const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>';
const two = [{ rows: cell }, { rows: cell }];
const book = (parts: (parts: readonly ZipPart[]) => readonly ZipPart[]): Uint8Array =>
	buildXlsx({ sheets: [{ rows: cell }], parts });
const more = (...extra: ZipPart[]): Uint8Array => book((parts) => [...parts, ...extra]);
/** One part of the workbook with other facts than the true ones. */
const lying = (name: string, lie: Partial<ZipPart>): Uint8Array =>
	book((parts) => parts.map((part) => (part.name === name ? { ...part, ...lie } : part)));
const rewritten = (name: string, change: (xml: string) => string): Uint8Array =>
	buildXlsx({ sheets: two, rewrite: (xml, part) => (part === name ? change(xml) : xml) });
const doctype = (declared: string) => (xml: string) =>
	xml.replace('?>', `?><!DOCTYPE worksheet [${declared}]>`);
const laughs = Array.from(
	{ length: 9 },
	(_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
).join('');

/** The second part's record points into the data of the first, where another header stands. */
function overlapping(): Uint8Array {
	const inner = buildZip([{ name: 'b.xml', content: '<b/>', stored: true }]);
	const header = inner.slice(0, 30 + 5 + 4);
	const zip = more(
		{ name: 'a.bin', content: header, stored: true },
		{ name: 'b.xml', content: '<b/>', stored: true },
	);
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	const text = new TextDecoder('latin1').decode(zip);
	const record = text.lastIndexOf('b.xml') - 46;
	view.setUint32(record + 42, text.indexOf('a.bin') + 5, true);
	return zip;
}

const workbooks: readonly (readonly [what: string, original: Uint8Array, words: string])[] = [
	['a bomb in its sheet', lying(sheet1, { content: new Uint8Array(20_000_000) }), 'almost nothing'],
	['a bomb nobody reads', more({ name: 'x.bin', content: new Uint8Array(2e7) }), 'almost nothing'],
	[
		'entities that multiply',
		rewritten(sheet1, doctype(`<!ENTITY l0 "ha">${laughs}`)),
		'document type',
	],
	[
		'an entity from outside',
		rewritten('xl/sharedStrings.xml', doctype('<!ENTITY x SYSTEM "file:///etc/passwd">')),
		'document type',
	],
	['a document type in its workbook', rewritten('xl/workbook.xml', doctype('')), 'document type'],
	['a document type in its links', rewritten('_rels/.rels', doctype('')), 'document type'],
	...['../x.xml', 'xl/../../x.xml', '..\\x.xml', '/etc/x.xml', 'C:/x.xml', 'xl/a\u0000.xml'].map(
		(name) =>
			[
				`a name that leads out: ${JSON.stringify(name)}`,
				more({ name, content: '<x/>' }),
				'leads out',
			] as const,
	),
	['parts that overlap', overlapping(), 'overlaps'],
	['two parts of one name', more({ name: sheet1, content: '<x/>' }), 'is there twice'],
	['names that differ in case', more({ name: sheet1.toUpperCase(), content: '<x/>' }), 'twice'],
	[
		'names that differ in slashes',
		more({ name: sheet1.replaceAll('/', '\\'), content: '<x/>' }),
		'twice',
	],
	['a wrong checksum', lying(sheet1, { claimedCrc: 1 }), 'checksum'],
	['a size too small', lying(sheet1, { claimedSize: 10 }), 'cannot be unpacked'],
	['a size too large', lying(sheet1, { claimedSize: 9_999 }), 'cannot be unpacked'],
	['a size of its own in each header', lying(sheet1, { localSize: 9_999 }), 'contradicts'],
	['another name in its header', lying(sheet1, { localName: 'xl/other.xml' }), 'contradicts'],
	['a size past all bounds', lying(sheet1, { claimedSize: 0xfffffffe }), 'almost nothing'],
	[
		'two sheets in one part',
		rewritten('xl/_rels/workbook.xml.rels', (xml) => xml.replace('sheet2.xml', 'sheet1.xml')),
		'“Sheet1” and “Sheet2” stand in one part',
	],
	[
		'two sheets in one part by two names',
		rewritten('xl/_rels/workbook.xml.rels', (xml) =>
			xml.replace('worksheets/sheet2.xml', '/xl/Worksheets/SHEET1.xml'),
		),
		'stand in one part',
	],
	[
		'more parts than any workbook has',
		more(...Array.from({ length: 1_001 }, (_, at) => ({ name: `p${at}.bin`, content: '' }))),
		'parts',
	],
];

describe('a hostile workbook is refused', () => {
	it.each(workbooks)('for %s', async (_, original, words) => {
		await expectRefused(original, words);
	});

	it('wherever it breaks off', async () => {
		const whole = more();
		for (let length = 5; length < whole.length; length += 97) {
			await expectRefused(whole.slice(0, length), '');
		}
	});
});

describe('a hostile .ods is refused', () => {
	const document = (content: string, ...extra: ZipPart[]): Uint8Array =>
		buildZip([
			{
				name: 'mimetype',
				content: 'application/vnd.oasis.opendocument.spreadsheet',
				stored: true,
			},
			{ name: 'content.xml', content },
			...extra,
		]);
	const sheet = (rows: string, attributes = ''): string =>
		`<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Sheet1"${attributes}>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;

	it.each([
		['entities', document(`<!DOCTYPE a [<!ENTITY b "c">]>${sheet('')}`), 'document type'],
		[
			'a bomb',
			document(sheet(''), { name: 'x.bin', content: new Uint8Array(2e7) }),
			'almost nothing',
		],
		['a name that leads out', document(sheet(''), { name: '../x', content: '' }), 'leads out'],
		['two parts of one name', document(sheet(''), { name: 'Content.xml', content: '' }), 'twice'],
		[
			'a wrong checksum',
			document(sheet(''), { name: 'x', content: 'x', claimedCrc: 1 }),
			'checksum',
		],
		['a document that breaks off', document(sheet('').slice(0, -60)), 'breaks off'],
	])('for %s', async (_, original, words) => {
		await expectRefused(original, words);
	});

	it('or written quickly, where a few bytes stand for a sheet full of cells', async () => {
		const full =
			'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" table:formula="of:=[.A1]"/></table:table-row>';
		const written = await writeBack(document(sheet(full)), [
			{ sheet: 'Sheet1', cell: 'B7', value: 1 },
		]);
		expect(written.ok ? written.value.refused : written.problems).toHaveLength(1);
	});
});

async function expectRefused(original: Uint8Array, words: string): Promise<void> {
	const copy = original.slice();
	const written = await writeBack(original, changes, 'file.xlsx');
	expect(Object.keys(written)).not.toContain('value');
	const [problem, ...others] = written.ok ? [] : written.problems;
	expect(others).toEqual([]);
	expect(problem?.text).toContain(words);
	expect(problem?.text).toMatch(/\.$/);
	expect(original).toEqual(copy);
}

it('an old password-protected workbook asks for one without', async () => {
	const compound = new Uint8Array(2_048);
	compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
	compound.set(utf8('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0'), 1_024);
	await expectRefused(compound, 'password');
});
