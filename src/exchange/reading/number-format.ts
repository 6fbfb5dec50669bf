/**
 * What a number looks like under a number format (ECMA-376 part 1, 18.8.30 and 18.8.31): SheetJS's
 * SSF writes it, except dates, which become ISO, and long whole numbers, which keep their digits.
 */
import type { SheetCell } from '../sheet.ts';
import { serialToIso } from './serial-date.ts';
import { ssf } from './sheetjs/ssf.ts';

export type FormatKind = 'general' | 'number' | 'date' | 'dateTime';

/** Excel allows 255 characters; longer ones are not tried. */
const longestCode = 255;
/** Whole numbers below this are exact and shown with every digit. */
const exactBelow = 1e15;
/** Cells remembered by value: columns of numbers and dates repeat theirs. */
const mostRemembered = 5_000;

/** A format code such as `0.00` or `dd/mm/yyyy`, in a workbook of either date system. */
export class NumberFormat {
	readonly code: string;
	readonly kind: FormatKind;
	readonly #date1904: boolean;
	readonly #cells = new Map<number, SheetCell>();

	constructor(code: string, date1904: boolean) {
		this.code = code;
		this.kind = formatKind(code);
		this.#date1904 = date1904;
	}

	/** The cell of a stored number. A date format over a number that is no day leaves a number. */
	cell(value: number): SheetCell {
		const known = this.#cells.get(value);
		if (known) return known;
		const cell = this.#dateCell(value) ?? { kind: 'number', text: this.#text(value), value };
		if (this.#cells.size < mostRemembered) this.#cells.set(value, cell);
		return cell;
	}

	#dateCell(value: number): SheetCell | undefined {
		if (this.kind !== 'date' && this.kind !== 'dateTime') return undefined;
		const text = serialToIso(value, this.#date1904, this.kind === 'dateTime');
		return text === undefined ? undefined : { kind: 'date', text, value };
	}

	#text(value: number): string {
		if (this.kind === 'general') return generalText(value);
		try {
			const text = ssf.format(this.code, value, { date1904: this.#date1904 }).trim();
			// Blank under `;;;` or where SSF knows no day: the number itself says more than nothing.
			return text || generalText(value);
		} catch {
			// SSF throws on format codes it cannot parse; Excel would refuse the file.
			return generalText(value);
		}
	}
}

/** General, but a 12-digit account number is not shown as 1.23457E+11. */
export function generalText(value: number): string {
	if (Number.isInteger(value) && Math.abs(value) < exactBelow) return String(value);
	return ssf.format('General', value);
}

/** Dates have a year or day, or a month with no hours or seconds beside it; times alone stay numbers. */
function formatKind(code: string): FormatKind {
	const plain = code.trim();
	if (plain === '' || plain === '@' || /^general$/i.test(plain)) return 'general';
	if (code.length > longestCode) return 'general';
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
