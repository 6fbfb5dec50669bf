import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	noChoices,
	withRetired,
	withSides,
} from '../../src/features/exchange/comparing/choices.ts';
import { taking } from '../../src/features/exchange/comparing/taking.ts';
import { changeWords } from '../../src/workbook/change-words.ts';
import { addControls } from '../../src/workbook/commands/add-controls.ts';
import { editControls, type ControlColumn } from '../../src/workbook/commands/edit-controls.ts';
import { takeNextVersion } from '../../src/workbook/commands/take-next-version.ts';
import { saidInFile } from '../../src/workbook/said-in-file.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { comparedWith, imported, took } from '../features/exchange/comparing/versions-of-a-file.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';
import { at } from '../support/at.ts';

const header = ['Control ID', 'Title', 'Description', 'Criteria', 'Owner', 'Region'] as const;
const reviews = ['AC-1', 'Access reviews', 'Leads review access every quarter', 'CC6.1, CC6.2'];
const backups = ['BK-1', 'Backups', 'Databases are copied every night', 'A1.2', 'Sam', 'US'];
const training = [
	'HR-1',
	'Training',
	'Everybody takes the training in a month',
	'CC1.4',
	'Kim',
	'',
];
const first = [header, [...reviews, 'Dana', 'EU'], backups, training];

function controlOf(workbook: Workbook, controlId: string) {
	const control = workbook.controls.all().find((each) => each.controlId === controlId);
	if (!control) throw new Error(`No control is called ${controlId}`);
	return control;
}

function edit(workbook: Workbook, controlId: string, column: ControlColumn, value: string): void {
	const { id } = controlOf(workbook, controlId);
	done(workbook, editControls, { edits: [{ control: id, column, value }] });
}

function textsOf(workbook: Workbook) {
	return workbook.controls
		.all()
		.filter(({ retired }) => !retired)
		.map(({ controlId, title, owner, criteria }) => [controlId, title, owner, criteria.join(' ')]);
}

