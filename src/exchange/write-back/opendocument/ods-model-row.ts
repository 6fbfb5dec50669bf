/**
 * The row whose look appended rows of an OpenDocument table take: its styles, rules and merges from
 * side to side, and its formulas as far as they are those of their columns.
 */
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { closingOf, opened, withAttribute } from '../ooxml/tag.ts';
import { movedFormula } from './open-formula.ts';
import { cellAt, type OdsSheetEdit } from './ods-sheet-edit.ts';
import type { OdsCell } from './table-outline.ts';

/** Attributes of a cell that a new one below it has as well (ODF 1.3 part 3, 9.1.4). */
const carried = [
	...['style-name', 'content-validation-name', 'protect'],
	...['number-columns-repeated', 'number-columns-spanned'],
];

export class OdsModelRow {
	/** 1-based; the last row of the table. */
	readonly number: number;
	/** None where the row is a header, whose look is not taken. */
	readonly cells: readonly OdsCell[];
	readonly #edit: OdsSheetEdit;

	constructor(edit: OdsSheetEdit, number: number) {
		this.#edit = edit;
		this.number = number;
		const hasRowAbove = edit.cells(number - 1).some(({ seen, formula }) => seen ?? formula);
		this.cells = hasRowAbove ? edit.cells(number) : [];
	}

	cell(column: number): OdsCell | undefined {
		return cellAt(this.cells, column);
	}

	/** The formula of a column as it reads in a row below; undefined where it cannot be carried on. */
	formulaIn(row: number, column: number): string | undefined {
		const own = this.cell(column)?.formula;
		if (own === undefined || !this.#continues(column)) return undefined;
		return movedFormula(own, row - this.number);
	}

	/** Columns with a formula that is not carried on. */
	brokenColumns(): number[] {
		return this.cells
			.filter(({ formula, column }) => formula !== undefined && !this.#continues(column))
			.map(({ column }) => column);
	}

	/** A row element like this one, blank and never hidden; undefined where there is none. */
	element(): string | undefined {
		const row = this.#edit.element(this.number);
		if (!row || this.cells.length === 0) return undefined;
		const xml = this.#edit.elementText(row);
		const scanner = new XmlScanner(xml);
		scanner.next();
		let tag = opened(xml.slice(0, scanner.end));
		for (const name of ['number-rows-repeated', 'visibility']) {
			tag = withAttribute(tag, name, undefined);
		}
		let coveredUntil = 0;
		const cells = this.cells.map((cell) => {
			const isCovered = cell.isCovered && cell.column < coveredUntil;
			coveredUntil = Math.max(coveredUntil, cell.column + cell.merged.columns);
			return blankCell(xml.slice(cell.start, cell.end), isCovered);
		});
		return tag + cells.join('') + closingOf(tag);
	}

	/** Whether the formula is its column's: the one above it is the same, a row higher. */
	#continues(column: number): boolean {
		const own = this.cell(column);
		if (own?.formula === undefined || own.filled.rows * own.filled.columns > 1) return false;
		const above = this.#edit.cell(this.number - 1, column);
		if (above?.formula !== undefined) return above.formula === movedFormula(own.formula, -1);
		return above?.seen === undefined || above.seen.kind === 'text';
	}
}

function blankCell(element: string, isCovered: boolean): string {
	const scanner = new XmlScanner(element);
	scanner.next();
	const attributes = carried
		.filter((name) => scanner.rawAttribute(name) !== undefined)
		.map(
			(name) => ` table:${name}="${(scanner.rawAttribute(name) ?? '').replaceAll('"', '&quot;')}"`,
		);
	return `<table:${isCovered ? 'covered-' : ''}table-cell${attributes.join('')}/>`;
}
