/** A cell as SheetJS gives it, as ours. */
import type { CellObject } from 'xlsx';
import type { SheetCell } from '../../sheet.ts';
import { general, numberCell, numberFormat, type NumberFormat } from '../number-format.ts';
import { normalizeLineBreaks } from '../ooxml/xml-text.ts';

/** Undefined for a cell that only carries a style or comment. */
export function sheetCell(cell: CellObject, date1904: boolean): SheetCell | undefined {
	const plain = content(cell, date1904);
	if (typeof cell.f !== 'string') return plain;
	const formula = cell.f;
	return plain
		? { ...plain, formula, cached: true }
		: { kind: 'empty', text: '', formula, cached: false };
}

function content(cell: CellObject, date1904: boolean): SheetCell | undefined {
	switch (cell.t) {
		case 'n':
			return typeof cell.v === 'number' ? number(cell.v, cell, date1904) : undefined;
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

function number(value: number, cell: CellObject, date1904: boolean): SheetCell {
	if (!Number.isFinite(value)) return { kind: 'error', text: '#NUM!' };
	return numberCell(value, formatOf(cell.z), date1904);
}

const formats = new Map<string, NumberFormat>();

function formatOf(code: CellObject['z']): NumberFormat {
	if (typeof code !== 'string') return general;
	let format = formats.get(code);
	if (!format) {
		format = numberFormat(code);
		formats.set(code, format);
	}
	return format;
}

function text(value: string): SheetCell {
	return value === ''
		? { kind: 'empty', text: '' }
		: { kind: 'text', text: normalizeLineBreaks(value) };
}
