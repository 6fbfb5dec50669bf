/** A fixed list's value goes back as the word that the file itself uses for it. */
import { describe, expect, it } from 'vitest';
import { importedLines, importedSheet, onlyCell, returned, sheetRows } from './returned.ts';

const header = 'Control ID,Description,Status';
const lines = [
	header,
	'AC-1,Reviews access every quarter,Partially Implemented',
	'AC-2,Encrypts all laptops at rest,WIP',
	'AC-3,Backs up the database daily,Partially Implemented',
	'AC-4,Trains every new employee,Erledigt',
];

describe('a term', () => {
	it("goes back as the column's most used word for it", async () => {
		const file = await importedLines(lines);
		const { bytes } = await returned(file, { edits: { 'AC-4': { status: 'inProgress' } } });
		expect(new TextDecoder().decode(bytes)).toBe(
			lines.join('\n').replace('Erledigt', 'Partially Implemented'),
		);
	});

	it('goes back as our label where the file has no word for it', async () => {
		const file = await importedLines(lines);
		const { rows } = await returned(file, { edits: { 'AC-1': { status: 'notApplicable' } } });
		expect(rows[1]?.[2]).toBe('Not applicable');
	});

	it('that a person chose for a word goes back as that word', async () => {
		const file = await importedLines([...lines, 'AC-5,Keeps an inventory,Batch 7'], {
			decide: (decisions) => ({
				...decisions,
				words: { status: { ...decisions.words['status'], 'Batch 7': 'planned' } },
			}),
		});
		const { rows } = await returned(file, { edits: { 'AC-1': { status: 'planned' } } });
		expect(rows[1]?.[2]).toBe('Batch 7');
	});

	it('that is kept as a text of its own goes back as it is, and emptied as nothing', async () => {
		const file = await importedLines(lines);
		const edits = { 'AC-1': { status: 'Waits for the vendor' }, 'AC-2': { status: '' } };
		const { rows } = await returned(file, { edits });
		expect(rows.map((row) => row[2])).toEqual([
			...['Status', 'Waits for the vendor', '', 'Partially Implemented', 'Erledigt'],
		]);
	});
});

describe("a cell's drop-down list", () => {
	const validation = (choices: string): string =>
		`<dataValidations count="1"><dataValidation type="list" sqref="C2:C9"><formula1>"${choices}"</formula1></dataValidation></dataValidations>`;
	const rows = sheetRows([
		['Control ID', 'Description', 'Status'],
		['AC-1', 'Reviews access every quarter', 'Complete'],
		['AC-2', 'Encrypts all laptops at rest', 'Not Started'],
	]);

	it('gives the word, where no row of the file uses one yet', async () => {
		const after = validation('Not Started,WIP,Complete,N/A');
		const file = await importedSheet({ rows, after });
		const edits = { 'AC-1': { status: 'inProgress' }, 'AC-2': { status: 'notApplicable' } };
		const { cells } = await returned(file, { edits });
		expect(cells.map(({ cell, before, after, state }) => [cell, before, after, state])).toEqual([
			['C2', 'Complete', 'WIP', 'goes'],
			['C3', 'Not Started', 'N/A', 'goes'],
		]);
	});

	it('that offers no such word is a conflict, and can be overruled', async () => {
		const file = await importedSheet({ rows, after: validation('Not Started,Complete') });
		const edits = { 'AC-1': { status: 'planned' } };
		const refused = await returned(file, { edits });
		expect(refused.bytes).toBe(file.bytes);
		expect(onlyCell(refused)).toMatchObject({
			key: 'Sheet1!C2',
			column: 'status',
			before: 'Complete',
			after: 'Planned',
			state: 'conflict',
			conflict: { kind: 'validation', overrulable: true },
		});
		const overruled = await returned(file, { edits, overruled: ['Sheet1!C2'] });
		expect(onlyCell(overruled).state).toBe('goes');
		expect(overruled.rows[1]?.[2]).toBe('Planned');
	});
});
