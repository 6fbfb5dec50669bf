/**
 * Appends rows below the table of a worksheet: styles and height of the row above, its formulas
 * continued where they are simple, blank rows that are ready made for it used first.
 */
import { refused, ok, type Result } from '../../../base/result.ts';
import { lastSheetColumn, lastSheetRow } from '../../reading/ooxml/cell-range.ts';
import { moveFormula } from '../../reading/ooxml/shared-formula.ts';
import { cellReference, columnLetters } from '../../sheet.ts';
import type { AppendRows, CellInput, WrittenCell } from '../change.ts';
import { freeRows, lastTableRow } from './append-place.ts';
import { formulaText } from './formula-text.ts';
import type { PlannedCell } from './planned-rows.ts';
import type { Report } from '../report.ts';
import type { RowCell } from './row-cells.ts';
import type { Refusal, SheetEdit } from './sheet-edit.ts';
import { withAttribute } from './tag.ts';

interface Place {
	readonly row: number;
	readonly column: number;
}

interface PlannedRow {
	readonly cells: readonly { readonly place: Place; readonly cell: PlannedCell }[];
	readonly written: readonly WrittenCell[];
}

/** Plans all rows of the change, or reports why none of them can be appended. */
export function appendRows(
	edit: SheetEdit,
	change: AppendRows,
	index: number,
	report: Report,
): void {
	const planned = new Appending(edit, change, index).plan();
	if (!planned.ok) {
		for (const { kind, text, cell } of planned.problems) {
			report.refuse(index, edit.sheet.name, cell ?? '', kind, text);
		}
		return;
	}
	const { rows, notes } = planned.value;
	for (const { cells, written } of rows) {
		for (const { place, cell } of cells) edit.planned.set(place.row, place.column, cell);
		report.written(...written);
	}
	for (const note of notes) report.note(note);
}

interface RowRefusal extends Refusal {
	readonly cell?: string;
}

class Appending {
	readonly #edit: SheetEdit;
	readonly #change: AppendRows;
	readonly #index: number;
	readonly #width: number;

	constructor(edit: SheetEdit, change: AppendRows, index: number) {
		this.#edit = edit;
		this.#change = change;
		this.#index = index;
		this.#width = Math.max(0, ...change.appendRows.map((row) => row.length));
	}

