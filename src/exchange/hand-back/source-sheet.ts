/**
 * A sheet of the file as its import saw it: the text of every cell that feeds a control, where it
 * stands, and how the import read it. An import keeps no decisions, so what they were is told from
 * what they brought.
 */
import { controlField, isControlFieldKey, isSetKey } from '../../model/records/control-fields.ts';
import type { ControlFieldKey } from '../../model/records/control-fields.ts';
import type { Control } from '../../model/records/control.ts';
import type { ImportRecord } from '../../model/records/import-record.ts';
import { readFieldValue, type FieldValue, type ReadingRules } from '../proposal/draft-values.ts';
import { criteriaSources, type CriteriaSources } from '../recognise/criteria-sources.ts';
import { readCellIds } from '../recognise/criteria-ids.ts';
import { cellText, createGrid, type Grid } from '../recognise/grid.ts';
import { destinationOfExport } from '../recognise/own-export.ts';
import { dayOrderOf, parseDate } from '../recognise/parse-date.ts';
import type { Sheet, SheetCell } from '../sheet.ts';
import type { ReturningSheet } from './order.ts';
import { SharedCells } from './shared-cells.ts';

/** A column of the sheet and what it feeds: a field, an own column, or both (I-2). */
export interface SourceColumn {
	/** 0-based. */
	readonly index: number;
	readonly header: string;
	readonly field: ControlFieldKey | undefined;
	/** The own column's id. */
	readonly own: string | undefined;
}

export class SourceSheet {
	readonly sheet: Sheet;
	readonly record: ImportRecord;
	readonly grid: Grid;
	readonly columns: readonly SourceColumn[];
	/** 1-based, ascending: the rows that came in. */
	readonly rows: readonly number[];
	/** True for our own export, whose values are taken as they stand. */
	readonly ours: boolean;
	/** Cells that stand for several rows. */
	readonly shared: SharedCells;
	/** Where the criteria come from. */
	readonly sources: CriteriaSources;
	/** Fields and own columns that some column of the sheet feeds. */
	readonly fed: ReadonlySet<string | undefined>;
	readonly #said: readonly Control[];
	readonly #controls: ReadonlyMap<number, Control>;
	readonly #texts = new Map<number, readonly string[]>();
	readonly #words = new Map<number, readonly string[]>();
	readonly #rules = new Map<number, ReadingRules>();

	constructor(sheet: Sheet, { record, controls }: ReturningSheet) {
		this.sheet = sheet;
		this.record = record;
		this.#said = controls.map(({ said }) => said);
		this.#controls = new Map(
			this.#said.flatMap((said) => (said.source ? [[said.source.row, said]] : [])),
		);
		this.grid = createGrid(sheet);
		this.columns = columnsOf(record);
		this.fed = new Set(this.columns.flatMap(({ field, own }) => [field, own]));
		this.ours = destinationOfExport(record.columns.map(({ header }) => header)) === 'controls';
		this.rows = rowsThatCameIn(sheet, record, this.#said);
		this.shared = new SharedCells(this.grid, this.rows, this.ours ? {} : record.filledFrom);
		this.sources = this.#criteriaSources();
	}

	/** The cell itself, whatever is merged over it. */
	cell(row: number, index: number): SheetCell | undefined {
		return this.grid.row(row)?.cells[index];
	}

	/** What the import took from the cell that says this row's value. */
	text(row: number, index: number): string {
		const cell = this.cell(this.shared.rowOf(row, index), index);
		if (cell?.kind === 'error') return cell.text;
		if (this.ours) return !cell || cell.kind === 'empty' ? '' : cell.text;
		return cellText(cell);
	}

	/** The control and the column of ours behind a cell; undefined where there is none. */
	behind(row: number, index: number) {
		const control = this.#controls.get(row)?.id;
		const column = this.columns.find((each) => each.index === index);
		return control && { control, column: column?.field ?? column?.own ?? '' };
	}

	/** The texts of the rows that came in, in their order. */
	texts(index: number): readonly string[] {
		const known = this.#texts.get(index);
		if (known) return known;
		const texts = this.rows.map((row) => this.text(row, index));
		this.#texts.set(index, texts);
		return texts;
	}

