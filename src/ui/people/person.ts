/** Someone who is shown by initials and a colour: always with the name, in words or as their label. */

/** Which of the eight colours of `tokens/colours.css` (`--person-0` to `--person-7`). */
export type PersonColour = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** `away`: connected and idle. `gone`: not connected any more. */
export type Presence = 'here' | 'away' | 'gone';

export interface ShownPerson {
	readonly id: string;
	readonly name: string;
	readonly colour: PersonColour;
	readonly presence?: Presence | undefined;
}

/** The colour for the nth person (from 0); they begin again after eight. */
export function personColour(nth: number): PersonColour {
	return (((Math.trunc(nth) % 8) + 8) % 8) as PersonColour;
}

/**
 * The first letters of the first and the last word of a name, at most two; '?' for none. What stands
 * in brackets after a name tells it from others and is no part of it.
 */
export function initialsOf(name: string): string {
	const plain = name.replace(/(\S)\s+\([^()]*\)\s*$/u, '$1');
	const words = plain.split(/[\s.,;()@_]+/u).filter((word) => /[\p{L}\p{N}\p{S}]/u.test(word));
	const [first = '?'] = words;
	const last = words.length > 1 ? words.at(-1) : undefined;
	return [first, last]
		.map((word) => (word === undefined ? '' : firstLetter(word)))
		.join('')
		.toUpperCase();
}

/** What a reader takes for one letter, whatever it is made of; marks before it are passed over. */
function firstLetter(word: string): string {
	for (const { segment } of letters.segment(word)) {
		if (/[\p{L}\p{N}\p{S}?]/u.test(segment)) return segment;
	}
	return '';
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** “Ana Ruiz, Ben Ode (away) and 3 more”, with at most `most` names; '' for nobody. */
export function peopleWords(people: readonly ShownPerson[], most = people.length): string {
	const named = people
		.slice(0, most)
		.map(({ name, presence = 'here' }) => (presence === 'here' ? name : `${name} (${presence})`));
	const more = people.length - named.length;
	const last = more > 0 ? `${more} more` : named.pop();
	return [named.join(', '), last].filter(Boolean).join(' and ');
}
