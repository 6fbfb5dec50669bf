/**
 * How much two rows are alike by their title, text and criteria. Words are numbered once, so that
 * two rows are compared by walking two sorted lists.
 */

/** What two versions of a row are recognised by. */
export interface Likable {
	/** '' where it has none. */
	readonly id: string;
	readonly title: string;
	readonly text: string;
	readonly criteria: readonly string[];
}

export interface RowWords {
	readonly title: readonly number[];
	readonly text: readonly number[];
	readonly criteria: readonly string[];
}

/** A word in scripts with spaces, a character in those without. */
const wordPattern =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+/gu;

/** Gives every word a number; one for both files. */
export class WordNumbers {
	readonly #numbers = new Map<string, number>();

	of({ title, text, criteria }: Likable): RowWords {
		return { title: this.#sorted(title), text: this.#sorted(text), criteria };
	}

	#sorted(text: string): readonly number[] {
		const numbers = (text.toLowerCase().match(wordPattern) ?? []).map((word) => {
			const known = this.#numbers.get(word) ?? this.#numbers.size;
			this.#numbers.set(word, known);
			return known;
		});
		return numbers.sort((a, b) => a - b);
	}
}

const titleShare = 0.4;
const criteriaShare = 0.15;

/** From 0 (nothing) to 1 (the same words as often); 0 where there is nothing to compare. */
export function likeness(a: RowWords, b: RowWords): number {
	const titles = shareInCommon(a.title, b.title);
	const texts = shareInCommon(a.text, b.text);
	if (titles === undefined && texts === undefined) return 0;
	const words =
		titles === undefined || texts === undefined
			? (titles ?? texts ?? 0)
			: titleShare * titles + (1 - titleShare) * texts;
	if (a.criteria.length === 0 || b.criteria.length === 0) return words;
	const shared = a.criteria.filter((id) => b.criteria.includes(id)).length;
	const criteria = (2 * shared) / (a.criteria.length + b.criteria.length);
	return (1 - criteriaShare) * words + criteriaShare * criteria;
}

/** Twice the words in common over all words; undefined where neither has one. */
function shareInCommon(a: readonly number[], b: readonly number[]): number | undefined {
	if (a.length + b.length === 0) return undefined;
	let [i, j, common] = [0, 0, 0];
	while (i < a.length && j < b.length) {
		const difference = a[i]! - b[j]!;
		if (difference === 0) common += 1;
		if (difference <= 0) i += 1;
		if (difference >= 0) j += 1;
	}
	return (2 * common) / (a.length + b.length);
}
