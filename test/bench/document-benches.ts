/** The document at 10,000 controls: opening it, and editing one cell of it. */
import * as Y from 'yjs';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../src/workbook/commands/import-rows.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { at } from '../support/at.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';
import { manyControls } from './many-controls.ts';
import { cpuOf, type BenchCase } from './measure.ts';

export function documentBenches(): readonly BenchCase[] {
	const large = filled(10_000);
	const small = filled(1_000);
	const state = Y.encodeStateAsUpdate(large.doc);
	return [
		{
			name: 'open 10,000 controls: stored bytes to readable records',
			reference: 'Y.applyUpdate of the same bytes',
			target: 2.5,
			unit: 'ms CPU',
			runs: 9,
			ours: cpuOf(() => aWorkbook(loaded(state)).controls.all()),
			theirs: cpuOf(() => loaded(state)),
		},
		{
			name: 'edit one of 10,000 controls, table and list brought up to date',
			reference: 'the same edits among 1,000 controls',
			target: 3,
			unit: 'ms CPU',
			runs: 9,
			ours: cpuOf(() => editMany(large)),
			theirs: cpuOf(() => editMany(small)),
		},
	];
}

function filled(count: number): Workbook {
	const workbook = aWorkbook();
	done(workbook, importRows, manyControls(count));
	return workbook;
}

function loaded(state: Uint8Array): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	return doc;
}

let edits = 0;

function editMany(workbook: Workbook): void {
	const { id } = at(workbook.controls.all(), 500);
	for (let i = 0; i < 500; i++) {
		const value = `edit ${++edits}`;
		done(workbook, editControls, { edits: [{ control: id, column: 'title', value }] });
		workbook.controls.all();
	}
}
