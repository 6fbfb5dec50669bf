import { expect, it } from 'vitest';
import { dateFromText, datesInNumbers } from '../../../src/ui/fields/date-text.ts';

it.each([
	['2026-11-21', '2026-11-21'],
	[' 21 Nov 2026 ', '2026-11-21'],
	['1 december 2026', '2026-12-01'],
	['Nov 21, 2026', '2026-11-21'],
	['21-Nov-2026', '2026-11-21'],
	['21-Nov-26', '2026-11-21'],
	['11/21/2026', '2026-11-21'],
	['21/11/2026', '2026-11-21'],
	['5/5/2026', '2026-05-05'],
	['5.12.2026', '2026-12-05'],
])('reads %s', (text, date) => {
	expect(dateFromText(text)).toBe(date);
});

it.each(['11/12/2026', '31 Feb 2026', '2026-13-01', '21 Foo 2026', '31/2/2026', 'Q3', ''])(
	'does not guess at %j',
	(text) => {
		expect(dateFromText(text)).toBeUndefined();
	},
);

it('knows both dates that numbers may mean', () => {
	expect(datesInNumbers('11/12/2026')).toEqual(['2026-12-11', '2026-11-12']);
});
