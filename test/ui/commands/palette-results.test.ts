import { expect, test } from 'vitest';

import { paletteGroups } from '../../../src/ui/commands/palette-results.ts';
import type { UiCommand } from '../../../src/ui/commands/ui-command.ts';

function command(id: string, label: string, more: Partial<UiCommand> = {}): UiCommand {
	return { id, label, group: 'Work', run: () => undefined, ...more };
}

function listed(
	typed: string,
	commands: readonly UiCommand[],
	found: readonly UiCommand[] = [],
	recent: readonly string[] = [],
): Record<string, string[]> {
	const groups = paletteGroups(commands, found, typed, recent);
	return Object.fromEntries(
		groups.map(({ name, results }) => [name, results.map(({ command }) => command.label)]),
	);
}

test('with nothing typed: what was used last, then everything as it was offered', () => {
	const commands = [
		command('export', 'Export'),
		command('dark', 'Theme: dark', { group: 'Appearance' }),
		command('import', 'Import'),
	];
	expect(listed('', commands, [], ['import', 'gone'])).toEqual({
		Recent: ['Import'],
		Work: ['Export'],
		Appearance: ['Theme: dark'],
	});
});

test('the best group comes first, and in it the best command', () => {
	const commands = [
		command('react', 'React to a comment'),
		command('activity', 'Activity', { group: 'Go to' }),
		command('last', 'Last activity', { group: 'Go to' }),
	];
	expect(Object.entries(listed('act', commands))).toEqual([
		['Go to', ['Activity', 'Last activity']],
		['Work', ['React to a comment']],
	]);
});

test('what cannot be done now comes after what can', () => {
	const commands = [
		command('undo', 'Undo', { unavailable: 'Nothing to undo' }),
		command('other', 'Show what undo would bring'),
	];
	expect(listed('undo', commands)).toEqual({ Work: ['Show what undo would bring', 'Undo'] });
});

test('with nothing typed, what cannot be done now comes last, in its group and among groups', () => {
	const commands = [
		command('redo', 'Redo', { group: 'Edit', unavailable: 'Nothing to redo' }),
		command('retire', 'Retire', { unavailable: 'Choose a control' }),
		command('add', 'Add a control'),
		command('matrix', 'Matrix', { group: 'Go to', unavailable: 'You are there' }),
		command('imports', 'Imports', { group: 'Go to' }),
	];
	expect(Object.entries(listed('', commands, [], ['retire', 'imports']))).toEqual([
		['Recent', ['Retire', 'Imports']],
		['Work', ['Add a control']],
		['Edit', ['Redo']],
		['Go to', ['Matrix']],
	]);
});

test('a record that two places find is listed once, as the first leads to it', () => {
	const first = command('r-1', 'R-1', { hint: 'in the list' });
	const second = command('r-1', 'R-1', { hint: 'in the register' });
	const groups = paletteGroups([], [first, second], 'r-1', []);
	expect(groups.flatMap(({ results }) => results.map(({ command }) => command.hint))).toEqual([
		'in the list',
	]);
});

test('the name of a group finds its commands; marks stay within label and hint', () => {
	const [group] = paletteGroups(
		[command('dark', 'Theme: dark', { group: 'Appearance', hint: 'for the night' })],
		[],
		'appear night dark',
		[],
	);
	expect(group?.results[0]).toMatchObject({
		labelMarks: [{ start: 7, end: 11 }],
		hintMarks: [{ start: 8, end: 13 }],
	});
});
