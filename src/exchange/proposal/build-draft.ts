/**
 * Applies decisions to a sheet: the rows ready to become controls, what is left out and why, and
 * the problems a person should see. Nothing is dropped in silence: every filled cell of a row that
 * comes in lands in a field, in an own column, or in a column the user chose to leave out.
 */
import { controlField } from '../../model/records/control-fields.ts';
import type { ImportProblem, LeftOutRow } from '../../model/records/import-record.ts';
import { readCellIds } from '../recognise/criteria-ids.ts';
import {
	criteriaAround,
	criteriaSources,
	type CriteriaSources,
} from '../recognise/criteria-sources.ts';
import { rowText } from '../recognise/data-rows.ts';
import { createGrid, type Grid } from '../recognise/grid.ts';
import { isOwnExport } from '../recognise/own-export.ts';
import { findProblems } from '../recognise/sheet-problems.ts';
import { cellReference, type Sheet, type SheetCell, type SheetRow } from '../sheet.ts';
import { dayOrders } from './day-order.ts';
import { draftColumns, type DraftColumn } from './draft-columns.ts';
import { readFieldValue, type ReadingRules } from './draft-values.ts';
import type { DraftRow, ImportDecisions, ImportDraft, SheetProposal } from './proposal.ts';
import { reviseProposal } from './revise-proposal.ts';

/** What would come in under the decisions. Pure; the proposal is revised where the header moved. */
export function buildDraft(
	sheet: Sheet,
	proposal: SheetProposal,
	decisions: ImportDecisions,
): ImportDraft {
	const moved = decisions.headerRows.at(-1) !== proposal.headerRows.at(-1);
	const current = moved ? reviseProposal(sheet, decisions.headerRows.at(-1) ?? 0) : proposal;
	return new DraftBuilder(sheet, current, decisions).build();
}

/** The rows that come in: the proposed ones, without and with those the user chose. */
export function rowsComingIn(
	grid: Grid,
	proposal: SheetProposal,
	decisions: ImportDecisions,
): readonly number[] {
	const wanted = new Set([...proposal.dataRows, ...decisions.rowsIn]);
	for (const row of [...decisions.rowsOut, ...proposal.headerRows]) wanted.delete(row);
	return grid.rows.map((row) => row.number).filter((number) => wanted.has(number));
}

class DraftBuilder {
	readonly #sheet: Sheet;
	readonly #grid: Grid;
	readonly #proposal: SheetProposal;
	readonly #decisions: ImportDecisions;
	readonly #ours: boolean;
	readonly #problems: ImportProblem[] = [];
	readonly #filledFrom: Record<string, string> = {};
	readonly #words: Record<string, Record<string, string>> = {};
	/** Columns whose field could not hold all their texts. */
	readonly #keptWhole = new Set<number>();

