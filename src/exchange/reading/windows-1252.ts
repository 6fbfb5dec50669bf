/**
 * Windows-1252 by hand: Node 20's TextDecoder reads it as ISO 8859-1 and turns dashes, quotes and
 * the euro sign into control characters.
 */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of `bytes`, all of which stand for a character. */
export function decodeWindows1252(bytes: Uint8Array): string {
	const text = new TextDecoder('latin1').decode(bytes);
	return text.replace(/[\u0080-\u009f]/g, (control) => high.charAt(control.charCodeAt(0) - 0x80));
}
