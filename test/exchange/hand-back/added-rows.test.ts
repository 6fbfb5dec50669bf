/** Controls that are not in the file become rows below its table. */
import { describe, expect, it } from 'vitest';
import { importedLines, importedSheet, returned, sheetRows } from './returned.ts';

const table = [
	['Control ID', 'Description', 'Status', 'Criteria', 'Due Date', 'Region'],
	['AC-1', 'Reviews access every quarter', 'Done', 'CC6.1; CC6.2', '21 Nov 2026', 'EU'],
	['AC-2', 'Encrypts all laptops at rest', 'WIP', 'CC6.7', '24 Dec 2026', 'US'],
];
const added = {
	controlId: 'AC-3',
	description: 'Backs up the database daily',
	status: 'inProgress',
	criteria: ['A1.2', 'A1.3'],
	dueDate: '2026-05-03',
	named: { Region: 'EU' },
};

describe('an added control', () => {
	it("becomes a row in the words and forms of the table's columns", async () => {
		const file = await importedSheet({ rows: sheetRows(table) });
		const { rows, cells } = await returned(file, { added: [added] });
		expect(rows.slice(0, 3)).toEqual(table);
		expect(rows[3]).toEqual([
			...['AC-3', 'Backs up the database daily', 'WIP', 'A1.2; A1.3', '03 May 2026', 'EU'],
		]);
		expect(cells).toHaveLength(6);
		expect(cells.every(({ why, state }) => why === 'appended' && state === 'goes')).toBe(true);
		expect(cells[0]).toMatchObject({ cell: 'A4', before: '', after: 'AC-3', column: 'controlId' });
		expect(cells[0]?.key).toBe(`Sheet1!+${cells[0]?.control ?? ''}/controlId`);
	});

	it('can be left out, cell by cell or as a whole', async () => {
		const file = await importedSheet({ rows: sheetRows(table) });
		const all = await returned(file, { added: [added] });
		const keys = all.cells.map(({ key }) => key);
		const none = await returned(file, { added: [added], leftOut: keys });
		expect(none.bytes).toBe(file.bytes);
		expect(none.cells.map(({ key, state }) => [key, state])).toEqual(
			keys.map((key) => [key, 'leftOut']),
		);
		expect(none.cells.map(({ after }) => after)).toEqual(all.cells.map(({ after }) => after));
		const status = keys.filter((key) => key.endsWith('/status'));
		const some = await returned(file, { added: [added], leftOut: status });
		expect(some.rows[3]?.slice(1, 4)).toEqual([added.description, '', 'A1.2; A1.3']);
	});

	it('says which of its values no column takes', async () => {
		const file = await importedSheet({ rows: sheetRows(table) });
		const { cells } = await returned(file, { added: [{ ...added, owner: 'Ann' }] });
		const homeless = cells.filter(({ state }) => state === 'conflict');
		expect(homeless).toMatchObject([
			{ cell: '', column: 'owner', after: 'Ann', conflict: { kind: 'noCell' } },
		]);
		expect(homeless[0]?.conflict?.text).toMatch(/^“Sheet1” has no column for Owner/);
	});

	it('that is retired is not added', async () => {
		const file = await importedSheet({ rows: sheetRows(table) });
		const retired = { at: '2026-11-21T10:00:00.000Z', by: 'Ann', reason: 'Merged' };
		expect((await returned(file, { added: [{ ...added, retired }] })).cells).toEqual([]);
	});

	it('goes above a blank row and a remark, or says that there is no room', async () => {
		const remark = 'Prepared by the compliance team on 3 March 2026';
		const loose = sheetRows([...table, [], [], [remark]]);
		const file = await importedSheet({ rows: loose });
		expect((await returned(file, { added: [added] })).rows.map(([first]) => first)).toEqual([
			...['Control ID', 'AC-1', 'AC-2', 'AC-3', remark],
		]);
		const tight = await importedSheet({ rows: sheetRows([...table, [remark]]) });
		const { cells, bytes } = await returned(tight, { added: [added] });
		expect(bytes).toBe(tight.bytes);
		expect(cells).toHaveLength(6);
		for (const { conflict } of cells) expect(conflict).toMatchObject({ kind: 'rowsBelow' });
		expect(new Set(cells.map(({ conflict }) => conflict?.text)).size).toBe(1);
		expect(cells[0]?.conflict?.text).toMatch(/as the next version of this one/);
	});

	it('that a drop-down list does not take can be written all the same', async () => {
		const after =
			'<dataValidations count="1"><dataValidation type="list" sqref="C2:C9"><formula1>"Done,WIP"</formula1></dataValidation></dataValidations>';
		const file = await importedSheet({ rows: sheetRows(table), after });
		const planned = { ...added, status: 'planned' };
		const { cells } = await returned(file, { added: [planned] });
		expect(cells.map(({ conflict }) => conflict?.overrulable)).toEqual(cells.map(() => true));
		const overruled = cells.map(({ key }) => key);
		const handed = await returned(file, { added: [planned], overruled });
		expect(handed.rows[3]?.[2]).toBe('Planned');
	});

	it('carries the formulas of the table on, which is listed', async () => {
		const figures = sheetRows(
			table.map((row, at) => {
				const formula = { xml: `><f>LEN(A${at + 1})</f><v>4</v></c>` };
				return [...row, at === 0 ? 'Length' : formula];
			}),
		);
		const file = await importedSheet({ rows: figures });
		const { cells } = await returned(file, { added: [added] });
		expect(cells.find(({ why }) => why === 'formulaContinued')).toMatchObject({
			cell: 'G4',
			after: '=LEN(A4)',
			control: cells[0]?.control,
			state: 'goes',
		});
	});

	it('goes below the last line of delimited text', async () => {
		const lines = table.map((row) => row.join(','));
		const file = await importedLines(lines);
		const handed = await returned(file, { added: [added, { controlId: 'AC-4' }] });
		expect(new TextDecoder().decode(handed.bytes).split('\n').slice(3)).toEqual([
			'AC-3,Backs up the database daily,WIP,A1.2; A1.3,03 May 2026,EU',
			'AC-4,,,,,',
		]);
	});
});
