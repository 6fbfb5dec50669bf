/** Where this program is served, for links to it that others open. */

export interface AppAddress {
	/** Without what follows the `#`. */
	readonly href: string;
	/** True where other computers cannot open it. */
	readonly isThisComputer: boolean;
}

/** Undefined for a copy that was opened as a file: nobody else has it at that place. */
export function addressOf(location: string): AppAddress | undefined {
	const url = new URL(location);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
	url.hash = '';
	const isThisComputer = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
	return { href: url.href, isThisComputer };
}
