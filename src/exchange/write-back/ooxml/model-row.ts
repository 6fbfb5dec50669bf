/**
 * The row whose look appended rows take: its cells, its height and style, and its formulas as far as
 * they are those of their columns.
 */
import { moveFormula } from '../../reading/ooxml/shared-formula.ts';
import type { CellPlace } from '../../reading/ooxml/cell-range.ts';
import type { ColumnSpan } from './append-columns.ts';
import { formulaText } from './formula-text.ts';
import type { RowCell } from './row-cells.ts';
import type { SheetEdit } from './sheet-edit.ts';
import { opened, withAttribute } from './tag.ts';

export class ModelRow {
	/** 1-based; the last row of the table. */
	readonly number: number;
	/** None where the row is a header, whose look is not taken. */
	readonly cells: readonly RowCell[];
	readonly #edit: SheetEdit;

	/** Of a row that several tables share, only the cells of the one in `columns` are taken. */
	constructor(edit: SheetEdit, number: number, columns?: ColumnSpan) {
		this.#edit = edit;
		this.number = number;
		const { first, last } = columns ?? { first: 0, last: Infinity };
		this.cells = this.#isHeader()
			? []
			: edit.cells(number).filter(({ column }) => first <= column && column <= last);
	}

	cell(column: number): RowCell | undefined {
		return this.cells.find((cell) => cell.column === column);
	}

	/** The formula of a column as it reads at a place below; undefined where it cannot be carried on. */
	formulaAt(place: CellPlace): string | undefined {
		const own = { row: this.number, column: place.column };
		const text = this.#continues(place.column)
			? formulaText(this.#edit.text.outline, own)
			: undefined;
		return text === undefined ? undefined : moveFormula(text, own, place);
	}

	/** Columns with a formula that is not carried on. */
	brokenColumns(): number[] {
		return this.cells
			.filter(({ formula, column }) => formula && !this.#continues(column))
			.map(({ column }) => column);
	}

	/** The opening tag for rows made like this one, never hidden; undefined where there is none. */
	tag(): string | undefined {
		const { xml, outline } = this.#edit.text;
		const row = outline.byNumber.get(this.number);
		if (!row || this.cells.length === 0) return undefined;
		const tag = opened(xml.slice(row.start, row.tagEnd));
		return withAttribute(withAttribute(tag, 'hidden', undefined), 'collapsed', undefined);
	}

	/** A table's header, or a row with nothing above it that could be one. */
	#isHeader(): boolean {
		const isTableHeader = this.#edit.objects.tables.some(
			({ range, headerRows }) =>
				range.firstRow <= this.number && this.number < range.firstRow + headerRows,
		);
		const above = this.#edit.text.outline.byNumber.get(this.number - 1);
		return isTableHeader || above === undefined || above.values + above.formulas === 0;
	}

	/** Whether the formula is its column's: the one above it is the same, a row higher. */
	#continues(column: number): boolean {
		const { outline } = this.#edit.text;
		const own = { row: this.number, column };
		const text = formulaText(outline, own);
		if (text === undefined) return false;
		const higher = { row: this.number - 1, column };
		const before = formulaText(outline, higher);
		if (before !== undefined) return before === moveFormula(text, own, higher);
		const seen = this.#edit.cell(higher.row, column)?.seen;
		return seen === undefined || seen.kind === 'text';
	}
}
