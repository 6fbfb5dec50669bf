/** Whether a key that was pressed is the one a command names, on any keyboard and layout. */

export type KeyPress = Pick<
	KeyboardEvent,
	'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/**
 * True where the key pressed is `keys`, written `Mod+Shift+Z`. Mod is ⌘ on an Apple keyboard, else
 * Ctrl. A sign such as `?` may need Shift or not, as the layout has it; a letter that the layout
 * writes otherwise (Я, or † with ⌥) counts by where it lies on the keyboard.
 */
export function isKeystroke(press: KeyPress, keys: string, apple: boolean): boolean {
	const parts = keys.split('+');
	const key = parts.pop() ?? '';
	const wants = (modifier: string): boolean => parts.includes(modifier);
	const mod = apple ? press.metaKey : press.ctrlKey;
	const other = apple ? press.ctrlKey : press.metaKey;
	if (mod !== wants('Mod') || other !== (apple && wants('Ctrl')) || press.altKey !== wants('Alt')) {
		return false;
	}
	if (press.shiftKey !== wants('Shift') && !isSign(key)) return false;
	return isSameKey(press, key === 'Space' ? ' ' : key);
}

function isSameKey({ key, code }: KeyPress, wanted: string): boolean {
	if (key.toLowerCase() === wanted.toLowerCase()) return true;
	const isForeign = key.length === 1 && key > '~';
	return isForeign && code === `Key${wanted.toUpperCase()}`;
}

function isSign(key: string): boolean {
	return key.length === 1 && !/[a-z]/i.test(key);
}

const textFields =
	'textarea, select, [contenteditable=""], [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"], [type="file"])';

/** What a field does with Ctrl or ⌘ itself: its own undo, clipboard, caret. */
const keysOfFields = new Set(
	'a c v x y z enter home end backspace delete arrowup arrowdown arrowleft arrowright'.split(' '),
);

/** True where someone types in a field, and the key is part of the typing. */
export function belongsToField(press: KeyPress, target: EventTarget | null): boolean {
	if (!(target instanceof Element) || !target.closest(textFields)) return false;
	if (/^F\d/.test(press.key)) return false;
	const isTyped = !press.ctrlKey && !press.metaKey;
	return isTyped || keysOfFields.has(press.key.toLowerCase());
}
