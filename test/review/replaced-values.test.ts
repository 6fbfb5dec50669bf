/** What this device saw others write over its own values: kept until it is dealt with. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Control } from '../../src/model/records/control.ts';
import { createDeviceKeys } from '../../src/review/keys/device-keys.ts';
import { ReplacedValues, replacedMarks } from '../../src/review/replaced-values.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { PeerOrigin } from '../../src/workbook/peer-origin.ts';
import { Workbook } from '../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';
import { countingIds, fixedClock } from '../support/fixed.ts';
import { ReviewShelf, reviewStoreOn } from '../support/review-store-in-memory.ts';

const now = () => '2026-11-21T10:00:00.000Z';

async function aScene() {
	const mine = aWorkbook();
	const shelf = new ReviewShelf(await createDeviceKeys(), 'review');
	const open = async (): Promise<ReplacedValues> => {
		const opened = new ReplacedValues(mine, reviewStoreOn(shelf), now);
		await opened.open();
		return opened;
	};
	const replaced = await open();
	return { mine, shelf, open, replaced, control: aControl(mine, { controlId: 'AC-1' }) };
}

/** Priya takes what there is, writes, and her change comes back. */
function priyaWrites(mine: Workbook, controls: readonly Control[], value: string): void {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine.doc));
	const actor = () => ({ device: 'theirs', name: 'Priya' });
	const ids = countingIds(`p${value}`);
	const theirs = new Workbook(doc, { ids, clock: fixedClock(), actor });
	write(theirs, controls, value);
	Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(doc), new PeerOrigin('theirs'));
}

function write(workbook: Workbook, controls: readonly Control[], value: string): void {
	const edits = controls.map(({ id }) => ({ control: id, column: 'owner' as const, value }));
	done(workbook, editControls, { edits });
}

test('both values of a cell stand there with who wrote when, after a restart too, until they are dismissed', async () => {
	const { mine, control, replaced, open, shelf } = await aScene();
	write(mine, [control], 'Ana');
	priyaWrites(mine, [control], 'Ben');
	await replaced.close();
	const [value, ...more] = replaced.all;
	expect(more).toEqual([]);
	expect(value).toMatchObject({
		...{ at: now(), by: { name: 'Priya' }, isUnseen: false },
		change: { table: 'controls', id: control.id, path: 'owner', before: 'Ana', after: 'Ben' },
	});
	const again = await open();
	expect(again.all).toEqual(replaced.all);
	await again.dismiss(again.all);
	expect(again.all).toEqual([]);
	expect(shelf.marks.get(replacedMarks)).toEqual([]);
});

test('mine is put back by one command, which can be undone', async () => {
	const { mine, control, replaced } = await aScene();
	write(mine, [control], 'Ana');
	priyaWrites(mine, [control], 'Ben');
	await replaced.open();
	expect(replaced.putBack(replaced.all)).toMatchObject({ ok: true });
	expect(mine.controls.get(control.id)?.owner).toBe('Ana');
	mine.undo();
	expect(mine.controls.get(control.id)?.owner).toBe('Ben');
});

test('nothing is said any more where mine is shown again, by whatever way', async () => {
	const { mine, control, replaced } = await aScene();
	write(mine, [control], 'Ana');
	priyaWrites(mine, [control], 'Ben');
	await replaced.open();
	expect(replaced.all).toHaveLength(1);
	priyaWrites(mine, [control], 'Ana');
	await replaced.open();
	expect(replaced.all).toEqual([]);
});

test('of a cell the newest stands there, and at most two hundred in all', async () => {
	const { mine, control, replaced } = await aScene();
	for (const turn of [1, 2]) {
		write(mine, [control], `Ana ${turn}`);
		priyaWrites(mine, [control], `Ben ${turn}`);
	}
	await replaced.open();
	expect(replaced.all.map(({ change }) => change.before)).toEqual(['Ana 2']);
	const many = Array.from({ length: 210 }, (_, at) => aControl(mine, { controlId: `B-${at}` }));
	write(mine, many, 'Ana');
	priyaWrites(mine, many, 'Ben');
	await replaced.open();
	expect(replaced.all).toHaveLength(200);
});

test('what nobody can read in the store is left out', async () => {
	const { shelf, open } = await aScene();
	shelf.marks.set(replacedMarks, [{ key: 'x', change: { table: 'nothing' } }]);
	expect((await open()).all).toEqual([]);
});
