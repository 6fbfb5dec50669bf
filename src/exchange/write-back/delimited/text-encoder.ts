/**
 * Text back into the bytes of the encoding it came in, legacy code pages included: the platform only
 * writes UTF-8, so their tables are taken from its decoders.
 */
import { decodeWindows1252 } from '../../reading/windows-1252.ts';
import { decodeText } from '../../reading/delimited/text-encoding.ts';

/** A file's text and the way back; `encode` gives the first character that has no form there. */
export interface EncodedText {
	readonly text: string;
	/** The encoding's usual name. */
	readonly encoding: string;
	encode(text: string): Uint8Array | { readonly unknown: string };
}

/** Code pages by the first word of their usual name. */
const codePages: Readonly<Record<string, string>> = {
	'Mac Roman': 'macintosh',
	'Windows-1250': 'windows-1250',
	'Windows-1251': 'windows-1251',
	'Windows-1252': 'windows-1252',
	'Shift JIS': 'shift_jis',
	'GB 18030': 'gb18030',
};

/**
 * The text of `bytes` with a way back that gives the very same bytes for the very same text;
 * undefined where they are no text, 'damaged' where no encoding gives them back.
 */
export function encodedText(bytes: Uint8Array): EncodedText | 'damaged' | undefined {
	const decoded = decodeText(bytes);
	if (!decoded) return undefined;
	const { text, encoding } = decoded;
	const encode = encoderOf(encoding, bytes);
	const back = encode(text);
	const same = back instanceof Uint8Array && isSame(back, bytes);
	return same ? { text, encoding, encode } : 'damaged';
}

function encoderOf(encoding: string, bytes: Uint8Array): EncodedText['encode'] {
	if (encoding === 'UTF-8') {
		const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
		return (text) => new TextEncoder().encode(marked ? `\ufeff${text}` : text);
	}
	if (encoding === 'UTF-16') {
		const [a, b] = bytes;
		const marked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
		const little = marked ? a === 0xff : b === 0;
		return (text) => utf16(marked ? `\ufeff${text}` : text, little);
	}
	const page = Object.keys(codePages).find((name) => encoding.startsWith(name));
	const table = codePageTable(codePages[page ?? ''] ?? 'windows-1252');
	return (text) => byTable(text, table);
}

function utf16(text: string, little: boolean): Uint8Array {
	const bytes = new Uint8Array(2 * text.length);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), little);
	return bytes;
}

function byTable(
	text: string,
	table: ReadonlyMap<string, readonly number[]>,
): Uint8Array | { readonly unknown: string } {
	const bytes: number[] = [];
	for (const character of text) {
		const known = table.get(character);
		if (!known) return { unknown: character };
		bytes.push(...known);
	}
	return Uint8Array.from(bytes);
}

/** Characters by the one or two bytes a decoder reads them from. */
function codePageTable(label: string): ReadonlyMap<string, readonly number[]> {
	const table = new Map<string, readonly number[]>();
	const decoder = label === 'windows-1252' ? undefined : new TextDecoder(label);
	const decode = (...bytes: number[]): string => {
		const all = Uint8Array.from(bytes);
		return decoder ? decoder.decode(all) : decodeWindows1252(all);
	};
	const note = (...bytes: number[]): void => {
		const character = decode(...bytes);
		const isOne = character.length === 1 && character !== '\ufffd';
		if (isOne && !table.has(character)) table.set(character, bytes);
	};
	for (let byte = 0; byte < 256; byte += 1) note(byte);
	if (label !== 'shift_jis' && label !== 'gb18030') return table;
	for (let first = 0x81; first < 0xff; first += 1) {
		for (let second = 0x40; second < 0xff; second += 1) note(first, second);
	}
	return table;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
