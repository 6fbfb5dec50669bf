/**
 * What a number looks like under a number format (ECMA-376 part 1, 18.8.30 and 18.8.31): SheetJS's
 * SSF writes it, except dates, which become ISO, and long whole numbers, which keep their digits.
 */
import type { SheetCell } from '../sheet.ts';
import { serialToIso } from './serial-date.ts';
import { ssf } from './sheetjs/ssf.ts';

export interface NumberFormat {
	readonly code: string;
	readonly kind: 'general' | 'number' | 'date' | 'dateTime';
}

export const general: NumberFormat = { code: 'General', kind: 'general' };

/** Excel allows 255 characters; longer ones are not tried. */
const longestCode = 255;
/** Whole numbers below this are exact and shown with every digit. */
const exactBelow = 1e15;

/** The format of a code such as `0.00` or `dd/mm/yyyy`. */
export function numberFormat(code: string): NumberFormat {
	const plain = code.trim();
	if (plain === '' || plain === '@' || /^general$/i.test(plain) || code.length > longestCode)
		return general;
	return { code, kind: formatKind(code) };
}

/** The cell of a stored number. A date format over a number that is no day leaves a plain number. */
export function numberCell(value: number, format: NumberFormat, date1904: boolean): SheetCell {
	if (format.kind === 'date' || format.kind === 'dateTime') {
		const text = serialToIso(value, date1904, format.kind === 'dateTime');
		if (text !== undefined) return { kind: 'date', text, value };
	}
	return { kind: 'number', text: numberText(value, format, date1904), value };
}

function numberText(value: number, format: NumberFormat, date1904: boolean): string {
	if (format.kind === 'general') return generalText(value);
	try {
		// Blank under `;;;` or where SSF knows no day: the number itself says more than nothing.
		return ssf.format(format.code, value, { date1904 }).trim() || generalText(value);
	} catch {
		// SSF throws on format codes it cannot parse; Excel would refuse the file.
		return generalText(value);
	}
}

/** General, but a 12-digit account number is not shown as 1.23457E+11. */
function generalText(value: number): string {
	if (Number.isInteger(value) && Math.abs(value) < exactBelow) return String(value);
	return ssf.format('General', value);
}

/** Dates have a year or day, or a month with no hours or seconds beside it; times alone stay numbers. */
function formatKind(code: string): NumberFormat['kind'] {
	const [first = ''] = bareCode(code).split(';');
	if (/general/i.test(first)) return 'number';
	const hasTime = /[hs]|am\/pm|a\/p/i.test(first);
	const hasDay = /[yd]/i.test(first) || (!hasTime && /m|e(?![+-])|gg/i.test(first));
	if (!hasDay || /\[(h+|m+|s+)\]/i.test(first)) return 'number';
	return hasTime ? 'dateTime' : 'date';
}

/** The code without what is shown as it stands: quoted text, escaped characters, colours, locales. */
function bareCode(code: string): string {
	return code.replace(/"[^"]*"?|[\\_*]./g, '').replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
}
