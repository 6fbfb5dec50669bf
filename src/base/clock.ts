import type { CalendarDate } from './calendar-date.ts';

/** Where time comes from. The one real clock is made in `main.ts`; tests pass a fixed one. */
export interface Clock {
	/** The present instant, ISO 8601 in UTC with milliseconds. */
	now(): string;
	/** The present calendar date in the user's time zone. */
	today(): CalendarDate;
}
