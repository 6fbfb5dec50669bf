import { expect, test } from 'vitest';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import { stepCommands } from '../../../src/parts/records/step-commands.ts';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import { addRecords } from '../../../src/workbook/commands/records/add-records.ts';
import { aWorkbook, done } from '../../support/a-workbook.ts';

test('undo and redo say what they did, and are not available where there is nothing', () => {
	const workbook = aWorkbook();
	const live = new LiveWorkbook(workbook);
	const toasts = new ToastQueue();
	const command = (id: string) => {
		const found = stepCommands(live, toasts).find((each) => each.id === id);
		if (!found) throw new Error(`No command ${id}`);
		return found;
	};
	expect(command('undo').unavailable).toBe('Nothing to undo');
	done(workbook, addRecords, { register: 'gaps', rows: [{ title: 'No review' }] });
	expect(command('undo').label).toBe('Undo: Add a gap');
	command('undo').run();
	expect(workbook.registers.of('gaps').all()).toEqual([]);
	expect(toasts.toasts.at(-1)?.text).toBe('Undone: Add a gap');
	command('redo').run();
	expect(workbook.registers.of('gaps').all()).toHaveLength(1);
	expect(toasts.toasts.at(-1)?.text).toBe('Done again: Add a gap');
});
