/**
 * Which row of the new file is which row of the earlier one: one to one, and the same on every run.
 * The same id with the same text is certain; the same text is stronger than an id, as files are
 * numbered anew; then the likest pairs first, ids and neighbours weighing in.
 */
import { likeness, WordNumbers, type Likable, type RowWords } from './likeness.ts';
import { Pairing, type Pair } from './pairing.ts';
import { RareWords } from './rare-words.ts';

/** Below this the same id alone does not make two rows the same where another is likelier. */
const idWeight = 0.25;
const idFloor = 0.5;
const neighbourWeight = 0.1;
/** What two rows without a common id must come to, and what of it must be their own words. */
const enough = 0.6;
const enoughWords = 0.35;
/** A shorter text is common to rows that have nothing else in common. */
const tellingText = 12;
/** So many rows of one id are compared with each other. */
const sameIdCompared = 8;

/** Pairs of places; whatever is in none was taken out of the file or put into it. */
export function matchRows(ours: readonly Likable[], theirs: readonly Likable[]): readonly Pair[] {
	const matching = new Matching(ours, theirs);
	matching.bySameText();
	matching.byLikeness();
	// What was found meanwhile stands on both sides of what was not.
	matching.byLikeness();
	return matching.pairing.pairs;
}

class Matching {
	readonly pairing: Pairing;
	readonly #ours: readonly Likable[];
	readonly #theirs: readonly Likable[];
	readonly #ourWords: readonly RowWords[];
	readonly #theirWords: readonly RowWords[];
	readonly #ourIds: ReadonlyMap<string, readonly number[]>;
	readonly #theirIds: ReadonlyMap<string, readonly number[]>;

	constructor(ours: readonly Likable[], theirs: readonly Likable[]) {
		const numbers = new WordNumbers();
		this.#ours = ours;
		this.#theirs = theirs;
		this.#ourWords = ours.map((row) => numbers.of(row));
		this.#theirWords = theirs.map((row) => numbers.of(row));
		this.#ourIds = placesBy(ours, ({ id }) => id);
		this.#theirIds = placesBy(theirs, ({ id }) => id);
		this.pairing = new Pairing(ours.length, theirs.length);
	}

	/** The same id and text first, then a text that stands once on either side. */
	bySameText(): void {
		this.#joinAlone(({ id, title, text }) => (id === '' ? '' : `${id}\n${title}\n${text}`));
		this.#joinAlone(({ title, text }) =>
			title.length + text.length < tellingText ? '' : `${title}\n${text}`,
		);
	}

	/** The best pairs of what is left. */
	byLikeness(): void {
		const free = this.pairing.freeOurs;
		const rare = new RareWords(this.#ourWords, free);
		const inGap = this.pairing.inSameGap();
		const found = this.pairing.freeTheirs.flatMap((theirs) => {
			const id = this.#theirs[theirs]?.id ?? '';
			const sameId = id === '' ? [] : (this.#ourIds.get(id) ?? []).slice(0, sameIdCompared);
			const words = this.#theirWords[theirs];
			const alike = words ? rare.alike(words) : [];
			const places = new Set([...sameId, ...alike, ...(inGap.get(theirs) ?? [])]);
			return [...places].flatMap((place) => this.#weighed(place, theirs));
		});
		found.sort(
			(a, b) => b.weight - a.weight || a.pair.theirs - b.pair.theirs || a.pair.ours - b.pair.ours,
		);
		for (const { pair } of found) this.pairing.join(pair);
	}

	#weighed(ours: number, theirs: number): readonly { pair: Pair; weight: number }[] {
		const [a, b] = [this.#ourWords[ours], this.#theirWords[theirs]];
		if (!a || !b || !this.pairing.isFree(ours, theirs)) return [];
		const alike = likeness(a, b);
		const between = this.pairing.between(ours, theirs);
		const context = alike + between * neighbourWeight;
		const pair = { ours, theirs, likeness: alike, between };
		if (this.#hasSameId(ours, theirs)) {
			const weight = Math.max(idFloor, context + idWeight);
			return this.#isOnlyOne(ours)
				? [{ pair: { ...pair, how: 'id' }, weight }]
				: this.#doubled(pair, weight);
		}
		if (context < enough || alike < enoughWords) return [];
		return [{ pair: { ...pair, how: 'alike' }, weight: context }];
	}

	#doubled(pair: Omit<Pair, 'how'>, weight: number): readonly { pair: Pair; weight: number }[] {
		return weight < enough ? [] : [{ pair: { ...pair, how: 'alike' }, weight }];
	}

	#hasSameId(ours: number, theirs: number): boolean {
		const id = this.#ours[ours]?.id ?? '';
		return id !== '' && id === this.#theirs[theirs]?.id;
	}

	/** Its id stands once on either side. */
	#isOnlyOne(ours: number): boolean {
		const id = this.#ours[ours]?.id ?? '';
		return this.#ourIds.get(id)?.length === 1 && this.#theirIds.get(id)?.length === 1;
	}

	/** Joins rows whose key stands once among the free rows of either side; '' is no key. */
	#joinAlone(key: (row: Likable) => string): void {
		const ours = placesBy(this.#ours, key, this.pairing.freeOurs);
		const theirs = placesBy(this.#theirs, key, this.pairing.freeTheirs);
		for (const [shared, [their, ...more]] of theirs) {
			const [our, ...others] = ours.get(shared) ?? [];
			if (our === undefined || their === undefined || more.length + others.length > 0) continue;
			const how = this.#hasSameId(our, their) && this.#isOnlyOne(our) ? 'id' : 'sameText';
			this.pairing.join({ ours: our, theirs: their, how, likeness: 1, between: 0 });
		}
	}
}

/** Places by a key, in order; rows whose key is '' are left out. */
function placesBy(
	rows: readonly Likable[],
	key: (row: Likable) => string,
	places: Iterable<number> = rows.keys(),
): ReadonlyMap<string, readonly number[]> {
	const found = new Map<string, number[]>();
	for (const place of places) {
		const row = rows[place];
		const shared = row ? key(row) : '';
		if (shared === '') continue;
		const known = found.get(shared);
		if (known) known.push(place);
		else found.set(shared, [place]);
	}
	return found;
}
