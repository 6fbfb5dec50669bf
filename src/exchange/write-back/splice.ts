/** Replaces stretches of a text and leaves every other character where it was. */

export interface Patch {
	/** Offsets in the text as it was; equal ones insert. */
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** The text with all patches made; those at one place stand in the order given. They never overlap. */
export function splice(text: string, patches: readonly Patch[]): string {
	const ordered = [...patches].sort((a, b) => a.start - b.start || a.end - b.end);
	const pieces: string[] = [];
	let at = 0;
	for (const patch of ordered) {
		if (patch.start < at) throw new Error(`Two changes meet at offset ${patch.start}`);
		pieces.push(text.slice(at, patch.start), patch.text);
		at = patch.end;
	}
	pieces.push(text.slice(at));
	return pieces.join('');
}
