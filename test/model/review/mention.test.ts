import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	membersMatching,
	mentionBeingTyped,
	mentionPieces,
	mentionsIn,
} from '../../../src/model/review/mention.ts';

const members = [
	{ device: 'p', name: 'Priya' },
	{ device: 'r', name: 'Priya Rao' },
	{ device: 'b', name: 'Ben' },
	{ device: 'c', name: 'ben' },
];

test('the longest name that fits is meant, letter case aside', () => {
	expect(mentionsIn('@priya rao and @Priya Raoul, see', members)).toEqual(['r', 'p']);
});

test('everybody called so is meant', () => {
	expect(mentionsIn('Ask @Ben.', members)).toEqual(['b', 'c']);
});

test('an address and a longer word are no name', () => {
	expect(mentionsIn('mail@Ben.example, @Benjamin, @', members)).toEqual([]);
});

test('pieces put together again are the text', () => {
	const word = fc.constantFrom('@', 'Priya', ' Rao', 'Ben', ' ', '\n', 'é', '@Priya Rao', 'x');
	fc.assert(
		fc.property(fc.array(word), (words) => {
			const text = words.join('');
			const pieces = mentionPieces(text, members);
			expect(pieces.map((piece) => piece.text).join('')).toBe(text);
			expect(pieces.every((piece) => piece.text !== '')).toBe(true);
		}),
	);
});

test('a name being typed is found before the caret, and who it could be', () => {
	expect(mentionBeingTyped('Hello @pri', 10)).toEqual({ from: 6, query: 'pri' });
	expect(mentionBeingTyped('a@b', 3)).toBeUndefined();
	expect(mentionBeingTyped('@Ben\nmore', 9)).toBeUndefined();
	expect(mentionBeingTyped('', 0)).toBeUndefined();
	expect(membersMatching('ra', members).map(({ device }) => device)).toEqual(['r']);
	expect(membersMatching('PRI', members).map(({ device }) => device)).toEqual(['p', 'r']);
});
