/** Copy and cut without their keys: whoever has focus takes part in the event as it does for the keys. */

/**
 * Marked as old, and kept by every browser: the newer clipboard calls clean the HTML they write, and
 * Excel would lose leading zeros and line breaks.
 */
interface Copying {
	execCommand(command: 'copy' | 'cut'): boolean;
}

/** False where the browser does not let a page write to the clipboard. */
export function copyByMenu(deed: 'copy' | 'cut', page: Copying = document): boolean {
	return page.execCommand(deed);
}
