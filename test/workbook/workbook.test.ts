import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addControls, duplicateControls } from '../../src/workbook/commands/add-controls.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { restoreControls, retireControls } from '../../src/workbook/commands/retire-controls.ts';
import { addColumn, renameColumn, retireColumn } from '../../src/workbook/commands/own-columns.ts';
import { at } from '../support/at.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';
import { countingIds, dana, fixedClock } from '../support/fixed.ts';
import { Workbook } from '../../src/workbook/workbook.ts';

/** Sends each document what it lacks, as two devices that meet would. */
function meet(a: Y.Doc, b: Y.Doc): void {
	const [forA, forB] = [
		Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)),
		Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)),
	];
	Y.applyUpdate(a, forA, 'peer');
	Y.applyUpdate(b, forB, 'peer');
}

describe('records', () => {
	it('[R-1] joins edits over the row as it came and fills what is missing on reading', () => {
		const workbook = aWorkbook();
		const control = aControl(workbook, { controlId: 'AC-01', title: 'Access review' });
		done(workbook, editControls, {
			edits: [{ control: control.id, column: 'title', value: 'Quarterly access review' }],
		});
		const read = workbook.controls.get(control.id);
		expect(read).toMatchObject({ controlId: 'AC-01', title: 'Quarterly access review', owner: '' });
		expect(workbook.doc.getMap('controls').get(control.id)).toEqual({
			controlId: 'AC-01',
			title: 'Access review',
			order: control.order,
		});
	});

	it('[R-2] keeps criteria that two people add to one control at the same time', () => {
		const here = aWorkbook(new Y.Doc(), countingIds('a'));
		const control = aControl(here, { criteria: ['CC6.1'] });
		const there = aWorkbook(new Y.Doc(), countingIds('b'));
		meet(here.doc, there.doc);
		done(here, editControls, {
			edits: [{ control: control.id, column: 'criteria', value: ['CC6.1', 'CC6.2'] }],
		});
		done(there, editControls, {
			edits: [{ control: control.id, column: 'criteria', value: ['CC7.1'] }],
		});
		meet(here.doc, there.doc);
		expect(here.controls.get(control.id)?.criteria).toEqual(['CC6.2', 'CC7.1']);
		expect(there.controls.get(control.id)?.criteria).toEqual(['CC6.2', 'CC7.1']);
	});

	it('[R-3] lists what cannot be read with its reason and leaves the others alone', () => {
		const workbook = aWorkbook();
		const good = aControl(workbook, { controlId: 'AC-01' });
		workbook.doc.getMap('controls').set('control:bad', { order: 'a5', title: 7 });
		workbook.doc.getMap('controls').set('control:text', 'not a row');
		workbook.doc.getMap('controls/edits').set('control:gone/title', 'orphan');
		expect(workbook.controls.all().map(({ id }) => id)).toEqual([good.id]);
		const reasons = Object.fromEntries(
			workbook.controls.unreadable().map(({ id, reason }) => [id, reason]),
		);
		expect(Object.keys(reasons).sort()).toEqual(['control:bad', 'control:gone', 'control:text']);
		expect(reasons['control:bad']).toMatch(/^title: /);
		expect(reasons['control:gone']).toBe('the row it belongs to is gone');
	});

	it('[R-4] orders rows put at one place on two devices the same way everywhere', () => {
		const here = aWorkbook(new Y.Doc(), countingIds('a'));
		const first = aControl(here, { controlId: '1' });
		aControl(here, { controlId: '3' });
		const there = aWorkbook(new Y.Doc(), countingIds('b'));
		meet(here.doc, there.doc);
		done(here, addControls, { rows: [{ controlId: '2a' }], after: first.id });
		done(there, addControls, { rows: [{ controlId: '2b' }], after: first.id });
		meet(here.doc, there.doc);
		const shown = (workbook: typeof here) => workbook.controls.all().map((c) => c.controlId);
		expect(shown(here)).toEqual(['1', '2a', '2b', '3']);
		expect(shown(there)).toEqual(shown(here));
		done(here, addControls, {
			rows: [{ controlId: 'between' }],
			after: at(here.controls.all(), 1).id,
		});
		expect(shown(here)).toEqual(['1', '2a', '2b', 'between', '3']);
	});

	it('[R-5] keeps the same object for every control that did not change', () => {
		const workbook = aWorkbook();
		const ids = Array.from({ length: 50 }, (_, i) => aControl(workbook, { title: String(i) }).id);
		const before = workbook.controls.all();
		const heard: string[][] = [];
		workbook.controls.subscribe((changed) => heard.push([...changed]));
		done(workbook, editControls, {
			edits: [{ control: at(ids, 7), column: 'owner', value: 'Dana' }],
		});
		const after = workbook.controls.all();
		expect(heard).toEqual([[ids[7]]]);
		expect(after).not.toBe(before);
		expect(after.filter((control, i) => control !== before[i]).map(({ id }) => id)).toEqual([
			ids[7],
		]);
	});

	it('[R-6] retires with a reason and restores everything as it was', () => {
		const workbook = aWorkbook();
		const control = aControl(workbook, { controlId: 'AC-01', criteria: ['CC6.1'] });
		done(workbook, retireControls, { controls: [control.id], reason: 'merged into AC-02' });
		expect(workbook.controls.get(control.id)?.retired).toMatchObject({
			by: 'Dana',
			reason: 'merged into AC-02',
		});
		done(workbook, restoreControls, { controls: [control.id] });
		expect(workbook.controls.get(control.id)).toEqual(control);
	});
});

