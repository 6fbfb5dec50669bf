/** The words of every column with a fixed list, and the term each would become. */
import type { Destination } from '../destinations.ts';
import type { ColumnProposal, ValueWord } from '../proposal/proposal.ts';
import { fieldAt } from '../destinations.ts';
import type { Grid } from './grid.ts';
import { columnTexts } from './row-facts.ts';
import { readOurTerm, readTerm } from './term-words.ts';

/** More distinct words than this are no list, and nobody maps them by hand. */
const mostWords = 200;

/** One entry a distinct word, most frequent first within its field; `ours`: by our labels only. */
export function proposeValueWords(
	register: Destination,
	grid: Grid,
	columns: readonly Pick<ColumnProposal, 'index' | 'target'>[],
	dataRows: readonly number[],
	ours: boolean,
): readonly ValueWord[] {
	return columns.flatMap(({ index, target }) => {
		if (target.kind !== 'field') return [];
		const { key } = target;
		const value = fieldAt(register, key)?.value;
		if (value?.kind !== 'term') return [];
		const counts = new Map<string, number>();
		for (const word of columnTexts(grid, dataRows, index)) {
			if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
		}
		return [...counts]
			.sort((a, b) => b[1] - a[1])
			.slice(0, mostWords)
			.map(([word, count]): ValueWord => {
				const { token, guess } = ours
					? readOurTerm(value.vocabulary, word)
					: readTerm(value.vocabulary, word);
				return { field: key, vocabulary: value.vocabulary, word, count, token, guess };
			});
	});
}
