/** What a person sees and decides before the file is saved, cell by cell. */
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { sheetIn } from '../../support/sheet-reading.ts';
import {
	attempt,
	imported,
	importedLines,
	importedSheet,
	onlyCell,
	returned,
	sheetRows,
	type ImportedFile,
} from './returned.ts';

const lines = [
	'Control ID,Description,Owner,Region',
	'AC-1,Reviews access every quarter,Ann,EU',
	'AC-2,Encrypts all laptops at rest,Bob,US',
	'AC-3,Backs up the database daily,Cleo,US',
];

/** The owner of AC-1 is a formula's result; E2 reads the owner of AC-2. */
function withFormulas(): Promise<ImportedFile> {
	const rows = sheetRows([
		['Control ID', 'Description', 'Owner', 'Region', 'Mail'],
		[
			...['AC-1', 'Reviews access every quarter'],
			...[{ xml: ' t="str"><f>D2&amp;"-team"</f><v>EU-team</v></c>' }, 'EU'],
			{ xml: ' t="str"><f>C3&amp;"@example.com"</f><v>Bob@example.com</v></c>' },
		],
		['AC-2', 'Encrypts all laptops at rest', 'Bob', 'US', 'us@example.com'],
	]);
	return importedSheet({ rows });
}

describe('a file that is handed back', () => {
	it('[H-1] is byte for byte the same where nothing changed', async () => {
		const file = await importedLines(lines);
		const { bytes, cells, notes } = await returned(file);
		expect(bytes).toBe(file.bytes);
		expect([...cells, ...notes]).toEqual([]);
	});

	it('lists every changed cell with its reason, in the order of the sheet', async () => {
		const file = await importedLines(lines);
		const edits = {
			'AC-2': { owner: '', named: { Region: 'EU' } },
			'AC-1': { description: 'Reviews access\nevery month' },
		};
		const { cells, rows } = await returned(file, { edits });
		expect(cells.map(({ key, column, before, after }) => [key, column, before, after])).toEqual([
			[
				...['Sheet1!B2', 'description', 'Reviews access every quarter'],
				'Reviews access\nevery month',
			],
			['Sheet1!C3', 'owner', 'Bob', ''],
			['Sheet1!D3', file.own.get('Region'), 'US', 'EU'],
		]);
		expect(rows[2]).toEqual(['AC-2', 'Encrypts all laptops at rest', '', 'EU']);
	});

	it('[H-3] lists kinds of evidence and other sets that no file takes back', async () => {
		const file = await importedLines(lines);
		const edits = { 'AC-1': { testMethods: ['inspection', 'inquiry'] } };
		const { bytes, cells } = await returned(file, { edits });
		expect(bytes).toBe(file.bytes);
		expect(cells.map(({ column, after, conflict }) => [column, after, conflict?.text])).toEqual([
			[
				...['testMethods', 'inspection, inquiry'],
				'Test methods: this list is not written back into files, so it stays here. Send a fresh export beside the file.',
			],
		]);
	});

	it('leaves blanks around a text as they are', async () => {
		const file = await importedLines(lines.map((line) => line.replace('Ann', ' Ann ')));
		expect(file.controls[0]?.owner).toBe('Ann');
		expect((await returned(file, { edits: { 'AC-1': { owner: 'Ann ' } } })).cells).toEqual([]);
	});

	it('leaves out what the person left out, and still lists it', async () => {
		const file = await importedLines(lines);
		const edits = { 'AC-1': { owner: 'Dan' }, 'AC-2': { owner: 'Dan' } };
		const { cells, rows } = await returned(file, { edits, leftOut: ['Sheet1!C2'] });
		expect(cells.map(({ cell, before, after, state }) => [cell, before, after, state])).toEqual([
			['C2', 'Ann', 'Dan', 'leftOut'],
			['C3', 'Bob', 'Dan', 'goes'],
		]);
		expect(rows.map((row) => row[2])).toEqual(['Owner', 'Ann', 'Dan', 'Cleo']);
	});

	it('[H-3] lists values that no column takes, so that none is lost in silence', async () => {
		const file = await importedLines(lines);
		const handed = await returned(file, { edits: { 'AC-1': { notes: 'Ask the board' } } });
		expect(onlyCell(handed)).toMatchObject({
			key: `Sheet1!2/notes/${file.controls[0]?.id ?? ''}`,
			cell: '',
			column: 'notes',
			after: 'Ask the board',
			state: 'conflict',
			conflict: { kind: 'noCell', overrulable: false },
		});
	});

	it('keeps the rows of retired controls, edited or not, and counts them', async () => {
		const file = await importedLines(lines);
		const retired = { at: '2026-11-21T10:00:00.000Z', by: 'Ann', reason: 'Merged' };
		const edits = { 'AC-1': { retired, owner: 'Dan' }, 'AC-3': { retired } };
		const { bytes, cells, notes } = await returned(file, { edits });
		expect(bytes).toBe(file.bytes);
		expect(cells).toEqual([]);
		expect(notes).toEqual([
			'2 controls that are retired here keep their rows in “Sheet1” as they were (rows 2, 4). If they should be gone there too, delete these rows in the spreadsheet program.',
		]);
	});

	it('[H-4] asks before it writes over a cell that does not say what was imported', async () => {
		const file = await importedLines(lines);
		const other = {
			...file,
			bytes: new TextEncoder().encode(lines.join('\n').replace('Ann', 'Eve')),
		};
		const edits = { 'AC-1': { owner: 'Dan' } };
		const handed = await returned(other, { edits });
		expect(handed.bytes).toBe(other.bytes);
		expect(onlyCell(handed)).toMatchObject({
			before: 'Eve',
			after: 'Dan',
			conflict: { kind: 'notAsImported', overrulable: true },
		});
		const overruled = await returned(other, { edits, overruled: ['Sheet1!C2'] });
		expect(overruled.rows[1]?.[2]).toBe('Dan');
	});

	it('says so where the sheet is not in the file any more', async () => {
		const file = await importedLines(lines);
		const other = { ...file, record: { ...file.record, sheet: 'Controls' } };
		const { cells, notes } = await returned(other, { edits: { 'AC-1': { owner: 'Dan' } } });
		expect(cells).toEqual([]);
		expect(notes[0]).toMatch(/^The file has no sheet “Controls”/);
	});
});