	plan(): Result<{ rows: readonly PlannedRow[]; notes: readonly string[] }, RowRefusal> {
		const edit = this.#edit;
		const { appendRows: values } = this.#change;
		const found = this.#after();
		if (!found.ok) return found;
		const after = found.value;
		const last = after + values.length;
		if (last > lastSheetRow || this.#width > lastSheetColumn + 1) return refused(offTheSheet);
		const above = this.#rowAbove(after);
		const columns = this.#columns(above);
		const free = freeRows(edit, after, columns.first, columns.last);
		if (values.length > free.count) return refused(rowsBelow(values.length, after, free));
		const notes: string[] = [];
		const rows: PlannedRow[] = [];
		for (const [step, inputs] of values.entries()) {
			const row = this.#planRow(after + 1 + step, inputs, after, above);
			if (!row.ok) return row;
			rows.push(row.value);
		}
		for (const column of this.#brokenFormulas(above, after)) notes.push(leftEmpty(edit, column));
		this.#makeRows(after, last, above);
		if (values.length > 0) {
			edit.growths.push({ after, last, firstColumn: columns.first, lastColumn: columns.last });
		}
		return ok({ rows, notes });
	}

	/** Rows appended before stand above these. */
	#after(): Result<number, Refusal> {
		const edit = this.#edit;
		const { after } = this.#change;
		if (after !== undefined && (!Number.isInteger(after) || after < 0 || after > lastSheetRow)) {
			return refused({
				kind: 'outOfBounds',
				text: `Row ${after} is no row of a sheet. Give the number of the table's last row.`,
			});
		}
		const own = after === undefined ? lastTableRow(edit) : ok(after);
		if (!own.ok) return own;
		const earlier = edit.growths.find((growth) => growth.after === own.value);
		return earlier
			? refused({
					kind: 'setTwice',
					text: 'Another change already appends rows there. Put all new rows into one change.',
				})
			: own;
	}

	/** The cells whose look the new rows take; a header's is not taken. */
	#rowAbove(after: number): readonly RowCell[] {
		const { outline } = this.#edit.text;
		const isTableHeader = this.#edit.objects.tables.some(
			({ range, headerRows }) => range.firstRow <= after && after < range.firstRow + headerRows,
		);
		const before = outline.byNumber.get(after - 1);
		const standsAlone = before === undefined || before.values + before.formulas === 0;
		return isTableHeader || standsAlone ? [] : this.#edit.cells(after);
	}

	#columns(above: readonly RowCell[]): { first: number; last: number } {
		const used = above.filter(({ seen, formula }) => seen ?? formula).map(({ column }) => column);
		const given = this.#change.appendRows.flatMap((row) =>
			row.flatMap((value, column) => (isGiven(value) ? [column] : [])),
		);
		const all = [...used, ...given];
		return { first: Math.min(...all), last: Math.max(...all) };
	}

	#planRow(
		row: number,
		inputs: readonly CellInput[],
		after: number,
		above: readonly RowCell[],
	): Result<PlannedRow, RowRefusal> {
		const cells: { place: Place; cell: PlannedCell }[] = [];
		const written: WrittenCell[] = [];
		const exists = this.#edit.text.outline.byNumber.has(row);
		const columns = new Set([...above.map(({ column }) => column), ...inputs.keys()]);
		for (const column of columns) {
			const place = { row, column };
			const input = inputs[column] ?? null;
			const model = above.find((cell) => cell.column === column);
			const planned = isGiven(input)
				? this.#value(input, place, model)
				: ok(this.#withoutValue(place, after, model, exists));
			if (!planned.ok) return planned;
			if (!planned.value) continue;
			const { cell, why, shown, notes } = planned.value;
			cells.push({ place, cell });
			if (why === undefined) continue;
			const reference = cellReference(column, row);
			const sheet = this.#edit.sheet.name;
			const change = this.#index;
			written.push({ change, sheet, cell: reference, before: '', after: shown, why, notes });
		}
		return ok({ cells, written });
	}

	#value(input: CellInput, place: Place, model: RowCell | undefined): Result<Filled, RowRefusal> {
		const edit = this.#edit;
		const { row, column } = place;
		const at = cellReference(column, row);
		const old = edit.cell(row, column);
		const refusal =
			edit.closed(row, column) ??
			(edit.planned.has(row, column) ? takenAlready : undefined) ??
			(old?.formula ? holdsFormula(at) : undefined);
		if (refusal) return refused({ ...refusal, cell: at });
		const style = old?.style ?? model?.style ?? edit.defaultStyle(row, column);
		const now = {
			seen: model?.formula ? undefined : model?.seen,
			type: model?.type ?? 'n',
			format: edit.book.styles.format(style),
			style,
		};
		const ready = edit.ready(input, place, now, this.#change.overValidation ?? false);
		if (!ready.ok) return refused(...ready.problems.map((problem) => ({ ...problem, cell: at })));
		const { content, shown, notes } = ready.value;
		const kept = ready.value.style ?? (old ? undefined : style);
		return ok({ cell: { content, style: kept }, why: 'appended', shown, notes });
	}

	/** A formula carried on, a blank cell with the look of the one above, or nothing at all. */
	#withoutValue(
		place: Place,
		after: number,
		model: RowCell | undefined,
		exists: boolean,
	): Filled | undefined {
		const edit = this.#edit;
		const old = edit.cell(place.row, place.column);
		if (!model || old?.formula || old?.seen) return undefined;
		if (edit.closed(place.row, place.column)) return undefined;
		const text = this.#continues(place.column, after)
			? formulaText(edit.text.outline, { row: after, column: place.column })
			: undefined;
		const style = old ? undefined : model.style;
		if (text === undefined) {
			const blank: Filled = { cell: { content: { kind: 'empty' }, style }, shown: '', notes: [] };
			return exists || model.style === 0 ? undefined : blank;
		}
		const formula = moveFormula(text, { row: after, column: place.column }, place);
		edit.gainedFormulas.push(place);
		return {
			cell: { content: { kind: 'formula', text: formula }, style },
			why: 'formulaContinued',
			shown: `=${formula}`,
			notes: [],
		};
	}

	/** Whether the formula above is its column's: the one above it is the same, a row higher. */
	#continues(column: number, after: number): boolean {
		const { outline } = this.#edit.text;
		const own = formulaText(outline, { row: after, column });
		if (own === undefined) return false;
		const higher = { row: after - 1, column };
		const before = formulaText(outline, higher);
		if (before !== undefined) return before === moveFormula(own, { row: after, column }, higher);
		const seen = this.#edit.cell(after - 1, column)?.seen;
		return seen === undefined || seen.kind === 'text';
	}

	/** Columns whose formula is not carried on and that get no value in some row. */
	#brokenFormulas(above: readonly RowCell[], after: number): number[] {
		return above
			.filter(({ formula, column }) => formula && !this.#continues(column, after))
			.map(({ column }) => column)
			.filter((column) => this.#change.appendRows.some((row) => !isGiven(row[column] ?? null)));
	}

	/** Rows that are not there are made like the row above: its height and style, never hidden. */
	#makeRows(after: number, last: number, above: readonly RowCell[]): void {
		const edit = this.#edit;
		const { xml, outline } = edit.text;
		const row = outline.byNumber.get(after);
		if (!row || above.length === 0) return;
		let tag = xml.slice(row.start, row.tagEnd).replace(/\s*\/>$/, '>');
		for (const name of ['hidden', 'collapsed']) tag = withAttribute(tag, name, undefined);
		for (let number = after + 1; number <= last; number += 1) {
			if (!outline.byNumber.has(number)) edit.planned.setTag(number, tag);
		}
	}
}

