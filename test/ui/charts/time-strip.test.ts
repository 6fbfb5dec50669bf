import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import { placeMarks, timeScale } from '../../../src/ui/charts/time-strip.ts';

const mark = (date: string, label: string) => ({ id: label, label, date: date as CalendarDate });
const scale = timeScale(['2026-01-01', '2026-12-31', '2026-04-01'] as never);

test('the scale covers dates in any order, and a lone day', () => {
	expect(scale).toMatchObject({ from: '2026-01-01', to: '2026-12-31' });
	expect(scale.at('2026-12-31' as CalendarDate)).toBe(1);
	const day = '2026-05-05' as CalendarDate;
	expect(timeScale([day, day]).at(day)).toBe(0);
});

test('marks come in the order of their dates; labels that would meet go to other lanes', () => {
	const placed = placeMarks(
		[mark('2026-06-10', 'Second'), mark('2026-06-01', 'First'), mark('2026-02-01', 'Far away')],
		scale,
		60,
	);
	expect(placed.map(({ label, lane }) => [label, lane])).toEqual([
		['Far away', 0],
		['First', 1],
		['Second', 0],
	]);
});

test('a label that the end of the strip would cut stands before its mark', () => {
	const placed = placeMarks([mark('2026-01-01', 'Start'), mark('2026-12-31', 'End')], scale, 60);
	expect(placed.map(({ before }) => before)).toEqual([false, true]);
});
