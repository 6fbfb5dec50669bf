/**
 * Finds texts that are the same or nearly the same: at least nine tenths of the words of both are in
 * both (token overlap, facts pack, checks.md CTL-07). Two such texts share one of the few words that
 * come first in a fixed order of words, so only texts with such a word in common are compared (prefix
 * filtering; Chaudhuri, Ganti and Kaushik, 2006).
 */
import { signal } from 'alien-signals';

const overlapFrom = 0.9;
/** Shorter texts are alike by chance. */
const leastWords = 4;

type Signal<Value> = ReturnType<typeof signal<Value>>;

export class AlikeTexts {
	readonly #words = new Map<string, readonly string[]>();
	readonly #byWord = new Map<string, Set<string>>();
	readonly #signals = new Map<string, Signal<number>>();

	/** Takes the text of an id; undefined or too short a text takes it out. */
	put(id: string, text: string | undefined): void {
		const words = text === undefined ? [] : wordsOf(text);
		const before = this.#words.get(id) ?? [];
		if (before.join(' ') === words.join(' ')) return;
		const touched = new Set([...leading(before), ...leading(words)]);
		for (const word of leading(before)) this.#byWord.get(word)?.delete(id);
		if (words.length < leastWords) this.#words.delete(id);
		else {
			this.#words.set(id, words);
			for (const word of leading(words)) {
				const ids = this.#byWord.get(word);
				if (ids) ids.add(id);
				else this.#byWord.set(word, new Set([id]));
			}
		}
		for (const word of touched) {
			const heard = this.#signals.get(word);
			heard?.(heard() + 1);
		}
	}

	/** The other ids with a text like this one's, in order of ids. */
	alike(id: string): readonly string[] {
		const words = this.#words.get(id);
		if (!words) return [];
		const mine = new Set(words);
		const candidates = new Set<string>();
		for (const word of leading(words)) {
			this.#heard(word);
			for (const other of this.#byWord.get(word) ?? []) if (other !== id) candidates.add(other);
		}
		return [...candidates].filter((other) => isAlike(mine, this.#words.get(other) ?? [])).sort();
	}

	/** Who asked by a word hears when a text with it comes, goes or changes. */
	#heard(word: string): void {
		let heard = this.#signals.get(word);
		if (!heard) {
			heard = signal(0);
			this.#signals.set(word, heard);
		}
		heard();
	}
}

function isAlike(mine: ReadonlySet<string>, words: readonly string[]): boolean {
	const shared = words.filter((word) => mine.has(word)).length;
	return shared / (mine.size + words.length - shared) >= overlapFrom;
}

/** The words of a text, each once, long ones first: these are rarer, and any fixed order will do. */
function wordsOf(text: string): readonly string[] {
	const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
	return [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** So many first words that two texts alike must share one of them. */
function leading(words: readonly string[]): readonly string[] {
	return words.slice(0, words.length - Math.ceil(overlapFrom * words.length) + 1);
}
