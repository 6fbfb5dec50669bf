/**
 * One worksheet while it is being changed: what it is like, what is planned for it, and the rules
 * that hold for every cell, edited or appended.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import { holds, parseRange, type CellPlace } from '../../reading/ooxml/cell-range.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { cellReference, type CellRange } from '../../sheet.ts';
import type { CellInput, RefusalKind, WriteBackProblem } from '../change.ts';
import { AllowedValues } from './allowed-values.ts';
import type { Book, BookSheet, SheetText } from './book.ts';
import { decideContent, type CellNow } from './cell-value.ts';
import { PlannedRows, type PlannedCell } from './planned-rows.ts';
import { rangeText, type Growth } from './range-growth.ts';
import { rowCells, type RowCell } from './row-cells.ts';
import { readSheetObjects, type SheetObjects } from './sheet-objects.ts';

export interface Refusal {
	readonly kind: RefusalKind;
	/** What is in the way and what to do. */
	readonly text: string;
	/** A1 reference, where it is not the cell of the change itself. */
	readonly cell?: string;
}

/** A cell ready to be planned, with what it will show. */
export interface ReadyCell extends PlannedCell {
	readonly shown: string;
	readonly notes: readonly string[];
}

export class SheetEdit {
	readonly book: Book;
	readonly sheet: BookSheet;
	readonly text: SheetText;
	readonly objects: SheetObjects;
	readonly planned = new PlannedRows();
	readonly growths: Growth[] = [];
	/** Formula cells that hold a value now, and cells that hold a new formula. */
	readonly lostFormulas: CellPlace[] = [];
	readonly gainedFormulas: CellPlace[] = [];
	readonly #allowed: AllowedValues;
	readonly #cells = new Map<number, readonly RowCell[]>();
	/** Ranges that one formula fills. */
	readonly #filled: readonly { readonly range: CellRange; readonly kind: string }[];

	constructor(book: Book, sheet: BookSheet, text: SheetText, objects: SheetObjects) {
		this.book = book;
		this.sheet = sheet;
		this.text = text;
		this.objects = objects;
		this.#allowed = new AllowedValues(book, sheet, text);
		this.#filled = filledRanges(text);
	}

	/** The cells of a row; none where the row is not there. */
	cells(row: number): readonly RowCell[] {
		const known = this.#cells.get(row);
		if (known) return known;
		const place = this.text.outline.byNumber.get(row);
		const cells = place ? rowCells(this.text.xml, place, this.book.cells) : [];
		this.#cells.set(row, cells);
		return cells;
	}

	cell(row: number, column: number): RowCell | undefined {
		return this.cells(row).find((cell) => cell.column === column);
	}

	/** The style a cell would show if it were there: its row's, else its column's. */
	defaultStyle(row: number, column: number): number {
		const place = this.text.outline.byNumber.get(row);
		if (place) {
			const scanner = new XmlScanner(this.text.xml.slice(place.start, place.tagEnd));
			scanner.next();
			if (scanner.flag('customFormat')) return Number(scanner.rawAttribute('s') ?? 0);
		}
		return this.text.frame.columnStyle(column);
	}

	/** Why no value may be written at a place, whatever the value. */
	closed(row: number, column: number): Refusal | undefined {
		if (this.text.outline.repeated.has(row)) return twice(`row ${row}`);
		if (this.cells(row).filter((cell) => cell.column === column).length > 1) {
			return twice(`cell ${cellReference(column, row)}`);
		}
		return this.#inMerge(row, column) ?? this.#inObject(row, column) ?? this.#inFilled(row, column);
	}

