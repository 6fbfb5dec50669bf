import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	excerpt,
	isOneText,
	side,
} from '../../../../src/features/exchange/handing-back/excerpt.ts';
import { textDifference } from '../../../../src/features/exchange/word-difference.ts';

function shown(before: string, after: string): string {
	return excerpt(textDifference(before, after))
		.map(({ text, on }) => (on === 'both' ? text : `[${on === 'after' ? '+' : '-'}${text}]`))
		.join('');
}

const long = 'Owners review who has access to production every quarter and sign the list';

describe('the part of a changed text that is shown on one line', () => {
	it('begins and ends near the changes of a long one', () => {
		expect(shown(`${long}.`, `${long} of people.`)).toBe('… and sign the list[+ of people].');
		expect(shown(`Old ${long}`, `New ${long}`)).toBe('[-Old][+New] Owners review who has …');
	});

	it('skips what stands unchanged between two changes', () => {
		expect(shown(`A ${long} z.`, `B ${long} y.`)).toBe(
			'[-A][+B] Owners review who has … and sign the list [-z][+y].',
		);
	});

	it('shows a line break that came in', () => {
		const { after } = textDifference('CC6.1 CC6.2', 'CC6.1\nCC6.2');
		expect(side(after).map(({ text }) => text)).toEqual(['CC6.1', '↵ ', 'CC6.2']);
	});

	it('ends somewhere, however long the texts are', () => {
		const pieces = excerpt(textDifference('', 'word '.repeat(10_000)));
		expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(300);
	});

	it('holds each side of a short text, in order', () => {
		const words = fc.array(fc.constantFrom('a', 'b', 'of', '1'), { maxLength: 8 });
		fc.assert(
			fc.property(words, words, (one, other) => {
				const [before, after] = [one.join(' '), other.join(' ')];
				const pieces = excerpt(textDifference(before, after));
				const of = (which: string) =>
					pieces
						.filter(({ on }) => on === 'both' || on === which)
						.map(({ text }) => text)
						.join('');
				expect([of('before'), of('after')]).toEqual([before, after]);
			}),
		);
	});

	it('is one text only where long texts have something in common', () => {
		expect(isOneText(textDifference(long, `${long}.`))).toBe(true);
		expect(isOneText(textDifference('In progress', 'In place'))).toBe(false);
		expect(isOneText(textDifference(long, 'Nobody does'))).toBe(false);
	});
});
