/** The words of a text with their places, cut in one pass. */
export interface TextWords {
	readonly text: string;
	/** In lower case. Letters and digits make words; % is one of its own. */
	readonly words: readonly string[];
	/** Offsets in the text, in UTF-16 units; an end is after the last character. */
	readonly starts: readonly number[];
	readonly ends: readonly number[];
	/** True where no mark that ends a phrase (, . ; : and the like) stands before the word. */
	readonly joined: readonly boolean[];
}

const percent = 0x25;

/** Cuts a text into words. */
export function textWords(text: string): TextWords {
	const lower = lowerCase(text);
	const words: string[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	const joined: boolean[] = [];
	let breaks = true;
	let at = 0;
	while (at < lower.length) {
		const start = at;
		while (at < lower.length && isWordUnit(lower.charCodeAt(at))) at++;
		if (at === start && lower.charCodeAt(at) === percent) at++;
		if (at > start) {
			words.push(lower.slice(start, at));
			starts.push(start);
			ends.push(at);
			joined.push(!breaks);
			breaks = false;
		} else {
			breaks ||= endsPhrase(lower.charCodeAt(at));
			at++;
		}
	}
	return { text, words, starts, ends, joined };
}

/** In lower case with every offset kept: a few capitals (İ) have longer small letters. */
function lowerCase(text: string): string {
	const lower = text.toLowerCase();
	return lower.length === text.length
		? lower
		: text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function isWordUnit(unit: number): boolean {
	if (unit < 0x80)
		return (
			(unit >= 0x61 && unit <= 0x7a) ||
			(unit >= 0x30 && unit <= 0x39) ||
			(unit >= 0x41 && unit <= 0x5a)
		);
	return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 && !isPunctuation(unit);
}

/** General punctuation and that of Chinese and Japanese. */
function isPunctuation(unit: number): boolean {
	return (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x3000 && unit <= 0x303f);
}

function endsPhrase(unit: number): boolean {
	return !joiners.includes(String.fromCharCode(unit));
}

/** Blanks, hyphens, apostrophes, quotes and the slash of 24/7. */
const joiners = ' \t\n\r\u00a0\u00ad-\u2010\u2011\'\u2018\u2019"\u201c\u201d/&\u202f';
