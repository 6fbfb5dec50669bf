/** The package around the changed parts: every other entry keeps its bytes, order and record. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { readingLimits } from '../../../src/exchange/reading/reading-limits.ts';
import { openZip } from '../../../src/exchange/reading/ooxml/zip.ts';
import type { ZipEntry } from '../../../src/exchange/reading/ooxml/zip-directory.ts';
import { buildXlsx } from '../../support/ooxml-builder.ts';
import type { ZipPart } from '../../support/ooxml-zip.ts';
import { at } from '../../support/at.ts';
import { utf8 } from '../../support/sheet-reading.ts';
import { writeBack } from '../../../src/exchange/write-back/write-back.ts';
import { problemOf, sheet1, writtenInto } from './written.ts';

const sheets = [{ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }];
const change = { sheet: 'Sheet1', cell: 'A1', value: 2 };

/** Each entry with its local header and data as they stand in the archive. */
function entriesOf(bytes: Uint8Array): readonly (readonly [string, string])[] {
	const archive = openZip(bytes, readingLimits);
	if (!archive.ok) throw new Error('The archive cannot be opened.');
	return archive.value.entries.map((entry) => [entry.name, bytesOf(bytes, entry)]);
}

function bytesOf(
	bytes: Uint8Array,
	{ headerOffset, dataOffset, compressedSize }: ZipEntry,
): string {
	return Buffer.from(bytes.subarray(headerOffset, dataOffset + compressedSize)).toString('hex');
}

/**
 * The archive with the sizes of its last entry in a zip64 field of the local header, as writers do
 * that do not know them when they begin (APPNOTE.TXT 4.5.3).
 */
function withZip64Sizes(bytes: Uint8Array): Uint8Array {
	const archive = openZip(bytes, readingLimits);
	const entry = archive.ok ? archive.value.entries.at(-1) : undefined;
	if (!entry) throw new Error('The archive cannot be opened.');
	const field = new DataView(new ArrayBuffer(20));
	field.setUint16(0, 1, true);
	field.setUint16(2, 16, true);
	field.setUint32(4, entry.size, true);
	field.setUint32(12, entry.compressedSize, true);
	const all = new Uint8Array([
		...bytes.subarray(0, entry.dataOffset),
		...new Uint8Array(field.buffer),
		...bytes.subarray(entry.dataOffset),
	]);
	const view = new DataView(all.buffer);
	view.setUint32(entry.headerOffset + 18, 0xffffffff, true);
	view.setUint32(entry.headerOffset + 22, 0xffffffff, true);
	view.setUint16(entry.headerOffset + 28, field.byteLength, true);
	const directory = all.length - 22 + 16;
	view.setUint32(directory, view.getUint32(directory, true) + field.byteLength, true);
	return all;
}

describe('a package that is written back', () => {
	it('is the very same bytes where nothing is changed', async () => {
		const original = buildXlsx({ sheets });
		expect((await writtenInto(original, [])).bytes).toBe(original);
	});

	it.each([
		['as most programs write it', (parts: readonly ZipPart[]) => parts],
		[
			'streamed, with data descriptors',
			(parts: readonly ZipPart[]) => parts.map((one) => ({ ...one, descriptor: true })),
		],
		['stored', (parts: readonly ZipPart[]) => parts.map((one) => ({ ...one, stored: true }))],
		[
			'with folders and pictures',
			(parts: readonly ZipPart[]) => [
				{ name: 'xl/', content: '', stored: true },
				...parts,
				{ name: 'xl/media/image1.png', content: Uint8Array.from({ length: 999 }, (_, i) => i * 7) },
			],
		],
		['in another order', (parts: readonly ZipPart[]) => [...parts].reverse()],
	])('%s: every entry but the changed one keeps its bytes and place', async (_, parts) => {
		const original = buildXlsx({ sheets, parts });
		const { bytes } = await writtenInto(original, [change]);
		const [before, after] = [entriesOf(original), entriesOf(bytes)];
		expect(after.map(([name]) => name)).toEqual(before.map(([name]) => name));
		const differing = before.filter(([, hex], place) => hex !== at(after, place)[1]);
		expect(differing.map(([name]) => name)).toEqual([sheet1]);
		expect(Object.keys(unzipSync(bytes))).toEqual(Object.keys(unzipSync(original)));
	});

	it('gives a changed entry plain sizes where the old one had those of zip64', async () => {
		const original = withZip64Sizes(
			buildXlsx({
				sheets,
				parts: (parts) =>
					[...parts].sort((a, b) => Number(a.name === sheet1) - Number(b.name === sheet1)),
			}),
		);
		const { bytes } = await writtenInto(original, [change]);
		expect(new TextDecoder().decode(unzipSync(bytes)[sheet1])).toContain('<v>2</v>');
		const [entry] = entriesOf(bytes).filter(([name]) => name === sheet1);
		expect(entry?.[1]).not.toContain('ffffffff');
		expect(XLSX.read(bytes).Sheets['Sheet1']?.['A1']).toMatchObject({ v: 2 });
	});

	it('keeps the comment of the archive', async () => {
		const original = buildXlsx({ sheets });
		const commented = new Uint8Array([...original, ...utf8('by hand')]);
		commented[original.length - 2] = 7;
		const { bytes } = await writtenInto(commented, [change]);
		expect(new TextDecoder().decode(bytes.slice(-7))).toBe('by hand');
		expect(Object.keys(unzipSync(bytes))).toHaveLength(Object.keys(unzipSync(original)).length);
	});

	it('says that a signature is no longer valid', async () => {
		const signed = buildXlsx({
			sheets,
			rewrite: (xml, name) =>
				name === '_rels/.rels'
					? xml.replace(
							'</Relationships>',
							'<Relationship Id="s" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
						)
					: xml,
		});
		expect((await writtenInto(signed, [change])).notes[0]).toContain('no longer valid');
		expect((await writtenInto(signed, [])).notes).toEqual([]);
	});
});

