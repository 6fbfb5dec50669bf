/** How high rows will be, by the lengths of their texts, before any has been drawn and measured. */

/** Columns of one row: the text and the width of its column in CSS pixels. */
export type RowTexts = Iterable<{ readonly text: string; readonly width: number }>;

/** CSS pixels: of a line and of a letter of the grid's text, and around a cell's text. */
const [lineHeight, letterWidth, around, aside] = [18, 6.4, 11, 17];
/** A few rows tell: others are measured once they are drawn. */
const looksAt = 12;

/** The mean in CSS pixels, where a cell shows up to `lines` lines; undefined for no rows. */
export function guessHeight(rows: Iterable<RowTexts>, lines: number): number | undefined {
	let [sum, count] = [0, 0];
	for (const row of rows) {
		let most = 1;
		for (const { text, width } of row) most = Math.max(most, linesOf(text, width - aside));
		sum += Math.min(most, lines) * lineHeight + around;
		count += 1;
		if (count === looksAt) break;
	}
	return count === 0 ? undefined : sum / count;
}

function linesOf(text: string, width: number): number {
	const perLine = Math.max(1, width / letterWidth);
	return text
		.split('\n')
		.reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / perLine)), 0);
}
