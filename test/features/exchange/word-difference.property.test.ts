import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { textDifference, type Stretch } from '../../../src/features/exchange/word-difference.ts';

const words = fc
	.array(fc.constantFrom('access', 'review', 'the', 'of', 'CC6.1', 'é', '訂', '2026'))
	.map((list) => list.join(' '));
const text = fc.oneof(words, fc.string({ unit: 'grapheme' }));

describe('the difference of two texts', () => {
	it('keeps both texts whole', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const difference = textDifference(before, after);
				expect(joined(difference.before)).toBe(before);
				expect(joined(difference.after)).toBe(after);
			}),
		);
	});

	it('calls unchanged just what both have, in order', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const difference = textDifference(before, after);
				expect(joined(difference.before.filter(isShared))).toBe(
					joined(difference.after.filter(isShared)),
				);
			}),
		);
	});

	it('finds nothing changed between equal texts', () => {
		fc.assert(
			fc.property(words, (same) => {
				const { before, after } = textDifference(same, same);
				expect([...before, ...after].filter(({ changed }) => changed)).toEqual([]);
			}),
		);
	});

	it('keeps a longest common run of words', () => {
		// Marks are words by themselves; the long word that both have makes them worth comparing.
		const marks = fc.array(fc.constantFrom('!', '?', ';'), { maxLength: 7 });
		fc.assert(
			fc.property(marks, marks, (a, b) => {
				const { before } = textDifference(`same${a.join('')}`, `same${b.join('')}`);
				const kept = joined(before.filter(isShared)).length - 'same'.length;
				expect(kept).toBe(longestCommon(a, b));
			}),
		);
	});

	it('marks the one word that was put into a sentence', () => {
		expect(
			textDifference('Managers approve access.', 'Managers approve all access.').after,
		).toEqual([
			{ text: 'Managers approve ', changed: false },
			{ text: 'all ', changed: true },
			{ text: 'access.', changed: false },
		]);
	});

	it('shows texts with hardly a word in common as different throughout', () => {
		expect(textDifference('In progress', 'Implemented').before).toEqual([
			{ text: 'In progress', changed: true },
		]);
	});

	it('does not compare two long texts word by word', () => {
		const long = (word: string): string => `${word} `.repeat(2_000);
		const { before } = textDifference(`Same ${long('a')}`, `Same ${long('b')}`);
		expect(joined(before)).toBe(`Same ${long('a')}`);
	});
});

function joined(stretches: readonly Stretch[]): string {
	return stretches.map((stretch) => stretch.text).join('');
}

function isShared({ changed }: Stretch): boolean {
	return !changed;
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
	if (a.length === 0 || b.length === 0) return 0;
	const [first, ...rest] = a;
	const at = b.indexOf(first!);
	const without = longestCommon(rest, b);
	return at < 0 ? without : Math.max(without, 1 + longestCommon(rest, b.slice(at + 1)));
}
