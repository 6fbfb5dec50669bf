/** Why a row is taken for a control, in a sentence a person can judge. */
import type { Pair } from './pairing.ts';

/** '' where the same id says it all. `doubled`: the id they share stands more than once. */
export function matchReason({ how, likeness, between }: Pair, before: string, now: string): string {
	if (how === 'id') return '';
	const text =
		how === 'sameText'
			? 'title and text are the same'
			: `${Math.round(likeness * 100)} % of the words are the same`;
	const where =
		how === 'alike' && between > 0
			? `, and it stands ${between === 2 ? 'between' : 'beside'} the same rows`
			: '';
	return `${idWords(before, now)}; ${text}${where}.`;
}

function idWords(before: string, now: string): string {
	if (before === '' && now === '') return 'Neither row has an ID';
	if (before === now) return `The ID ${now} stands more than once`;
	if (now === '') return `The ID was ${before}, and the row has none now`;
	if (before === '') return `The row had no ID and is ${now} now`;
	return `The ID was ${before} and is ${now} now`;
}
