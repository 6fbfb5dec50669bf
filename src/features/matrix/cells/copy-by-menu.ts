/**
 * Copy and cut without their keys: whoever has focus fills a clipboard event as they do for the
 * keys, and what they put there goes to the clipboard.
 */

/** False where the browser does not let a page write to the clipboard. */
export async function copyByMenu(deed: 'copy' | 'cut'): Promise<boolean> {
	const clipboardData = new DataTransfer();
	const event = new ClipboardEvent(deed, { clipboardData, bubbles: true, cancelable: true });
	document.activeElement?.dispatchEvent(event);
	const forms = clipboardData.types.map(
		(type) => [type, new Blob([clipboardData.getData(type)], { type })] as const,
	);
	if (forms.length === 0) return true;
	try {
		await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(forms))]);
		return true;
	} catch {
		// Refused by the browser or the person's settings.
		return false;
	}
}