describe('commands', () => {
	it('[K-1] refuses an edit of a control that is gone, names it and writes nothing', () => {
		const workbook = aWorkbook();
		const control = aControl(workbook, { title: 'Stays' });
		const before = Y.encodeStateAsUpdate(workbook.doc);
		const outcome = workbook.run(editControls, {
			edits: [
				{ control: control.id, column: 'title', value: 'Changed' },
				{ control: 'control:gone', column: 'owner', value: 'Dana' },
			],
		});
		expect(outcome).toEqual({
			ok: false,
			problems: [
				{
					record: 'control:gone',
					field: 'owner',
					text: 'This control is no longer in the workbook, so the value was not saved. Undo may bring it back.',
				},
			],
		});
		expect(Y.encodeStateAsUpdate(workbook.doc)).toEqual(before);
	});

	it('[K-2] writes nothing where every value stands already', () => {
		const workbook = aWorkbook();
		const control = aControl(workbook, { title: 'Same', criteria: ['CC6.1'] });
		const before = Y.encodeStateAsUpdate(workbook.doc);
		const outcome = done(workbook, editControls, {
			edits: [
				{ control: control.id, column: 'title', value: 'Same' },
				{ control: control.id, column: 'criteria', value: 'CC6.1' },
				{ control: control.id, column: 'owner', value: '' },
			],
		});
		expect(outcome.changed).toBe(false);
		expect(Y.encodeStateAsUpdate(workbook.doc)).toEqual(before);
	});

	it('[K-4] undoes what was done here and leaves what others did', () => {
		const here = aWorkbook(new Y.Doc(), countingIds('a'));
		const control = aControl(here, { title: 'One' });
		const there = aWorkbook(new Y.Doc(), countingIds('b'));
		meet(here.doc, there.doc);
		done(here, editControls, { edits: [{ control: control.id, column: 'title', value: 'Two' }] });
		done(there, editControls, { edits: [{ control: control.id, column: 'owner', value: 'Eli' }] });
		meet(here.doc, there.doc);
		expect(here.undo()).toMatchObject({ kind: 'done', step: { label: 'Edit title of One' } });
		expect(here.controls.get(control.id)).toMatchObject({ title: 'One', owner: 'Eli' });
		expect(there.undo()).toMatchObject({ kind: 'done' });
		expect(there.undo()).toEqual({ kind: 'nothing' });
	});

	it('[K-5] says that a change was overtaken instead of taking back another one unsaid', () => {
		const here = aWorkbook(new Y.Doc(), countingIds('a'));
		const control = aControl(here, { title: 'One' });
		const there = aWorkbook(new Y.Doc(), countingIds('b'));
		meet(here.doc, there.doc);
		done(here, editControls, { edits: [{ control: control.id, column: 'owner', value: 'Dana' }] });
		meet(here.doc, there.doc);
		done(there, editControls, { edits: [{ control: control.id, column: 'owner', value: 'Eli' }] });
		meet(here.doc, there.doc);
		const outcome = here.undo();
		expect(outcome).toMatchObject({
			kind: 'done',
			step: { label: 'Add a control' },
			overtaken: { label: 'Edit owner of One' },
		});
	});

	it('[K-9] notes what changed nothing, and leaves undo as it was', () => {
		const workbook = aWorkbook();
		aControl(workbook, { controlId: 'AC-1' });
		const step = workbook.history.undoStep;
		workbook.note('handBack', 'Hand back matrix.xlsx');
		expect(workbook.activity.latest()[0]).toMatchObject({
			name: 'handBack',
			label: 'Hand back matrix.xlsx',
			by: { name: 'Dana' },
			changes: [],
		});
		expect(workbook.history.undoStep).toBe(step);
	});

	it('[K-6] leaves one activity entry with both values, which undo does not remove', () => {
		const workbook = aWorkbook();
		const control = aControl(workbook, { controlId: 'AC-01', owner: 'Dana' });
		done(workbook, editControls, {
			edits: [{ control: control.id, column: 'owner', value: 'Eli' }],
		});
		workbook.undo();
		const entries = workbook.activity.latest();
		expect(entries.map(({ label }) => label)).toEqual([
			'Undid: Edit owner of AC-01',
			'Edit owner of AC-01',
			'Add a control',
		]);
		expect(entries[1]).toMatchObject({
			name: 'editControls',
			by: { name: 'Dana' },
			changes: [{ table: 'controls', id: control.id, path: 'owner', before: 'Dana', after: 'Eli' }],
		});
		expect(entries[2]).toMatchObject({ created: 1, changes: [] });
	});

	it('lists what was done within one instant in the order it was done', () => {
		const workbook = new Workbook(new Y.Doc(), {
			ids: { next: () => Math.random().toString(36).slice(2) },
			clock: { ...fixedClock(), now: () => '2026-11-21T12:00:00.000Z' },
			actor: () => dana,
		});
		for (const name of ['A', 'B', 'C', 'D', 'E']) done(workbook, addColumn, { name });
		expect(workbook.activity.latest().map(({ label }) => label)).toEqual(
			['E', 'D', 'C', 'B', 'A'].map((name) => `Add column ${name}`),
		);
	});

	it('[K-7] takes no command on a document from a newer version, and leaves it as it is', () => {
		const doc = new Y.Doc();
		doc.getMap('settings').set('layoutVersion', 99);
		const workbook = aWorkbook(doc);
		const outcome = workbook.run(addControls, { rows: [{}] });
		expect(outcome.ok).toBe(false);
		expect(workbook.isNewer).toBe(true);
		expect(doc.getMap('controls').size).toBe(0);
	});

	it('duplicates a control below itself without its source and says so in the label', () => {
		const workbook = aWorkbook();
		const first = aControl(workbook, { controlId: '1' });
		const last = aControl(workbook, { controlId: '2' });
		const { label } = done(workbook, duplicateControls, { controls: [first.id] });
		expect(label).toBe('Duplicate 1');
		expect(workbook.controls.all().map((c) => c.controlId)).toEqual(['1', '1', '2']);
		expect(workbook.controls.all().at(-1)).toBe(last);
	});

	it('adds, renames and takes out own columns; their names stay apart', () => {
		const workbook = aWorkbook();
		const [id] = done(workbook, addColumn, { name: ' Region ' }).created;
		const column = id as `column:${string}`;
		expect(workbook.run(addColumn, { name: 'region' })).toMatchObject({
			ok: false,
			problems: [{ text: 'There is a column region already. Choose another name.' }],
		});
		const control = aControl(workbook, {});
		done(workbook, editControls, { edits: [{ control: control.id, column, value: 'EMEA' }] });
		done(workbook, renameColumn, { column, name: 'Area' });
		expect(workbook.controls.get(control.id)?.own).toEqual({ [column]: 'EMEA' });
		expect(workbook.activity.latest()[1]?.label).toBe('Edit region of a control without id');
		done(workbook, retireColumn, { column });
		expect(workbook.columns.get(column)?.retired).toBe(true);
		workbook.undo();
		expect(workbook.columns.get(column)).toMatchObject({ name: 'Area', retired: false });
	});
});
