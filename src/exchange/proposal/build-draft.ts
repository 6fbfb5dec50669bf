/**
 * Applies decisions to a sheet: the rows ready to become records, what is left out and why, and
 * the problems a person should see. Nothing is dropped in silence: every filled cell of a row that
 * comes in lands in a field, in an own column, or in a column the user chose to leave out.
 */
import type { LeftOutRow } from '../../model/records/import-record.ts';
import type { Destination } from '../destinations.ts';
import { criteriaSources } from '../recognise/criteria-sources.ts';
import { rowText } from '../recognise/data-rows.ts';
import { createGrid, type Grid } from '../recognise/grid.ts';
import { destinationOfExport } from '../recognise/own-export.ts';
import { findProblems } from '../recognise/sheet-problems.ts';
import { fieldAt } from '../destinations.ts';
import type { Sheet } from '../sheet.ts';
import { dayOrders } from './day-order.ts';
import { draftColumns, type DraftColumn } from './draft-columns.ts';
import { DraftRowReader } from './draft-row.ts';
import type { ReadingRules } from './draft-values.ts';
import type { ColumnProposal, ImportDecisions, ImportDraft, SheetProposal } from './proposal.ts';
import { reviseProposal } from './revise-proposal.ts';

/** What would come in under the decisions. Pure; the proposal is revised where the header moved. */
export function buildDraft(
	sheet: Sheet,
	proposed: SheetProposal,
	decisions: ImportDecisions,
): ImportDraft {
	const headerRow = decisions.headerRows.at(-1) ?? 0;
	const { register } = decisions;
	const moved = headerRow !== (proposed.headerRows.at(-1) ?? 0) || register !== proposed.register;
	const proposal = moved ? reviseProposal(sheet, headerRow, register) : proposed;
	const grid = createGrid(sheet, {
		columns: proposal.columns.filter((each) => each.fillsDown).map((each) => each.index),
		rows: proposal.dataRows,
	});
	const headers = proposal.columns.map((column) => column.header);
	const ours = destinationOfExport(headers) === register;
	const dataRows = rowsComingIn(grid, proposal, decisions);
	const { columns, problems } = draftColumns(grid, proposal, decisions, dataRows);
	const leftOut = rowsLeftOut(grid, proposal, new Set(dataRows));
	const rows = { headerRow, dataRows, leftOut: leftOut.map(({ row }) => row) };
	const sources = criteriaSources(grid, columns, rows, decisions.idsAreCriteria);
	const rules = readingRules(
		columns,
		dayOrders(register, grid, columns, dataRows),
		decisions,
		ours,
	);
	const reader = new DraftRowReader({ register, grid, columns, rules, sources, ours });
	const drafted = dataRows.flatMap((number) => {
		const row = grid.row(number);
		return row ? [reader.read(row)] : [];
	});
	const ofSheet = findProblems(
		grid,
		columnsAsDecided(proposal, columns),
		dataRows,
		sources,
		register,
	);
	return {
		sheet: sheet.name,
		register,
		headerRow,
		columns: columns.flatMap((column) => [column, ...keeperOf(register, column, reader.keptWhole)]),
		rows: drafted,
		leftOut,
		problems: [...problems, ...ofSheet, ...reader.problems],
		words: reader.words,
		filledFrom: reader.filledFrom,
	};
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

function rowsLeftOut(
	grid: Grid,
	proposal: SheetProposal,
	comingIn: ReadonlySet<number>,
): readonly LeftOutRow[] {
	const proposed = new Map(proposal.leftOut.map((row) => [row.row, row]));
	return grid.rows.flatMap((row): LeftOutRow[] => {
		if (comingIn.has(row.number) || proposal.headerRows.includes(row.number)) return [];
		const known = proposed.get(row.number);
		if (known) return [known];
		if (!proposal.dataRows.includes(row.number)) return [];
		return [{ row: row.number, reason: 'Left out by you', text: rowText(grid, row) }];
	});
}

function readingRules(
	columns: readonly DraftColumn[],
	orders: ReadonlyMap<number, boolean>,
	decisions: ImportDecisions,
	ours: boolean,
): ReadonlyMap<number, ReadingRules> {
	return new Map(
		columns.map(({ index, target }) => {
			const words = target.kind === 'field' ? (decisions.words[target.key] ?? {}) : {};
			return [index, { ours, dayFirst: orders.get(index) ?? decisions.dayFirst, words }];
		}),
	);
}

/** The proposed columns that come in, with what they become under the decisions. */
function columnsAsDecided(
	proposal: SheetProposal,
	columns: readonly DraftColumn[],
): readonly ColumnProposal[] {
	const targets = new Map(columns.map(({ index, target }) => [index, target]));
	return proposal.columns
		.map((column) => ({ ...column, target: targets.get(column.index) ?? column.target }))
		.filter((column) => column.target.kind !== 'leaveOut');
}

/** The own column beside a field that keeps the texts the field could not hold. */
function keeperOf(
	register: Destination,
	{ index, header, target }: DraftColumn,
	keptWhole: ReadonlySet<number>,
): readonly DraftColumn[] {
	if (!keptWhole.has(index) || target.kind !== 'field') return [];
	const name = `${header === '' ? fieldAt(register, target.key)?.label : header} (original text)`;
	return [{ index, header, target: { kind: 'own', name, meaning: 'other' } }];
}
