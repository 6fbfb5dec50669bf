/**
 * Which content a value becomes in a certain cell. The cell keeps its kind: numbers stay numbers,
 * numbers and dates stored as text stay text, dates become serials of the workbook's date system.
 */
import { grouped } from '../../../base/counted.ts';
import { isCalendarDate } from '../../../base/calendar-date.ts';
import type { NumberFormat } from '../../reading/number-format.ts';
import { isoToSerial, serialToIso } from '../../reading/serial-date.ts';
import type { SheetCell } from '../../sheet.ts';
import type { CellInput, RefusalKind } from '../change.ts';
import type { CellContent } from './cell-content.ts';

/** The cell as it is; for a new one, the cell whose look it takes. */
export interface CellNow {
	readonly seen: SheetCell | undefined;
	readonly format: NumberFormat;
	/** The `t` attribute. */
	readonly type: string;
}

export interface DecidedContent {
	readonly content: CellContent;
	/** What a person will see. */
	readonly shown: string;
	/** Set where a number is only a date under a style the cell does not have. */
	readonly dateStyle?: 'date' | 'dateTime';
	readonly note?: string;
}

export interface ValueRefusal {
	readonly kind: Extract<RefusalKind, 'notAValue' | 'textTooLong'>;
	readonly text: string;
}

/** UTF-16 code units that Excel takes in one cell. */
export const longestText = 32_767;
const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?$/;

export function decideContent(
	input: CellInput,
	now: CellNow,
	date1904: boolean,
): DecidedContent | ValueRefusal {
	if (input === null || input === '') return { content: { kind: 'empty' }, shown: '' };
	switch (typeof input) {
		case 'string':
			return textInput(input.replace(/\r\n?/g, '\n'), now, date1904);
		case 'number':
			return numberInput(input, now);
		case 'boolean':
			return isTextFormat(now.format) ? text(input ? 'TRUE' : 'FALSE') : truth(input);
		default:
			return dateInput(input.date, now, date1904);
	}
}

function textInput(input: string, now: CellNow, date1904: boolean): DecidedContent | ValueRefusal {
	if (input.length > longestText) {
		return {
			kind: 'textTooLong',
			text: `The text has ${grouped(input.length)} characters; a cell of an Excel file holds 32,767. Shorten it and write it again.`,
		};
	}
	const { seen, format } = now;
	if (isTextFormat(format)) return text(input);
	if (isDateFormat(format) && isoDate.test(input) && isCalendarDate(input.slice(0, 10)))
		return dateInput(input, now, date1904);
	if (seen?.kind === 'boolean' && /^(?:true|false)$/i.test(input)) {
		return truth(/^true$/i.test(input));
	}
	if (takesNumbers(now)) {
		const value = numberOf(input, format);
		if (value !== undefined) return number(value, format);
	}
	const wasFigure = seen?.kind === 'number' || seen?.kind === 'date';
	return wasFigure ? { ...text(input), note: noLongerFigure } : text(input);
}

const noLongerFigure =
	'The cell held a number or date and now holds text; formulas that read it may show an error.';

/** Whether a text that looks like a number is one here: not where numbers are stored as text. */
function takesNumbers({ seen, format }: CellNow): boolean {
	if (seen?.kind === 'number') return true;
	return format.kind === 'number' && !isNumberText(seen);
}

function numberInput(input: number, now: CellNow): DecidedContent | ValueRefusal {
	if (!Number.isFinite(input)) {
		return {
			kind: 'notAValue',
			text: 'The value is no number that a cell can hold. Give another one.',
		};
	}
	if (isTextFormat(now.format) || isNumberText(now.seen)) return text(String(input));
	return number(input === 0 ? 0 : input, now.format);
}

function dateInput(input: string, now: CellNow, date1904: boolean): DecidedContent | ValueRefusal {
	if (!isoDate.test(input) || !isCalendarDate(input.slice(0, 10))) {
		return { kind: 'notAValue', text: `“${input}” is no date. Give it as YYYY-MM-DD.` };
	}
	const serial = isoToSerial(input, date1904);
	if (serial === undefined || serialToIso(serial, date1904, false) !== input.slice(0, 10)) {
		return { ...text(input), note: beforeFirstDay };
	}
	const { seen, format } = now;
	const isDateText = seen?.kind === 'text' && isoDate.test(seen.text) && !isDateFormat(format);
	if (isTextFormat(format) || isDateText) return text(input);
	if (now.type === 'd') return { content: { kind: 'isoDate', text: input }, shown: input };
	const date: DecidedContent = { content: { kind: 'number', value: serial }, shown: input };
	if (isDateFormat(format)) return date;
	return { ...date, dateStyle: input.includes('T') ? 'dateTime' : 'date' };
}

const beforeFirstDay =
	'The date lies before the first day this workbook can hold as a date, so it was written as text.';

/** Plain digits, or digits as the format itself would show them: `1,500.00`, `50%`. */
function numberOf(input: string, format: NumberFormat): number | undefined {
	const shown = input.trim();
	if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(shown) && shown.replace(/\D/g, '').length <= 15) {
		return Number(shown);
	}
	const bare = shown.replace(/[\s,%\p{Sc}]/gu, '');
	if (!/^-?\d+(?:\.\d+)?$/.test(bare)) return undefined;
	const value = shown.includes('%') ? Number((Number(bare) / 100).toPrecision(15)) : Number(bare);
	return format.cell(value).text === shown ? value : undefined;
}

function isNumberText(seen: SheetCell | undefined): boolean {
	return seen?.kind === 'text' && /^[-+]?[\d.,]*\d[\d.,]*%?$/.test(seen.text.trim());
}

function isTextFormat(format: NumberFormat): boolean {
	return format.code.trim() === '@';
}

function isDateFormat({ kind }: NumberFormat): boolean {
	return kind === 'date' || kind === 'dateTime';
}

function text(value: string): DecidedContent {
	return { content: { kind: 'text', text: value }, shown: value };
}

function number(value: number, format: NumberFormat): DecidedContent {
	return { content: { kind: 'number', value }, shown: format.cell(value).text };
}

function truth(value: boolean): DecidedContent {
	return { content: { kind: 'boolean', value }, shown: value ? 'TRUE' : 'FALSE' };
}
