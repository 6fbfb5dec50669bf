/** Ids are taken out of a cell's text and put into it; the rest stays as somebody wrote it. */
import { describe, expect, it } from 'vitest';
import { importedLines, onlyCell, returned, type Importing } from './returned.ts';

const filler = ['CC1.1', 'CC1.2'].map((id, at) => `F-${at},Keeps a record of what it does,${id}`);

/** The criteria cell after these criteria were set, in a column that also says `others`. */
async function criteriaCell(
	before: string,
	criteria: readonly string[],
	others: readonly string[] = filler,
): Promise<string | undefined> {
	const quoted = `"${before.replaceAll('"', '""')}"`;
	const lines = ['Control ID,Description,Criteria', `X-1,Reviews access every quarter,${quoted}`];
	const file = await importedLines([...lines, ...others]);
	const { rows } = await returned(file, { edits: { 'X-1': { criteria } } });
	return rows[1]?.[2] ?? '';
}

describe('criteria in a cell', () => {
	it.each([
		['CC6.1, CC6.2', ['CC6.1'], 'CC6.1'],
		['CC6.1, CC6.2', ['CC6.2'], 'CC6.2'],
		['CC6.1, CC6.3', ['CC6.1', 'CC6.3', 'CC6.2'], 'CC6.1, CC6.2, CC6.3'],
		['CC6.1; CC6.2', ['CC6.1', 'CC6.2', 'A1.2'], 'CC6.1; CC6.2; A1.2'],
		['CC6.1\nCC6.2\nCC7.1', ['CC6.2', 'CC7.1'], 'CC6.2\nCC7.1'],
		['CC6.1 CC6.2', ['CC6.1', 'CC6.2', 'CC6.3'], 'CC6.1 CC6.2 CC6.3'],
		['CC6.1 and CC6.2', ['CC6.2'], 'CC6.2'],
		['CC 6.1 / CC 6.2', ['CC6.1', 'CC6.2', 'CC6.3'], 'CC 6.1 / CC 6.2 / CC 6.3'],
		['cc6.1,cc6.2', ['CC6.1', 'CC6.2', 'CC6.3'], 'cc6.1,cc6.2,cc6.3'],
		['CC7.2, CC6.1', ['CC7.2', 'CC6.1', 'CC6.2'], 'CC7.2, CC6.1, CC6.2'],
		['CC6.1-CC6.3', ['CC6.1', 'CC6.3'], 'CC6.1, CC6.3'],
		['CC6.1-CC6.3, CC7.1', ['CC6.1', 'CC6.2', 'CC6.3'], 'CC6.1-CC6.3'],
		['CC6.1, 6.2, 6.3', ['CC6.2', 'CC6.3'], 'CC6.2, 6.3'],
		['CC6.1, see the policy', ['CC6.1', 'CC6.2'], 'CC6.1, CC6.2, see the policy'],
		['CC6.1, CC6.9', ['CC6.2'], 'CC6.2, CC6.9'],
		['CC6.1 Access, software', ['CC6.2'], 'CC6.2'],
		['(CC6.1)', ['CC6.1', 'CC6.2'], '(CC6.1), CC6.2'],
		['CC6.1', [], ''],
		['', ['CC6.1', 'CC6.2'], 'CC6.1, CC6.2'],
	])('%j with %j set becomes %j', async (before, criteria, after) => {
		expect(await criteriaCell(before, criteria)).toBe(after);
	});

	it('are added the way the column writes them', async () => {
		const lines = filler.map((line) => line.replace(/CC(1\.\d)/, 'CC $1 / CC 2.1'));
		expect(await criteriaCell('', ['CC6.1', 'CC6.2'], lines)).toBe('CC 6.1 / CC 6.2');
	});

	it('are added with the words that the column puts beside each', async () => {
		const lines = [
			'F-1,Keeps a record of what it does,"CC1.1 - Integrity\nCC1.2 - Board"',
			'F-2,Keeps a record of what it did,CC1.2 - Board',
		];
		const after = await criteriaCell('CC1.1 - Integrity', ['CC1.1', 'CC1.2'], lines);
		expect(after).toBe('CC1.1 - Integrity\nCC1.2 - Board');
	});

	it('take the words beside them along, which is said', async () => {
		const file = await importedLines([
			'Control ID,Description,Criteria',
			'X-1,Reviews access every quarter,"CC6.1 - Logical access\nCC6.2 - Registration"',
			...filler,
		]);
		const handed = await returned(file, { edits: { 'X-1': { criteria: ['CC6.2'] } } });
		expect(onlyCell(handed)).toMatchObject({
			after: 'CC6.2 - Registration',
			notes: ['“Logical access” stood beside an id and goes with it.'],
		});
	});

	it('leave a sentence that only names them', async () => {
		expect(await criteriaCell('CC6.1, as asked under CC6.2 last year', ['CC6.1'])).toBe(
			'CC6.1, as asked under last year',
		);
	});
});

