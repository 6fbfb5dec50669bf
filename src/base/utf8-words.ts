/**
 * Decodes UTF-8 of which very much is short and repeats, as the keys and terms of stored records do:
 * a call into the browser's decoder costs more than such a word, and a known word needs no new
 * string. Everything else goes to the given decoder.
 */

/** Longer texts are cheaper in the browser's own decoder. */
const longestWord = 24;
/** Words that are remembered, by their hash; a power of two. */
const slots = 8_192;

/**
 * A function with the very results of `decode` and, where it throws, its errors. `decode` has to
 * keep ASCII as it is.
 */
export function withShortWords(
	decode: (bytes: Uint8Array) => string,
): (bytes: Uint8Array) => string {
	const words = new Array<string>(slots).fill('');
	return (bytes) => {
		const { length } = bytes;
		if (length > longestWord) return decode(bytes);
		let hash = length;
		for (let i = 0; i < length; i += 1) {
			const byte = bytes[i]!;
			if (byte > 0x7f) return decode(bytes);
			hash = (Math.imul(hash, 31) + byte) | 0;
		}
		const slot = (hash ^ (hash >>> 13)) & (slots - 1);
		const known = words[slot]!;
		if (isWord(known, bytes)) return known;
		const word = String.fromCharCode.apply(undefined, bytes as unknown as number[]);
		words[slot] = word;
		return word;
	};
}

function isWord(word: string, bytes: Uint8Array): boolean {
	if (word.length !== bytes.length) return false;
	for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) !== bytes[i]) return false;
	return true;
}
