/** How a gap stands to its due date. */
import { addDays, isCalendarDate, type CalendarDate } from '../../../base/calendar-date.ts';
import { isOpenGap, type Gap } from '../../registers/gaps.ts';

export type DueStanding = 'overdue' | 'soon' | 'later' | 'undated' | 'done';

/** Days ahead that count as soon. */
export const soonDays = 14;

export function dueStanding(gap: Gap, today: CalendarDate): DueStanding {
	if (!isOpenGap(gap)) return 'done';
	if (!isCalendarDate(gap.due)) return 'undated';
	if (gap.due < today) return 'overdue';
	return gap.due <= addDays(today, soonDays) ? 'soon' : 'later';
}
