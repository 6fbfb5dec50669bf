/** How a review file is called: `Acme SOC 2 – 21 Nov 2026 – Priya.review`. */
import { readableDate, type CalendarDate } from '../../../base/calendar-date.ts';
import { safeName } from '../../../base/file-name.ts';

export const bundleEnding = '.review';

/** The name of a file that `person` makes of `workbook` on `date`. */
export function bundleName(workbook: string, date: CalendarDate, person: string): string {
	const parts = [safeName(workbook) || 'Workbook', readableDate(date), safeName(person, 40)];
	return `${parts.filter((part) => part !== '').join(' – ')}${bundleEnding}`;
}
