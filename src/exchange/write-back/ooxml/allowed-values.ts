/** Whether a cell's drop-down list offers a value: lists written out, in ranges, or named. */
import { resolveLists, type ListSource } from '../../reading/ooxml/list-validation.ts';
import type { CellRange, ListValidation, SheetCell, SheetRow } from '../../sheet.ts';
import type { Book, BookSheet, SheetText } from './book.ts';
import { rowCells } from './row-cells.ts';

const mostNamed = 8;

export class AllowedValues {
	readonly #lists: readonly ListValidation[];

	constructor(book: Book, sheet: BookSheet, text: SheetText) {
		const { validations } = text.frame;
		this.#lists =
			validations.length === 0
				? []
				: resolveLists(validations, sheet.name, listSources(book), book.workbook.names);
	}

	/** The choices of a cell whose list does not offer a text, in words; undefined where it does. */
	refusal(row: number, column: number, text: string): string | undefined {
		if (text === '') return undefined;
		for (const { ranges, values } of this.#lists) {
			if (!ranges.some((range) => holds(range, row, column))) continue;
			if (values.some((value) => value.trim() === text.trim())) continue;
			const named = values.slice(0, mostNamed).map((value) => `“${value}”`);
			const more = values.length > mostNamed ? ` and ${values.length - mostNamed} more` : '';
			return named.join(', ') + more;
		}
		return undefined;
	}
}

/** Sheets whose rows are read only if a list points to them. */
function listSources(book: Book): ListSource[] {
	return book.sheets.map((sheet) => {
		let rows: readonly SheetRow[] | undefined;
		return {
			name: sheet.name,
			get rows() {
				return (rows ??= readRows(book, sheet));
			},
		};
	});
}

function readRows(book: Book, sheet: BookSheet): SheetRow[] {
	const text = book.text(sheet);
	if (!text.ok) return [];
	const { xml, outline } = text.value;
	return outline.rows
		.filter(({ values, formulas }) => values + formulas > 0)
		.map((row) => {
			const cells: (SheetCell | undefined)[] = [];
			for (const { column, seen } of rowCells(xml, row, book.cells)) cells[column] = seen;
			return { number: row.number, hidden: false, cells };
		});
}

function holds(range: CellRange, row: number, column: number): boolean {
	return (
		range.firstRow <= row &&
		row <= range.lastRow &&
		range.firstColumn <= column &&
		column <= range.lastColumn
	);
}
