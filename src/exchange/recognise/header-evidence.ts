/** How strongly a header text says what its column is about. */
import type { ColumnSubject } from '../proposal/proposal.ts';
import { frameworkWords, headerPhrases, type HeaderPhrase } from './column-words.ts';
import { headerWords } from './header-words.ts';

export interface HeaderEvidence {
	/** 0 to 1 by subject; absent where the header says nothing of it. */
	readonly scores: ReadonlyMap<ColumnSubject, number>;
	/** The header names a framework other than the trust services criteria. */
	readonly namesFramework: boolean;
	/** The header names SOC 2 or the trust services criteria. */
	readonly namesCriteria: boolean;
}

const criteriaWords = new Set('soc2 tsc tsp aicpa criteria criterion trust'.split(' '));
/** Words that say nothing of a column's subject by themselves. */
const neutralWords = new Set(
	(
		'control soc 2 soc2 required current overall key internal rule requirement safeguard company ' +
		'v rev version optional recommended please enter list name question measure #'
	).split(' '),
);

/** How much a phrase counts by where it stands among a header's other words. */
const weightByPlace = { whole: 0.97, head: 0.9, start: 0.75, inside: 0.55 };
/** A phrase beside the head says less: "evidence owner" is an owner, hardly evidence. */
const weightBesideHead = 0.6;
/** A first line alone, its explanation below left aside. */
const weightOfFirstLine = 0.85;
/** "Likelihood (1-5)": a scale makes any header a score. */
const scale = /\(\s*\d+\s*[-\u2013\u2014]\s*\d+\s*\)/;

/** Reading a header is pure; wide sheets and their repeated header rows ask for the same texts. */
const remembered = new Map<string, HeaderEvidence>();

/**
 * Reads a header. What stands in brackets counts only where the rest says nothing; a first line
 * counts alone too, since further lines often explain it.
 */
export function readHeader(text: string): HeaderEvidence {
	const known = remembered.get(text);
	if (known) return known;
	const words = headerWords(text);
	const namesCriteria =
		words.some((word) => criteriaWords.has(word)) || ` ${words.join(' ')} `.includes(' soc 2 ');
	const evidence = {
		scores: scoreHeader(text, words),
		namesCriteria,
		namesFramework: !namesCriteria && words.some(isFrameworkWord),
	};
	if (remembered.size > 5000) remembered.clear();
	remembered.set(text, evidence);
	return evidence;
}

/** The header's best score for any subject: is this a header we know? */
export function knownHeaderScore(text: string): number {
	return Math.max(0, ...readHeader(text).scores.values());
}

function scoreHeader(text: string, words: readonly string[]): ReadonlyMap<ColumnSubject, number> {
	const outside = headerWords(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
	const firstLine = headerWords(/^\s*([^\n]+)\n/.exec(text)?.[1] ?? '');
	const scores = new Map(scorePhrases(outside));
	for (const [subject, score] of scorePhrases(firstLine)) {
		scores.set(subject, Math.max(score * weightOfFirstLine, scores.get(subject) ?? 0));
	}
	if (scale.test(text)) scores.set('other', 1);
	return scores.size === 0 ? scorePhrases(words) : scores;
}

const compoundHeads = headerPhrases.filter(
	({ words: [head = '', ...more] }) => more.length === 0 && head.length >= 6,
);
const phrasesByFirstWord: ReadonlyMap<string, readonly HeaderPhrase[]> = groupByFirstWord();

function scorePhrases(words: readonly string[]): ReadonlyMap<ColumnSubject, number> {
	const matches = words.flatMap((word, at) =>
		(phrasesByFirstWord.get(word) ?? [])
			.filter((phrase) => phrase.words.every((each, place) => words[at + place] === each))
			.map((phrase) => ({ phrase, at })),
	);
	if (matches.length === 0) return scoreCompound(words.at(-1) ?? '');
	const headed = matches.some(({ phrase, at }) => isHead(words, at + phrase.words.length));
	const scores = new Map<ColumnSubject, number>();
	for (const { phrase, at } of matches) {
		const inLonger = matches.some(
			(other) =>
				other.phrase.words.length > phrase.words.length &&
				other.at <= at &&
				other.at + other.phrase.words.length >= at + phrase.words.length,
		);
		if (inLonger) continue;
		const aside = headed && !isHead(words, at + phrase.words.length);
		const score = phraseScore(words, phrase, at) * (aside ? weightBesideHead : 1);
		if (score > (scores.get(phrase.subject) ?? 0)) scores.set(phrase.subject, score);
	}
	return scores;
}

/** German and its neighbours write the head into the word: Umsetzungsbeschreibung. */
function scoreCompound(word: string): ReadonlyMap<ColumnSubject, number> {
	const head = compoundHeads.find(
		({ words: [head = ''] }) => word.length > head.length && word.endsWith(head),
	);
	return new Map(head ? [[head.subject, head.weight * 0.8]] : []);
}

/** The last noun of a header is what it is about: "evidence owner" is an owner. */
function phraseScore(words: readonly string[], phrase: HeaderPhrase, at: number): number {
	const end = at + phrase.words.length;
	const others = words.filter((word, place) => (place < at || place >= end) && !isNeutral(word));
	if (words.length === phrase.words.length) return phrase.weight;
	if (phrase.words.every(isNeutral) && others.length > 1) return 0;
	const explained = 1 - others.length / words.length;
	const { whole, head, start, inside } = weightByPlace;
	const place = others.length === 0 ? whole : isHead(words, end) ? head : at === 0 ? start : inside;
	return phrase.weight * place * (0.55 + 0.45 * explained);
}

/** True where nothing that matters follows: the phrase before is the header's head. */
function isHead(words: readonly string[], end: number): boolean {
	return words.slice(end).every(isNeutral);
}

function isNeutral(word: string): boolean {
	return neutralWords.has(word) || isFrameworkWord(word) || /^v?\d+$/.test(word);
}

function isFrameworkWord(word: string): boolean {
	return frameworkWords.has(word);
}

function groupByFirstWord(): ReadonlyMap<string, readonly HeaderPhrase[]> {
	const groups = new Map<string, HeaderPhrase[]>();
	for (const phrase of headerPhrases) {
		const first = phrase.words[0] ?? '';
		groups.set(first, [...(groups.get(first) ?? []), phrase]);
	}
	return groups;
}
