/** A text cut into pieces at the places where what is searched stands. */
import { comparedText, wantedText, type FindQuery } from './find-query.ts';

export interface TextPiece {
	/** Where the piece begins in the text; its key. */
	readonly at: number;
	readonly text: string;
	readonly found: boolean;
}

/** The pieces in order; joined they are the text. */
export function textMarks(text: string, query: FindQuery): readonly TextPiece[] {
	const wanted = wantedText(query);
	const compared = wanted === '' ? '' : comparedText(text, query);
	if (wanted === '' || (query.wholeCell && compared.trim() !== wanted)) {
		return [{ at: 0, text, found: false }];
	}
	const pieces: TextPiece[] = [];
	const add = (from: number, to: number, found: boolean): void => {
		if (to > from) pieces.push({ at: from, text: text.slice(from, to), found });
	};
	let from = 0;
	for (let at = compared.indexOf(wanted); at >= 0; at = compared.indexOf(wanted, from)) {
		add(from, at, false);
		add(at, at + wanted.length, true);
		from = at + wanted.length;
	}
	add(from, text.length, false);
	return pieces;
}
