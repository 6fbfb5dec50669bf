/**
 * Finds texts that are the same or nearly the same: at least nine tenths of the words of both are in
 * both (token overlap, facts pack, checks.md CTL-07). Two such texts share one of their few rarest
 * words, so only texts with such a word in common are compared (prefix filtering; Chaudhuri, Ganti and
 * Kaushik, 2006). Texts of the very same words are compared once; a number is no word, or a list made by
 * counting on would be alike row for row.
 */
import { signal } from 'alien-signals';
import { textWords } from '../catalog/text-words.ts';
import { sameList } from './memo.ts';
import { WordOrder } from './word-order.ts';

/** Shorter texts are alike by chance. */
const leastWords = 4;
/** More are not told: a thousand controls may say the same. */
const mostTold = 12;
/**
 * Through a word that more groups share, no others are compared: ten thousand rows of one template would
 * be fifty million pairs. In a workbook of a few hundred controls the rarest words are rarer than that.
 */
const mostSharing = 32;

/** Records whose texts have the same words. */
interface Group {
	/** As numbers, the rarest first. */
	readonly words: Int32Array;
	readonly ids: Set<string>;
	readonly alike: Set<Group>;
	/** The first ids of it and of the groups alike; worked out when asked for. */
	first: readonly string[] | undefined;
}

type Signal<Value> = ReturnType<typeof signal<Value>>;

const none: readonly string[] = Object.freeze([]);

export class AlikeTexts {
	/** Undefined until the words of all texts were counted. */
	#order: WordOrder | undefined;
	readonly #groups = new Map<string, Group>();
	readonly #groupOf = new Map<string, Group>();
	readonly #texts: Map<string, string>;
	readonly #byWord = new Map<number, Set<Group>>();
	readonly #signals = new Map<string, Signal<readonly string[]>>();
	/** Ids whose answer may be another since it was last told. */
	readonly #touched = new Set<string>();

	readonly #perStep: number;
	readonly #comparing: Generator<void, void>;
	/** Texts that are to be compared yet. */
	readonly #uncompared: Set<string>;

	/**
	 * `texts` by id: all there are, so that the words are ordered by how rare they are in them. `perStep`:
	 * how many are looked at between two turns of the page.
	 */
	constructor(texts: Iterable<readonly [string, string]>, perStep = 64) {
		this.#perStep = perStep;
		this.#texts = new Map(texts);
		this.#uncompared = new Set(this.#texts.keys());
		this.#comparing = this.#compareAll();
	}

	/** How many of `steps` there are, about. */
	get stepCount(): number {
		return Math.ceil((2 * this.#uncompared.size) / this.#perStep);
	}

	/** Compares the texts, each step some of them; whoever asks before has the rest compared at once. */
	*steps(): Generator<void, void> {
		while (!this.#comparing.next().done) yield;
	}

	/** Takes what texts are now; undefined for one that is gone. Who asked hears of what became of it. */
	put(texts: Iterable<readonly [string, string | undefined]>): void {
		for (const [id, text] of texts) {
			// Most edits are of other fields.
			if (this.#texts.get(id) === text) continue;
			this.#leave(id);
			if (text === undefined) this.#texts.delete(id);
			else this.#texts.set(id, text);
			if (!this.#order) this.#uncompared.add(id);
			else if (!this.#uncompared.has(id)) this.#compare(id, this.#order);
			this.#touched.add(id);
		}
		for (const id of this.#touched) {
			const heard = this.#signals.get(id);
			const now = heard && this.#told(id);
			if (heard && now && !sameList(heard(), now)) heard(now);
		}
		this.#touched.clear();
	}

	/** The first other ids with a text like this one's, in their order, twelve at most. */
	alike(id: string): readonly string[] {
		let heard = this.#signals.get(id);
		if (!heard) {
			while (!this.#comparing.next().done);
			heard = signal(this.#told(id));
			this.#signals.set(id, heard);
		}
		return heard();
	}

	#told(id: string): readonly string[] {
		const group = this.#groupOf.get(id);
		if (!group) return none;
		group.first ??= [group, ...group.alike]
			.flatMap(({ ids }) => [...ids])
			.sort()
			.slice(0, mostTold + 1);
		return group.first.filter((other) => other !== id).slice(0, mostTold);
	}

	*#compareAll(): Generator<void, void> {
		const counts = new Map<string, number>();
		let looked = 0;
		for (const text of this.#texts.values()) {
			for (const word of comparedWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
			if (++looked % this.#perStep === 0) yield;
		}
		const order = new WordOrder(counts);
		this.#order = order;
		for (const id of this.#uncompared) {
			this.#uncompared.delete(id);
			this.#compare(id, order);
			if (++looked % this.#perStep === 0) yield;
		}
		this.#touched.clear();
	}

	#compare(id: string, order: WordOrder): void {
		const text = this.#texts.get(id);
		if (text === undefined) return;
		const words = order.inOrder(comparedWords(text));
		if (words.length < leastWords) return;
		const key = words.join(' ');
		const group = this.#groups.get(key) ?? this.#newGroup(key, words);
		group.ids.add(id);
		this.#groupOf.set(id, group);
		this.#touch(group);
	}

	#newGroup(key: string, words: Int32Array): Group {
		const group: Group = { words, ids: new Set(), alike: new Set(), first: undefined };
		this.#groups.set(key, group);
		for (const word of leading(words)) {
			const sharing = this.#byWord.get(word) ?? new Set();
			for (const other of sharing.size > mostSharing ? [] : sharing) {
				if (group.alike.has(other) || !isAlike(words, other.words)) continue;
				group.alike.add(other);
				other.alike.add(group);
			}
			sharing.add(group);
			this.#byWord.set(word, sharing);
		}
		return group;
	}

	#leave(id: string): void {
		const group = this.#groupOf.get(id);
		if (!group) return;
		this.#touch(group);
		this.#groupOf.delete(id);
		group.ids.delete(id);
		if (group.ids.size > 0) return;
		this.#groups.delete(group.words.join(' '));
		for (const other of group.alike) other.alike.delete(group);
		for (const word of leading(group.words)) this.#byWord.get(word)?.delete(group);
	}

	#touch(group: Group): void {
		for (const one of [group, ...group.alike]) {
			one.first = undefined;
			for (const id of one.ids) this.#touched.add(id);
		}
	}
}

function comparedWords(text: string): readonly string[] {
	return textWords(text).words.filter((word) => !/^\d+$/.test(word));
}

/** Both in one order: counts what they share, and stops where too little is left. */
function isAlike(a: Int32Array, b: Int32Array): boolean {
	// Nine tenths of a + b - shared, in whole numbers.
	const least = Math.ceil((9 * (a.length + b.length)) / 19);
	let [i, j, shared] = [0, 0, 0];
	while (i < a.length && j < b.length) {
		if (shared + Math.min(a.length - i, b.length - j) < least) return false;
		const [left, right] = [a[i] ?? 0, b[j] ?? 0];
		if (left === right) shared += 1;
		if (left <= right) i += 1;
		if (right <= left) j += 1;
	}
	return shared >= least;
}

/** So many first words that two texts alike must share one of them. */
function leading(words: Int32Array): Int32Array {
	return words.subarray(0, words.length - Math.ceil((9 * words.length) / 10) + 1);
}
