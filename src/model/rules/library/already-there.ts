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
	readonly #words: ReadonlyMap<string, ReadonlySet<string>>;
	readonly #byWord: ReadonlyMap<string, readonly string[]>;
	/** What a control was found to be, while it stays as it is. */
	readonly #known = new WeakMap<Control, readonly { id: string; by: AlreadyThere['by'] }[]>();

	constructor(library: readonly LibraryText[]) {
		this.#idByFolded = new Map(library.map(({ id }) => [folded(id), id]));
		this.#words = new Map(library.map((control) => [control.id, wordsOf(control)]));
		const byWord = new Map<string, string[]>();
		for (const [id, words] of this.#words) {
			for (const word of words) {
				const ids = byWord.get(word);
				if (ids) ids.push(id);
				else byWord.set(word, [id]);
			}
		}
		this.#byWord = new Map([...byWord].filter(([, ids]) => ids.length <= commonFrom));
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
		const candidates = new Map<string, number>();
		for (const word of words) {
			for (const id of this.#byWord.get(word) ?? []) {
				candidates.set(id, (candidates.get(id) ?? 0) + 1);
			}
		}
		return [...candidates.keys()].filter((id) => {
			const others = this.#words.get(id) ?? new Set();
			let shared = 0;
			for (const word of words) if (others.has(word)) shared++;
			return shared / (words.size + others.size - shared) >= nearly;
		});
	}
}

function wordsOf({ title, description }: Pick<LibraryText, 'title' | 'description'>): Set<string> {
	return new Set(folded(`${title} ${description}`).match(/[\p{L}\p{N}]{3,}/gu));
}

function folded(text: string): string {
	return text.trim().toLowerCase();
}
