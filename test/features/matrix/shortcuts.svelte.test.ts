import { describe, expect, it } from 'vitest';
import { shortcutOf } from '../../../src/features/matrix/shortcuts.ts';

function press(init: KeyboardEventInit, target: Element = document.body) {
	const event = new KeyboardEvent('keydown', init);
	Object.defineProperty(event, 'target', { value: target });
	return shortcutOf(event);
}

describe('shortcutOf', () => {
	it('knows undo and redo as both Excel and macOS write them', () => {
		expect(press({ key: 'z', ctrlKey: true })).toBe('undo');
		expect(press({ key: 'Z', metaKey: true, shiftKey: true })).toBe('redo');
		expect(press({ key: 'y', ctrlKey: true })).toBe('redo');
		expect(press({ key: 'z' })).toBeUndefined();
		expect(press({ key: 'z', ctrlKey: true, altKey: true })).toBeUndefined();
	});

	it('leaves a field its own undo, but finds from anywhere', () => {
		const field = document.createElement('input');
		expect(press({ key: 'z', ctrlKey: true }, field)).toBeUndefined();
		expect(press({ key: 'Enter', ctrlKey: true }, field)).toBeUndefined();
		expect(press({ key: 'f', ctrlKey: true }, field)).toBe('find');
	});
});
