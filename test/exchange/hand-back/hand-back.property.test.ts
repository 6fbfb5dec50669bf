/**
 * Random edits of random files: handed back and imported again with the same decisions, the file
 * says exactly what was edited, wherever it could be written; no other cell differs.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HandBackCell } from '../../../src/exchange/hand-back/order.ts';
import { cellText } from '../../../src/exchange/recognise/grid.ts';
import { cellChanges } from '../../../src/exchange/write-back/cell-changes.ts';
import { controlFields, isSetKey } from '../../../src/model/records/control-fields.ts';
import type { Control } from '../../../src/model/records/control.ts';
import { workbookIn } from '../../support/sheet-reading.ts';
import {
	imported,
	importedLines,
	importedSheet,
	returned,
	sheetRows,
	type Edits,
	type ImportedFile,
} from './returned.ts';

/** Each run reads three files and writes one. */
const numRuns = fc.readConfigureGlobal().numRuns ?? 60;

const header = ['Control ID', 'Description', 'Status', 'Criteria', 'ISO 27001', 'Due Date'];
const allHeader = [...header, 'Owner', 'Region'];

const statuses = [
	'Done',
	'WIP',
	'In place',
	'Partially Implemented',
	'Planned',
	'N/A',
	'Batch 7',
	'',
];
const idLists = [
	...[
		'CC6.1, CC6.2',
		'CC6.1; CC7.2; A1.2',
		'CC6.1-CC6.3',
		'CC6.1, 6.2, 7.1',
		'cc 6.1 / cc 6.3',
		'',
	],
	...['CC6.1 - Logical access\nCC6.2 - Registration', 'CC6.1 CC6.2 and CC6.3', '(CC6.1), CC9.9'],
	...['CC8.1, as agreed with the auditor', 'CC6.1.2, CC6.1', 'TSC: CC1.1, A.8.1', 'none yet'],
];
const isoLists = ['A.5.15', 'A.5.15, A.8.1', 'A.5.15\nA.8.24', 'A 5.1; A.5.2', 'A.8.1 Devices', ''];
const dates = ['2026-11-21', '21 Nov 2026', '3.5.2026', 'Q3 2027', '2026-11-21 10:00', ''];

const line = fc.tuple(
	fc.constantFrom(...statuses),
	fc.constantFrom(...idLists),
	fc.constantFrom(...isoLists),
	fc.constantFrom(...dates),
	fc.constantFrom('Ann', 'Bob', 'IT Manager', ''),
	fc.constantFrom('EU', '12', 'TRUE', ''),
);
const lines = fc.array(line, { minLength: 3, maxLength: 8 });

const text = fc.oneof(
	fc.string({ maxLength: 20 }),
	fc.constantFrom('two\nlines', '=1+1', '12', '007', 'TRUE', '2026-05-06', '“quoted”, so', ''),
);
const edit = fc.record(
	{
		description: text,
		owner: text,
		status: fc.constantFrom('', 'notStarted', 'planned', 'inProgress', 'implemented', 'Later'),
		criteria: fc.subarray(['CC1.1', 'CC6.1', 'CC6.2', 'CC6.3', 'CC7.1', 'A1.2', 'PI1.1', 'P8.1']),
		references: fc.subarray(['A.5.15', 'A.8.1', 'A.8.24', 'AC-2']),
		dueDate: fc.constantFrom('', '2026-01-02', '2031-12-31', 'Q1 2028'),
		named: fc.record({ Region: text }, { requiredKeys: [] }),
	},
	{ requiredKeys: [] },
);
const edits: fc.Arbitrary<Edits> = fc.dictionary(
	fc.integer({ min: 0, max: 7 }).map((place) => `AC-${place}`),
	edit,
);

function rowsOf(all: readonly (readonly string[])[]): string[][] {
	return all.map((rest, place) => [`AC-${place}`, `Does thing ${place} every quarter`, ...rest]);
}

