/**
 * Which words of two texts differ: both texts whole, cut into stretches that stand in the other one
 * too and stretches that do not. For showing what changed inside a long text.
 */

export interface Stretch {
	readonly text: string;
	/** True where the other text does not have it. */
	readonly changed: boolean;
}

export interface TextDifference {
	readonly before: readonly Stretch[];
	readonly after: readonly Stretch[];
}

/** Pairs of words that are compared at most; beyond it the texts count as different throughout. */
const mostPairs = 250_000;
/** Texts that share less than this part of their words are not worth matching up. */
const leastShared = 0.25;

/** The stretches of both texts, in order; each side put together again is the whole text. */
export function textDifference(before: string, after: string): TextDifference {
	const a = wordsOf(before);
	const b = wordsOf(after);
	const shared = sharedWords(a, b);
	const isWorthIt = weight(a, shared.inA) >= leastShared * Math.max(weight(a), weight(b));
	if (!isWorthIt) return { before: whole(before), after: whole(after) };
	return { before: stretches(a, shared.inA), after: stretches(b, shared.inB) };
}

/** Words, runs of spaces, and every other character by itself. */
function wordsOf(text: string): readonly string[] {
	return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}

interface Shared {
	readonly inA: ReadonlySet<number>;
	readonly inB: ReadonlySet<number>;
}

/** The places of a longest run of words, in order, that both have. */
function sharedWords(a: readonly string[], b: readonly string[]): Shared {
	const inA = new Set<number>();
	const inB = new Set<number>();
	const share = (atA: number, atB: number): void => {
		inA.add(atA);
		inB.add(atB);
	};
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) share(start, start++);
	let endA = a.length;
	let endB = b.length;
	while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) share(--endA, --endB);

	const rows = endA - start;
	const columns = endB - start;
	if (rows * columns > mostPairs) return { inA, inB };
	const lengths = commonLengths(a.slice(start, endA), b.slice(start, endB));
	const width = columns + 1;
	for (let i = 0, j = 0; i < rows && j < columns;) {
		if (a[start + i] === b[start + j]) share(start + i++, start + j++);
		else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
		else j += 1;
	}
	return { inA, inB };
}

/** For every pair of places, how many words the two rests have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
	const width = b.length + 1;
	const lengths = new Uint16Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i -= 1) {
		for (let j = b.length - 1; j >= 0; j -= 1) {
			const next = (i + 1) * width + j;
			lengths[i * width + j] =
				a[i] === b[j]
					? lengths[next + 1]! + 1
					: Math.max(lengths[next]!, lengths[i * width + j + 1]!);
		}
	}
	return lengths;
}

/** How many letters the words have, or those of them at `places`: spaces and marks weigh nothing. */
function weight(words: readonly string[], places?: ReadonlySet<number>): number {
	let sum = 0;
	words.forEach((word, at) => {
		if ((!places || places.has(at)) && /[\p{L}\p{N}]/u.test(word)) sum += word.length;
	});
	return sum;
}

function stretches(words: readonly string[], shared: ReadonlySet<number>): readonly Stretch[] {
	const found: { text: string; changed: boolean }[] = [];
	words.forEach((text, at) => {
		const changed = !shared.has(at);
		const last = found.at(-1);
		if (last?.changed === changed) last.text += text;
		else found.push({ text, changed });
	});
	return found;
}

function whole(text: string): readonly Stretch[] {
	return text === '' ? [] : [{ text, changed: true }];
}
