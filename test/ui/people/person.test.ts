import { describe, expect, it } from 'vitest';
import {
	initialsOf,
	peopleWords,
	personColour,
	type ShownPerson,
} from '../../../src/ui/people/person.ts';

describe('initials', () => {
	it.each([
		['Ana Ruiz', 'AR'],
		['Ana María Ruiz de la Torre', 'AT'],
		['dana', 'D'],
		['Fatima al-Fihri', 'FA'],
		['  Émile   Zola ', 'ÉZ'],
		['ben.ode@example.com', 'BC'],
		['(Ben) “Benny” Ode', 'BO'],
		['Ben Ode (cave relax)', 'BO'],
		['李小龙', '李'],
		['👩‍💻 Ada', '👩‍💻A'],
		['', '?'],
		['…', '?'],
	])('of “%s” are %s', (name, initials) => {
		expect(initialsOf(name)).toBe(initials);
	});
});

it('colours begin again after eight, whatever the number', () => {
	expect([0, 7, 8, 17, -1].map(personColour)).toEqual([0, 7, 0, 1, 7]);
});

describe('people in words', () => {
	const people: readonly ShownPerson[] = [
		{ id: 'a', name: 'Ana', colour: 0, presence: 'here' },
		{ id: 'b', name: 'Ben', colour: 1, presence: 'away' },
		{ id: 'c', name: 'Chidi', colour: 2 },
	];

	it('are all named, with whoever is not here said so', () => {
		expect(peopleWords([])).toBe('');
		expect(peopleWords(people.slice(0, 1))).toBe('Ana');
		expect(peopleWords(people)).toBe('Ana, Ben (away) and Chidi');
	});

	it('are counted beyond as many as asked for', () => {
		expect(peopleWords(people, 1)).toBe('Ana and 2 more');
		expect(peopleWords(people, 2)).toBe('Ana, Ben (away) and 1 more');
		expect(peopleWords(people, 3)).toBe('Ana, Ben (away) and Chidi');
	});
});