describe('taking the next version of a file', () => {
	it('[I-6] takes their changes, keeps ours, adds rows where they stand and retires what was chosen', () => {
		const workbook = aWorkbook();
		const record = imported(workbook, first);
		edit(workbook, 'AC-1', 'owner', 'Bob');
		edit(workbook, 'AC-1', 'criteria', 'CC6.1, CC6.2, CC7.1');
		const second = [
			header,
			['AC-1', 'Access reviews', 'Leads review access every quarter', 'CC6.2, CC6.3', 'Dana', 'UK'],
			['AC-2', 'Joiners', 'New people get access by a ticket', 'CC6.2', 'Ann', ''],
			training,
		];
		const gone = controlOf(workbook, 'BK-1').id;
		const next = took(workbook, record, second, withRetired(noChoices, [gone], true));
		expect(textsOf(workbook)).toEqual([
			['AC-1', 'Access reviews', 'Bob', 'CC6.2 CC6.3 CC7.1'],
			['AC-2', 'Joiners', 'Ann', 'CC6.2'],
			['HR-1', 'Training', 'Kim', 'CC1.4'],
		]);
		expect(Object.values(controlOf(workbook, 'AC-1').own)).toEqual(['UK']);
		expect(controlOf(workbook, 'HR-1').source).toEqual({ import: next.id, row: 4 });
		expect(controlOf(workbook, 'BK-1')).toMatchObject({
			source: { import: record.id, row: 3 },
			retired: { reason: 'Not in matrix v2.xlsx any more' },
		});
		expect(next).toMatchObject({ versionOf: record.id, rowsIn: 3, sha256: 'bb'.repeat(32) });
	});

	it('[I-5] leaves the file saying exactly what the new version says, for this one and the next', () => {
		const workbook = aWorkbook();
		const record = imported(workbook, first);
		edit(workbook, 'AC-1', 'owner', 'Bob');
		const second = [
			header,
			[...reviews, 'Ann', ''],
			backups,
			[...training.slice(0, 4), 'Lee', 'EU'],
		];
		const control = controlOf(workbook, 'AC-1').id;
		const next = took(workbook, record, second, withSides(noChoices, [[control, 'owner']], 'ours'));
		expect(controlOf(workbook, 'AC-1').owner).toBe('Bob');
		expect(saidInFile(workbook, controlOf(workbook, 'AC-1'))).toMatchObject({ owner: 'Ann' });
		const third = [header, [...reviews, 'Bob', ''], [...backups.slice(0, 5), 'APAC'], training];
		const { rows } = comparedWith(workbook, next, third);
		const states = rows.map((row) => row.kind === 'matched' && row.cells.map(({ state }) => state));
		expect(states).toEqual([['both'], ['theirs'], ['theirs', 'theirs']]);
		took(workbook, next, third, noChoices);
		expect(saidInFile(workbook, controlOf(workbook, 'AC-1'))).toMatchObject({ owner: 'Bob' });
		expect(Object.values(saidInFile(workbook, controlOf(workbook, 'BK-1'))?.own ?? {})).toEqual([
			'APAC',
		]);
	});

	it('[I-5] says what the file says, and holds it where nothing was edited, for any two versions', () => {
		const cell = fc.constantFrom('', 'Dana', 'Sam', 'EU');
		const row = fc
			.tuple(fc.constantFrom('', 'A-1', 'A-2', 'A-3', 'A-4'), cell, cell, cell)
			.map(([id, title, owner, region]) => [
				id,
				`T ${title}`.trim(),
				'Text',
				'CC6.1',
				owner,
				region,
			]);
		const rows = fc.array(row, { minLength: 2, maxLength: 6 });
		fc.assert(
			fc.property(rows, rows, (before, after) => {
				const workbook = aWorkbook();
				const record = imported(workbook, [header, ...before]);
				const next = took(workbook, record, [header, ...after], noChoices);
				const here = workbook.controls.all().filter(({ source }) => source?.import === next.id);
				const region = workbook.columns.all().find(({ name }) => name === 'Region');
				const says = here.map((control) => {
					const said = saidInFile(workbook, control);
					expect(said && { ...said, source: control.source, own: '' }).toEqual({
						...control,
						own: '',
					});
					const { controlId, title, owner, own } = said ?? control;
					const place = control.source?.row ?? 0;
					return [place, controlId, title, owner, (region && own[region.id]) ?? ''];
				});
				const expected = after.map(([id, title, , , owner, where], at) => [
					...[at + 2, id, title, owner, where],
				]);
				expect(says.toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual(expected);
			}),
			{ numRuns: 60 },
		);
	});

	it('[K-3] is one step: undo gives back every value, row, source and retirement', () => {
		const workbook = aWorkbook();
		const record = imported(workbook, first);
		const before = workbook.controls.all();
		took(workbook, record, [header, [...reviews, 'Ann', 'UK'], ['X-1', 'New']], noChoices);
		workbook.undo();
		expect(workbook.controls.all()).toEqual(before);
		expect(workbook.imports.all()).toEqual([record]);
	});

	it('takes a column that is new in the file as an own column of its cells', () => {
		const workbook = aWorkbook();
		const record = imported(workbook, first);
		const second = first.map((row, place) => [
			...row,
			['Building', 'North', 'South', 'East'][place] ?? '',
		]);
		took(workbook, record, second, noChoices);
		const building = workbook.columns.all().find(({ name }) => name === 'Building');
		expect(workbook.controls.all().map(({ own }) => building && own[building.id])).toEqual([
			...['North', 'South', 'East'],
		]);
		const said = saidInFile(workbook, controlOf(workbook, 'AC-1'));
		expect(said?.own[building!.id]).toBe('North');
	});

	it('knows a control that was made here and sent along again by its id', () => {
		const workbook = aWorkbook();
		const record = imported(workbook, first);
		done(workbook, addControls, { rows: [{ controlId: 'NEW-1', title: 'Ours', owner: 'Bob' }] });
		const second = [...first, ['NEW-1', 'Ours', '', '', 'Ann', '']];
		const next = took(workbook, record, second, noChoices);
		expect(workbook.controls.all()).toHaveLength(4);
		const control = controlOf(workbook, 'NEW-1');
		expect(control).toMatchObject({ owner: 'Bob', source: { import: next.id, row: 5 } });
		expect(saidInFile(workbook, control)).toMatchObject({ title: 'Ours', owner: 'Ann' });
	});

	it('[K-6] tells the changed values in the activity, and not that every control has a new source', () => {
		const workbook = aWorkbook();
		const record = imported(workbook, first);
		took(workbook, record, [header, [...reviews, 'Ann', 'EU'], backups, training], noChoices);
		const [entry] = workbook.activity.latest();
		expect(entry?.label).toBe('Bring in matrix v2.xlsx as the next version');
		const lines = changeWords(entry?.changes ?? [], {
			record: (id) => workbook.controls.get(id),
			column: (id) => workbook.columns.get(id),
			view: () => undefined,
		});
		expect(
			lines.map(({ record: name, column, before, after }) => [name, column, before, after]),
		).toEqual([['AC-1', 'Owner', 'Dana', 'Ann']]);
	});

	it('[K-1] is refused where a value it would replace was changed meanwhile', () => {
		const workbook = aWorkbook();
		const record = imported(workbook, first);
		const second = [header, [...reviews, 'Ann', 'EU'], backups, training];
		const { file, rows } = comparedWith(workbook, record, second);
		edit(workbook, 'AC-1', 'owner', 'Bob');
		const source = { fileName: 'v2.xlsx', sha256: '', earlier: record.id };
		const outcome = workbook.run(takeNextVersion, taking(file, rows, noChoices, source));
		expect(outcome).toMatchObject({
			ok: false,
			problems: [{ text: expect.stringContaining('Owner of AC-1 was changed since') as string }],
		});
		expect(controlOf(workbook, 'AC-1').owner).toBe('Bob');
	});

	it('[K-1] is refused where another version was taken meanwhile, or the earlier import is gone', () => {
		const workbook = aWorkbook();
		const record = imported(workbook, first);
		const { file, rows } = comparedWith(workbook, record, first);
		const source = { fileName: 'v2.xlsx', sha256: '', earlier: record.id };
		const input = taking(file, rows, noChoices, source);
		took(workbook, record, first, noChoices);
		expect(workbook.run(takeNextVersion, input)).toMatchObject({
			problems: [{ text: expect.stringContaining('A later version was brought in') as string }],
		});
		const elsewhere = aWorkbook();
		expect(
			elsewhere.run(takeNextVersion, { ...input, matched: input.matched.slice(0, 0) }),
		).toMatchObject({ ok: false });
		expect(elsewhere.controls.all()).toEqual([]);
	});

	it('can be done in steps, undone as one', async () => {
		const workbook = aWorkbook();
		const many = Array.from({ length: 900 }, (_, n) => [
			`C-${n}`,
			`Title ${n}`,
			`Text ${n}`,
			'CC6.1',
		]);
		const record = imported(workbook, [header, ...many]);
		const second = many.map((row) => [...row, 'Ann']);
		const { file, rows } = comparedWith(workbook, record, [header, ...second]);
		const source = { fileName: 'v2.xlsx', sha256: '', earlier: record.id };
		let pauses = 0;
		await workbook.runInSteps(takeNextVersion, taking(file, rows, noChoices, source), () => {
			pauses += 1;
			return Promise.resolve();
		});
		expect(pauses).toBeGreaterThan(1);
		expect(new Set(workbook.controls.all().map(({ owner }) => owner))).toEqual(new Set(['Ann']));
		workbook.undo();
		expect(at(workbook.controls.all(), 0).source?.import).toBe(record.id);
	});
});
