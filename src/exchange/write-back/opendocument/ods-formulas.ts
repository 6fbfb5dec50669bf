/** The formulas of an OpenDocument spreadsheet and what they read. */
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import type { BookSheet } from '../ooxml/book.ts';
import type { Formula } from '../ooxml/dependents.ts';
import { readsOf, type NamedThings } from '../ooxml/formula-reads.ts';
import { plainFormula, plainReference } from './open-formula.ts';
import { readRowCells, type OdsTable } from './table-outline.ts';

/**
 * In the order of tables, rows and columns; `sheets` stand for the tables, and `names` is the document
 * whose names they know: the ranges in it may have grown.
 */
export function formulasOf(
	xml: string,
	tables: readonly OdsTable[],
	sheets: readonly BookSheet[],
	names: string,
): readonly Formula[] {
	const named = namedThings(names);
	return tables.flatMap((table, index) => {
		const sheet = sheets[index];
		return sheet ? tableFormulas(xml, table, sheet, named) : [];
	});
}

function tableFormulas(
	xml: string,
	table: OdsTable,
	sheet: BookSheet,
	named: NamedThings,
): Formula[] {
	const found: Formula[] = [];
	for (const { number, times, start, end } of table.rows) {
		const element = xml.slice(start, end);
		if (!element.includes('formula')) continue;
		for (const cell of readRowCells(element, false)) {
			if (cell.formula === undefined) continue;
			const key = sheet.name.toLowerCase();
			// A run of cells with one formula has it with relative places: what it reads is not told.
			const isRun = times * cell.times > 1;
			const fills = {
				firstRow: number,
				lastRow: number + Math.max(times, cell.filled.rows) - 1,
				firstColumn: cell.column,
				lastColumn: cell.column + Math.max(cell.times, cell.filled.columns) - 1,
			};
			const place = { row: number, column: cell.column };
			const reads = isRun
				? { ranges: [], anything: true }
				: readsOf(plainFormula(cell.formula), sheet.name, place, named);
			found.push({ sheet, key, fills, ...reads });
		}
	}
	return found;
}

function namedThings(xml: string): NamedThings {
	const formulas = new Map<string, string>();
	const scanner = new XmlScanner(xml);
	while (scanner.next()) {
		const name = scanner.kind === 'close' ? undefined : scanner.attribute('name');
		if (name === undefined) continue;
		const range =
			scanner.attribute('cell-range-address') ?? scanner.attribute('target-range-address');
		const expression = scanner.attribute('expression');
		if (range !== undefined) formulas.set(name.toLowerCase(), plainReference(range));
		else if (expression !== undefined) formulas.set(name.toLowerCase(), plainFormula(expression));
	}
	return {
		formula: (name) => formulas.get(name),
		table: () => undefined,
		tableAt: () => undefined,
	};
}
