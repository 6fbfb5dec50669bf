/** One table of an OpenDocument spreadsheet while cells are set in it: the rules, and what is planned. */
import type { CellPlace } from '../../reading/ooxml/cell-range.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { NumberFormat } from '../../reading/number-format.ts';
import { cellReference } from '../../sheet.ts';
import type { RefusalKind, SetCell } from '../change.ts';
import type { CellContent } from '../ooxml/cell-content.ts';
import { decideContent } from '../ooxml/cell-value.ts';
import type { Report } from '../report.ts';
import type { OdsContent } from './cell-element.ts';
import { readRowCells, type OdsCell, type OdsTable, type Span } from './table-outline.ts';

/** Choices of drop-down lists by the name of their rule. */
export type OdsValidations = ReadonlyMap<string, readonly string[]>;

interface Refusal {
	readonly kind: RefusalKind;
	readonly text: string;
}

export class OdsSheetEdit {
	readonly table: OdsTable;
	readonly contents = new Map<number, Map<number, OdsContent>>();
	readonly #xml: string;
	readonly #validations: OdsValidations;

	constructor(xml: string, table: OdsTable, validations: OdsValidations) {
		this.#xml = xml;
		this.table = table;
		this.#validations = validations;
	}

	/** Every planned place. */
	*places(): Generator<CellPlace> {
		for (const [row, cells] of this.contents)
			for (const column of cells.keys()) yield { row, column };
	}

	/** Plans the change, or reports why it cannot be made. */
	set(change: SetCell, place: CellPlace, index: number, report: Report): void {
		const { row, column } = place;
		const sheet = this.table.name;
		const cell = cellReference(column, row);
		const old = this.#cell(row, column);
		const refusal = this.#refusal(place, old, change);
		if (refusal) {
			report.refuse(index, sheet, cell, refusal.kind, refusal.text);
			return;
		}
		// Cells of type `d` take dates in ISO 8601, as every date cell does here.
		const now = { seen: old?.seen, type: 'd', format: formatLike(old) };
		const decided = decideContent(change.value, now, false);
		if ('kind' in decided) {
			report.refuse(index, sheet, cell, decided.kind, decided.text);
			return;
		}
		const choices = change.overValidation ? undefined : this.#choices(old);
		if (choices && decided.shown !== '' && !choices.includes(decided.shown)) {
			const offered = choices.map((choice) => `“${choice}”`).join(', ');
			const text = `The cell's drop-down list does not offer “${decided.shown}”; it offers ${offered}. Choose one of these, or write the value all the same.`;
			report.refuse(index, sheet, cell, 'validation', text);
			return;
		}
		if (isSame(old, decided.content)) {
			report.unchanged({ change: index, sheet, cell });
			return;
		}
		this.#put(row, column, decided.content);
		const notes = [...(decided.note === undefined ? [] : [decided.note])];
		if (this.table.isProtected) notes.push(protectedSheet);
		const before = old?.seen?.text ?? '';
		report.written({
			change: index,
			sheet,
			cell,
			before,
			after: decided.shown,
			why: 'edited',
			notes,
		});
	}

	/** Takes a formula's result out; false where a value was put there or there was no result. */
	takeOutResult(row: number, column: number, content: OdsContent): boolean {
		const old = this.#cell(row, column);
		if (this.contents.get(row)?.has(column) || old?.seen?.text === undefined) return false;
		if (old.seen.text === '' && old.type === '') return false;
		this.#put(row, column, content);
		return true;
	}

	#put(row: number, column: number, content: OdsContent): void {
		const cells = this.contents.get(row) ?? new Map<number, OdsContent>();
		this.contents.set(row, cells.set(column, content));
	}

	#cell(row: number, column: number): OdsCell | undefined {
		const element = this.table.rows.find(
			({ number, times }) => number <= row && row < number + times,
		);
		if (!element) return undefined;
		return readRowCells(this.#xml.slice(element.start, element.end), false).find(
			(cell) => cell.column <= column && column < cell.column + cell.times,
		);
	}

	#refusal(
		{ row, column }: CellPlace,
		old: OdsCell | undefined,
		change: SetCell,
	): Refusal | undefined {
		if (this.contents.get(row)?.has(column)) {
			return {
				kind: 'setTwice',
				text: 'Another change already sets this cell. Leave one of the two.',
			};
		}
		if (old?.isCovered) {
			const anchor = this.#coveredBy(row, column, (cell) => cell.merged);
			const where = anchor ? ` They show only ${anchor}; write to ${anchor} instead.` : '';
			return { kind: 'merged', text: `The cell is part of merged cells.${where}` };
		}
		const array = this.#coveredBy(row, column, (cell) => cell.filled);
		if (array) {
			return {
				kind: 'formula',
				text: `The cell belongs to the array formula that begins in ${array}. Change it in the spreadsheet program.`,
			};
		}
		if (old?.formula === undefined || change.overFormula) return undefined;
		return {
			kind: 'formula',
			text: 'The cell holds a formula, which was kept. Leave the value to the formula, or write over it knowingly.',
		};
	}

	/** The cell whose merge or array formula takes in a place. */
	#coveredBy(row: number, column: number, spanOf: (cell: OdsCell) => Span): string | undefined {
		for (const { number, start, end } of this.table.rows) {
			const element = number <= row ? this.#xml.slice(start, end) : '';
			if (!element.includes('-spanned')) continue;
			for (const cell of readRowCells(element, false)) {
				const { rows, columns } = spanOf(cell);
				const holds =
					rows * columns > 1 &&
					row < number + rows &&
					cell.column <= column &&
					column < cell.column + columns;
				if (holds) return cellReference(cell.column, number);
			}
		}
		return undefined;
	}

	#choices(old: OdsCell | undefined): readonly string[] | undefined {
		return old?.validation === undefined ? undefined : this.#validations.get(old.validation);
	}
}

/** The lists that are written out in the document's rules; others need a program to tell. */
export function readValidations(xml: string): OdsValidations {
	const lists = new Map<string, readonly string[]>();
	const scanner = new XmlScanner(xml);
	while (scanner.next()) {
		if (!scanner.opens('content-validation')) continue;
		const condition = scanner.attribute('condition') ?? '';
		const list = /cell-content-is-in-list\((.*)\)$/s.exec(condition)?.[1] ?? '';
		const choices = [...list.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = '']) =>
			text.replaceAll('""', '"'),
		);
		if (choices.length > 0) lists.set(scanner.attribute('name') ?? '', choices);
	}
	return lists;
}

const formats = {
	date: new NumberFormat('yyyy-mm-dd', false),
	percentage: new NumberFormat('0%', false),
	general: new NumberFormat('General', false),
};

/** Number formats are far from the cells here: the kind of value says enough. */
function formatLike(old: OdsCell | undefined): NumberFormat {
	if (old?.type === 'date') return formats.date;
	return old?.type === 'percentage' ? formats.percentage : formats.general;
}

function isSame(old: OdsCell | undefined, content: CellContent): boolean {
	if (old?.formula !== undefined) return false;
	const seen = old?.seen;
	if (content.kind === 'empty') return (seen?.text ?? '') === '';
	if (content.kind === 'text') return seen?.kind === 'text' && seen.text === content.text;
	if (content.kind === 'isoDate') return seen?.kind === 'date' && seen.text === content.text;
	return content.kind !== 'formula' && seen?.value === content.value;
}

const protectedSheet =
	'The sheet is protected against typing; the value was written into the file all the same.';
