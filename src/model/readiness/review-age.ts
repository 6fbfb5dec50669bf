/** Whether something was looked at lately: policies, plans, assessments and reports are read once a year. */
import { addDays, isCalendarDate } from '../../base/calendar-date.ts';
import { threshold } from '../records/thresholds.ts';
import type { Facts } from './facts.ts';

/** True for a day that lies no further back than reviews may be old; '' and what is no date is none. */
export function isRecent(date: string, { today, scope }: Facts): boolean {
	return isCalendarDate(date) && date >= addDays(today, -threshold(scope, 'reviewAgeDays'));
}
