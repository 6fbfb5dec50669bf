import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import { CalendarState, weekdayOf } from '../../../src/ui/fields/calendar-state.svelte.ts';

const at = (date: string) => new CalendarState(date as CalendarDate);

describe('the calendar', () => {
	it.each([
		['ArrowLeft', false, '2026-11-20'],
		['ArrowRight', false, '2026-11-22'],
		['ArrowUp', false, '2026-11-14'],
		['ArrowDown', false, '2026-11-28'],
		['PageUp', false, '2026-10-21'],
		['PageDown', false, '2026-12-21'],
		['PageUp', true, '2025-11-21'],
		['Home', false, '2026-11-16'],
		['End', false, '2026-11-22'],
	])('goes with %s (Shift %s) from 21 Nov 2026 to %s', (key, shiftKey, date) => {
		const calendar = at('2026-11-21');
		expect(calendar.press({ key, shiftKey })).toBe(true);
		expect(calendar.pointed).toBe(date);
	});

	it('leaves other keys alone and stays inside the calendar', () => {
		const calendar = at('9999-12-31');
		expect(calendar.press({ key: 'x', shiftKey: false })).toBe(false);
		calendar.press({ key: 'ArrowRight', shiftKey: false });
		expect(calendar.pointed).toBe('9999-12-31');
	});

	it('shows whole weeks that begin on Monday', () => {
		const { weeks, title } = at('2026-11-21');
		expect(title).toBe('November 2026');
		expect(weeks).toHaveLength(6);
		expect(weeks[0]).toEqual([...new Array<undefined>(6).fill(undefined), '2026-11-01']);
		expect(weeks[5]?.[0]).toBe('2026-11-30');
		for (const week of weeks) {
			week.forEach((day, index) => day && expect(weekdayOf(day)).toBe(index));
		}
	});
});
