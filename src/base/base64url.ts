/** Bytes as text that may stand in addresses and file names: base64url without padding (RFC 4648, 5). */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map(Array.from(alphabet, (letter, value) => [letter, value]));

export function toBase64Url(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 3) {
		const [first, second, third] = [bytes[at] ?? 0, bytes[at + 1], bytes[at + 2]];
		text += alphabet.charAt(first >> 2);
		text += alphabet.charAt(((first & 3) << 4) | ((second ?? 0) >> 4));
		if (second === undefined) break;
		text += alphabet.charAt(((second & 15) << 2) | ((third ?? 0) >> 6));
		if (third !== undefined) text += alphabet.charAt(third & 63);
	}
	return text;
}

/** The bytes, or undefined where the text is none that `toBase64Url` gives: there is one text for them. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
	const rest = text.length % 4;
	if (rest === 1) return undefined;
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let [bits, count, at] = [0, 0, 0];
	for (const letter of text) {
		const value = values.get(letter);
		if (value === undefined) return undefined;
		bits = ((bits << 6) | value) & 0xffff;
		count += 6;
		if (count < 8) continue;
		count -= 8;
		bytes[at++] = (bits >> count) & 255;
	}
	// Bits that say nothing must be zero, or two texts would mean the same bytes.
	return (bits & ((1 << count) - 1)) === 0 ? bytes : undefined;
}
