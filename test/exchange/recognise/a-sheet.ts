/** Builds sheets for tests from rows of plain values; '' and null leave a cell out. */
import type { CellRange, Sheet, SheetCell } from '../../../src/exchange/sheet.ts';

export type CellValue = string | number | boolean | SheetCell | null;

export interface SheetOptions {
	readonly name?: string;
	readonly merges?: readonly string[];
	readonly hiddenRows?: readonly number[];
	readonly hiddenColumns?: readonly number[];
	readonly autoFilter?: string;
}

/** Row 1 is the first; an empty array is a row that is not there at all. */
export function aSheet(rows: readonly (readonly CellValue[])[], options: SheetOptions = {}): Sheet {
	const built = rows.map((values, place) => ({
		number: place + 1,
		hidden: options.hiddenRows?.includes(place + 1) ?? false,
		cells: values.map(cellOf),
	}));
	return {
		name: options.name ?? 'Sheet1',
		state: 'visible',
		rows: built.filter((row) => row.cells.some((cell) => cell !== undefined)),
		columnCount: Math.max(0, ...built.map((row) => row.cells.length)),
		merges: (options.merges ?? []).map(rangeOf),
		hiddenColumns: options.hiddenColumns ?? [],
		tables: [],
		autoFilter: options.autoFilter === undefined ? undefined : rangeOf(options.autoFilter),
		validations: [],
		comments: 0,
	};
}

/** A formula cell; without a text the file holds no value for it. */
export function formula(source: string, text?: string): SheetCell {
	return text === undefined
		? { kind: 'empty', text: '', formula: source, cached: false }
		: { kind: 'text', text, formula: source, cached: true };
}

/** A date cell as the reader hands it over. */
export function dateCell(text: string): SheetCell {
	return { kind: 'date', text, value: 46_000 };
}

/** The range of a reference such as A1:C2, columns A to Z. */
function rangeOf(reference: string): CellRange {
	const [from = '', to = ''] = reference.split(':');
	return {
		firstRow: Number(/\d+/.exec(from)?.[0]),
		lastRow: Number(/\d+/.exec(to)?.[0]),
		firstColumn: from.charCodeAt(0) - 65,
		lastColumn: to.charCodeAt(0) - 65,
	};
}

function cellOf(value: CellValue): SheetCell | undefined {
	if (value === null || value === '') return undefined;
	if (typeof value === 'object') return value;
	if (typeof value === 'number') return { kind: 'number', text: String(value), value };
	if (typeof value === 'boolean') {
		return { kind: 'boolean', text: String(value).toUpperCase(), value };
	}
	return { kind: 'text', text: value };
}
