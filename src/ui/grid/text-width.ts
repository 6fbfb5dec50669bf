/** How wide texts are when drawn on one line, without drawing them. */

/** So many of the longest lines are measured; letters differ less in width than lines in length. */
const measuredLines = 200;

/** The width of the widest line in CSS pixels, in a CSS font; 0 where the browser cannot tell. */
export function widestLine(texts: Iterable<string>, font: string): number {
	const pen = penWith(font);
	if (!pen) return 0;
	const widths = longestLines(texts).map((line) => pen.measureText(line).width);
	return Math.max(0, ...widths);
}

function penWith(font: string): OffscreenCanvasRenderingContext2D | undefined {
	if (!('OffscreenCanvas' in globalThis)) return undefined;
	const pen = new OffscreenCanvas(1, 1).getContext('2d');
	if (pen) pen.font = font;
	return pen ?? undefined;
}

function longestLines(texts: Iterable<string>): readonly string[] {
	const lines = new Set<string>();
	for (const text of texts) for (const line of text.split('\n')) lines.add(line);
	return [...lines].sort((a, b) => b.length - a.length).slice(0, measuredLines);
}
