/** Addresses that people may open from a cell. */

export interface Address {
	readonly href: string;
	/** A message to write, not a page to open. */
	readonly isMail: boolean;
}

const opened: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);

/** Where a text leads; undefined for what is no address, and for any kind of address but these. */
export function addressOf(text: string): Address | undefined {
	const typed = text.trim();
	if (!/^[a-z]+:/i.test(typed) || /\s/.test(typed) || !URL.canParse(typed)) return undefined;
	const { protocol, href } = new URL(typed);
	return opened.has(protocol) ? { href, isMail: protocol === 'mailto:' } : undefined;
}
