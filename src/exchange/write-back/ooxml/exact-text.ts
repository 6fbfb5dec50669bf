/**
 * XML parts as text and back again, only where every byte survives the way: a part that holds bytes
 * its encoding does not know would come back with other characters in cells nobody touched.
 */
import { decodeXml } from '../../reading/ooxml/xml-text.ts';

/** Text and the way back to bytes; undefined where the bytes would not come back the same. */
export interface ExactText {
	readonly text: string;
	encode(text: string): Uint8Array;
}

const utf8Mark = [0xef, 0xbb, 0xbf];

/** `bytes` are those of an XML part without a document type. */
export function exactText(bytes: Uint8Array): ExactText | undefined {
	const text = decodeXml(bytes);
	if (text === undefined) return undefined;
	const encode = encoderLike(bytes);
	return same(encode(text), bytes) ? { text, encode } : undefined;
}

/** UTF-16 and UTF-8, with a byte order mark where the part has one. */
function encoderLike(bytes: Uint8Array): (text: string) => Uint8Array {
	const [a, b] = bytes;
	const marked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
	if (marked || a === 0 || b === 0) {
		const little = a === 0xff || b === 0;
		return (text) => encodeUtf16(marked ? `\ufeff${text}` : text, little);
	}
	const mark = utf8Mark.every((byte, at) => bytes[at] === byte) ? '\ufeff' : '';
	return (text) => new TextEncoder().encode(mark + text);
}

function encodeUtf16(text: string, little: boolean): Uint8Array {
	const bytes = new Uint8Array(2 * text.length);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), little);
	return bytes;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
	if (a.length !== b.length) return false;
	for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
	return true;
}
