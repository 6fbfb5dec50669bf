/**
 * Which controls are likely to answer a criterion, and which criteria a control: to put the likely ones
 * first where people choose, never to choose for them. Three signs count: the starter library names
 * the control's id for the criterion, the control answers another criterion of the same series, and the
 * two use the same words, the rarer among criteria the more.
 */
import { criteria, criterionById, seriesOf, type Criterion } from '../../catalog/criteria.ts';
import { referencesOf } from '../../catalog/criterion-references.ts';
import { textWords } from '../../catalog/text-words.ts';
import type { Control } from '../../records/control.ts';

export type LikelyControl = Pick<
	Control,
	'controlId' | 'title' | 'description' | 'category' | 'criteria'
>;

/** From here on something is called likely. */
export const likelyFrom = 1;

const byLibrary = 2;
const bySeries = 0.6;
/** The words of a text alone can make a pair likely, but no more than that. */
const mostByWords = 1.5;
const someWords = 0.3;

/** Of a library control only the title counts: it has the words of the field. */
export interface LibraryTitle {
	readonly id: string;
	readonly title: string;
}

/** Made once for a library; remembers the words of the controls it has seen. */
export class LikelyMapping {
	readonly #words: ReadonlyMap<string, ReadonlySet<string>>;
	readonly #rarity: ReadonlyMap<string, number>;
	readonly #known = new WeakMap<LikelyControl, ReadonlySet<string>>();

	constructor(library: readonly LibraryTitle[]) {
		const titles = new Map(library.map(({ id, title }) => [id, title]));
		this.#words = new Map(
			criteria.map(({ id, label, lookFor }) => {
				const named = referencesOf(id).libraryControls.map((control) => titles.get(control) ?? '');
				return [id, wordsOf([label, lookFor, ...named].join(' '))];
			}),
		);
		this.#rarity = rarityOf([...this.#words.values()]);
	}

	/** How likely a control answers a criterion, from 0; compare it with `likelyFrom`. */
	likelihood(criterion: Criterion, control: LikelyControl): number {
		const ofLibrary = referencesOf(criterion.id).libraryControls.includes(
			control.controlId.trim().toUpperCase(),
		);
		const ofSeries = control.criteria.some(
			(id) => id !== criterion.id && seriesOf(id)?.id === criterion.series,
		);
		const byWords = Math.min(mostByWords, this.#sharedWords(criterion.id, control));
		// Others use the same ids for other things: an id alone says nothing.
		const isOfLibrary = ofLibrary && byWords >= someWords;
		return (isOfLibrary ? byLibrary : 0) + (ofSeries ? bySeries : 0) + byWords;
	}

	/** The likely controls, the likeliest first; equals in the given order. */
	controls<Given extends LikelyControl>(
		criterion: Criterion,
		controls: readonly Given[],
	): readonly Given[] {
		return ranked(controls, (control) => this.likelihood(criterion, control));
	}

	/** The criteria that a control is likely to answer, the likeliest first; equals in the given order. */
	criteria(control: LikelyControl, ids: readonly string[]): readonly string[] {
		return ranked(ids, (id) => {
			const criterion = criterionById(id);
			return criterion ? this.likelihood(criterion, control) : 0;
		});
	}

	#sharedWords(criterion: string, control: LikelyControl): number {
		let words = this.#known.get(control);
		if (!words) {
			words = wordsOf(`${control.title} ${control.category} ${control.description}`);
			this.#known.set(control, words);
		}
		let shared = 0;
		for (const word of this.#words.get(criterion) ?? []) {
			if (words.has(word)) shared += this.#rarity.get(word) ?? 0;
		}
		return shared;
	}
}

function ranked<Given>(all: readonly Given[], of: (given: Given) => number): readonly Given[] {
	return all
		.map((given, place) => ({ given, place, likely: of(given) }))
		.filter(({ likely }) => likely >= likelyFrom)
		.sort((a, b) => b.likely - a.likely || a.place - b.place)
		.map(({ given }) => given);
}

/** 0.5 for a word of a single criterion, less the more criteria have it, nearly 0 for one of all. */
function rarityOf(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const words of texts) {
		for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const of = (count: number) => (0.5 * Math.log(texts.length / count)) / Math.log(texts.length);
	return new Map([...counts].map(([word, count]) => [word, of(count)]));
}

/** Words of four letters and more, without the endings of plurals and past forms. */
function wordsOf(text: string): ReadonlySet<string> {
	const { words } = textWords(text);
	return new Set(words.filter((word) => word.length >= 4).map(stem));
}

function stem(word: string): string {
	return word.replace(/(?:ies|es|s|ed|ing|y)$/, '');
}