	constructor(sheet: Sheet, proposal: SheetProposal, decisions: ImportDecisions) {
		this.#sheet = sheet;
		this.#grid = createGrid(sheet, {
			columns: proposal.columns.filter((each) => each.fillsDown).map((each) => each.index),
			rows: proposal.dataRows,
		});
		this.#proposal = proposal;
		this.#decisions = decisions;
		this.#ours = isOwnExport(proposal.columns.map((column) => column.header));
	}

	build(): ImportDraft {
		const numbers = rowsComingIn(this.#grid, this.#proposal, this.#decisions);
		const { columns, problems } = draftColumns(
			this.#grid,
			this.#proposal,
			this.#decisions,
			numbers,
		);
		const leftOut = this.#leftOut(new Set(numbers));
		const sources = criteriaSources(
			this.#grid,
			columns,
			{
				headerRow: this.#proposal.headerRows.at(-1) ?? 0,
				dataRows: numbers,
				leftOut: leftOut.map(({ row }) => row),
			},
			this.#decisions.idsAreCriteria,
		);
		this.#problems.push(...problems, ...this.#sheetProblems(columns, numbers, sources));
		const rules = this.#rules(columns, numbers);
		const rows = numbers.flatMap((number) => {
			const row = this.#grid.row(number);
			return row ? [this.#draftRow(row, columns, rules, sources)] : [];
		});
		return {
			sheet: this.#sheet.name,
			headerRow: this.#proposal.headerRows.at(-1) ?? 0,
			columns: columns.flatMap((column) => [column, ...this.#keeper(column)]),
			rows,
			leftOut,
			problems: this.#problems,
			words: this.#words,
			filledFrom: this.#filledFrom,
		};
	}

	#draftRow(
		row: SheetRow,
		columns: readonly DraftColumn[],
		rules: ReadonlyMap<number, ReadingRules>,
		sources: CriteriaSources,
	): DraftRow {
		const texts: Record<string, string> = {};
		const criteria = new Set(criteriaAround(this.#grid, row, sources));
		const references = new Set<string>();
		const own: Record<number, string> = {};
		for (const { index, target } of columns) {
			if (target.kind === 'leaveOut') continue;
			const text = this.#text(row, index);
			if (text === '') continue;
			if (target.kind === 'own') {
				own[index] = text;
				continue;
			}
			const rule = rules.get(index) ?? { ours: this.#ours, dayFirst: undefined, words: {} };
			const value = readFieldValue(target.key, text, rule);
			if (value.text !== undefined) texts[target.key] = value.text;
			for (const id of value.criteria ?? []) criteria.add(id);
			for (const id of value.references ?? []) references.add(id);
			if (value.holdsLess) {
				own[index] = text;
				this.#keptWhole.add(index);
			}
			if (value.problem) {
				this.#problems.push({ ...value.problem, cell: cellReference(index, row.number) });
			}
			this.#rememberWord(target.key, text, value.text);
			if (index === sources.rowIds) {
				for (const id of readCellIds(text, 'rowId').criteria) criteria.add(id);
			}
		}
		return {
			row: row.number,
			texts,
			criteria: [...criteria],
			references: [...references],
			own,
		};
	}

	/** The text that comes in: as a person sees it, merged-down values filled, errors kept and said. */
	#text(row: SheetRow, index: number): string {
		const cell = row.cells[index];
		if (cell?.kind === 'error') {
			this.#problems.push({
				cell: cellReference(index, row.number),
				severity: 'warning',
				text: `Holds the error value ${cell.text}, which comes in as text. Repair the formula in the spreadsheet, or correct it after the import.`,
			});
			return cell.text;
		}
		if (this.#ours) return ownText(cell);
		const from = this.#grid.filledFrom(row, index);
		if (from !== undefined) this.#filledFrom[`${row.number}/${index}`] = from;
		return this.#grid.filledText(row, index);
	}

	#rememberWord(key: string, word: string, value: string | undefined): void {
		if (value === undefined || value === word) return;
		if (controlField(key as never).value.kind !== 'term') return;
		this.#words[key] = { ...this.#words[key], [word]: value };
	}

	#rules(
		columns: readonly DraftColumn[],
		numbers: readonly number[],
	): ReadonlyMap<number, ReadingRules> {
		const orders = dayOrders(this.#grid, columns, numbers);
		return new Map(
			columns.map(({ index, target }) => [
				index,
				{
					ours: this.#ours,
					dayFirst: orders.get(index) ?? this.#decisions.dayFirst,
					words: target.kind === 'field' ? (this.#decisions.words[target.key] ?? {}) : {},
				},
			]),
		);
	}

	#sheetProblems(
		columns: readonly DraftColumn[],
		numbers: readonly number[],
		sources: CriteriaSources,
	): readonly ImportProblem[] {
		const decided = this.#proposal.columns
			.map((column) => ({
				...column,
				target: columns.find((each) => each.index === column.index)?.target ?? column.target,
			}))
			.filter((column) => column.target.kind !== 'leaveOut');
		return findProblems(this.#grid, decided, numbers, sources);
	}

	/** The own column beside a field that keeps the texts the field could not hold. */
	#keeper({ index, header, target }: DraftColumn): readonly DraftColumn[] {
		if (!this.#keptWhole.has(index) || target.kind !== 'field') return [];
		const name = `${header === '' ? controlField(target.key).label : header} (original text)`;
		return [{ index, header, target: { kind: 'own', name, meaning: 'other' } }];
	}

	#leftOut(comingIn: ReadonlySet<number>): readonly LeftOutRow[] {
		const proposed = new Map(this.#proposal.leftOut.map((row) => [row.row, row]));
		return this.#grid.rows.flatMap((row): LeftOutRow[] => {
			if (comingIn.has(row.number) || this.#proposal.headerRows.includes(row.number)) return [];
			const known = proposed.get(row.number);
			if (known) return [known];
			if (!this.#proposal.dataRows.includes(row.number)) return [];
			return [{ row: row.number, reason: 'Left out by you', text: rowText(this.#grid, row) }];
		});
	}
}

function ownText(cell: SheetCell | undefined): string {
	return !cell || cell.kind === 'empty' ? '' : cell.text;
}
