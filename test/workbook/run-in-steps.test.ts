import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { addControls } from '../../src/workbook/commands/add-controls.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { Workbook } from '../../src/workbook/workbook.ts';
import { at } from '../support/at.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';
import { countingIds, dana, fixedClock } from '../support/fixed.ts';

const many = { rows: Array.from({ length: 1_000 }, (_, index) => ({ title: `Control ${index}` })) };
const goOn = () => Promise.resolve();

it('hands the page back between steps and says how far it is', async () => {
	const workbook = aWorkbook();
	const seen: [number, number][] = [];
	const outcome = await workbook.runInSteps(addControls, many, (fraction) => {
		seen.push([fraction, workbook.controls.all().length]);
		return Promise.resolve();
	});
	expect(outcome.ok && outcome.value.created.length).toBe(1_000);
	expect(seen).toEqual([
		[0.4, 400],
		[0.8, 800],
	]);
	expect(workbook.controls.all()).toHaveLength(1_000);
	expect(workbook.activity.latest()).toMatchObject([{ created: 1_000 }]);
});

it('takes fewer rows a step where they hold much text', async () => {
	const workbook = aWorkbook();
	const rows = Array.from({ length: 10 }, () => ({ description: 'x'.repeat(100_000) }));
	const steps: number[] = [];
	await workbook.runInSteps(addControls, { rows }, () => {
		steps.push(workbook.controls.all().length);
		return Promise.resolve();
	});
	expect(steps).toEqual([4, 8]);
});

it('is undone and redone as one step, apart from the commands before and after', async () => {
	const workbook = aWorkbook();
	const first = aControl(workbook, { title: 'First' });
	await workbook.runInSteps(addControls, many, goOn);
	const edit = { control: first.id, column: 'title', value: 'Edited' } as const;
	done(workbook, editControls, { edits: [edit] });

	workbook.undo();
	expect(workbook.controls.all()).toHaveLength(1_001);
	workbook.undo();
	expect(workbook.controls.all().map(({ title }) => title)).toEqual(['First']);
	workbook.redo();
	expect(workbook.controls.all()).toHaveLength(1_001);
	workbook.undo();
	workbook.undo();
	expect(workbook.controls.all()).toEqual([]);
});

it('keeps another command that comes between two steps as a step of its own', async () => {
	const workbook = aWorkbook();
	const first = aControl(workbook, { title: 'First' });
	await workbook.runInSteps(addControls, many, () => {
		const value = `Edited beside ${workbook.controls.all().length}`;
		done(workbook, editControls, { edits: [{ control: first.id, column: 'title', value }] });
		return Promise.resolve();
	});
	const undone: string[] = [];
	while (workbook.history.undoStep) {
		undone.push(workbook.history.undoStep.label);
		workbook.undo();
	}
	expect(workbook.controls.all()).toEqual([]);
	expect(undone.filter((label) => label.startsWith('Edit'))).toHaveLength(2);
});

it('holds storage from its first step to its last', async () => {
	const deeds: string[] = [];
	const doc = new Y.Doc();
	const workbook = new Workbook(doc, {
		...{ ids: countingIds(), clock: fixedClock(), actor: () => dana },
		hold: () => {
			deeds.push('hold');
			return () => void deeds.push('release');
		},
	});
	doc.on('update', () => void deeds.push('update'));
	await workbook.runInSteps(addControls, many, goOn);
	expect(deeds).toEqual(['hold', 'update', 'update', 'update', 'release']);
	expect(at(workbook.activity.latest(), 0).label).toBe('Add 1,000 controls');
});

it('tells those who look at the controls once, when all of it is written', async () => {
	const workbook = aWorkbook();
	const heard: number[] = [];
	workbook.controls.subscribe((ids) => heard.push(ids.size));
	await workbook.runInSteps(addControls, many, () => {
		expect(heard).toEqual([]);
		return Promise.resolve();
	});
	expect(heard).toEqual([1_000]);
});

it('tells of other changes, too, where it is broken off', async () => {
	const workbook = aWorkbook();
	const first = aControl(workbook, { title: 'First' });
	const heard: number[] = [];
	workbook.controls.subscribe((ids) => heard.push(ids.size));
	const broken = workbook.runInSteps(addControls, many, () => {
		const edit = { control: first.id, column: 'title', value: 'Edited' } as const;
		done(workbook, editControls, { edits: [edit] });
		return Promise.reject(new Error('broken off'));
	});
	await expect(broken).rejects.toThrow('broken off');
	expect(heard).toEqual([401]);
});

it('is taken back and done again at once, and what follows from it read in steps', async () => {
	const workbook = aWorkbook();
	const rows = Array.from({ length: 2_500 }, (_, index) => ({ title: `Control ${index}` }));
	await workbook.runInSteps(addControls, { rows }, goOn);
	const heard: number[] = [];
	workbook.controls.subscribe((ids) => heard.push(ids.size));
	const seen: number[] = [];
	const pause = (fraction: number) => {
		expect(heard).toEqual([]);
		seen.push(fraction);
		return Promise.resolve();
	};
	expect(await workbook.undoInSteps(pause)).toMatchObject({ kind: 'done' });
	expect(seen).toEqual([0.4, 0.8]);
	expect(heard).toEqual([2_500]);
	expect(workbook.controls.all()).toEqual([]);
	await workbook.redoInSteps(goOn);
	expect(workbook.controls.all()).toHaveLength(2_500);
	expect(workbook.history.undoStep).toMatchObject({ label: 'Add 2,500 controls', size: 2_500 });
});
