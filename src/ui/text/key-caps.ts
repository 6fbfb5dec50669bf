/** Shortcuts as people see them printed on their keyboard. */

const everywhere: Readonly<Record<string, string>> = {
	Escape: 'Esc',
	Arrow: '↑ ↓ ← →', // any of the four
	ArrowUp: '↑',
	ArrowDown: '↓',
	ArrowLeft: '←',
	ArrowRight: '→',
	PageUp: 'Page Up',
	PageDown: 'Page Down',
};

const appleCaps: Readonly<Record<string, string>> = {
	...everywhere,
	Mod: '⌘',
	Alt: '⌥',
	Shift: '⇧',
	Ctrl: '⌃',
	Enter: '↩',
	Backspace: '⌫',
	Delete: '⌦',
};

const otherCaps: Readonly<Record<string, string>> = { ...everywhere, Mod: 'Ctrl' };

/** The key caps of a shortcut written `Mod+Shift+Z`, in the words of this machine's keyboard. */
export function keyCaps(keys: string, apple = isApple()): readonly string[] {
	const caps = apple ? appleCaps : otherCaps;
	return keys.split('+').map((key) => caps[key] ?? key);
}

/** True where the Command key is the modifier of shortcuts. */
export function isApple(): boolean {
	return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
