/** A fixed clock, counting ids and one actor, so that tests say the same on every run. */
import type { CalendarDate } from '../../src/base/calendar-date.ts';
import type { Clock } from '../../src/base/clock.ts';
import type { IdSource } from '../../src/base/ids.ts';
import type { Actor } from '../../src/workbook/actor.ts';

/** Starts at noon of 21 Nov 2026 (UTC) and goes on by one second a reading. */
export function fixedClock(): Clock {
	let seconds = 0;
	return {
		now: () => new Date(Date.UTC(2026, 10, 21, 12, 0, seconds++)).toISOString(),
		today: () => '2026-11-21' as CalendarDate,
	};
}

/** Ids 0001, 0002 … behind an optional prefix that keeps two sources apart. */
export function countingIds(prefix = ''): IdSource {
	let count = 0;
	return { next: () => `${prefix}${String(++count).padStart(4, '0')}` };
}

export const dana: Actor = { device: 'device-dana', name: 'Dana' };
