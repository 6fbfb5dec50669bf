/** Whether a cell's drop-down list offers a value: lists written out, in ranges, or named. */
import { holds } from '../../reading/ooxml/cell-range.ts';
import { mostChoices, resolveLists, type ListSource } from '../../reading/ooxml/list-validation.ts';
import type { RawValidation } from '../../reading/ooxml/worksheet.ts';
import type { SheetCell, SheetRow } from '../../sheet.ts';
import type { Book, BookSheet, SheetText } from './book.ts';
import { rowCells } from './row-cells.ts';

const mostNamed = 8;

export class AllowedValues {
	readonly #book: Book;
	readonly #sheet: string;
	readonly #validations: readonly RawValidation[];
	readonly #sources: readonly ListSource[];
	readonly #choices = new Map<RawValidation, readonly string[] | undefined>();

	constructor(book: Book, sheet: BookSheet, text: SheetText) {
		this.#book = book;
		this.#sheet = sheet.name;
		this.#validations = text.frame.validations;
		this.#sources = listSources(book);
	}

	/**
	 * The choices of a cell whose list offers none of `texts` (a value as it shows and as it is), in
	 * words; undefined where it does, and where there is no list or nothing tells its choices.
	 */
	refusal(row: number, column: number, texts: readonly string[]): string | undefined {
		if (texts.every((text) => text === '')) return undefined;
		for (const validation of this.#validations) {
			if (!validation.ranges.some((range) => holds(range, row, column))) continue;
			const choices = this.#choicesOf(validation);
			if (!choices || choices.some((choice) => texts.includes(choice.trim()))) continue;
			const named = choices.slice(0, mostNamed).map((choice) => `“${choice}”`);
			const more = choices.length > mostNamed ? ` and ${choices.length - mostNamed} more` : '';
			return named.join(', ') + more;
		}
		return undefined;
	}

	/** Looked up when a cell of the list is first written to: it may stand on another sheet. */
	#choicesOf(validation: RawValidation): readonly string[] | undefined {
		if (!this.#choices.has(validation)) {
			const { names } = this.#book.workbook;
			const [list] = resolveLists([validation], this.#sheet, this.#sources, names);
			// Of a list that was cut nobody can tell what it leaves out.
			const isCut = list !== undefined && list.values.length >= mostChoices;
			this.#choices.set(validation, isCut ? undefined : list?.values);
		}
		return this.#choices.get(validation);
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
