/** The file's own word for one of our terms: the inverse of what the import read. */
import { controlField, type ControlTextKey } from '../../model/records/control-fields.ts';
import { isTerm, termLabel, type VocabularyId } from '../../model/records/vocabulary.ts';
import { readTerm } from '../recognise/term-words.ts';
import type { SourceSheet } from './source-sheet.ts';

/**
 * The word for a stored value in a cell of a term column: the column's most used word for it that
 * the cell's list offers, else a word of that list, else the column's word, else our label. A value
 * that is no term is its own word.
 */
export function fileWord(
	source: SourceSheet,
	key: ControlTextKey,
	place: { readonly row: number; readonly index: number },
	value: string,
): string {
	const field = controlField(key).value;
	if (field.kind !== 'term' || !isTerm(field.vocabulary, value)) return value;
	if (source.ours) return termLabel(field.vocabulary, value);
	const words = source
		.words(place.index)
		.filter((word) => source.read(place.index, key, word).text === value);
	const offered = offeredAt(source, place);
	return (
		words.find((word) => offered?.includes(word) ?? true) ??
		nearest(field.vocabulary, value, offered ?? []) ??
		words[0] ??
		termLabel(field.vocabulary, value)
	);
}

/** The choices of the cell's drop-down list; undefined where it has none. */
function offeredAt(
	{ sheet }: SourceSheet,
	{ row, index }: { readonly row: number; readonly index: number },
): readonly string[] | undefined {
	return sheet.validations
		.find(({ ranges }) =>
			ranges.some(
				({ firstRow, lastRow, firstColumn, lastColumn }) =>
					firstRow <= row && row <= lastRow && firstColumn <= index && index <= lastColumn,
			),
		)
		?.values.map((value) => value.trim());
}

/** The offered word that most surely means the value. */
function nearest(
	vocabulary: VocabularyId,
	value: string,
	offered: readonly string[],
): string | undefined {
	return offered
		.map((word) => ({ word, ...readTerm(vocabulary, word) }))
		.filter(({ token }) => token === value)
		.sort((a, b) => b.guess.confidence - a.guess.confidence)[0]?.word;
}
