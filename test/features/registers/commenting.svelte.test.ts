/** What a review asks of a register: comments and suggestions offered, the active cell told, others followed. */
import { screen, waitFor, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { MarksByRow } from '../../../src/ui/grid/marks/marks-by-row.svelte.ts';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aWorkbook, done } from '../../support/a-workbook.ts';
import { renderMatrix } from './render-register.ts';

function three(): { workbook: Workbook; ids: readonly string[] } {
	const workbook = aWorkbook();
	done(workbook, addControls, {
		rows: ['AC-1', 'AC-2', 'AC-3'].map((controlId) => ({ controlId, owner: 'Ana' })),
	});
	return { workbook, ids: workbook.controls.all().map(({ id }) => id) };
}

const menuWords = (): string[] =>
	screen.getAllByRole('menuitem').map((item) => item.textContent.trim());

describe('comments and suggestions', () => {
	it('are asked for by key about the active cell, and about the record at its head', async () => {
		const { workbook, ids } = three();
		const oncomment = vi.fn<(record: string, field: string | undefined) => void>();
		const { user, cell } = renderMatrix(workbook, { oncomment });
		await user.click(cell(1, 'Owner'));
		await user.keyboard('{Control>}{Alt>}m{/Alt}{/Control}');
		await user.keyboard('{Shift>}{F2}{/Shift}');
		expect(screen.queryByRole('textbox', { name: 'Owner' })).toBeNull();
		await user.click(within(cell(2, 'Owner').parentElement!).getByRole('rowheader'));
		await user.keyboard('{Shift>}{F2}{/Shift}');
		expect(oncomment.mock.calls).toEqual([
			[ids[1], 'owner'],
			[ids[1], 'owner'],
			[ids[2], undefined],
		]);
	});

	it('stand in the menu of a cell', async () => {
		const { workbook, ids } = three();
		const onsuggest = vi.fn<(record: string, field: string) => void>();
		const { user, cell } = renderMatrix(workbook, { oncomment: () => undefined, onsuggest });
		await user.pointer({ keys: '[MouseRight]', target: cell(0, 'Owner') });
		expect(menuWords().join()).toContain('Comment on this cell…');
		await user.click(screen.getByRole('menuitem', { name: 'Suggest a value…' }));
		expect(onsuggest.mock.calls).toEqual([[ids[0], 'owner']]);
	});

	it('stand in the menu of a row, about the record; a value is suggested for cells only', async () => {
		const { workbook } = three();
		const give = { oncomment: () => undefined, onsuggest: () => undefined };
		const { user, cell } = renderMatrix(workbook, give);
		const head = within(cell(1, 'Owner').parentElement!).getByRole('rowheader');
		await user.pointer({ keys: '[MouseRight]', target: head });
		const words = menuWords().join();
		expect(words).toContain('Comment on AC-2…');
		expect(words).not.toContain('Suggest a value…');
	});

	it('are not offered where the app takes none', async () => {
		const { workbook } = three();
		const { user, cell, commands } = renderMatrix(workbook);
		await user.pointer({ keys: '[MouseRight]', target: cell(0, 'Owner') });
		expect(menuWords().join()).not.toMatch(/comment|suggest/i);
		expect(commands.find('comment')).toBeUndefined();
	});

	it('are opened from their mark on a cell', async () => {
		const { workbook, ids } = three();
		const oncomment = vi.fn<(record: string, field: string | undefined) => void>();
		const marks = new MarksByRow();
		marks.showNotes([{ rowId: ids[1]!, columnKey: 'owner', threads: 2, suggestions: 0 }]);
		const { user, cell } = renderMatrix(workbook, { oncomment, marks });
		expect(cell(1, 'Owner')).toHaveTextContent('2 open threads');
		await user.click(cell(1, 'Owner').querySelector('[data-note]')!);
		expect(oncomment.mock.calls).toEqual([[ids[1], 'owner']]);
	});
});

it('the active cell is told once a frame, the last one only', async () => {
	const { workbook, ids } = three();
	const onactive = vi.fn<(record: string, field: string | undefined) => void>();
	const { user, cell } = renderMatrix(workbook, { onactive });
	await waitFor(() => expect(onactive.mock.calls).toEqual([[ids[0], 'controlId']]));
	await user.click(cell(1, 'Owner'));
	await waitFor(() => expect(onactive).toHaveBeenLastCalledWith(ids[1], 'owner'));
	onactive.mockClear();
	// Without a pause, as keys come while the page is busy.
	for (const key of ['ArrowDown', 'ArrowUp', 'ArrowDown']) {
		const press = new KeyboardEvent('keydown', { key, bubbles: true });
		flushSync(() => cell(1, 'Owner').dispatchEvent(press));
	}
	await waitFor(() => expect(onactive.mock.calls).toEqual([[ids[2], 'owner']]));
});

it('a cell that is followed is shown without focus or the active cell going there', async () => {
	const workbook = aWorkbook();
	const rows = Array.from({ length: 80 }, (_, at) => ({ controlId: `AC-${at + 1}` }));
	done(workbook, addControls, { rows });
	const ids = workbook.controls.all().map(({ id }) => id);
	const { user, cell, give } = renderMatrix(workbook);
	await user.click(cell(0, 'Owner'));
	await give({ followed: { record: ids[70]!, field: 'owner' } });
	expect(await screen.findByText('AC-71', {}, { timeout: 3000 })).toBeVisible();
	expect(screen.queryByText('AC-40')).toBeNull();
	expect(document.activeElement).toHaveAttribute('data-active');
	expect(document.activeElement?.closest('[data-index]')).toHaveAttribute('data-index', '0');
});

it('a register that is read-only says why, once, and offers no change', async () => {
	const { workbook } = three();
	const { user, cell, toasts, commands } = renderMatrix(workbook, {
		readOnly: 'You may read and comment here.',
	});
	await user.click(cell(0, 'Owner'));
	await user.keyboard('B{F2}{Delete}');
	expect(cell(0, 'Owner')).toHaveTextContent('Ana');
	expect(toasts.toasts.map(({ text }) => text)).toEqual(['You may read and comment here.']);
	expect(commands.find('retire-records')?.unavailable).toBe('You may read and comment here.');
	expect(commands.find('find')?.unavailable).toBeUndefined();
});
