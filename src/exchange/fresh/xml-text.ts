/** Text into XML 1.0: markup characters escaped, and what XML cannot hold found. */

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A character outside XML 1.0's Char production, lone surrogates included. */
export const unwritable = /(?![\t\n\r\x7f-\x9f])[\p{Cc}\p{Cs}\ufffe\uffff]/u;
const everyUnwritable = new RegExp(unwritable, 'gu');

/** Character data or an attribute's value; characters XML cannot hold become U+FFFD. */
export function xmlText(text: string): string {
	return escapeMarkup(text.replace(everyUnwritable, '\ufffd'));
}

/** Escapes markup, and the line ends and tabs that XML would change in an attribute. */
export function escapeMarkup(text: string): string {
	return /[&<>"\r\n\t]/.test(text) ? text.replace(/[&<>"\r\n\t]/g, escapeOne) : text;
}

function escapeOne(character: string): string {
	return escapes[character] ?? `&#${character.charCodeAt(0)};`;
}

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};
