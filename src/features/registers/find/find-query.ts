/** What is searched and how: letter case aside or not, anywhere in a cell or the whole of it. */
import { foldCase } from './fold-case.ts';

export interface FindQuery {
	/** As typed; blanks around it do not count. */
	readonly typed: string;
	readonly matchCase: boolean;
	/** Only cells that hold nothing else. */
	readonly wholeCell: boolean;
}

export type CellTest = (words: string | readonly string[]) => boolean;

export const emptyQuery: FindQuery = { typed: '', matchCase: false, wholeCell: false };

/** The text that is looked for; '' where nothing is. */
export function wantedText({ typed, matchCase }: FindQuery): string {
	return matchCase ? typed.trim() : foldCase(typed.trim());
}

/** A cell's words as they are compared: of the same length as the words themselves. */
export function comparedText(words: string, { matchCase }: FindQuery): string {
	return matchCase ? words : foldCase(words);
}

/**
 * The test of a cell's words, or of the words of its members where it holds a set; undefined where
 * nothing is searched. A whole cell of a set is a whole member.
 */
export function testOf(query: FindQuery): CellTest | undefined {
	const wanted = wantedText(query);
	if (wanted === '') return undefined;
	if (!query.wholeCell) return (words) => comparedText(joined(words), query).includes(wanted);
	const isWanted = (words: string): boolean => comparedText(words, query).trim() === wanted;
	return (words) => (typeof words === 'string' ? isWanted(words) : words.some(isWanted));
}

/** True where whatever `query` finds, `before` has found: more letters of the same search. */
export function narrows(query: FindQuery, before: FindQuery): boolean {
	return (
		!before.wholeCell &&
		query.matchCase === before.matchCase &&
		wantedText(before) !== '' &&
		wantedText(query).includes(wantedText(before))
	);
}

function joined(words: string | readonly string[]): string {
	return typeof words === 'string' ? words : words.join(', ');
}
