/**
 * Keeps spreadsheet programs from running a text as a formula where the format has no types (CSV,
 * TSV): OWASP's apostrophe before the text (CWE-1236), in a form that can be taken back.
 */

/** What starts a formula or command: operators, their full-width forms, and control characters. */
const dangerous = '[=+\\-@\\t\\r\\n\\0\uff1d\uff0b\uff0d\uff20]';
const toGuard = new RegExp(`^'*${dangerous}`);
const guarded = new RegExp(`^'+${dangerous}`);
const instruction = new RegExp(`^(?:'|${dangerous})`);

/**
 * True for a text whose start a spreadsheet program takes for an instruction once the cell is
 * edited: a formula, or the apostrophe that makes the rest text and vanishes.
 */
export function startsLikeInstruction(text: string): boolean {
	return instruction.test(text);
}

/**
 * One apostrophe before a text that starts a formula, and before one that looks guarded already, so
 * that `unguard` gives every text back as it was.
 */
export function guard(text: string): string {
	return toGuard.test(text) ? `'${text}` : text;
}

/** Takes back what `guard` did: one apostrophe, where apostrophes stand before a dangerous start. */
export function unguard(text: string): string {
	return guarded.test(text) ? text.slice(1) : text;
}
