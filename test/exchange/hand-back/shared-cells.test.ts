/** A cell that says its value for several rows or controls changes only where all agree. */
import { describe, expect, it } from 'vitest';
import { handBack } from '../../../src/exchange/hand-back/hand-back.ts';
import { patient } from '../../support/sheet-reading.ts';
import { importedLines, importedSheet, onlyCell, returned, sheetRows } from './returned.ts';

const rows = sheetRows([
	['Owner', 'Control ID', 'Description'],
	['Ann', 'AC-1', 'Reviews access every quarter'],
	['', 'AC-2', 'Encrypts all laptops at rest'],
	['Bob', 'AC-3', 'Backs up the database daily'],
]);
const after = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';

describe('a merged cell', () => {
	it('is written once where all its rows have the new value', async () => {
		const file = await importedSheet({ rows, after });
		const edits = { 'AC-1': { owner: 'Cleo' }, 'AC-2': { owner: 'Cleo' } };
		const handed = await returned(file, { edits });
		expect(onlyCell(handed)).toMatchObject({ key: 'Sheet1!A2', before: 'Ann', after: 'Cleo' });
		expect(handed.rows.map(([owner]) => owner)).toEqual(['Owner', 'Cleo', '', 'Bob']);
	});

	it('is a conflict of every row that wants it otherwise than the rest', async () => {
		const file = await importedSheet({ rows, after });
		const handed = await returned(file, { edits: { 'AC-2': { owner: 'Cleo' } } });
		expect(handed.bytes).toBe(file.bytes);
		expect(onlyCell(handed)).toMatchObject({
			key: 'Sheet1!A3',
			before: 'Ann',
			after: 'Cleo',
			conflict: { kind: 'merged', overrulable: false },
		});
		expect(onlyCell(handed).conflict?.text).toMatch(/^A2 says this for the rows 2 and 3 at once/);
	});

	it('that is empty stands for its rows, too', async () => {
		const empty = sheetRows([
			['Owner', 'Control ID', 'Description'],
			['', 'AC-1', 'Reviews access every quarter'],
			['', 'AC-2', 'Encrypts all laptops at rest'],
			['Bob', 'AC-3', 'Backs up the database daily'],
		]);
		const file = await importedSheet({ rows: empty, after });
		const one = await returned(file, { edits: { 'AC-1': { owner: 'Cleo' } } });
		expect(onlyCell(one).state).toBe('conflict');
	});
});

describe('a value said once for the rows below it', () => {
	const lines = [
		'Criteria,Control ID,Description',
		'CC6.1,AC-1,Reviews access every quarter',
		',AC-2,Encrypts all laptops at rest',
		'CC6.2,AC-3,Backs up the database daily',
		',AC-4,Trains every new employee',
		',AC-5,Keeps an inventory of systems',
	];

	it('changes where the rows agree', async () => {
		const file = await importedLines(lines);
		expect(file.controls.map(({ criteria }) => criteria.join())).toEqual([
			...['CC6.1', 'CC6.1', 'CC6.2', 'CC6.2', 'CC6.2'],
		]);
		const criteria = ['CC6.1', 'CC6.3'];
		const edits = { 'AC-1': { criteria }, 'AC-2': { criteria } };
		const { rows } = await returned(file, { edits });
		expect(rows.map(([first]) => first)).toEqual([
			...['Criteria', 'CC6.1, CC6.3', '', 'CC6.2', '', ''],
		]);
	});

	it('cannot be emptied, as the value above would count', async () => {
		const file = await importedLines(lines);
		const none = { criteria: [] };
		const edits = { 'AC-3': none, 'AC-4': none, 'AC-5': none };
		const handed = await returned(file, { edits });
		expect(onlyCell(handed).conflict?.text).toMatch(/an empty cell takes the value above it/);
	});
});

describe('two controls of one row', () => {
	it('are a conflict where they want different values, and none where they agree', async () => {
		const file = await importedLines([
			'Control ID,Description,Owner',
			'AC-1,Reviews access every quarter,Ann',
			'AC-2,Encrypts all laptops at rest,Bob',
		]);
		const [said] = file.controls;
		if (!said) throw new Error('Nothing was imported');
		const both = async (owners: readonly string[]) => {
			const controls = owners.map((owner, place) => {
				const id: typeof said.id = `${said.id}${place}`;
				return { said: { ...said, id }, now: { ...said, id, owner } };
			});
			const { fileName, bytes, record } = file;
			const choices = { leftOut: new Set<string>(), overruled: new Set<string>() };
			const sheets = [{ record, controls, added: [] }];
			return handBack({ fileName, bytes, choices, sheets }, patient);
		};
		const apart = await both(['Cleo', 'Dan']);
		expect(apart).toMatchObject({
			value: { bytes: file.bytes, cells: [{ state: 'conflict' }, { state: 'conflict' }] },
		});
		const one = await both(['Cleo', 'Ann']);
		expect(one).toMatchObject({ value: { cells: [{ conflict: { kind: 'setTwice' } }] } });
		const same = await both(['Cleo', 'Cleo']);
		expect(same).toMatchObject({ value: { cells: [{ cell: 'C2', state: 'goes' }] } });
	});
});

describe('a sheet that was imported twice', () => {
	it('lists each cell once, and says where the two imports differ', async () => {
		const file = await importedLines([
			'Control ID,Description,Owner',
			'AC-1,Reviews access every quarter,Ann',
			'AC-2,Encrypts all laptops at rest,Bob',
		]);
		const sheetWith = (owner: string, copy: string) => ({
			record: file.record,
			added: [],
			controls: file.controls.map((said) => {
				const id: typeof said.id = `${said.id}${copy}`;
				return { said: { ...said, id }, now: { ...said, id, owner } };
			}),
		});
		const { fileName, bytes } = file;
		const choices = { leftOut: new Set<string>(), overruled: new Set<string>() };
		const sheets = [sheetWith('Cleo', ''), sheetWith('Cleo', 'copy')];
		const same = await handBack({ fileName, bytes, choices, sheets }, patient);
		expect(same).toMatchObject({ value: { cells: [{ cell: 'C2' }, { cell: 'C3' }] } });
		const others = [sheetWith('Cleo', ''), sheetWith('Dan', 'copy')];
		const apart = await handBack({ fileName, bytes, choices, sheets: others }, patient);
		expect(
			apart.ok && apart.value.cells.map(({ after, conflict }) => [after, conflict?.kind]),
		).toEqual([
			['Cleo', undefined],
			['Cleo', undefined],
			['Dan', 'setTwice'],
			['Dan', 'setTwice'],
		]);
		const keys = apart.ok ? apart.value.cells.map(({ key }) => key) : [];
		expect(new Set(keys).size).toBe(4);
	});
});
