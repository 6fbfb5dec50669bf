/** Lower-case text of the same length, so that a place found in it is a place in the original. */
export function foldCase(text: string): string {
	const lower = text.toLowerCase();
	if (lower.length === text.length) return lower;
	// A few letters grow when lowered (İ); they stay as they are.
	return Array.from(text, (letter) => {
		const folded = letter.toLowerCase();
		return folded.length === letter.length ? folded : letter;
	}).join('');
}
