/**
 * Turns rows of a sheet into rows of a draft, and remembers on the way what a person should know:
 * problems, values taken from other cells, words read as terms, texts a field could not hold.
 */
import type { Field } from '../../model/records/field.ts';
import type { ImportProblem } from '../../model/records/import-record.ts';
import type { Destination } from '../destinations.ts';
import { readCellIds } from '../recognise/criteria-ids.ts';
import { criteriaAround, type CriteriaSources } from '../recognise/criteria-sources.ts';
import type { Grid } from '../recognise/grid.ts';
import { fieldAt } from '../destinations.ts';
import { cellReference, type SheetRow } from '../sheet.ts';
import type { DraftColumn } from './draft-columns.ts';
import { readFieldValue, type FieldValue, type ReadingRules } from './draft-values.ts';
import type { DraftRow } from './proposal.ts';

export interface RowContext {
	readonly register: Destination;
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
		const { register, columns, grid, sources } = this.#context;
		const texts: Record<string, string> = {};
		const sets = new RowSets(register);
		sets.add('criteria', criteriaAround(grid, row, sources));
		const own: Record<number, string> = {};
		for (const { index, target } of columns) {
			const text = target.kind === 'leaveOut' ? '' : this.#text(row, index);
			if (text === '') continue;
			if (target.kind !== 'field') {
				own[index] = text;
				continue;
			}
			const field = fieldAt(register, target.key);
			if (!field) {
				own[index] = text;
				continue;
			}
			const value = this.#value(row, index, field, text);
			if (value.text !== undefined) texts[field.key] = value.text;
			sets.add(field.key, value.members ?? []);
			const hasPlace = sets.add('references', value.references ?? []);
			if (value.holdsLess || !hasPlace) {
				own[index] = text;
				this.keptWhole.add(index);
			}
			if (index === sources.rowIds) sets.add('criteria', readCellIds(text, 'rowId').criteria);
		}
		return { row: row.number, texts, sets: sets.filled, own };
	}

	#value(row: SheetRow, index: number, field: Field, text: string): FieldValue {
		const { ours, rules } = this.#context;
		const value = readFieldValue(
			field,
			text,
			rules.get(index) ?? { ours, dayFirst: undefined, words: {} },
		);
		if (value.problem) {
			this.problems.push({ ...value.problem, cell: cellReference(index, row.number) });
		}
		const { key } = field;
		if (field.value.kind === 'term' && value.text !== undefined && value.text !== text) {
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

/** The sets of one row; a member stands once. */
class RowSets {
	readonly #register: Destination;
	readonly #members = new Map<string, Set<string>>();

	constructor(register: Destination) {
		this.#register = register;
	}

	/** False where there are members and the register has no such field. */
	add(key: string, members: readonly string[]): boolean {
		if (members.length === 0) return true;
		if (!fieldAt(this.#register, key)) return false;
		const known = this.#members.get(key) ?? new Set<string>();
		for (const member of members) known.add(member);
		this.#members.set(key, known);
		return true;
	}

	get filled(): DraftRow['sets'] {
		return Object.fromEntries(Array.from(this.#members, ([key, members]) => [key, [...members]]));
	}
}