describe('formulas', () => {
	it('are kept unless the person writes over them', async () => {
		const file = await withFormulas();
		const edits = { 'AC-1': { owner: 'Dan' } };
		const kept = await returned(file, { edits });
		expect(kept.bytes).toBe(file.bytes);
		expect(onlyCell(kept)).toMatchObject({
			before: 'EU-team',
			after: 'Dan',
			conflict: { kind: 'formula', overrulable: true },
		});
		const over = await returned(file, { edits, overruled: ['Sheet1!C2'] });
		expect(over.rows[1]?.[2]).toBe('Dan');
	});

	it('that others are filled from cannot be written over', async () => {
		const rows = sheetRows([
			['Control ID', 'Description', 'Owner'],
			[
				...['AC-1', 'Reviews access every quarter'],
				{ xml: ' t="str"><f t="shared" ref="C2:C3" si="0">A2&amp;"-team"</f><v>AC-1-team</v></c>' },
			],
			[
				...['AC-2', 'Encrypts all laptops at rest'],
				{ xml: ' t="str"><f t="shared" si="0"/><v>AC-2-team</v></c>' },
			],
		]);
		const file = await importedSheet({ rows });
		const handed = await returned(file, { edits: { 'AC-1': { owner: 'Dan' } } });
		expect(onlyCell(handed).conflict).toMatchObject({ kind: 'formula', overrulable: false });
	});

	it('that read a changed cell are listed as calculated anew', async () => {
		const file = await withFormulas();
		const { cells } = await returned(file, { edits: { 'AC-2': { owner: 'Dan' } } });
		expect(cells.map(({ cell, why, state, before }) => [cell, why, state, before])).toEqual([
			['C3', 'edited', 'goes', 'Bob'],
			['E2', 'recalculated', 'goes', 'Bob@example.com'],
		]);
		expect(cells[1]).toMatchObject({ control: file.controls[0]?.id, column: file.own.get('Mail') });
	});
});

describe('a protected sheet', () => {
	it('takes the value, with a note', async () => {
		const rows = sheetRows(lines.map((line) => line.split(',')));
		const file = await importedSheet({ rows, after: '<sheetProtection sheet="1"/>' });
		const handed = await returned(file, { edits: { 'AC-1': { owner: 'Dan' } } });
		expect(onlyCell(handed).notes.join()).toMatch(/The sheet is protected/);
	});
});

describe('figures', () => {
	it('stay figures, in empty cells among figures too', async () => {
		const rows = sheetRows([
			['Control ID', 'Description', 'Weight', 'Live'],
			['AC-1', 'Reviews access every quarter', 5, { xml: ' t="b"><v>1</v></c>' }],
			['AC-2', 'Encrypts all laptops at rest', '', ''],
		]);
		const file = await importedSheet({ rows });
		const edits = {
			'AC-1': { named: { Weight: '7', Live: 'FALSE' } },
			'AC-2': { named: { Weight: '2.5', Live: 'TRUE' } },
		};
		const { bytes } = await returned(file, { edits });
		const sheet = await sheetIn(bytes);
		expect(sheet.rows.slice(1).map(({ cells }) => [cells[2]?.value, cells[3]?.value])).toEqual([
			[7, false],
			[2.5, true],
		]);
	});
});

describe('a file that cannot be handed back', () => {
	it('is refused with words: the old formats, and web pages under their name', async () => {
		const book = XLSX.utils.book_new();
		const cells = lines.map((line) => line.split(','));
		XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cells), 'Sheet1');
		for (const bookType of ['biff8', 'xlsb'] as const) {
			const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
			const file = await imported(bytes, { fileName: `file.${bookType}` });
			const handed = await attempt(file, { edits: { 'AC-1': { owner: 'Dan' } } });
			expect(handed).toMatchObject({ ok: false, problems: [{ kind: 'otherFormat' }] });
			expect(handed.ok ? '' : handed.problems[0]?.text).toMatch(/export a fresh file/);
		}
		const table = cells.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('');
		const page = new TextEncoder().encode(`<html><table>${table}</table></html>`);
		const handed = await attempt(await imported(page, { fileName: 'file.xls' }));
		expect(handed).toMatchObject({ ok: false, problems: [{ kind: 'otherFormat' }] });
	});

	it('is refused with words where it is damaged', async () => {
		const file = await importedSheet({ rows: sheetRows(lines.map((line) => line.split(','))) });
		const handed = await attempt({ ...file, bytes: file.bytes.slice(0, 200) });
		expect(handed).toMatchObject({ ok: false, problems: [{ kind: 'damaged' }] });
	});
});
