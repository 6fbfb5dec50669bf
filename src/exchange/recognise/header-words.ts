/**
 * Turns a header text into comparable words: spreadsheets say "Control_Owner", "controlOwner",
 * "CONTROL OWNER(S)" and "$$Control_Owner" for the same thing.
 */

/** Lower-case singular words in order, accents and punctuation gone; '#' is a word. */
export function headerWords(text: string): readonly string[] {
	return text
		.replace(/\(s\)/gi, 's')
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/\u00df/g, 'ss')
		.replace(/['\u2019]s\b/g, '')
		.replace(/n\u00ba|n\u00b0|\u2116/g, ' number ')
		.replace(/#/g, ' # ')
		.replace(/[^\p{L}\p{N}#&]+/gu, ' ')
		.split(' ')
		.map(singular)
		.filter((word) => word !== '' && !fillers.has(word));
}

/** One key for equal headers, whatever their spelling. */
export function headerKey(text: string): string {
	return headerWords(text).join(' ');
}

const fillers = new Set('the of a an our your this is are or and & to'.split(' '));

function singular(word: string): string {
	if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
	if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	return word.slice(0, -1);
}
