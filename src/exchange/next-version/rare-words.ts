/**
 * Finds the few rows that may be alike to one, by the words that few rows have: comparing each row
 * with every other would take a hundred million comparisons for ten thousand rows.
 */
import type { RowWords } from './likeness.ts';

/** A word of more rows than this says little about any of them. */
const mostRows = 48;
const wordsLookedAt = 12;
const rowsFound = 6;

export class RareWords {
	readonly #rowsByWord = new Map<number, number[]>();

	/** `places` are those of the rows to be found. */
	constructor(rows: readonly RowWords[], places: readonly number[]) {
		for (const place of places) {
			const row = rows[place];
			if (!row) continue;
			for (const word of wordsOf(row)) {
				const known = this.#rowsByWord.get(word);
				if (known) known.push(place);
				else this.#rowsByWord.set(word, [place]);
			}
		}
	}

	/** Places of the rows that share most of the rarest words, best first. */
	alike(row: RowWords): readonly number[] {
		const rare = [...wordsOf(row)]
			.flatMap((word) => {
				const rows = this.#rowsByWord.get(word);
				return rows && rows.length <= mostRows ? [rows] : [];
			})
			.sort((a, b) => a.length - b.length)
			.slice(0, wordsLookedAt);
		const weights = new Map<number, number>();
		for (const rows of rare) {
			for (const place of rows) weights.set(place, (weights.get(place) ?? 0) + 1 / rows.length);
		}
		return [...weights]
			.sort(([a, left], [b, right]) => right - left || a - b)
			.slice(0, rowsFound)
			.map(([place]) => place);
	}
}

function wordsOf({ title, text }: RowWords): ReadonlySet<number> {
	return new Set([...title, ...text]);
}