	/** The distinct texts of the rows that came in, most frequent first. */
	words(index: number): readonly string[] {
		const known = this.#words.get(index);
		if (known) return known;
		const counts = new Map<string, number>();
		for (const text of this.texts(index)) {
			if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
		}
		const words = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
		this.#words.set(index, words);
		return words;
	}

	/** What a text in this column becomes in the field. */
	read(index: number, key: ControlFieldKey, text: string): FieldValue {
		return text === '' ? {} : readFieldValue(controlField(key), text, this.rules(index, key));
	}

	rules(index: number, key: ControlFieldKey): ReadingRules {
		const known = this.#rules.get(index);
		if (known) return known;
		const { kind } = controlField(key).value;
		const rules: ReadingRules = {
			ours: this.ours,
			dayFirst: kind === 'date' ? this.#dayFirst(index, key) : undefined,
			words: kind === 'term' ? this.#tokens(index, key) : {},
		};
		this.#rules.set(index, rules);
		return rules;
	}

	/** Words of the column that did not become a term were kept: '' says so. */
	#tokens(index: number, key: ControlFieldKey): Readonly<Record<string, string>> {
		const kept = this.words(index).map((word): [string, string] => [word, '']);
		return { ...Object.fromEntries(kept), ...this.record.valueWords[key] };
	}

	/** As the column's dates tell; where they do not, as the import must have read them. */
	#dayFirst(index: number, key: ControlFieldKey): boolean | undefined {
		const told = dayOrderOf(this.texts(index));
		if (told !== undefined || isSetKey(key)) return told;
		for (const said of this.#said) {
			if (!said.source || said[key] === '') continue;
			const text = this.text(said.source.row, index);
			const [day, month] = [parseDate(text, true), parseDate(text, false)];
			if (day !== month && (said[key] === day || said[key] === month)) return said[key] === day;
		}
		return undefined;
	}

	#criteriaSources(): CriteriaSources {
		const columns = this.record.columns.map(({ index, header, target }) => ({
			index,
			header,
			target: isControlFieldKey(target)
				? ({ kind: 'field', key: target } as const)
				: ({ kind: 'leaveOut' } as const),
		}));
		const leftOut = this.record.leftOut.map(({ row }) => row);
		const rows = { headerRow: this.record.headerRow, dataRows: this.rows, leftOut };
		return criteriaSources(this.grid, columns, rows, this.#idsAreCriteria());
	}

	/** Whether a row has criteria that its id names and its criteria column does not. */
	#idsAreCriteria(): boolean {
		const column = this.columns.find(({ field }) => field === 'criteria');
		if (this.ours || !this.columns.some(({ field }) => field === 'controlId')) return false;
		return this.#said.some((said) => {
			const named = readCellIds(said.controlId, 'rowId').criteria;
			if (!said.source || !named.some((id) => said.criteria.includes(id))) return false;
			const text = column ? this.text(said.source.row, column.index) : '';
			const listed = readCellIds(text, 'criteria').criteria;
			return named.some((id) => said.criteria.includes(id) && !listed.includes(id));
		});
	}
}

function columnsOf({ columns }: ImportRecord): readonly SourceColumn[] {
	const byIndex = new Map<number, SourceColumn>();
	for (const { index, header, target } of columns) {
		const column = byIndex.get(index) ?? { index, header, field: undefined, own: undefined };
		if (isControlFieldKey(target)) byIndex.set(index, { ...column, field: target });
		else byIndex.set(index, { ...column, own: target === '' ? column.own : target });
	}
	return [...byIndex.values()];
}

function rowsThatCameIn(
	sheet: Sheet,
	{ headerRow, leftOut }: ImportRecord,
	said: readonly Control[],
): readonly number[] {
	const out = new Set(leftOut.map(({ row }) => row));
	const known = new Set(said.flatMap(({ source }) => (source ? [source.row] : [])));
	return sheet.rows
		.filter(({ number, cells }) => {
			if (known.has(number)) return true;
			const holds = cells.some((cell) => cell !== undefined && cell.kind !== 'empty');
			return holds && number > headerRow && !out.has(number);
		})
		.map(({ number }) => number);
}
