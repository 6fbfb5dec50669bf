/** The history at 10,000 controls: what the page does itself, and what its worker does for it. */
import { segmentsOf } from '../../src/review/document/segments.ts';
import { netChange, stretchSince } from '../../src/workbook/net-change.ts';
import { compareWithPeople } from '../../src/workbook/compare-workbooks.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../src/workbook/commands/import-rows.ts';
import { openSnapshot, takeSnapshot } from '../../src/workbook/milestones.ts';
import { whatRestores } from '../../src/workbook/restoring.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';
import { manyControls } from './many-controls.ts';
import { cpuOf, type BenchCase } from './measure.ts';

/** As the page cuts them for the worker (review/history/history-client.ts). */
const pieceBytes = 2 ** 18;

export function historyBenches(): readonly BenchCase[] {
	const workbook = aWorkbook();
	done(workbook, importRows, manyControls(10_000));
	const bytes = takeSnapshot(workbook);
	const older = openSnapshot(bytes);
	changeAll(workbook);
	const newer = openSnapshot(takeSnapshot(workbook));
	const asText = cpuOf(() => [textOf(older), textOf(newer)]);
	const shared = { unit: 'ms CPU', runs: 9 } as const;
	return [
		{
			name: 'compare two states of 10,000 controls, each of them changed',
			reference: 'JSON.stringify of the controls of both',
			target: 2.5,
			...shared,
			ours: cpuOf(() => compareWithPeople(older, newer)),
			theirs: asText,
		},
		{
			name: 'find what brings 10,000 changed controls back',
			reference: 'JSON.stringify of the controls of both',
			target: 2.5,
			...shared,
			ours: cpuOf(() => whatRestores(newer, older)),
			theirs: asText,
		},
		{
			name: 'net change since the import of 10,000 controls, each changed since',
			reference: 'JSON.stringify of the controls of both',
			target: 1.5,
			...shared,
			ours: cpuOf(() => netChange(newer, stretchSince(newer.activity.latest(), ''))),
			theirs: asText,
		},
		{
			name: 'cut 10,000 controls into pieces for the worker',
			reference: 'the same bytes as one snapshot',
			target: 2.5,
			...shared,
			ours: cpuOf(() => [...segmentsOf(workbook.doc, undefined, pieceBytes)]),
			theirs: cpuOf(() => takeSnapshot(workbook)),
		},
	];
}

function changeAll(workbook: Workbook): void {
	const edits = workbook.controls
		.all()
		.map(({ id }, place) => ({ control: id, column: 'title' as const, value: `Title ${place}` }));
	done(workbook, editControls, { edits });
}

function textOf(workbook: Workbook): string {
	return JSON.stringify(workbook.controls.all());
}
