import { expect, it } from 'vitest';
import { dateFromText } from '../../../src/ui/fields/date-text.ts';

it.each([
	['2026-11-21', '2026-11-21'],
	[' 21 Nov 2026 ', '2026-11-21'],
	['1 december 2026', '2026-12-01'],
	['Nov 21, 2026', '2026-11-21'],
	['21-Nov-2026', '2026-11-21'],
])('reads %s', (text, date) => {
	expect(dateFromText(text)).toBe(date);
});

it.each(['11/12/2026', '31 Feb 2026', '2026-13-01', '21 Foo 2026', 'Q3', ''])(
	'does not guess at %j',
	(text) => {
		expect(dateFromText(text)).toBeUndefined();
	},
);