it('[H-2] what could be written to lines of text is what the file says then', async () => {
	await fc.assert(
		fc.asyncProperty(lines, edits, async (all, changes) => {
			const quoted = [allHeader, ...rowsOf(all)].map((row) =>
				row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
			);
			await expectSaid(await importedLines(quoted), changes);
		}),
		{ numRuns },
	);
}, 120_000);

it('[H-1] [H-2] what could be written to a workbook is what the file says then', async () => {
	const shape = fc.record({ merged: fc.boolean(), dated: fc.boolean(), date1904: fc.boolean() });
	await fc.assert(
		fc.asyncProperty(lines, edits, shape, async (all, changes, { merged, dated, date1904 }) => {
			const rows = rowsOf(all).map((row, at) => {
				const isDate = dated && at % 2 === 0 && row[5] !== '';
				const date = { xml: ` s="1"><v>${40_000 + at}</v></c>` };
				return row.map((cell, index) => (index === 5 && isDate ? date : cell));
			});
			if (merged && rows[1]?.[6] !== undefined) rows[1][6] = '';
			const after = merged ? '<mergeCells count="1"><mergeCell ref="G2:G3"/></mergeCells>' : '';
			const sheet = { rows: sheetRows([allHeader, ...rows]), after };
			await expectSaid(await importedSheet(sheet, { formats: ['d mmm yyyy'], date1904 }), changes);
		}),
		{ numRuns },
	);
}, 120_000);

async function expectSaid(file: ImportedFile, changes: Edits): Promise<void> {
	const handed = await returned(file, { edits: changes });
	const stayed = handed.cells.filter(({ state }) => state === 'conflict');
	for (const { conflict, column } of stayed) {
		// Only the merged owners stand in the way.
		expect([conflict?.kind, column]).toEqual(['merged', 'owner']);
	}
	await expectNothingElse(file, handed.bytes, handed.cells);
	const rowsIn = file.controls.map(({ source }) => source?.row ?? 0);
	const again = await imported(handed.bytes, {
		fileName: file.fileName,
		decide: () => ({ ...file.decisions, rowsIn }),
	});
	const stays = new Set(stayed.map(({ control, column }) => `${control ?? ''}/${column}`));
	for (const [place, said] of file.controls.entries()) {
		const { named = {}, ...fields } = changes[said.controlId] ?? {};
		const wanted = { ...said, ...fields };
		const found = again.controls[place];
		for (const { key } of controlFields) {
			if (stays.has(`${said.id}/${key}`)) continue;
			expect([key, found && valueOf(found, key)]).toEqual([key, valueOf(wanted, key)]);
		}
		const region = file.own.get('Region') ?? '';
		if (stays.has(`${said.id}/${region}`)) continue;
		const before = ownText(said, file.own.get('Region'));
		expect(found && ownText(found, again.own.get('Region'))).toBe(tidy(named['Region'] ?? before));
	}
}

async function expectNothingElse(
	file: ImportedFile,
	bytes: Uint8Array,
	cells: readonly HandBackCell[],
): Promise<void> {
	const [before, after] = [
		await workbookIn(file.bytes, file.fileName),
		await workbookIn(bytes, file.fileName),
	];
	const written = cells
		.filter(({ state }) => state === 'goes')
		.map((cell) => ({ ...cell, change: 0, why: 'edited' as const }));
	const found = cellChanges(before, after, { written, recalculated: [] });
	expect(found.filter(({ why }) => why === 'unexplained')).toEqual([]);
	for (const change of found) {
		expect(written.find(({ cell }) => cell === change.cell)).toMatchObject({ after: change.after });
	}
}

function valueOf(control: Control, key: keyof Control): unknown {
	const value = control[key];
	if (isSetKey(key)) return [...control[key]].sort();
	return typeof value === 'string' ? tidy(value) : value;
}

function ownText({ own }: Control, id: string | undefined): string {
	return tidy((own as Readonly<Record<string, string>>)[id ?? ''] ?? '');
}

/** Blanks around a text are not read. */
function tidy(text: string): string {
	return cellText({ kind: 'text', text });
}
