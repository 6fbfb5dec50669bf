/**
 * Finds many phrases of several kinds at the words of a text: whole words, letter case ignored,
 * blanks and hyphens alike, # for any number.
 */
import type { TextWords } from './text-words.ts';

export interface PhraseMatch<Kind> {
	readonly kind: Kind;
	/** How many words it takes. */
	readonly length: number;
}

interface Phrase<Kind> extends PhraseMatch<Kind> {
	readonly words: readonly string[];
	/** The only spelling that counts, where letter case matters. */
	readonly exactly: string | undefined;
}

const nothing: readonly never[] = [];
const numberWords = new Set(
	'one two three four five six seven eight nine ten twelve thirty sixty ninety'.split(' '),
);

export class PhraseTable<Kind extends string> {
	readonly #byFirstWord = new Map<string, Phrase<Kind>[]>();

	/** Phrases that are in `exactCase` count only as they are written there. */
	constructor(
		phrases: Readonly<Record<Kind, readonly string[]>>,
		exactCase: readonly string[] = [],
	) {
		for (const kind of Object.keys(phrases) as Kind[]) {
			for (const phrase of new Set(phrases[kind])) this.#add(kind, phrase, exactCase);
		}
		for (const entries of this.#byFirstWord.values()) entries.sort((a, b) => b.length - a.length);
	}

	/** What begins at the word `at`, the longest first. */
	at(text: TextWords, at: number): readonly PhraseMatch<Kind>[] {
		const word = text.words[at];
		if (word === undefined) return nothing;
		const entries = this.#byFirstWord.get(word) ?? this.#byNumber(word);
		return entries ? entries.filter((phrase) => standsAt(phrase, text, at)) : nothing;
	}

	#byNumber(word: string): readonly Phrase<Kind>[] | undefined {
		return isNumber(word) ? this.#byFirstWord.get('#') : undefined;
	}

	#add(kind: Kind, phrase: string, exactCase: readonly string[]): void {
		const words = phrase.toLowerCase().split(' ');
		const [first = ''] = words;
		const exactly = exactCase.includes(phrase) ? phrase : undefined;
		const entries = this.#byFirstWord.get(first) ?? [];
		entries.push({ kind, length: words.length, words, exactly });
		this.#byFirstWord.set(first, entries);
	}
}

function standsAt(phrase: Phrase<string>, text: TextWords, at: number): boolean {
	for (let i = 1; i < phrase.length; i++) {
		const word = text.words[at + i];
		if (word === undefined || !text.joined[at + i]) return false;
		if (word !== phrase.words[i] && !(phrase.words[i] === '#' && isNumber(word))) return false;
	}
	if (phrase.exactly === undefined) return true;
	return text.text.slice(text.starts[at], text.ends[at + phrase.length - 1]) === phrase.exactly;
}

function isNumber(word: string): boolean {
	const unit = word.charCodeAt(0);
	return (unit >= 0x30 && unit <= 0x39 && /^\d+$/.test(word)) || numberWords.has(word);
}
