import fc from 'fast-check';
import { expect, test } from 'vitest';

import { foldText, matchWords, typedWords } from '../../../src/ui/commands/fuzzy-match.ts';

const text = fc.string({
	unit: fc.constantFrom('a', 'b', 'c', 'A', 'B', ' ', '.', '-', 'é', '1'),
	maxLength: 24,
});
const typed = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '1', ' '), maxLength: 6 });

test('what is marked holds the letters typed, inside the text, in order and apart', () => {
	fc.assert(
		fc.property(text, typed, (text, typed) => {
			const folded = foldText(text);
			const match = matchWords(typedWords(typed), folded);
			if (!match) return;
			let last = -1;
			for (const { start, end } of match.marks) {
				expect(start).toBeGreaterThan(last);
				expect(end).toBeGreaterThan(start);
				last = end;
			}
			expect(last).toBeLessThanOrEqual(text.length);
			const shown = match.marks.map(({ start, end }) => folded.slice(start, end)).join('');
			for (const letter of typedWords(typed).join('')) expect(shown).toContain(letter);
		}),
	);
});

test('a part of a text always finds it, and typing on never finds what was not found before', () => {
	fc.assert(
		fc.property(text, fc.nat(), fc.nat(), typed, (text, from, length, typed) => {
			const folded = foldText(text);
			const part = text.slice(from % (text.length + 1)).slice(0, length % 8);
			expect(matchWords(typedWords(part), folded)).toBeDefined();
			if (!matchWords(typedWords(typed), folded)) {
				expect(matchWords(typedWords(`${typed}b`), folded)).toBeUndefined();
			}
		}),
	);
});
