import '../jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';

import { keysOfCommands, searchKeys } from '../../../src/ui/commands/key-words.ts';
import KeyboardSheet from '../../../src/ui/commands/KeyboardSheet.svelte';

const run = (): void => undefined;
const groups = keysOfCommands([
	{ id: 'undo', label: 'Undo', group: 'Changes', keys: 'Mod+Z', run },
	{ id: 'plain', label: 'Has no key', group: 'Changes', run },
	{ id: 'redo', label: 'Redo', group: 'Changes', keys: 'Mod+Y Mod+Shift+Z', run },
	{ id: 'find', label: 'Find', group: 'Search', keys: 'Mod+F', run },
]);

test('lists each group with its keys, all ways of one beside it', () => {
	render(KeyboardSheet, { groups, onclose: run });
	expect(screen.getByRole('searchbox')).toHaveFocus();
	expect(screen.getAllByRole('heading', { level: 3 }).map((h) => h.textContent)).toEqual([
		'Changes',
		'Search',
	]);
	expect(screen.queryByText('Has no key')).toBeNull();
	const redo = screen.getByText('Redo').parentElement;
	expect(redo && within(redo).getByRole('definition')).toHaveTextContent(
		/^Ctrl ?Y ?or ?Ctrl ?Shift ?Z$/,
	);
});

test('is narrowed by what a key does and by the key itself', async () => {
	render(KeyboardSheet, { groups, onclose: run });
	const user = userEvent.setup();
	await user.keyboard('shift');
	expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['Redo']);
	expect(screen.getByRole('status')).toHaveTextContent('1');
	await user.clear(screen.getByRole('searchbox'));
	await user.type(screen.getByRole('searchbox'), 'ctrl+f');
	expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['Find']);
	await user.type(screen.getByRole('searchbox'), 'zzz');
	expect(screen.getByText('No key does “ctrl+fzzz”.')).toBeVisible();
});

test('an Apple keyboard is searched by its own key caps', () => {
	const names = (typed: string) =>
		searchKeys(groups, typed, true).flatMap(({ keys }) => keys.map(({ does }) => does));
	expect(names('⌘⇧z')).toEqual(['Redo']);
	expect(names('⌘')).toEqual(['Undo', 'Redo', 'Find']);
	expect(names('ctrl')).toEqual([]);
});
