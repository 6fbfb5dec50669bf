/** The editors of cells inside a grid, as hands use them: what each key does and what is kept. */
import '../../jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import EditorHarness from './EditorHarness.svelte';

const cells = () =>
	Array.from(document.querySelectorAll<HTMLElement>('[data-column="0"]')).slice(1);
const textOf = (row: number) => cells()[row]?.textContent.trim();

async function edit(
	props: Parameters<typeof render<typeof EditorHarness>>[1],
	...keys: string[]
): Promise<void> {
	render(EditorHarness, props);
	await userEvent.tab();
	for (const key of keys) await userEvent.keyboard(key);
}

describe('a text', () => {
	it('is edited with the caret at its end, and Alt+Enter makes a new line', async () => {
		await edit({ kind: 'text', value: 'one' }, '{F2}', '!', '{Alt>}{Enter}{/Alt}two', '{Enter}');
		expect(textOf(0)).toBe('one!\ntwo');
		expect(cells()[1]).toHaveFocus();
	});

	it('is replaced by typing and restored by Escape', async () => {
		await edit({ kind: 'text', value: 'one' }, 'new');
		expect(screen.getByRole('textbox', { name: 'Cell' })).toHaveValue('new');
		await userEvent.keyboard('{Escape}');
		expect(textOf(0)).toBe('one');
		expect(cells()[0]).toHaveFocus();
	});

	it('takes the caret where it is clicked', async () => {
		await edit({ kind: 'text', value: 'one' }, '{F2}');
		const box = screen.getByRole<HTMLTextAreaElement>('textbox');
		await userEvent.pointer({ target: box, offset: 1, keys: '[MouseLeft]' });
		await userEvent.keyboard('X{Enter}');
		expect(textOf(0)).toBe('oXne');
	});
});

describe('a date', () => {
	it.each([
		['21 Nov 2026', '2026-11-21'],
		['2026-11-21', '2026-11-21'],
		['11/21/2026', '2026-11-21'],
		['end of Q3', 'end of Q3'],
	])('typed as %s is kept as %s', async (typed, kept) => {
		await edit({ kind: 'date', value: '' }, typed, '{Enter}');
		expect(textOf(0)).toBe(kept);
	});

	it('that may be two days is kept as typed, and the person is asked which is meant', async () => {
		await edit({ kind: 'date', value: '' }, '11/12/2026', '{Enter}');
		expect(textOf(0)).toBe('11/12/2026');
		await userEvent.keyboard('11/12/2026');
		await userEvent.keyboard('{ArrowDown}{ArrowDown}');
		expect(screen.getByRole('button', { name: '12 Nov 2026' })).toHaveFocus();
		await userEvent.keyboard('{Enter}');
		expect(textOf(1)).toBe('2026-11-12');
	});

	it('is chosen in the calendar: by day, by week, by month', async () => {
		await edit({ kind: 'date', value: '2026-11-21' }, '{F2}', '{ArrowDown}');
		expect(screen.getByRole('gridcell', { name: '21 Nov 2026' })).toHaveFocus();
		await userEvent.keyboard('{ArrowDown}{ArrowRight}{PageDown}');
		expect(screen.getByText('December 2026')).toBeVisible();
		expect(screen.getByRole('gridcell', { name: '29 Dec 2026' })).toHaveFocus();
		await userEvent.keyboard('{Enter}');
		expect(textOf(0)).toBe('2026-12-29');
		expect(cells()[0]).toHaveFocus();
	});

	it('is typed on after Escape from the calendar, and restored by another', async () => {
		await edit({ kind: 'date', value: '2026-11-21' }, '{F2}', '{ArrowDown}', '{ArrowUp}');
		await userEvent.keyboard('{Escape}');
		expect(screen.getByRole('textbox', { name: 'Cell' })).toHaveFocus();
		await userEvent.keyboard('{Escape}');
		expect(textOf(0)).toBe('2026-11-21');
	});

	it('follows what is typed, and a click chooses', async () => {
		await edit({ kind: 'date', value: '' }, '2026-03-05');
		expect(screen.getByText('March 2026')).toBeVisible();
		await userEvent.click(screen.getByRole('gridcell', { name: '31 Mar 2026' }));
		expect(textOf(0)).toBe('2026-03-31');
	});
});

describe('a value of a list', () => {
	const options = ['Daily', 'Weekly', 'Monthly'].map((label) => ({
		value: label.toLowerCase(),
		label,
	}));

	it('is found by its first letters, and Enter takes it', async () => {
		await edit({ kind: 'list', value: 'daily', options }, 'mo');
		expect(screen.getByRole('option', { name: 'Monthly' })).toBeVisible();
		await userEvent.keyboard('{Enter}');
		expect(textOf(0)).toBe('monthly');
	});

	it('opens on the present one, and Escape restores it', async () => {
		await edit({ kind: 'list', value: 'weekly', options }, '{F2}');
		const chosen = screen.getByRole('option', { name: 'Weekly' });
		expect(screen.getByRole('combobox')).toHaveAttribute('aria-activedescendant', chosen.id);
		await userEvent.keyboard('{ArrowDown}{Escape}');
		expect(textOf(0)).toBe('weekly');
	});

	it('of people in use is completed, and a new one is taken as typed', async () => {
		const people = [{ value: 'Ana', label: 'Ana' }];
		await edit({ kind: 'people', value: '', options: people }, 'Ben', '{Enter}');
		expect(textOf(0)).toBe('Ben');
		await userEvent.keyboard('an');
		await userEvent.keyboard('{ArrowDown}{Enter}');
		expect(textOf(1)).toBe('Ana');
	});
});

describe('several values', () => {
	const options = [
		{ value: 'P-01', label: 'P-01', hint: 'Harbour' },
		{ value: 'P-02', label: 'P-02', hint: 'Mill' },
	];

	it('are completed by id and by label', async () => {
		await edit({ kind: 'chips', value: [], options }, 'p-01', '{Enter}');
		await userEvent.keyboard('mil{Enter}');
		await userEvent.keyboard('{Enter}');
		expect(textOf(0)).toBe('P-01, P-02');
	});

	it('open with their list where that is asked for, and Escape goes back step by step', async () => {
		const three = [...options, { value: 'P-03', label: 'P-03', hint: 'North gate' }];
		await edit({ kind: 'chips', value: ['P-01'], options: three }, '{F2}');
		expect(screen.queryByRole('listbox')).toBeNull();
		await userEvent.keyboard('{Escape}{Alt>}{ArrowDown}{/Alt}');
		expect(screen.getByRole('option', { name: 'P-02 Mill' })).toBeVisible();
		await userEvent.keyboard('{ArrowDown}{Enter}{Escape}');
		expect(screen.queryByRole('listbox')).toBeNull();
		await userEvent.keyboard('{Tab}');
		expect(textOf(0)).toBe('P-01, P-02');
	});

	it('lose the last one by Backspace', async () => {
		await edit({ kind: 'chips', value: ['P-01', 'P-02'], options }, '{F2}', '{Backspace}', '{Tab}');
		expect(textOf(0)).toBe('P-01');
	});
});
