/** Words as numbers in a fixed order: those that few texts have come first, new ones before them. */
export class WordOrder {
	readonly #numbers: Map<string, number>;
	#next = -1;

	/** `texts`: the words of each text by which it is known how rare a word is. */
	constructor(texts: Iterable<readonly string[]>) {
		const counts = new Map<string, number>();
		for (const words of texts) {
			for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
		}
		const rareFirst = [...counts].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
		this.#numbers = new Map(rareFirst.map(([word], place) => [word, place]));
	}

	/** The numbers of the words, each once, in the order. */
	inOrder(words: readonly string[]): Int32Array {
		const numbers = Int32Array.from(words, (word) => this.#number(word)).sort();
		return numbers.filter((number, place) => number !== numbers[place - 1]);
	}

	#number(word: string): number {
		let number = this.#numbers.get(word);
		if (number === undefined) {
			number = this.#next;
			this.#next -= 1;
			this.#numbers.set(word, number);
		}
		return number;
	}
}
