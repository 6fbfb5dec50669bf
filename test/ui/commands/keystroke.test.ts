import { expect, test } from 'vitest';

import { isKeystroke, type KeyPress } from '../../../src/ui/commands/keystroke.ts';

function press(key: string, held = '', code = ''): KeyPress {
	return {
		key,
		code,
		ctrlKey: held.includes('ctrl'),
		metaKey: held.includes('meta'),
		altKey: held.includes('alt'),
		shiftKey: held.includes('shift'),
	};
}

const onPc = (pressed: KeyPress, keys: string): boolean => isKeystroke(pressed, keys, false);
const onMac = (pressed: KeyPress, keys: string): boolean => isKeystroke(pressed, keys, true);

test('Mod is Ctrl, and on an Apple keyboard the Command key', () => {
	expect(onPc(press('k', 'ctrl'), 'Mod+K')).toBe(true);
	expect(onPc(press('k', 'meta'), 'Mod+K')).toBe(false);
	expect(onMac(press('k', 'meta'), 'Mod+K')).toBe(true);
	// Ctrl+K deletes to the end of the line there.
	expect(onMac(press('k', 'ctrl'), 'Mod+K')).toBe(false);
	expect(onMac(press('Tab', 'ctrl'), 'Ctrl+Tab')).toBe(true);
});

test('each modifier counts', () => {
	expect(onPc(press('Z', 'ctrl shift'), 'Mod+Shift+Z')).toBe(true);
	expect(onPc(press('Z', 'ctrl shift'), 'Mod+Z')).toBe(false);
	expect(onPc(press('z', 'ctrl alt'), 'Mod+Z')).toBe(false);
	expect(onPc(press('F6', 'shift'), 'Shift+F6')).toBe(true);
	expect(onPc(press('F6', 'shift'), 'F6')).toBe(false);
	expect(onPc(press(' ', 'shift'), 'Shift+Space')).toBe(true);
});

test('a sign counts with or without the Shift that its layout needs', () => {
	expect(onPc(press('?', 'shift'), '?')).toBe(true);
	expect(onPc(press('?'), '?')).toBe(true);
	expect(onPc(press('/', 'ctrl shift'), 'Mod+/')).toBe(true);
	expect(onPc(press('/'), '?')).toBe(false);
});

test('a letter of another script counts by where it lies on the keyboard', () => {
	expect(onPc(press('я', 'ctrl', 'KeyZ'), 'Mod+Z')).toBe(true);
	expect(onMac(press('†', 'alt', 'KeyT'), 'Alt+T')).toBe(true);
	// A Latin letter counts by what it says: Z lies where Y is on a German keyboard.
	expect(onPc(press('z', 'ctrl', 'KeyY'), 'Mod+Y')).toBe(false);
});
