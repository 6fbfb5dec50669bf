/** Words in a row, as in a sentence: 'a date, a tester and a procedure'; '' for none. */
export function wordList(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
