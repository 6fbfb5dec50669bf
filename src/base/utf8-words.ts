/**
 * Decodes UTF-8 of which very much is short and repeats, as the keys and terms of stored records do:
 * a call into the browser's decoder costs more than such a word, and a known word needs no new
 * string. Everything else goes to the given decoder.
 */

/** Bytes: four 32-bit numbers hold a word whole. Longer texts cost less in the browser's decoder. */
const longestWord = 16;
/** Words that are remembered; a power of two. */
const slots = 8_192;
const beyondAscii = 0x80808080;

/**
 * A function with the very results of `decode` and, where it throws, its errors. `decode` has to
 * keep ASCII as it is.
 */
export function withShortWords(
	decode: (bytes: Uint8Array) => string,
): (bytes: Uint8Array) => string {
	const words = new Array<string>(slots).fill('');
	const packed = new Int32Array(slots * 4);
	return (bytes) => {
		const { length } = bytes;
		if (length > longestWord) return decode(bytes);
		const [a, b] = [packFour(bytes, 0), packFour(bytes, 4)];
		const [c, d] = [packFour(bytes, 8), packFour(bytes, 12)];
		if ((a | b | c | d) & beyondAscii) return decode(bytes);
		const slot = slotOf(a, b, c, d);
		const at = slot * 4;
		const known = words[slot]!;
		// The length tells 'a' from 'a' after a zero byte.
		const isKnown =
			packed[at] === a && packed[at + 1] === b && packed[at + 2] === c && packed[at + 3] === d;
		if (isKnown && known.length === length) return known;
		const word = String.fromCharCode.apply(undefined, bytes as unknown as number[]);
		words[slot] = word;
		packed.set([a, b, c, d], at);
		return word;
	};
}

/** Up to four bytes from `from` on, as one number. */
function packFour(bytes: Uint8Array, from: number): number {
	const to = Math.min(from + 4, bytes.length);
	let number = 0;
	for (let i = from; i < to; i += 1) number = (number << 8) | bytes[i]!;
	return number;
}

function slotOf(a: number, b: number, c: number, d: number): number {
	let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
	hash ^= Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
	return (hash ^ (hash >>> 15)) & (slots - 1);
}
