/** One table of an OpenDocument spreadsheet while it is changed: the rules, and what is planned. */
import { ok, refused, type Result } from '../../../base/result.ts';
import { holds, type CellPlace } from '../../reading/ooxml/cell-range.ts';
import { NumberFormat } from '../../reading/number-format.ts';
import { cellReference, type CellRange } from '../../sheet.ts';
import { takenAlready } from '../append-refusals.ts';
import type { CellInput } from '../change.ts';
import type { BookSheet } from '../ooxml/book.ts';
import { decideContent } from '../ooxml/cell-value.ts';
import type { Growth } from '../ooxml/range-growth.ts';
import type { Refusal } from '../ooxml/sheet-edit.ts';
import type { OdsContent } from './cell-element.ts';
import type { OdsValidations } from './ods-validations.ts';
import {
	readRowCells,
	type OdsCell,
	type OdsRow,
	type OdsTable,
	type Span,
} from './table-outline.ts';

/** A value ready to be planned, with what it will show. */
export interface ReadyValue {
	readonly content: OdsContent;
	readonly shown: string;
	readonly notes: readonly string[];
}

export class OdsSheetEdit {
	readonly table: OdsTable;
	readonly sheet: BookSheet;
	/** Planned contents by 1-based row, then by 0-based column. */
	readonly contents = new Map<number, Map<number, OdsContent>>();
	/** Elements that new rows are made from, by 1-based row. */
	readonly made = new Map<number, string>();
	readonly growths: Growth[] = [];
	readonly #xml: string;
	readonly #validations: OdsValidations;
	readonly #cells = new Map<OdsRow, readonly OdsCell[]>();
	#spans: readonly CoveringCell[] | undefined;

	constructor(xml: string, table: OdsTable, sheet: BookSheet, validations: OdsValidations) {
		this.#xml = xml;
		this.table = table;
		this.sheet = sheet;
		this.#validations = validations;
	}

	/** Every planned place. */
	*places(): Generator<CellPlace> {
		for (const [row, cells] of this.contents)
			for (const column of cells.keys()) yield { row, column };
	}

	/** The element that stands for a row, alone or with others. */
	element(row: number): OdsRow | undefined {
		return this.table.rows.find(({ number, times }) => number <= row && row < number + times);
	}

	elementText({ start, end }: OdsRow): string {
		return this.#xml.slice(start, end);
	}

	/** The cells of a row; none where the row is not there. */
	cells(row: number): readonly OdsCell[] {
		const element = this.element(row);
		return element ? this.cellsOf(element) : [];
	}

	cellsOf(element: OdsRow): readonly OdsCell[] {
		const known = this.#cells.get(element);
		if (known) return known;
		const cells = readRowCells(this.elementText(element), false);
		this.#cells.set(element, cells);
		return cells;
	}

	cell(row: number, column: number): OdsCell | undefined {
		return cellAt(this.cells(row), column);
	}

	/** Why no value may be written at a place, whatever the value. */
	closed(row: number, column: number): Refusal | undefined {
		if (this.contents.get(row)?.has(column)) return takenAlready;
		if (this.cell(row, column)?.isCovered) return hidden(this.#coveredBy(row, column, 'merged'));
		const array = this.#coveredBy(row, column, 'filled');
		if (array === undefined) return undefined;
		return {
			kind: 'formula',
			text: `The cell belongs to the array formula that begins in ${array}. Change it in the spreadsheet program.`,
		};
	}

	/** A value for a cell that is like `look`, with the rule of that name; or why it cannot be. */
	ready(
		input: CellInput,
		look: Pick<OdsCell, 'type' | 'seen'> | undefined,
		rule: string | undefined,
		overValidation: boolean,
	): Result<ReadyValue, Refusal> {
		// Cells of type `d` take dates in ISO 8601, as every date cell does here.
		const now = { seen: look?.seen, type: 'd', format: formatLike(look?.type) };
		const decided = decideContent(input, now, false);
		if ('kind' in decided) return refused(decided);
		const { content, shown, note } = decided;
		const choices = overValidation || rule === undefined ? undefined : this.#validations.get(rule);
		if (choices && shown !== '' && !choices.includes(shown)) {
			return refused(notOffered(shown, choices));
		}
		const notes = note === undefined ? [] : [note];
		if (this.table.isProtected) notes.push(protectedSheet);
		return ok({ content, shown, notes });
	}

	put(row: number, column: number, content: OdsContent): void {
		const cells = this.contents.get(row) ?? new Map<number, OdsContent>();
		this.contents.set(row, cells.set(column, content));
	}

	/** Takes a formula's result out; false where a value was put there or there was no result. */
	takeOutResult(row: number, column: number): boolean {
		const old = this.cell(row, column);
		if (this.contents.get(row)?.has(column) || old?.seen?.text === undefined) return false;
		if (old.seen.text === '' && old.type === '') return false;
		this.put(row, column, { kind: 'stale' });
		return true;
	}

	/** The cell whose merge or array formula takes in a place. */
	#coveredBy(row: number, column: number, how: 'merged' | 'filled'): string | undefined {
		this.#spans ??= this.table.rows.flatMap((element) => this.#spansIn(element));
		const found = this.#spans.find((span) => span.how === how && holds(span.range, row, column));
		return found && cellReference(found.range.firstColumn, found.range.firstRow);
	}

	#spansIn(element: OdsRow): CoveringCell[] {
		if (!this.elementText(element).includes('-spanned')) return [];
		return this.cellsOf(element).flatMap(({ column, merged, filled }) => {
			const covering = (how: 'merged' | 'filled', { rows, columns }: Span): CoveringCell[] => {
				const range = {
					firstRow: element.number,
					lastRow: element.number + rows - 1,
					firstColumn: column,
					lastColumn: column + columns - 1,
				};
				return rows * columns > 1 ? [{ how, range }] : [];
			};
			return [...covering('merged', merged), ...covering('filled', filled)];
		});
	}
}

interface CoveringCell {
	readonly how: 'merged' | 'filled';
	readonly range: CellRange;
}

/** The cell, or the run of cells, that stands for a column. */
export function cellAt(cells: readonly OdsCell[], column: number): OdsCell | undefined {
	return cells.find((cell) => cell.column <= column && column < cell.column + cell.times);
}

/** The cell is part of a merge, whose first cell may be known. */
export function hidden(anchor: string | undefined): Refusal {
	const where = anchor ? ` They show only ${anchor}; write to ${anchor} instead.` : '';
	return { kind: 'merged', text: `The cell is part of merged cells.${where}` };
}

function notOffered(shown: string, choices: readonly string[]): Refusal {
	const offered = choices.map((choice) => `“${choice}”`).join(', ');
	return {
		kind: 'validation',
		text: `The cell's drop-down list does not offer “${shown}”; it offers ${offered}. Choose one of these, or write the value all the same.`,
	};
}

const formats = {
	date: new NumberFormat('yyyy-mm-dd', false),
	percentage: new NumberFormat('0%', false),
	general: new NumberFormat('General', false),
};

/** Number formats are far from the cells here: the kind of value says enough. */
function formatLike(type: string | undefined): NumberFormat {
	if (type === 'date') return formats.date;
	return type === 'percentage' ? formats.percentage : formats.general;
}

const protectedSheet =
	'The sheet is protected against typing; the value was written into the file all the same.';
