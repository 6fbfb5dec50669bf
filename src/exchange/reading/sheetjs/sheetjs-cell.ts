/** A cell as SheetJS gives it, as ours. */
import type { CellObject } from 'xlsx';
import type { SheetCell } from '../../sheet.ts';
import { NumberFormat } from '../number-format.ts';
import { normalizeLineBreaks } from '../ooxml/xml-text.ts';

/** The number formats of a workbook by code. */
export class FormatTable {
	readonly #date1904: boolean;
	readonly #formats = new Map<string, NumberFormat>();

	constructor(date1904: boolean) {
		this.#date1904 = date1904;
	}

	get(code: CellObject['z']): NumberFormat {
		const key = typeof code === 'string' ? code : 'General';
		const format = this.#formats.get(key) ?? new NumberFormat(key, this.#date1904);
		this.#formats.set(key, format);
		return format;
	}
}

/** Undefined for a cell that only carries a style or comment. */
export function sheetCell(cell: CellObject, formats: FormatTable): SheetCell | undefined {
	const plain = content(cell, formats);
	if (typeof cell.f !== 'string') return plain;
	const formula = cell.f;
	return plain
		? { ...plain, formula, cached: true }
		: { kind: 'empty', text: '', formula, cached: false };
}

function content(cell: CellObject, formats: FormatTable): SheetCell | undefined {
	switch (cell.t) {
		case 'n':
			if (typeof cell.v !== 'number') return undefined;
			if (!Number.isFinite(cell.v)) return { kind: 'error', text: '#NUM!' };
			return formats.get(cell.z).cell(cell.v);
		case 'b':
			return { kind: 'boolean', text: cell.v ? 'TRUE' : 'FALSE', value: cell.v === true };
		case 'e':
			return { kind: 'error', text: cell.w ?? errorCodes.get(Number(cell.v)) ?? '#VALUE!' };
		case 'd':
			return cell.v instanceof Date
				? { kind: 'date', text: cell.v.toISOString().slice(0, 10) }
				: text(String(cell.v ?? ''));
		case 's':
			return text(String(cell.v ?? ''));
		default:
			return undefined;
	}
}

/** BIFF error codes ([MS-XLS] 2.5.10). */
const errorCodes = new Map([
	[0x00, '#NULL!'],
	[0x07, '#DIV/0!'],
	[0x0f, '#VALUE!'],
	[0x17, '#REF!'],
	[0x1d, '#NAME?'],
	[0x24, '#NUM!'],
	[0x2a, '#N/A'],
	[0x2b, '#GETTING_DATA'],
]);

function text(value: string): SheetCell {
	return value === ''
		? { kind: 'empty', text: '' }
		: { kind: 'text', text: normalizeLineBreaks(value) };
}
