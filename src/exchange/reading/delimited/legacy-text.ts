/**
 * Guesses the code page of text older than Unicode. Every page reads any bytes as something; the
 * right one is the one whose reading looks most like words of its languages.
 */
import { decodeWindows1252 } from '../windows-1252.ts';
import type { DecodedText } from './text-encoding.ts';

interface CodePage {
	readonly label: string;
	readonly name: string;
	/** Letters its languages use past ASCII; others are what a wrong reading brings out. */
	readonly letters: RegExp;
	/** What a reading by this page costs: less common pages must be clearly better. */
	readonly handicap: number;
}

const western: CodePage = {
	label: 'windows-1252',
	name: 'Windows-1252 (Western European)',
	letters: /[ÄÅÆÇÉÑÖØÜßàáâãäåæçèéêëíîïñóôõöøúûüœŒšŽž]/gu,
	handicap: 0,
};

const otherPages: readonly CodePage[] = [
	{
		label: 'macintosh',
		name: 'Mac Roman',
		letters: /[ÄÅÇÉÑÖÜßàáâãäåçèéêëíîïñóôõöúûü]/gu,
		handicap: 0.1,
	},
	{
		label: 'windows-1250',
		name: 'Windows-1250 (Central European)',
		letters: /[ÁáČčĎďÉéĚěÍíŇňÓóŘřŠšŤťÚúŮůÝýŽžĄąĆćĘęŁłŃńŚśŹźŻżÄäÖöÜüŐőŰű]/gu,
		handicap: 0.15,
	},
	{
		label: 'windows-1251',
		name: 'Windows-1251 (Cyrillic)',
		letters: /[А-яЁёІіЇїЄєҐґ№]/gu,
		handicap: 0.1,
	},
	{
		label: 'shift_jis',
		name: 'Shift JIS (Japanese)',
		letters: /[\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e]/gu,
		handicap: 0.1,
	},
	{
		label: 'gb18030',
		name: 'GB 18030 (Chinese)',
		letters: /[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]/gu,
		handicap: 0.2,
	},
];

const sampleLength = 2 ** 17;

/** The text as the likeliest code page reads it; Windows-1252 where none stands out. */
export function legacyText(bytes: Uint8Array): DecodedText {
	const sample = bytes.subarray(0, sampleLength);
	let best = { page: western, score: plausibility(sample, western) };
	for (const page of otherPages) {
		const score = plausibility(sample, page);
		if (score > best.score) best = { page, score };
	}
	return { text: decode(bytes, best.page), encoding: best.page.name, guessed: true };
}

/** Typographic signs all pages have; they speak for none. */
const neutral = /[\u00a0–—‘’“”„•…€™©®°§«»·]/gu;
/** Unassigned bytes, and capitals or signs in the middle of words. */
const broken = /\uFFFD|[\u0080-\u009f]/gu;
const misplaced = /(?<=\p{Ll})(?!\p{ASCII}|[’‘–—·])[\p{Lu}\p{S}\p{P}](?=\p{Ll})/gu;
/** Letters of another script beside Latin ones, as no word has them. */
const mixed = /(?<=[A-Za-z])(?!\p{Script=Latin})\p{L}|(?!\p{Script=Latin})\p{L}(?=[A-Za-z])/gu;

/** The share of telling characters that fit the page, less those that cannot be; at most 1. */
function plausibility(sample: Uint8Array, page: CodePage): number {
	const text = decode(sample, page);
	const telling = count(text, /\P{ASCII}/gu) - count(text, neutral);
	if (telling === 0) return -page.handicap;
	const wrong = 2 * count(text, broken) + count(text, misplaced) + count(text, mixed);
	return (count(text, page.letters) - wrong) / telling - page.handicap;
}

function decode(bytes: Uint8Array, page: CodePage): string {
	return page === western ? decodeWindows1252(bytes) : new TextDecoder(page.label).decode(bytes);
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}
