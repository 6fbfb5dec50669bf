import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { tellOvertaken } from '../../src/app/tell-overtaken.ts';
import { LiveWorkbook } from '../../src/live/live-workbook.svelte.ts';
import { ToastQueue } from '../../src/ui/feedback/toast-queue.svelte.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { Workbook } from '../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';
import { countingIds, fixedClock } from '../support/fixed.ts';

it('says whose change took the place of mine, and puts mine back in one step', () => {
	const mine = aWorkbook();
	const control = aControl(mine, { controlId: 'AC-1' });
	const toasts = new ToastQueue();
	const stop = tellOvertaken(new LiveWorkbook(mine), toasts);
	const set = (workbook: Workbook, value: string) =>
		done(workbook, editControls, { edits: [{ control: control.id, column: 'owner', value }] });
	set(mine, 'Ana');
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine.doc));
	const actor = () => ({ device: 'theirs', name: 'Priya' });
	set(new Workbook(doc, { ids: countingIds('p'), clock: fixedClock(), actor }), 'Ben');
	Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(doc));

	const [toast] = toasts.toasts;
	expect(toast?.text).toBe('Priya changed Owner of AC-1 after you, from “Ana” to “Ben”.');
	toast?.action?.run();
	expect(mine.controls.get(control.id)?.owner).toBe('Ana');
	stop();
	set(mine, 'Cleo');
	Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(doc));
	expect(toasts.toasts).toHaveLength(1);
});
