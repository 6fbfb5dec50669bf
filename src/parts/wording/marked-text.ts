/** A text cut into pieces, some of them marked. */
interface Span {
	readonly start: number;
	readonly end: number;
}

export interface Piece<Mark extends Span> {
	readonly text: string;
	readonly mark: Mark | undefined;
}

/** The pieces of a text in order. Marks may come in any order; one that overlaps another is left out. */
export function markedText<Mark extends Span>(
	text: string,
	marks: readonly Mark[],
): readonly Piece<Mark>[] {
	const pieces: Piece<Mark>[] = [];
	let at = 0;
	for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
		if (mark.start < at) continue;
		if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), mark: undefined });
		pieces.push({ text: text.slice(mark.start, mark.end), mark });
		at = mark.end;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), mark: undefined });
	return pieces;
}
