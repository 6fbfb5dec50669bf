/** Names for exported files that every operating system takes and nobody can be fooled by. */
import type { CalendarDate } from '../base/calendar-date.ts';
import { safeName } from '../base/file-name.ts';

const longestTyped = 120;

/** `Acme SOC 2 2026-11-21 control matrix`, without an ending: workbook, date, what it is. */
export function exportFileName(workbook: string, date: CalendarDate, content: string): string {
	return `${safeName(workbook) || 'Workbook'} ${date} ${safeName(content)}`.trim();
}

/** A name that a person typed, without its ending; '' where nothing of it can stand in a file name. */
export function typedFileName(typed: string): string {
	const ending = /\.(?:xlsx|ods|csv)\s*$/i;
	return safeName(typed.replace(ending, ''), longestTyped);
}
