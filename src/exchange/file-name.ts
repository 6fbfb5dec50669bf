/** Names for exported files that every operating system takes and nobody can be fooled by. */
import type { CalendarDate } from '../base/calendar-date.ts';

const longestName = 80;
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

/**
 * Leaves out what Windows refuses, what is invisible, and what turns the direction of writing
 * (invoice[U+202E]xslx.exe); leading dots hide a file, trailing ones are lost on Windows.
 */
function safeName(text: string, longest = longestName): string {
	const visible = text
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*\ufffd]/gu, ' ')
		.replace(/[\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/gu, '')
		.replace(/\s+/g, ' ');
	const cut = Array.from(visible).slice(0, longest).join('');
	return cut.replace(/^[\s.~]+|[\s.]+$/g, '').replace(device, '$&_');
}

/** Device names of Windows: `con 2026` is harmless, but not `con` before a dot. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.)/i;
