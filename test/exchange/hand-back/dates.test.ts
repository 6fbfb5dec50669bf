/** Dates go back as dates, or as text in the form that the cell or its neighbours have. */
import { describe, expect, it } from 'vitest';
import { calendarDate, type CalendarDate } from '../../../src/base/calendar-date.ts';
import { dateLike } from '../../../src/exchange/hand-back/date-form.ts';
import { importedLines, importedSheet, onlyCell, returned, sheetRows } from './returned.ts';

const day = calendarDate(2026, 5, 3) ?? ('' as CalendarDate);

describe('the form of a date', () => {
	it.each([
		['2026-11-21', '2026-05-03'],
		['2026/1/9', '2026/5/3'],
		['2026-11-21T09:30', '2026-05-03'],
		['21.11.2026', '03.05.2026'],
		['9.1.26', '3.5.26'],
		['21 Nov 2026', '03 May 2026'],
		['9-Jan-26', '3-May-26'],
		['1st November 2026', '3rd May 2026'],
		['Sat, 21 NOV 2026', 'Sun, 03 MAY 2026'],
		['November 21, 2026', 'May 03, 2026'],
		['Saturday, Nov 1st, 2026', 'Sunday, May 3rd, 2026'],
	])('of %s gives %s', (like, written) => {
		expect(dateLike(like, day, undefined)).toBe(written);
	});

	it('takes the order of day and month from what is known of the column', () => {
		expect(dateLike('09/01/2026', day, true)).toBe('03/05/2026');
		expect(dateLike('09/01/2026', day, false)).toBe('05/03/2026');
		expect(dateLike('11/21/26', day, false)).toBe('05/03/26');
		expect(dateLike('09/01/2026', day, undefined)).toBeUndefined();
	});

	it('is none where the text is no date, or cannot say the year', () => {
		expect(dateLike('Q1 2026', day, true)).toBeUndefined();
		const old = calendarDate(1999, 5, 3) ?? day;
		expect(dateLike('21/11/26', old, true)).toBeUndefined();
	});
});

describe('a date', () => {
	const header = 'Control ID,Description,Due Date';
	const descriptions = ['Reviews access every quarter', 'Encrypts all laptops at rest'];
	const lines = (first: string, second: string): string[] => [
		header,
		...[first, second].map((date, at) => `AC-${at + 1},${descriptions[at]},${date}`),
	];
	const due = { dueDate: '2026-05-03' };

	it('goes back in the form of its own cell', async () => {
		const file = await importedLines(lines('21 Nov 2026', '2026-12-24'));
		const edits = { 'AC-1': due, 'AC-2': due };
		const { rows } = await returned(file, { edits });
		expect(rows.map((row) => row[2])).toEqual(['Due Date', '03 May 2026', '2026-05-03']);
	});

	it('goes into an empty cell in the form of the nearest row that has one', async () => {
		const file = await importedLines(lines('21.11.2026', ''));
		const { rows } = await returned(file, { edits: { 'AC-2': due } });
		expect(rows[2]?.[2]).toBe('03.05.2026');
	});

	it('goes back in the order the person said the file has', async () => {
		const decide = <Decisions extends object>(decisions: Decisions) => ({
			...decisions,
			dayFirst: false,
		});
		const file = await importedLines(lines('03/04/2026', '05/06/2026'), { decide });
		const { rows } = await returned(file, { edits: { 'AC-1': due } });
		expect(rows[1]?.[2]).toBe('05/03/2026');
	});

	it('that is no calendar date goes back as the text it is', async () => {
		const file = await importedLines(lines('2026-11-21', '2026-12-24'));
		const { rows } = await returned(file, { edits: { 'AC-1': { dueDate: 'Q3 2027' } } });
		expect(rows[1]?.[2]).toBe('Q3 2027');
	});

	it('with a time of day goes back once, though two columns here came from its cell', async () => {
		const file = await importedLines(lines('2026-11-21 10:00', '2026-12-24'));
		const original = [...file.own.keys()].find((name) => name.endsWith('(original text)')) ?? '';
		const edited = await returned(file, { edits: { 'AC-1': due } });
		expect(onlyCell(edited)).toMatchObject({ key: 'Sheet1!C2', after: '2026-05-03' });
		const text = '2026-05-03 18:00';
		const both = { 'AC-1': { ...due, named: { [original]: text } } };
		expect((await returned(file, { edits: both })).rows[1]?.[2]).toBe(text);
		const apart = { 'AC-1': { named: { [original]: text } } };
		expect(onlyCell(await returned(file, { edits: apart })).conflict?.text).toMatch(
			/^The cell under “Due Date” fills two columns here/,
		);
	});

	it('is a date in a date cell, and in an empty cell among date cells', async () => {
		const rows = sheetRows([
			['Control ID', 'Description', 'Due Date'],
			['AC-1', 'Reviews access every quarter', { xml: ' s="1"><v>46347</v></c>' }],
			['AC-2', 'Encrypts all laptops at rest', ''],
		]);
		const file = await importedSheet({ rows }, { formats: ['dd/mm/yyyy'] });
		expect(file.controls[0]?.dueDate).toBe('2026-11-21');
		const edits = { 'AC-1': due, 'AC-2': due };
		const handed = await returned(file, { edits });
		expect(handed.cells.map(({ cell, after }) => [cell, after])).toEqual([
			['C2', '2026-05-03'],
			['C3', '2026-05-03'],
		]);
	});
});
