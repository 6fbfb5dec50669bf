/** How wide texts are when drawn on one line, without drawing them. */

/** So many of the longest lines are measured; letters differ less in width than lines in length. */
const measuredLines = 100;

let pen: OffscreenCanvasRenderingContext2D | null | undefined;

/**
 * The width of the widest line in CSS pixels, in a CSS font; it is looked for no further once it is
 * `enough`. 0 where the browser cannot tell.
 */
export function widestLine(texts: Iterable<string>, font: string, enough: number): number {
	pen ??= 'OffscreenCanvas' in globalThis ? new OffscreenCanvas(1, 1).getContext('2d') : null;
	if (!pen) return 0;
	pen.font = font;
	let widest = 0;
	for (const line of longestLines(texts)) {
		// No letter is narrower than a pixel: the rest of a very long line decides nothing.
		widest = Math.max(widest, pen.measureText(line.slice(0, enough)).width);
		if (widest >= enough) break;
	}
	return widest;
}

function longestLines(texts: Iterable<string>): readonly string[] {
	const lines: string[] = [];
	for (const text of texts) {
		if (text.includes('\n')) lines.push(...text.split('\n'));
		else lines.push(text);
	}
	return lines.sort((a, b) => b.length - a.length).slice(0, measuredLines);
}
