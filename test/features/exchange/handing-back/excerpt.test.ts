import { describe, expect, it } from 'vitest';

import { excerpt } from '../../../../src/features/exchange/handing-back/excerpt.ts';
import { textDifference } from '../../../../src/features/exchange/word-difference.ts';

function afterwards(before: string, after: string): string {
	return excerpt(textDifference(before, after).after)
		.map(({ text, changed }) => (changed ? `[${text}]` : text))
		.join('');
}

const long = 'Owners review who has access to production every quarter and sign the list';

describe('the part of a text that is shown on one line', () => {
	it('is all of a short one', () => {
		expect(afterwards('In progress', 'Implemented')).toBe('[Implemented]');
	});

	it('begins shortly before the first change of a long one', () => {
		expect(afterwards(`${long}.`, `${long} of people.`)).toBe('… and sign the list[ of people].');
	});

	it('skips what stands unchanged between two changes', () => {
		expect(afterwards(`A ${long} z.`, `B ${long} y.`)).toMatch(
			/^\[B\] Owners review.*….*list \[y\]\.$/,
		);
	});

	it('shows a line break that came in', () => {
		expect(afterwards('CC6.1 CC6.2', 'CC6.1\nCC6.2')).toContain('[↵ ]');
	});

	it('ends somewhere, however long the text is', () => {
		expect(afterwards('', 'word '.repeat(10_000)).length).toBeLessThan(300);
	});
});
