/**
 * The formulas of a workbook that read changed cells, directly or through other formulas: their
 * stored results are out of date until a spreadsheet program works them out.
 */
import { holds, parseRange, type CellPlace } from '../../reading/ooxml/cell-range.ts';
import { readingLimits } from '../../reading/reading-limits.ts';
import { unsafe } from '../../reading/reading-problem.ts';
import type { WriteBackProblem } from '../change.ts';
import { plainText } from '../../reading/ooxml/shared-strings.ts';
import type { CellRange } from '../../sheet.ts';
import type { Book, BookSheet, SheetText } from './book.ts';
import { CellSet } from './cell-set.ts';
import { ownText } from './formula-text.ts';
import { readsOf, type NamedThings, type Reads } from './formula-reads.ts';
import { grownBy, type Growth } from './range-growth.ts';
import { readSheetObjects } from './sheet-objects.ts';

/** A sheet whose formulas are looked through. */
export interface FormulaSheet {
	readonly sheet: BookSheet;
	readonly text: SheetText;
}

export type GrowthsBySheet = ReadonlyMap<BookSheet, readonly Growth[]>;

/** Cells of one sheet, rows in ascending order. */
export type CellsBySheet = ReadonlyMap<BookSheet, readonly CellPlace[]>;

/** A formula of the workbook and what it reads. */
export interface Formula extends Reads {
	readonly sheet: BookSheet;
	/** The sheet's name in lower case. */
	readonly key: string;
	/** The cells it fills: one, or all of an array formula or data table. */
	readonly fills: CellRange;
}

/**
 * Every formula of the sheets, in the order of the sheets, rows and columns. What they read of a
 * table is the table as it has grown.
 */
export function formulasIn(
	book: Book,
	sheets: readonly FormulaSheet[],
	growths: GrowthsBySheet,
): readonly Formula[] {
	const named = namedThings(book, growths);
	return sheets.flatMap(({ sheet, text }) => formulasOf(sheet, text, named));
}

/** Chains of formulas that run against the order of the sheet take a round a link. */
const mostRounds = 40;

/**
 * Every cell with a formula's result that may be out of date once `changed` cells are; undefined
 * where formulas claim to fill more cells than a file may bring.
 */
export function dependentCells(
	formulas: readonly Formula[],
	changed: CellsBySheet,
): CellsBySheet | undefined {
	const dirty = new CellSet();
	for (const [sheet, places] of changed) {
		for (const { row, column } of places) dirty.add(sheet.name.toLowerCase(), row, column);
	}
	let left = readingLimits.cells;
	let waiting = formulas;
	const found = new Map<BookSheet, CellPlace[]>();
	const isStale = ({ anything, ranges }: Formula): boolean =>
		anything || ranges.some(({ sheet, range }) => dirty.touches(sheet, range));
	for (let round = 0; ; round += 1) {
		const before = waiting.length;
		waiting = waiting.filter((formula) => {
			if (round < mostRounds && !isStale(formula)) return true;
			left -= sizeOf(formula.fills);
			if (left < 0) return false;
			const places = found.get(formula.sheet) ?? [];
			found.set(formula.sheet, places);
			for (const place of placesIn(formula.fills)) {
				// A changed cell shows its new value, whatever formula it had.
				if (!dirty.has(formula.key, place.row, place.column)) places.push(place);
				dirty.add(formula.key, place.row, place.column);
			}
			return false;
		});
		if (left < 0) return undefined;
		if (waiting.length === before || waiting.length === 0) return found;
	}
}

export const tooManyResults: WriteBackProblem = unsafe(
	'Formulas of the file claim to fill more cells than a file may bring.',
);

function sizeOf({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): number {
	return (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
}

function formulasOf(sheet: BookSheet, { outline }: SheetText, named: NamedThings): Formula[] {
	const key = sheet.name.toLowerCase();
	return outline.formulas.map((cell) => {
		const { row, column, formula } = cell;
		const own = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
		if (formula.type === 'dataTable') {
			// Its results come from a formula elsewhere, tried with other inputs.
			const fills = parseRange(formula.range ?? '') ?? own;
			return { sheet, key, fills, ranges: [], anything: true };
		}
		const isArray = formula.type === 'array';
		const fills = (isArray ? parseRange(formula.range ?? '') : undefined) ?? own;
		const text = isArray ? plainText(formula.text) : ownText(outline, cell);
		// A member of a group without a first cell: nobody can tell what it reads.
		if (text === undefined) return { sheet, key, fills, ranges: [], anything: true };
		return { sheet, key, fills, ...readsOf(text, sheet.name, cell, named) };
	});
}

function* placesIn(range: CellRange): Generator<CellPlace> {
	for (let row = range.firstRow; row <= range.lastRow; row += 1) {
		for (let column = range.firstColumn; column <= range.lastColumn; column += 1) {
			yield { row, column };
		}
	}
}

function namedThings(book: Book, growths: GrowthsBySheet): NamedThings {
	const tables = book.sheets.flatMap((sheet) => {
		const objects = readSheetObjects(book.package, sheet.part);
		const own = objects.ok ? objects.value.tables : [];
		return own.map(({ name, range }) => ({
			name,
			range: grownBy(range, growths.get(sheet) ?? []),
			sheet: sheet.name.toLowerCase(),
		}));
	});
	const byName = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
	const formulas = new Map(
		book.workbook.names.map(({ name, scope, formula }) => [
			nameKey(name.toLowerCase(), scope?.toLowerCase()),
			formula,
		]),
	);
	return {
		formula: (name, sheet) => formulas.get(nameKey(name, sheet)) ?? formulas.get(nameKey(name)),
		table: (name) => byName.get(name),
		tableAt: (sheet, { row, column }) =>
			tables.find((table) => table.sheet === sheet && holds(table.range, row, column)),
	};
}

function nameKey(name: string, sheet = ''): string {
	return `${sheet}!${name}`;
}
