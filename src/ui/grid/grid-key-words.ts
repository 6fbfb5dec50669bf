/**
 * What the keys of a grid do, in words, for the keyboard sheet. A test holds that the grid answers to
 * each of them (`grid-keys.ts`).
 */
import type { KeyGroup } from '../commands/key-words.ts';

export const movingKeys: KeyGroup = {
	name: 'Move about the grid',
	keys: [
		{ does: 'Next cell that way', keys: 'Arrow' },
		{ does: 'Next cell, cell before', keys: 'Tab Shift+Tab' },
		{ does: 'Cell below or above; back to where Tab began', keys: 'Enter Shift+Enter' },
		{ does: 'First or last cell of the row', keys: 'Home End' },
		{ does: 'First or last cell of the grid', keys: 'Mod+Home Mod+End' },
		{ does: 'Edge of the filled cells', keys: 'Mod+Arrow' },
		{ does: 'One screen up or down', keys: 'PageUp PageDown' },
	],
};

export const selectingKeys: KeyGroup = {
	name: 'Select in the grid',
	keys: [
		{ does: 'Extend the selection; with any key that moves', keys: 'Shift+Arrow' },
		{ does: 'Everything', keys: 'Mod+A' },
		{ does: 'Whole rows', keys: 'Shift+Space' },
		{ does: 'Whole columns', keys: 'Mod+Space' },
		{ does: 'Only the active cell again', keys: 'Escape' },
	],
};

export const changingKeys: KeyGroup = {
	name: 'Change cells',
	keys: [
		{ does: 'Edit the cell, caret at the end', keys: 'F2' },
		{ does: 'Open the list of the cell', keys: 'Alt+ArrowDown' },
		{ does: 'Empty the selected cells', keys: 'Delete Backspace' },
		{ does: 'Fill down from the first row', keys: 'Mod+D' },
		{ does: 'Fill right from the first column', keys: 'Mod+R' },
	],
};

export const editingKeys: KeyGroup = {
	name: 'While editing a cell',
	keys: [
		{ does: 'Take it and go down or up', keys: 'Enter Shift+Enter' },
		{ does: 'Take it and go right or left', keys: 'Tab Shift+Tab' },
		{ does: 'Take it for every selected cell', keys: 'Mod+Enter' },
		{ does: 'Put back what was there', keys: 'Escape' },
	],
};

/** Those that the browser or the editor of a cell answers, not the grid. */
export const nativeKeys: KeyGroup = {
	name: 'Clipboard and text',
	keys: [
		{ does: 'Copy the selected cells', keys: 'Mod+C' },
		{ does: 'Cut the selected cells', keys: 'Mod+X' },
		{ does: 'Paste', keys: 'Mod+V' },
		{ does: 'New line in a cell', keys: 'Alt+Enter' },
	],
};

export const gridKeyGroups: readonly KeyGroup[] = [
	movingKeys,
	selectingKeys,
	changingKeys,
	editingKeys,
	nativeKeys,
];