describe('references', () => {
	it('stand in a column of their own, or beside the criteria where the file has them there', async () => {
		const own = await importedLines([
			'Control ID,Description,Criteria,ISO 27001',
			'X-1,Reviews access every quarter,CC6.1,"A.5.15, A.5.18"',
			'X-2,Encrypts all laptops at rest,CC6.2,A.8.1',
		]);
		const edits = { 'X-1': { references: ['A.5.15', 'A.8.2'] } };
		expect((await returned(own, { edits })).rows[1]?.[3]).toBe('A.5.15, A.8.2');
		const mixed = await importedLines([
			'Control ID,Description,Criteria',
			'X-1,Reviews access every quarter,"CC6.1, A.5.15"',
			'X-2,Encrypts all laptops at rest,CC6.2',
		]);
		const both = { 'X-2': { references: ['A.8.24'], criteria: ['CC6.2', 'CC6.7'] } };
		expect((await returned(mixed, { edits: both })).rows[2]?.[2]).toBe('CC6.2, CC6.7, A.8.24');
	});
});

describe('criteria that no column lists', () => {
	const grid = [
		'Control ID,Description,CC6.1,CC6.2,CC6.3',
		'X-1,Reviews access every quarter,✓,,',
		'X-2,Encrypts all laptops at rest,,✓,✓',
	];

	it('are marked and unmarked in the grid, with the mark of the file', async () => {
		const file = await importedLines(grid);
		const edits = { 'X-1': { criteria: ['CC6.3'] } };
		const { cells, rows } = await returned(file, { edits });
		expect(rows[1]).toEqual(['X-1', 'Reviews access every quarter', '', '', '✓']);
		expect(cells.map(({ key, column }) => [key, column])).toEqual([
			['Sheet1!C2', 'criteria'],
			['Sheet1!E2', 'criteria'],
		]);
	});

	it('have no cell where the grid lacks their column', async () => {
		const file = await importedLines(grid);
		const handed = await returned(file, { edits: { 'X-1': { criteria: ['CC6.1', 'A1.2'] } } });
		expect(onlyCell(handed)).toMatchObject({
			cell: '',
			column: 'criteria',
			state: 'conflict',
			conflict: { kind: 'noCell', overrulable: false },
		});
		expect(onlyCell(handed).conflict?.text).toContain('no column that says A1.2');
	});

	it('stand in the ids of the rows, which say so', async () => {
		const importing: Importing = {
			decide: (decisions) => ({ ...decisions, idsAreCriteria: true }),
		};
		const lines = [
			'Control ID,Description,Owner',
			'CC6.1,Reviews access every quarter,Ann',
			'CC6.2,Encrypts all laptops at rest,Bob',
		];
		const file = await importedLines(lines, importing);
		const handed = await returned(file, { edits: { 'CC6.1': { criteria: ['CC6.3'] } } });
		expect(onlyCell(handed).conflict?.text).toMatch(/^The id of the row, CC6.1, says CC6.1\./);
		const moved = { 'CC6.1': { controlId: 'CC6.3', criteria: ['CC6.3'] } };
		const { rows } = await returned(file, { edits: moved });
		expect(rows[1]).toEqual(['CC6.3', 'Reviews access every quarter', 'Ann']);
	});

	it('stand in headings, which stay, and it is said what to do', async () => {
		const file = await importedLines([
			'Control ID,Description,Owner',
			'CC6.1 The entity restricts access,,',
			'X-1,Reviews access every quarter,Ann',
			'CC6.2 The entity registers users,,',
			'X-2,Encrypts all laptops at rest,Bob',
		]);
		const handed = await returned(file, { edits: { 'X-2': { criteria: [] } } });
		expect(onlyCell(handed)).toMatchObject({ before: 'CC6.2', after: '' });
		expect(onlyCell(handed).conflict?.text).toMatch(/^A heading above the row says CC6.2/);
	});
});
