/** Words as numbers in a fixed order: those that few texts have come first, new ones before them. */
export class WordOrder {
	readonly #numbers: Map<string, number>;
	#next = -1;

	/** `counts`: how often each word comes, by which it is known how rare it is. */
	constructor(counts: ReadonlyMap<string, number>) {
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
