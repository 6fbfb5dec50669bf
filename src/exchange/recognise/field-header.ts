/** How surely a header says that its column is a field of a register. */
import type { Field } from '../../model/records/field.ts';
import { destinations, type Destination } from '../destinations.ts';
import { headerWords } from './header-words.ts';
import { registerColumnWords } from './register-column-words.ts';

interface Phrase {
	readonly words: readonly string[];
	readonly weight: number;
}

/** How much a phrase counts by where it stands among a header's other words. */
const byPlace = { whole: 1, head: 0.72, start: 0.6, inside: 0.48 };
/** A phrase before one of these words says less. */
const besideHead = 0.6;
const heads = new Set(
	'score level rating category type status date id count number owner name by on percentage rank'.split(
		' ',
	),
);
const weights = { ours: 1, sure: 0.95, weak: 0.62 };
/** What explains a name, in brackets or on further lines, counts only where the rest says nothing. */
const explained = 0.8;

/** From 0 (says nothing of it) to 1. */
export function fieldHeaderScore(register: Destination, field: Field, header: string): number {
	const phrases = phrasesOf.get(`${register}/${field.key}`) ?? [];
	const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').trim();
	const [first = '', ...more] = bare.split('\n');
	const explains = headerWords(more.join(' ')).length > 2;
	const whole = best(phrases, headerWords(bare));
	const score = explains ? Math.max(whole, best(phrases, headerWords(first)) * 0.97) : whole;
	return score > 0 ? score : best(phrases, headerWords(header)) * explained;
}

function best(phrases: readonly Phrase[], words: readonly string[]): number {
	return Math.max(0, ...phrases.map((phrase) => placed(phrase.words, words) * phrase.weight));
}

function placed(phrase: readonly string[], words: readonly string[]): number {
	if (phrase.length > words.length) return 0;
	for (let at = 0; at + phrase.length <= words.length; at++) {
		if (!phrase.every((word, place) => words[at + place] === word)) continue;
		if (phrase.length === words.length) return byPlace.whole;
		// A lone letter or sign among other words names nothing.
		if (phrase.join('').length < 3) return 0;
		if (at + phrase.length === words.length) return byPlace.head;
		// A risk score is no risk: what stands last says what the column holds.
		const beside = heads.has(words.at(-1) ?? '') ? besideHead : 1;
		return (at === 0 ? byPlace.start : byPlace.inside) * beside;
	}
	return 0;
}

const phrasesOf: ReadonlyMap<string, readonly Phrase[]> = new Map(
	Object.entries(destinations).flatMap(([name, { fields }]) =>
		fields.map(({ key, label }): [string, readonly Phrase[]] => {
			const [sure = '', weak = ''] = registerColumnWords[name as Destination]?.[key] ?? [];
			return [
				`${name}/${key}`,
				[
					{ words: headerWords(label), weight: weights.ours },
					...listed(sure, weights.sure),
					...listed(weak, weights.weak),
				],
			];
		}),
	),
);

function listed(phrases: string, weight: number): readonly Phrase[] {
	return phrases
		.split(',')
		.map((phrase) => ({ words: headerWords(phrase), weight }))
		.filter(({ words }) => words.length > 0);
}
