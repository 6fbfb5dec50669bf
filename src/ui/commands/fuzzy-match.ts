/**
 * Finds what someone half remembers: every word typed must be found, at best at the start of a word,
 * else inside one, else as letters in order that begin words or follow each other (“impspr”, “ias”
 * for “Import a spreadsheet”), with one letter left out at most.
 */

/** A stretch of a text, `end` not included. */
export interface Mark {
	readonly start: number;
	readonly end: number;
}

export interface Match {
	/** The greater, the better. */
	readonly score: number;
	/** What of the text was matched, in order, not touching. */
	readonly marks: readonly Mark[];
}

/** The text without letter case and accents, of the same length, so that places stay the same. */
export function foldText(text: string): string {
	if (/^[ -~]*$/.test(text)) return text.toLowerCase();
	return Array.from({ length: text.length }, (_, index) => foldUnit(text.charAt(index))).join('');
}

function foldUnit(unit: string): string {
	return unit.normalize('NFD').charAt(0).toLowerCase().charAt(0);
}

/** The words of what was typed, folded. */
export function typedWords(typed: string): readonly string[] {
	return foldText(typed).split(/\s+/).filter(Boolean);
}

/** How well a folded text answers the words; undefined where one of them is not in it. */
export function scoreOf(words: readonly string[], folded: string): number | undefined {
	// Of two that answer as well, the shorter one says less that was not asked for.
	let score = -folded.length / 100;
	for (const word of words) {
		const found = findWord(word, folded);
		if (!found) return undefined;
		score += found.score;
	}
	return score;
}

/** The score, and what of the text was matched. */
export function matchWords(words: readonly string[], folded: string): Match | undefined {
	const score = scoreOf(words, folded);
	if (score === undefined) return undefined;
	const places = words.flatMap((word) => {
		const at = findWord(word, folded)?.at;
		return at === undefined ? (scattered(word, folded) ?? []) : run(at, word);
	});
	return { score, marks: marksOf(places) };
}

interface Found {
	readonly score: number;
	/** Where the word stands in one piece; undefined where its letters are scattered. */
	readonly at: number | undefined;
}

function findWord(word: string, text: string): Found | undefined {
	let inside: number | undefined;
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		if (at === 0) return { score: isWordStart(text, word.length) ? 110 : 100, at };
		if (isWordStart(text, at)) return { score: 80, at };
		inside ??= at;
	}
	if (inside !== undefined) return { score: 50, at: inside };
	return scattered(word, text) && { score: 20, at: undefined };
}

/** Where the letters of a word lie that does not stand in one piece. */
function scattered(word: string, text: string): readonly number[] | undefined {
	if (word.length < 2 || !holdsInOrder(word, text)) return undefined;
	const first = word.charAt(0);
	for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
		if (!isWordStart(text, at)) continue;
		const rest = lettersAfter(word, 1, text, at, true);
		if (rest) return [at, ...rest];
	}
	return undefined;
}

function run(at: number, word: string): readonly number[] {
	return Array.from({ length: word.length }, (_, index) => at + index);
}

function isWordStart(text: string, at: number): boolean {
	return !isInWord(text, at - 1) || !isInWord(text, at);
}

function isInWord(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
	return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** A quick refusal of most texts. */
function holdsInOrder(word: string, text: string): boolean {
	let at = -1;
	for (const letter of word) {
		at = text.indexOf(letter, at + 1);
		if (at < 0) return false;
	}
	return true;
}

/** Where the letters from `index` on lie after `from`: next to it, or at the start of a later word. */
function lettersAfter(
	word: string,
	index: number,
	text: string,
	from: number,
	maySkip: boolean,
): readonly number[] | undefined {
	if (index === word.length) return [];
	const letter = word.charAt(index);
	for (let at = text.indexOf(letter, from + 1); at >= 0; at = text.indexOf(letter, at + 1)) {
		const follows = at === from + 1 || isWordStart(text, at);
		const skips = !follows && at === from + 2;
		if (!follows && !(skips && maySkip)) continue;
		const rest = lettersAfter(word, index + 1, text, at, maySkip && !skips);
		if (rest) return [at, ...rest];
	}
	return undefined;
}

function marksOf(places: readonly number[]): readonly Mark[] {
	const marks: { start: number; end: number }[] = [];
	for (const place of [...new Set(places)].sort((a, b) => a - b)) {
		const last = marks.at(-1);
		if (last?.end === place) last.end++;
		else marks.push({ start: place, end: place + 1 });
	}
	return marks;
}
