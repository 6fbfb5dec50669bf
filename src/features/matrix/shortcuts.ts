/** The keys that work anywhere in the matrix, whatever has focus. */

export type Shortcut = 'find' | 'undo' | 'redo' | 'open';

type KeyPress = Pick<
	KeyboardEvent,
	'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'
>;

/** What a key asks for; undefined where it is none of the matrix's. */
export function shortcutOf({
	key,
	ctrlKey,
	metaKey,
	altKey,
	shiftKey,
	target,
}: KeyPress): Shortcut | undefined {
	if (!(ctrlKey || metaKey) || altKey) return undefined;
	const letter = key.toLowerCase();
	// The browser's own search knows only the rows that are drawn.
	if (letter === 'f' && !shiftKey) return 'find';
	if (isTyping(target)) return undefined;
	if (letter === 'z') return shiftKey ? 'redo' : 'undo';
	if (letter === 'y') return 'redo';
	return letter === 'enter' ? 'open' : undefined;
}

/** Fields have an undo of their own while someone types in them. */
function isTyping(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}
