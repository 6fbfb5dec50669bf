import { afterEach, expect, test } from 'vitest';

import { CommandBoard } from '../../../src/ui/commands/command-board.svelte.ts';
import { commandMenu } from '../../../src/ui/commands/command-menu.ts';
import type { UiCommand } from '../../../src/ui/commands/ui-command.ts';

const ran: string[] = [];

function command(id: string, more: Partial<UiCommand> = {}): UiCommand {
	return { id, label: `The ${id}`, group: 'Some', run: () => ran.push(id), ...more };
}

function boardOf(...commands: UiCommand[]): CommandBoard {
	const board = new CommandBoard();
	board.offer(() => commands);
	return board;
}

/** Presses a key on an element of the page; true where the board took it. */
function press(board: CommandBoard, key: string, init: KeyboardEventInit = {}, on = 'div') {
	const target = document.body.appendChild(document.createElement(on));
	let taken = false;
	target.addEventListener('keydown', (event) => (taken = board.press(event, false)));
	target.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...init }));
	return taken;
}

afterEach(() => {
	document.body.replaceChildren();
	ran.length = 0;
});

test('a key runs the command that names it, by any of its ways', () => {
	const board = boardOf(command('redo', { keys: 'Mod+Y Mod+Shift+Z' }));
	expect(press(board, 'y', { ctrlKey: true })).toBe(true);
	expect(press(board, 'Z', { ctrlKey: true, shiftKey: true })).toBe(true);
	expect(press(board, 'y')).toBe(false);
	expect(ran).toEqual(['redo', 'redo']);
	expect(board.keysOf('redo')).toBe('Mod+Y');
});

test('what was offered later has the key while it is offered', () => {
	const board = boardOf(command('general', { keys: 'Mod+E' }));
	const withdraw = board.offer(() => [command('particular', { keys: 'Mod+E' })]);
	press(board, 'e', { ctrlKey: true });
	withdraw();
	press(board, 'e', { ctrlKey: true });
	expect(ran).toEqual(['particular', 'general']);
});

test('what was offered later stands for a command of the same id', () => {
	const board = boardOf(command('export', { label: 'Export all' }), command('undo'));
	const withdraw = board.offer(() => [command('export', { label: 'Export what is shown' })]);
	expect(board.all.map(({ label }) => label)).toEqual(['Export what is shown', 'The undo']);
	withdraw();
	expect(board.all.map(({ label }) => label)).toEqual(['Export all', 'The undo']);
});

test('a list is read anew each time, outside of any effect as well', () => {
	const board = new CommandBoard();
	let label = 'Undo edit of owner';
	board.offer(() => [command('undo', { label })]);
	expect(board.find('undo')?.label).toBe('Undo edit of owner');
	label = 'Undo edit of title';
	expect(board.find('undo')?.label).toBe('Undo edit of title');
});

test('a command that is not available keeps its key and does nothing', () => {
	const board = boardOf(command('undo', { keys: 'Mod+Z', unavailable: 'Nothing to undo' }));
	expect(press(board, 'z', { ctrlKey: true })).toBe(true);
	board.give('undo');
	expect(ran).toEqual([]);
});

test('in a field, plain keys and the keys of editing stay the field’s', () => {
	const board = boardOf(
		command('sheet', { keys: '?' }),
		command('undo', { keys: 'Mod+Z' }),
		command('palette', { keys: 'Mod+K' }),
		command('region', { keys: 'F6' }),
	);
	for (const field of ['input', 'textarea', 'select']) {
		expect(press(board, '?', {}, field)).toBe(false);
		expect(press(board, 'z', { ctrlKey: true }, field)).toBe(false);
		expect(press(board, 'k', { ctrlKey: true }, field)).toBe(true);
		expect(press(board, 'F6', {}, field)).toBe(true);
	}
	expect(press(board, '?')).toBe(true);
	expect(press(board, 'z', { ctrlKey: true })).toBe(true);
});

test('nothing runs under an open dialog, nor by a key that something has used', () => {
	const board = boardOf(command('palette', { keys: 'Mod+K' }));
	const used = new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true });
	used.preventDefault();
	expect(board.press(used, false)).toBe(false);
	document.body.append(Object.assign(document.createElement('dialog'), { open: true }));
	expect(press(board, 'k', { ctrlKey: true })).toBe(false);
	expect(ran).toEqual([]);
});

test('searches of all places are asked, until they are withdrawn', () => {
	const board = new CommandBoard();
	const withdraw = board.offerSearch((text) => [command(`found-${text}`)]);
	board.offerSearch(() => [command('other')]);
	expect(board.search('x').map(({ id }) => id)).toEqual(['found-x', 'other']);
	withdraw();
	expect(board.search('x').map(({ id }) => id)).toEqual(['other']);
});

test('a menu shows what is offered, in its groups, with the keys that run it', () => {
	const board = boardOf(
		command('undo', { keys: 'Mod+Z', unavailable: 'Nothing to undo' }),
		command('export', { keys: 'Mod+E Alt+E' }),
	);
	const items = commandMenu(board, [['export', 'gone'], ['undo']]);
	expect(
		items.map(({ key, shortcut, disabled, separated }) => [key, shortcut, disabled, separated]),
	).toEqual([
		['export', 'Mod+E', false, false],
		['undo', 'Mod+Z', true, true],
	]);
	items[0]?.onselect();
	expect(ran).toEqual(['export']);
});
