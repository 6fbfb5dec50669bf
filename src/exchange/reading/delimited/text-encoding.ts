/**
 * Finds out how the characters of a text file are written: byte order mark, zero bytes of UTF-16,
 * valid UTF-8, else the legacy code page whose reading looks most like words.
 */
import { legacyText } from './legacy-text.ts';

export interface DecodedText {
	readonly text: string;
	/** The encoding's usual name. */
	readonly encoding: string;
	/** True where the bytes do not prove the encoding. */
	readonly guessed: boolean;
}

/** The text of `bytes`; undefined where they are no text. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
	const [a, b, c] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) return decoded(bytes, 'utf-8', 'UTF-8');
	if (a === 0xff && b === 0xfe) return decoded(bytes, 'utf-16le', 'UTF-16');
	if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be', 'UTF-16');
	const wide = unmarkedUtf16(bytes);
	if (wide) return decoded(bytes, wide, 'UTF-16');
	if (isBinary(bytes)) return undefined;
	return strictUtf8(bytes) ?? damagedUtf8(bytes) ?? legacyText(bytes);
}

function decoded(bytes: Uint8Array, label: string, encoding: string): DecodedText {
	return { text: new TextDecoder(label).decode(bytes), encoding, guessed: false };
}

const sampleLength = 2 ** 16;

/** Latin text in UTF-16 has a zero in every other byte: even ones in big endian. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	const length = Math.min(bytes.length, sampleLength) & ~1;
	if (length < 4) return undefined;
	let even = 0;
	let odd = 0;
	for (let at = 0; at < length; at += 2) {
		if (bytes[at] === 0) even += 1;
		if (bytes[at + 1] === 0) odd += 1;
	}
	const units = length / 2;
	if (odd > units * 0.6 && even < units * 0.05) return 'utf-16le';
	if (even > units * 0.6 && odd < units * 0.05) return 'utf-16be';
	return undefined;
}

/** Text holds no zero bytes and hardly any control characters. */
function isBinary(bytes: Uint8Array): boolean {
	const length = Math.min(bytes.length, sampleLength);
	let controls = 0;
	for (let at = 0; at < length; at += 1) {
		const byte = bytes[at] ?? 0;
		if (byte === 0) return true;
		if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27)
			controls += 1;
	}
	return controls > length / 100;
}

function strictUtf8(bytes: Uint8Array): DecodedText | undefined {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return { text, encoding: 'UTF-8', guessed: false };
	} catch {
		// Not UTF-8: the caller goes on to the legacy code pages.
		return undefined;
	}
}

/** UTF-8 with a few bytes spoilt, as when two files were joined: still better than a code page. */
function damagedUtf8(bytes: Uint8Array): DecodedText | undefined {
	const text = new TextDecoder().decode(bytes);
	const spoilt = text.match(/\uFFFD/g)?.length ?? 0;
	const sound = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
	return spoilt * 4 < sound ? { text, encoding: 'UTF-8', guessed: true } : undefined;
}
