/** Regular English endings, enough to recognise the words of control descriptions. */

/** review → reviews; policy → policies; patch → patches. Nouns in the plural, verbs with he or she. */
export function withS(word: string): string {
	if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
	return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** sign → signed; approve → approved; log → logged; file → filed; notify → notified. */
export function withEd(word: string): string {
	if (word.endsWith('e')) return `${word}d`;
	if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ied`;
	return /^[^aeiou]*[aeiou][bdglmnpt]$/.test(word) ? `${word}${word.slice(-1)}ed` : `${word}ed`;
}