it.each([1, 2, 3, 4])('stops where it is told to, at turn %i, and gives nothing', async (turn) => {
	let left = turn;
	const watch = { progress: () => undefined, aborted: () => (left -= 1) === 0 };
	const written = await writeBack(buildXlsx({ sheets }), [change], 'a.xlsx', watch);
	expect(written).toMatchObject({ ok: false, problems: [{ kind: 'cancelled' }] });
});

describe('a package that cannot be trusted is refused whole', () => {
	const crafted = (parts: (parts: readonly ZipPart[]) => readonly ZipPart[]): Uint8Array =>
		buildXlsx({ sheets, parts });
	const extra = (part: ZipPart): Uint8Array => crafted((parts) => [...parts, part]);

	it.each([
		['two parts of one name', extra({ name: 'XL/workbook.xml', content: 'x' }), 'is there twice'],
		[
			'a name that leads out',
			extra({ name: 'xl/../../x.xml', content: 'x' }),
			'leads out of the file',
		],
		['a name on a drive', extra({ name: 'C:\\x.xml', content: 'x' }), 'leads out of the file'],
		[
			'a wrong checksum in a part nobody reads',
			extra({ name: 'xl/media/a.png', content: 'x', claimedCrc: 1 }),
			'does not match its checksum',
		],
		[
			'a bomb in a part nobody reads',
			extra({ name: 'a.bin', content: new Uint8Array(20_000_000) }),
			'almost nothing',
		],
		[
			'a part that lies about its size',
			extra({ name: 'a.bin', content: 'abc', claimedSize: 2 }),
			'cannot be unpacked',
		],
		[
			'parts that share bytes',
			extra({ name: 'xl/copy.xml', content: 'x', sharesDataOf: sheet1, localName: sheet1 }),
			'contradicts',
		],
		[
			'an encrypted entry',
			extra({ name: 'a.xml', content: 'x', flags: 1 }),
			'protected with a password',
		],
		[
			'a document type in a part nobody reads',
			extra({ name: 'docProps/app.xml', content: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
			'document type',
		],
		['an archive that breaks off', crafted((parts) => parts).slice(0, -30), 'breaks off'],
		[
			'a sheet that breaks off',
			buildXlsx({ sheets, rewrite: (xml, name) => (name === sheet1 ? xml.slice(0, -20) : xml) }),
			'breaks off',
		],
		[
			'a package without its workbook',
			crafted((parts) => parts.filter(({ name }) => name !== 'xl/workbook.xml')),
			'main part is missing',
		],
		[
			'a Word document',
			buildXlsx({
				sheets,
				contentType:
					'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
			}),
			'without a spreadsheet',
		],
		[
			'a binary workbook',
			buildXlsx({ sheets, contentType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }),
			'save it as .xlsx',
		],
		['an empty file', new Uint8Array(), 'empty'],
		['a PDF', utf8('%PDF-1.7'), 'a PDF document'],
		[
			'an old Excel file',
			Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
			'save it as .xlsx',
		],
	])('%s', async (_, original, words) => {
		const { text } = await problemOf(original, [change]);
		expect(text).toContain(words);
		expect(text).toMatch(/\.$/);
	});
});
