/**
 * How the columns of a register go onto paper: as wide as they are read well, over as many parts as
 * that takes. Lengths are millimetres.
 */

export interface PaperColumn<Column> {
	readonly column: Column;
	readonly width: number;
}

/** What a landscape page has between its margins, the narrower of A4 and letter. */
export const pageWidth = 257;

/** Of a CSS pixel on the screen: text is smaller on paper, and lines are shorter. */
const perPixel = 0.125;
/** Of one letter at the size of the print, and of what stands around a text. */
const perLetter = 1.7;
const around = 3;
/** Longer words break. */
const longestWord = 24;
const widest = 90;

/**
 * The width of a column that is `pixels` wide on the screen and holds these texts: so much of the
 * screen's width as the texts need, but never less than their longest word.
 */
export function paperWidth(pixels: number, texts: Iterable<string>): number {
	let [word, line] = [0, 0];
	for (const text of texts) {
		line = Math.max(line, text.length);
		for (const one of text.split(/\s+/)) word = Math.max(word, one.length);
	}
	const ofWord = Math.min(word, longestWord) * perLetter + around;
	const ofLine = line * perLetter + around;
	return Math.min(widest, Math.max(Math.min(pixels * perPixel, ofLine), ofWord));
}

/** The columns of each part, in order; every part begins with the first column. */
export function paperParts<Column>(
	columns: readonly PaperColumn<Column>[],
): readonly (readonly PaperColumn<Column>[])[] {
	const [first, ...others] = columns;
	if (!first) return [];
	const parts: PaperColumn<Column>[][] = [[first]];
	let left = pageWidth - first.width;
	for (const column of others) {
		if (column.width > left && (parts.at(-1)?.length ?? 0) > 1) {
			parts.push([first]);
			left = pageWidth - first.width;
		}
		parts.at(-1)?.push(column);
		left -= column.width;
	}
	return parts;
}
