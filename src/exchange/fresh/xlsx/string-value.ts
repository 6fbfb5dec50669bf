/** Text as OOXML stores it (ST_Xstring, ECMA-376 part 1, 22.9.2.19): any text comes back as it was. */
import { escapeMarkup } from '../xml-text.ts';

/** What XML cannot hold or would change: written `_xHHHH_`. */
const special = '(?![\\t\\n\\x7f-\\x9f])[\\p{Cc}\\p{Cs}\\ufffe\\uffff]';
const escaped = new RegExp(special, 'gu');
/** An underscore that a reader would take for the start of an escape, made so here or by the text. */
const ambiguous = new RegExp(`_(?=x[\\dA-Fa-f]{4}(?:_|${special}))`, 'gu');

/** The content of a `t` element. */
export function stringValue(text: string): string {
	const plain = text.replace(ambiguous, '_x005F_').replace(escaped, escape);
	return escapeElement(plain);
}

function escape(character: string): string {
	return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** As attributes, but tabs and line feeds stand as they are. */
function escapeElement(text: string): string {
	return /[&<>]/.test(text) ? text.replace(/[&<>]/g, escapeMarkup) : text;
}

/** A `t` element, under a namespace prefix such as `x:` if any; outer blanks need `xml:space`. */
export function textElement(text: string, prefix = ''): string {
	const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
	return `<${prefix}t${space}>${stringValue(text)}</${prefix}t>`;
}
