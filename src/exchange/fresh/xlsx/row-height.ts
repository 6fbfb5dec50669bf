/**
 * How high a row of wrapped texts must be. Excel finds that out by itself for rows without a height,
 * other programs show one line; so the height is estimated, a little generously.
 */

/** Points a line of the default font takes; Excel allows no row over 409 points. */
const lineHeight = 15;
const highest = 409;
/** Letters of the default font are narrower than the digits that widths count; words break early. */
const lettersPerDigit = 1.15;
/** Chinese, Japanese, Korean and emoji take the room of two letters. */
const wide =
	/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/gu;

/** Points for the texts of a row in columns of these widths (characters). */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
	let most = 1;
	texts.forEach((text, column) => {
		most = Math.max(most, lineCount(text, (widths[column] ?? 1) * lettersPerDigit));
	});
	return Math.min(highest, most * lineHeight);
}

function lineCount(text: string, lettersPerLine: number): number {
	if (text.length <= lettersPerLine / 2 && !text.includes('\n')) return 1;
	let count = 0;
	for (const line of text.split('\n')) {
		const letters = line.length + (line.match(wide)?.length ?? 0);
		count += Math.max(1, Math.ceil(letters / lettersPerLine));
	}
	return count;
}
