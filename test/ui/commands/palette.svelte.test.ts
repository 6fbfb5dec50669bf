import '../jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';

import { CommandBoard } from '../../../src/ui/commands/command-board.svelte.ts';
import Palette from '../../../src/ui/commands/Palette.svelte';
import { RecentCommands } from '../../../src/ui/commands/recent-commands.ts';
import type { UiCommand } from '../../../src/ui/commands/ui-command.ts';

function keptIn(items = new Map<string, string>()): RecentCommands {
	return new RecentCommands({
		getItem: (key) => items.get(key) ?? null,
		setItem: (key, value) => void items.set(key, value),
	});
}

function setupPalette(recent = keptIn()) {
	const before = document.body.appendChild(document.createElement('button'));
	before.focus();
	const ran: string[] = [];
	const board = new CommandBoard();
	const command = (id: string, label: string, more: Partial<UiCommand> = {}): UiCommand => ({
		id,
		label,
		group: 'Work',
		// Says where the focus is when it runs.
		run: () => ran.push(document.activeElement === before ? id : `${id} without focus`),
		...more,
	});
	board.offer(() => [
		command('import', 'Import a spreadsheet…', { keys: 'Mod+I' }),
		command('undo', 'Undo', { unavailable: 'Nothing to undo' }),
		command('dark', 'Theme: dark', { group: 'Appearance', checked: true }),
	]);
	board.offerSearch((typed) =>
		typed === 'r-1' ? [command('row-1', 'R-1', { group: 'Rows', hint: 'Visitors sign in' })] : [],
	);
	const page = render(Palette, {
		board,
		recent,
		onclose: () => {
			page.unmount();
		},
	});
	return { ran, before, user: userEvent.setup() };
}

const field = () => screen.getByRole('combobox');
const lines = () => screen.getAllByRole('option').map((line) => line.textContent.trim());

function pointedAt(): string | undefined {
	const id = field().getAttribute('aria-activedescendant') ?? '';
	const line = document.getElementById(id);
	expect(line).toHaveAttribute('aria-selected', 'true');
	return line?.textContent.trim();
}

test('begins in the field, with everything in its groups, keys and reasons', () => {
	setupPalette();
	expect(field()).toHaveFocus();
	const work = within(screen.getByRole('group', { name: 'Work' }));
	expect(work.getByRole('option', { name: /Import a spreadsheet… Ctrl ?I/ })).toBeVisible();
	expect(work.getByRole('option', { name: /Undo Nothing to undo/ })).toHaveAttribute(
		'aria-disabled',
		'true',
	);
	expect(screen.getByRole('option', { name: /Theme: dark.*Chosen/ })).toBeVisible();
});

test('lists what answers the text, its letters marked, and says how many', async () => {
	const { user } = setupPalette();
	await user.keyboard('spread');
	expect(lines()).toHaveLength(1);
	expect(screen.getByRole('option').querySelector('mark')).toHaveTextContent('spread');
	expect(screen.getByRole('status')).toHaveTextContent('1 result');
	await user.keyboard('xyz');
	expect(screen.getByText('Nothing is called “spreadxyz”.')).toBeVisible();
});

test('walks round with the arrow keys and runs with focus back where it was', async () => {
	const { user, ran } = setupPalette();
	expect(pointedAt()).toContain('Import');
	await user.keyboard('{ArrowUp}');
	expect(pointedAt()).toContain('Theme');
	await user.keyboard('{ArrowDown}{Enter}');
	expect(ran).toEqual(['import']);
	expect(screen.queryByRole('dialog')).toBeNull();
});

test('stays open on what cannot be done now', async () => {
	const { user, ran } = setupPalette();
	await user.keyboard('undo{Enter}');
	expect(ran).toEqual([]);
	expect(field()).toHaveFocus();
});

test('finds records, and takes the one that is clicked', async () => {
	const { user, ran } = setupPalette();
	await user.keyboard('r-1');
	await user.click(screen.getByRole('option', { name: /R-1 Visitors sign in/ }));
	expect(ran).toEqual(['row-1']);
});

test('Escape closes it with focus where it was', async () => {
	const { before } = setupPalette();
	// jsdom sends no cancel event for Escape.
	screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
	await Promise.resolve();
	expect(screen.queryByRole('dialog')).toBeNull();
	expect(before).toHaveFocus();
});

test('what was chosen last comes first on the next visit', async () => {
	const kept = new Map<string, string>();
	const { user } = setupPalette(keptIn(kept));
	await user.keyboard('dark{Enter}');
	setupPalette(keptIn(kept));
	const recent = within(screen.getByRole('group', { name: 'Recent' }));
	expect(recent.getByRole('option')).toHaveTextContent('Theme: dark');
	expect(lines()[0]).toContain('Theme: dark');
	expect(lines().filter((line) => line.includes('Theme'))).toHaveLength(1);
});