interface Filled {
	readonly cell: PlannedCell;
	/** Undefined for a blank cell that only carries the look. */
	readonly why?: WrittenCell['why'];
	readonly shown: string;
	readonly notes: readonly string[];
}

function isGiven(value: CellInput): boolean {
	return value !== null && value !== '';
}

function leftEmpty(edit: SheetEdit, column: number): string {
	return `In “${edit.sheet.name}” the formula of column ${columnLetters(column)} was not carried into the new rows, as the rows above do not share one simple formula. Fill it down in the spreadsheet program.`;
}

const takenAlready: Refusal = {
	kind: 'setTwice',
	text: 'Another change already sets this cell. Leave one of the two.',
};

const offTheSheet: Refusal = {
	kind: 'outOfBounds',
	text: 'The rows would not fit on the sheet, which has 1,048,576 rows and 16,384 columns. Append fewer.',
};

function holdsFormula(cell: string): Refusal {
	return {
		kind: 'formula',
		text: `${cell} already holds the formula of its column. Leave this value out of the new row.`,
	};
}

function rowsBelow(wanted: number, after: number, free: ReturnType<typeof freeRows>): Refusal {
	const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
	const what = free.endText === '' ? '' : ` (“${free.endText}”)`;
	const room = free.count === 0 ? 'there is no room' : `there is room for ${rows(free.count)} only`;
	return {
		kind: 'rowsBelow',
		text: `The table ends in row ${after} and row ${free.endRow} below it holds something else${what}, so ${room}. Insert ${rows(wanted - free.count)} above row ${free.endRow} in the spreadsheet program, save the file, and append again.`,
	};
}
