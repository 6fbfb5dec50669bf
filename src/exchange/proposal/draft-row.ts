/**
 * Turns rows of a sheet into rows of a draft, and remembers on the way what a person should know:
 * problems, values taken from other cells, words read as terms, texts a field could not hold.
 */
import { controlField, type ControlFieldKey } from '../../model/records/control-fields.ts';
import type { ImportProblem } from '../../model/records/import-record.ts';
import { readCellIds } from '../recognise/criteria-ids.ts';
import { criteriaAround, type CriteriaSources } from '../recognise/criteria-sources.ts';
import type { Grid } from '../recognise/grid.ts';
import { cellReference, type SheetRow } from '../sheet.ts';
import type { DraftColumn } from './draft-columns.ts';
import { readFieldValue, type FieldValue, type ReadingRules } from './draft-values.ts';
import type { DraftRow } from './proposal.ts';

export interface RowContext {
	readonly grid: Grid;
	readonly columns: readonly DraftColumn[];
	/** By column index. */
	readonly rules: ReadonlyMap<number, ReadingRules>;
	readonly sources: CriteriaSources;
	/** Our own export: texts are taken as they stand, outer blanks included. */
	readonly ours: boolean;
}

export class DraftRowReader {
	readonly #context: RowContext;
	readonly problems: ImportProblem[] = [];
	/** 'row/column index' → A1 of the cell the value was taken from. */
	readonly filledFrom: Record<string, string> = {};
	/** Field key → the file's word → token. */
	readonly words: Record<string, Record<string, string>> = {};
	/** Columns whose field could not hold all their texts. */
	readonly keptWhole = new Set<number>();

	constructor(context: RowContext) {
		this.#context = context;
	}

	read(row: SheetRow): DraftRow {
		const { columns, grid, sources } = this.#context;
		const texts: Record<string, string> = {};
		const criteria = new Set(criteriaAround(grid, row, sources));
		const references = new Set<string>();
		const own: Record<number, string> = {};
		for (const { index, target } of columns) {
			const text = target.kind === 'leaveOut' ? '' : this.#text(row, index);
			if (text === '') continue;
			if (target.kind !== 'field') {
				own[index] = text;
				continue;
			}
			const value = this.#value(row, index, target.key, text);
			if (value.text !== undefined) texts[target.key] = value.text;
			if (value.holdsLess) own[index] = text;
			const ofRowId = index === sources.rowIds ? readCellIds(text, 'rowId').criteria : [];
			for (const id of [...(value.criteria ?? []), ...ofRowId]) criteria.add(id);
			for (const id of value.references ?? []) references.add(id);
		}
		const ids = { criteria: [...criteria], references: [...references] };
		return { row: row.number, texts, ...ids, own };
	}

	#value(row: SheetRow, index: number, key: ControlFieldKey, text: string): FieldValue {
		const { ours, rules } = this.#context;
		const value = readFieldValue(
			key,
			text,
			rules.get(index) ?? { ours, dayFirst: undefined, words: {} },
		);
		if (value.holdsLess) this.keptWhole.add(index);
		if (value.problem) {
			this.problems.push({ ...value.problem, cell: cellReference(index, row.number) });
		}
		const isTerm = controlField(key).value.kind === 'term';
		if (isTerm && value.text !== undefined && value.text !== text) {
			this.words[key] = { ...this.words[key], [text]: value.text };
		}
		return value;
	}

	/** The text that comes in: as a person sees it, filled from above, errors kept and told. */
	#text(row: SheetRow, index: number): string {
		const { grid, ours } = this.#context;
		const cell = row.cells[index];
		if (cell?.kind === 'error') {
			this.problems.push({
				cell: cellReference(index, row.number),
				severity: 'warning',
				text: `Holds the error value ${cell.text}, which comes in as text. Repair the formula in the spreadsheet, or correct it after the import.`,
			});
			return cell.text;
		}
		if (ours) return !cell || cell.kind === 'empty' ? '' : cell.text;
		const from = grid.filledFrom(row, index);
		if (from !== undefined) this.filledFrom[`${row.number}/${index}`] = from;
		return grid.filledText(row, index);
	}
}
