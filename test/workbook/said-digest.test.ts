/** What whoever signs the whole workbook signs: what it says, not what happened in it (SPEC P-14, P-15). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/workbook/document.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../src/workbook/commands/import-rows.ts';
import { changedParts } from '../../src/model/review/workbook-content.ts';
import { openSnapshot, takeSnapshot } from '../../src/workbook/milestones.ts';
import { SaidDigest } from '../../src/workbook/said-digest.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { manyControls } from '../bench/many-controls.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';

function saidBy(workbook: Workbook) {
	return new SaidDigest(workbook).digest();
}

function retitle(workbook: Workbook, control: string, value: string): void {
	done(workbook, editControls, { edits: [{ control, column: 'title', value }] as never });
}

function three() {
	const workbook = aWorkbook();
	const controls = ['AC-01', 'AC-02', 'AC-03'].map((controlId) =>
		aControl(workbook, { controlId, title: 'Access' }),
	);
	return { workbook, ids: controls.map(({ id }) => id) };
}

describe('what a workbook says', () => {
	it('[P-15] is the same again where an edit was undone, and where the old value was typed again', async () => {
		const { workbook, ids } = three();
		const before = await saidBy(workbook);
		retitle(workbook, ids[0] ?? '', 'Another');
		expect(await saidBy(workbook)).not.toEqual(before);
		workbook.undo();
		expect(await saidBy(workbook)).toEqual(before);
		retitle(workbook, ids[0] ?? '', 'Another');
		retitle(workbook, ids[0] ?? '', 'Access');
		expect(await saidBy(workbook)).toEqual(before);
	});
});
