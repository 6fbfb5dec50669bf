/** Names for exported files that every operating system takes and nobody can be fooled by. */
import type { CalendarDate } from '../../base/calendar-date.ts';
import type { ExportFormat } from './export-table.ts';

const longestName = 80;

/** `Acme SOC 2 2026-11-21 control matrix.xlsx`: workbook, date, what it is. */
export function exportFileName(
	workbook: string,
	date: CalendarDate,
	content: string,
	format: ExportFormat,
): string {
	const name = safeName(workbook) || 'Workbook';
	return `${name} ${date} ${safeName(content)}`.trim() + `.${format}`;
}

/**
 * Leaves out what Windows refuses, what is invisible, and what turns the direction of writing
 * (invoice[U+202E]xslx.exe); leading dots hide a file, trailing ones are lost on Windows.
 */
function safeName(text: string): string {
	const visible = text
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*\ufffd]/gu, ' ')
		.replace(/[\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/gu, '')
		.replace(/\s+/g, ' ');
	const cut = Array.from(visible).slice(0, longestName).join('');
	return cut.replace(/^[\s.~]+|[\s.]+$/g, '').replace(device, '$&_');
}

/** Device names of Windows: `con 2026` is harmless, but not `con` before a dot. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.)/i;