	/** A value made ready for a place, or why it cannot stand there. */
	ready(
		input: CellInput,
		place: CellPlace,
		now: CellNow & { readonly style: number },
		overValidation: boolean,
	): Result<ReadyCell, Refusal> {
		const { styles, workbook } = this.book;
		const decided = decideContent(input, now, workbook.date1904);
		if ('kind' in decided) return refused(decided);
		const { shown } = decided;
		const raw = decided.content.kind === 'number' ? [String(decided.content.value)] : [];
		const choices = overValidation
			? undefined
			: this.#allowed.refusal(place.row, place.column, [shown.trim(), ...raw]);
		if (choices !== undefined) return refused(notOffered(shown, choices));
		let { content } = decided;
		const notes = decided.note === undefined ? [] : [decided.note];
		const style = decided.dateStyle && styles.asDate(now.style, decided.dateStyle);
		if (decided.dateStyle && style === undefined) {
			content = { kind: 'text', text: shown };
			notes.push('The workbook has no styles, so the date was written as text.');
		}
		if (this.text.frame.isProtected && styles.locks(now.style)) notes.push(lockedCell);
		return ok({ content, style, shown, notes });
	}

	#inMerge(row: number, column: number): Refusal | undefined {
		const merge = this.text.frame.hidingMerge(row, column);
		if (!merge) return undefined;
		const anchor = cellReference(merge.firstColumn, merge.firstRow);
		return {
			kind: 'merged',
			text: `The cell is part of the merged cells ${rangeText(merge)}, which show only ${anchor}. Write to ${anchor} instead.`,
		};
	}

	#inObject(row: number, column: number): Refusal | undefined {
		for (const { range, name, headerRows, totalsRows } of this.objects.tables) {
			if (!holds(range, row, column)) continue;
			if (row < range.firstRow + headerRows) {
				return {
					kind: 'table',
					text: `The cell is a header of the table “${name}”, and formulas call the column by it. Rename the column in the spreadsheet program.`,
				};
			}
			if (row > range.lastRow - totalsRows) {
				return {
					kind: 'table',
					text: `The cell is in the totals row of the table “${name}”, which the spreadsheet program fills. Change it there.`,
				};
			}
		}
		const pivot = this.objects.pivots.find((range) => holds(range, row, column));
		return (
			pivot && {
				kind: 'pivotTable',
				text: `The cell is part of the pivot table in ${rangeText(pivot)}, which is filled from its source. Change the source instead.`,
			}
		);
	}

	#inFilled(row: number, column: number): Refusal | undefined {
		const filled = this.#filled.find(({ range }) => holds(range, row, column));
		if (!filled) return undefined;
		const what = filled.kind === 'dataTable' ? 'a data table' : 'an array formula';
		return {
			kind: 'formula',
			text: `The cell belongs to ${what} that fills ${rangeText(filled.range)} as a whole. Change it in the spreadsheet program.`,
		};
	}
}

const lockedCell =
	'The sheet is protected and locks this cell for typing; the value was written into the file all the same.';

function notOffered(shown: string, choices: string): Refusal {
	return {
		kind: 'validation',
		text: `The cell's drop-down list does not offer “${shown}”; it offers ${choices}. Choose one of these, or write the value all the same.`,
	};
}

function twice(what: string): Refusal {
	return {
		kind: 'damagedSheet',
		text: `The file holds ${what} twice, so it is not sure which one is meant. Open it in the spreadsheet program, save it again, and use the new copy.`,
	};
}

/** The ranges of array formulas and data tables. */
function filledRanges({ outline }: SheetText): { range: CellRange; kind: string }[] {
	return outline.formulas.flatMap(({ formula }) => {
		if (formula.type !== 'array' && formula.type !== 'dataTable') return [];
		const range = parseRange(formula.range ?? '');
		return range ? [{ range, kind: formula.type }] : [];
	});
}

/** Opens a sheet for changes. */
export function openSheet(book: Book, sheet: BookSheet): Result<SheetEdit, WriteBackProblem> {
	const text = book.text(sheet);
	if (!text.ok) return text;
	const objects = readSheetObjects(book.package, sheet.part);
	return objects.ok ? ok(new SheetEdit(book, sheet, text.value, objects.value)) : objects;
}
