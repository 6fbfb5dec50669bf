/**
 * What the keys of a grid do, in words, for the keyboard sheet. A test holds that the grid answers to
 * each of them (`grid-keys.ts`).
 */
import type { KeyGroup } from '../../commands/key-words.ts';

export const movingKeys: KeyGroup = {
	name: 'Move about the grid',
	keys: [
		{ does: 'Next cell that way', keys: 'Arrow' },
		{ does: 'Next cell, cell before', keys: 'Tab Shift+Tab' },
		{ does: 'Cell above; within a selection, the one before', keys: 'Shift+Enter' },
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
		{ does: 'Only the active cell again; Tab then leaves the grid', keys: 'Escape' },
	],
};

export const changingKeys: KeyGroup = {
	name: 'Change cells',
	keys: [
		{ does: 'Edit the cell, caret at the end', keys: 'F2' },
		{ does: 'Edit the cell; within a selection, go to the next', keys: 'Enter' },
		{ does: 'Open the list of the cell', keys: 'Alt+ArrowDown' },
		{ does: 'Open the menu of the cell’s column', keys: 'Alt+Shift+ArrowDown' },
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

export const headKeys: KeyGroup = {
	name: 'On the head of a column',
	keys: [
		{ does: 'Sort by this column alone', keys: 'Enter' },
		{ does: 'Sort by this column as well', keys: 'Shift+Enter' },
		{ does: 'Menu of the column', keys: 'Alt+ArrowDown' },
		{ does: 'Narrower or wider', keys: 'Alt+ArrowLeft Alt+ArrowRight' },
		{ does: 'Move the column', keys: 'Alt+Shift+ArrowLeft Alt+Shift+ArrowRight' },
	],
};

export const groupKeys: KeyGroup = {
	name: 'Groups of rows',
	keys: [
		{ does: 'On the head of a group: close or open it', keys: 'Enter Space' },
		{ does: 'On the head of a group: close it, open it', keys: 'ArrowLeft ArrowRight' },
		{
			does: 'The group of the active cell: close it, open it',
			keys: 'Alt+Shift+ArrowLeft Alt+Shift+ArrowRight',
		},
	],
};

/** Those that the browser or the editor of a cell answers, not the grid. */
export const nativeKeys: KeyGroup = {
	name: 'Clipboard and text',
	keys: [
		{ does: 'Copy the selected cells', keys: 'Mod+C' },
		{ does: 'Cut the selected cells', keys: 'Mod+X' },
		{ does: 'Paste', keys: 'Mod+V' },
		{ does: 'New line while editing', keys: 'Alt+Enter' },
		{ does: 'Menu of the cell', keys: 'Shift+F10' },
	],
};

export const gridKeyGroups: readonly KeyGroup[] = [
	movingKeys,
	selectingKeys,
	changingKeys,
	editingKeys,
	nativeKeys,
	headKeys,
	groupKeys,
];
