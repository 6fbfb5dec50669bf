/** From bytes and markup to characters: encodings of XML parts, references, OOXML escapes. */

import { decodeWindows1252 } from '../windows-1252.ts';

/**
 * Decodes an XML part by its byte order mark, else by the encoding its declaration names, else as
 * UTF-8 (XML 1.0, appendix F). Undefined where the encoding is unknown.
 */
export function decodeXml(bytes: Uint8Array): string | undefined {
	const label = markedEncoding(bytes) ?? declaredEncoding(bytes);
	try {
		return western.test(label) ? decodeWindows1252(bytes) : new TextDecoder(label).decode(bytes);
	} catch {
		// An encoding label the platform does not know; the caller names the part.
		return undefined;
	}
}

/** Labels that browsers read as Windows-1252 (WHATWG Encoding, 4.2). */
const western = /^(?:windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii)$/i;

function markedEncoding([a, b, c, d]: Uint8Array): string | undefined {
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
	if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be';
	return undefined;
}

function declaredEncoding(bytes: Uint8Array): string {
	const head = String.fromCharCode(...bytes.subarray(0, 120));
	const label = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
	// Readable as ASCII up to here, so whatever the declaration claims it is not UTF-16.
	return /^utf-?16/i.test(label) ? 'utf-8' : label;
}

const named = new Map([
	['lt', '<'],
	['gt', '>'],
	['amp', '&'],
	['quot', '"'],
	['apos', "'"],
]);

/** The text of element content that holds no tags: references resolved, CDATA as it stands. */
export function decodeContent(content: string): string {
	if (!content.includes('<')) return decodeReferences(content);
	return content
		.split(/(<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->|<\?[^]*?\?>)/)
		.map((piece, at) => {
			if (at % 2 === 0) return decodeReferences(piece);
			return piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : '';
		})
		.join('');
}

/** Resolves the five named and the numeric character references; others stay as they are. */
export function decodeReferences(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(
		/&(?:#(\d{1,8})|#[xX]([\da-fA-F]{1,8})|(\w{2,4}));/g,
		(all, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return named.get(name) ?? all;
			return character(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal));
		},
	);
}

/** Resolves `_xHHHH_`, the way OOXML writes characters XML cannot hold (ECMA-376 part 1, 22.4.2.4). */
export function decodeEscapes(text: string): string {
	if (!text.includes('_x')) return text;
	return text.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) =>
		String.fromCharCode(parseInt(hex, 16)),
	);
}

/** Line breaks as one `\n`, whatever the writer used. */
export function normalizeLineBreaks(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function character(code: number): string {
	const exists = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
	return exists ? String.fromCodePoint(code) : '\uFFFD';
}
