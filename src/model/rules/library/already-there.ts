/**
 * Which controls of the starter library a workbook has already: by the same control ID and a likely
 * text, or by nearly the same text. Words that many library controls use say little and are not counted.
 */
import type { Control } from '../../records/control.ts';

interface LibraryText {
	readonly id: string;
	readonly title: string;
	readonly description: string;
}

interface Indexed {
	readonly id: string;
	readonly words: ReadonlySet<string>;
	/** How many of its rare words a text has at least that is nearly the same. */
	readonly leastRare: number;
}

export interface AlreadyThere {
	/** The control of the workbook. */
	readonly control: Control['id'];
	/** 'id': the same control ID; 'text': nearly the same words. */
	readonly by: 'id' | 'text';
}

/** Of all the words of both texts, so many are shared where they are nearly the same. */
const nearly = 0.6;
/** A word that stands in more library controls than this finds nothing. */
const commonFrom = 12;

/** Finds library controls among those of a workbook; make it once for a library. */
export class LibraryFinder {
	readonly #idByFolded: ReadonlyMap<string, string>;
	readonly #byWord: ReadonlyMap<string, readonly Indexed[]>;
	/** What a control was found to be, while it stays as it is. */
	readonly #known = new WeakMap<Control, readonly { id: string; by: AlreadyThere['by'] }[]>();

	constructor(library: readonly LibraryText[]) {
		this.#idByFolded = new Map(library.map(({ id }) => [folded(id), id]));
		const texts = library.map((control) => ({ id: control.id, words: wordsOf(control) }));
		const uses = new Map<string, number>();
		for (const word of texts.flatMap(({ words }) => [...words])) {
			uses.set(word, (uses.get(word) ?? 0) + 1);
		}
		const isRare = (word: string): boolean => (uses.get(word) ?? 0) <= commonFrom;
		const byWord = new Map<string, Indexed[]>();
		for (const { id, words } of texts) {
			const rare = [...words].filter(isRare);
			// At most so many words of a text are missing in one that is nearly the same.
			const indexed = { id, words, leastRare: rare.length - (1 - nearly) * words.size };
			for (const word of rare) {
				const before = byWord.get(word);
				if (before) before.push(indexed);
				else byWord.set(word, [indexed]);
			}
		}
		this.#byWord = byWord;
	}

	/** By library id: the first active control that is it. The same ID counts before a like text. */
	alreadyThere(controls: readonly Control[]): ReadonlyMap<string, AlreadyThere> {
		const found = new Map<string, AlreadyThere>();
		for (const control of controls) {
			if (control.retired) continue;
			for (const { id, by } of this.#matchesOf(control)) {
				const before = found.get(id);
				if (!before || (before.by === 'text' && by === 'id')) {
					found.set(id, { control: control.id, by });
				}
			}
		}
		return found;
	}

	#matchesOf(control: Control): readonly { id: string; by: AlreadyThere['by'] }[] {
		const known = this.#known.get(control);
		if (known) return known;
		const sameId = this.#idByFolded.get(folded(control.controlId));
		const matches = this.#likeTexts(control)
			.filter((id) => id !== sameId)
			.map((id) => ({ id, by: 'text' as const }));
		const all = sameId === undefined ? matches : [{ id: sameId, by: 'id' as const }, ...matches];
		this.#known.set(control, all);
		return all;
	}

	#likeTexts(control: Control): readonly string[] {
		const words = wordsOf(control);
		const counts = new Map<Indexed, number>();
		for (const word of words) {
			for (const text of this.#byWord.get(word) ?? []) {
				counts.set(text, (counts.get(text) ?? 0) + 1);
			}
		}
		const like: string[] = [];
		for (const [text, rare] of counts) {
			if (rare < text.leastRare) continue;
			let shared = 0;
			for (const word of text.words) if (words.has(word)) shared++;
			if (shared / (words.size + text.words.size - shared) >= nearly) like.push(text.id);
		}
		return like;
	}
}

function wordsOf({ title, description }: Pick<LibraryText, 'title' | 'description'>): Set<string> {
	return new Set(folded(`${title} ${description}`).match(/[\p{L}\p{N}]{3,}/gu));
}

function folded(text: string): string {
	return text.trim().toLowerCase();
}
