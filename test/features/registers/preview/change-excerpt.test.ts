import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeExcerpt } from '../../../../src/features/registers/preview/change-excerpt.ts';

it('keeps short texts whole and begins long ones at a word before the first difference', () => {
	expect(changeExcerpt('Ana', 'Ben')).toEqual({ before: 'Ana', after: 'Ben' });
	const start = 'The security lead reviews the list of people with access every ';
	expect(changeExcerpt(`${start}quarter.`, `${start}month.`)).toEqual({
		before: '…with access every quarter.',
		after: '…with access every month.',
	});
});

it('never hides the difference between two texts, blanks aside', () => {
	const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 120 });
	fc.assert(
		fc.property(text, text, text, (start, before, after) => {
			const [whole, other] = [start + before, start + after].map((part) =>
				part.replace(/\s+/g, ' ').trim(),
			);
			const excerpt = changeExcerpt(start + before, start + after);
			if (whole !== other) expect(excerpt.before).not.toBe(excerpt.after);
		}),
	);
});
