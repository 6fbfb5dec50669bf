/**
 * The choices of drop-down lists (ECMA-376 part 1, 18.3.1.32): written out in the rule, or standing
 * in cells that a range or a defined name points to. Lists that must be calculated are left out.
 */
import type { CellRange, ListValidation, SheetRow } from '../../sheet.ts';
import { parseRange } from './cell-range.ts';
import type { DefinedName } from './workbook-part.ts';
import type { RawValidation } from './worksheet.ts';

/** A sheet whose cells lists may point to. */
export interface ListSource {
	readonly name: string;
	readonly rows: readonly SheetRow[];
}

/** A list that has as many may have more. */
export const mostChoices = 500;

/** The lists of `sheet` whose choices can be found, in the order of the file. */
export function resolveLists(
	validations: readonly RawValidation[],
	sheet: string,
	sheets: readonly ListSource[],
	names: readonly DefinedName[],
): ListValidation[] {
	const found: ListValidation[] = [];
	for (const { ranges, formula } of validations) {
		const values = writtenOut(formula) ?? pointedTo(formula, sheet, sheets, names);
		if (values && values.length > 0) found.push({ ranges, values });
	}
	return found;
}

function writtenOut(formula: string): string[] | undefined {
	const list = /^"((?:[^"]|"")*)"$/s.exec(formula)?.[1];
	return list
		?.replaceAll('""', '"')
		.split(',')
		.map((choice) => choice.trim())
		.filter(Boolean);
}

function pointedTo(
	formula: string,
	sheet: string,
	sheets: readonly ListSource[],
	names: readonly DefinedName[],
): string[] | undefined {
	const place = splitSheet(formula) ?? splitSheet(namedFormula(formula, sheet, names) ?? '');
	if (!place) return undefined;
	const wanted = (place.sheet ?? sheet).toLowerCase();
	const source = sheets.find(({ name }) => name.toLowerCase() === wanted);
	return source && choicesIn(source.rows, place.range);
}

function namedFormula(
	formula: string,
	sheet: string,
	names: readonly DefinedName[],
): string | undefined {
	const wanted = formula.toLowerCase();
	const same = names.filter(({ name }) => name.toLowerCase() === wanted);
	const own =
		same.find(({ scope }) => scope === sheet) ?? same.find(({ scope }) => scope === undefined);
	return own?.formula;
}

/** `'My sheet'!$A$1:$A$9` apart; the sheet is undefined where none is named. */
function splitSheet(formula: string): { sheet: string | undefined; range: CellRange } | undefined {
	const match = /^=?(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(formula);
	const range = match?.[3] === undefined ? undefined : parseRange(match[3]);
	if (!range) return undefined;
	return { sheet: match?.[1]?.replaceAll("''", "'") ?? match?.[2], range };
}

function choicesIn(rows: readonly SheetRow[], range: CellRange): string[] {
	const choices: string[] = [];
	for (const row of rows) {
		if (row.number < range.firstRow || row.number > range.lastRow) continue;
		for (const cell of row.cells.slice(range.firstColumn, range.lastColumn + 1)) {
			if (cell?.text && choices.length < mostChoices) choices.push(cell.text);
		}
	}
	return choices;
}
