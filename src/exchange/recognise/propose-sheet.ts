/**
 * The recogniser's answer for one sheet: what it holds, where the header is, what each column is
 * about, which rows would come in, and everything a person should look at.
 */
import type { ColumnProposal, ColumnTarget, SheetProposal } from '../proposal/proposal.ts';
import type { Destination } from '../destinations.ts';
import type { Sheet } from '../sheet.ts';
import { blockColumns } from './block-columns.ts';
import { lookAtValues } from './column-values.ts';
import {
	criteriaSources,
	distinctCriteria,
	type CriteriaSources,
	type SheetRows,
} from './criteria-sources.ts';
import { sortRows } from './data-rows.ts';
import { createGrid, type Grid } from './grid.ts';
import {
	findHeaderRows,
	headerRowsFor,
	headerTexts,
	ownHeaderText,
	type HeaderRows,
} from './header-rows.ts';
import { exportedByUs, ownExportColumns, destinationOfExport } from './own-export.ts';
import type { ColumnFacts } from './column-claims.ts';
import { recogniseColumns } from './recognise-columns.ts';
import { recogniseRegisterColumns } from './recognise-register-columns.ts';
import type { RegisterColumn } from './register-column.ts';
import { kindOfRegister, registerOfKind } from './register-kinds.ts';
import { columnTexts } from './row-facts.ts';
import { nameSheetKind } from './sheet-kind.ts';
import { findProblems } from './sheet-problems.ts';
import { proposeValueWords } from './value-words.ts';

export interface ProposeOptions {
	/** 1-based; the user says that the header is here. 0: there is none. */
	readonly headerRow?: number;
	/** The user says which register the rows belong to. */
	readonly register?: Destination;
	/** Name of the file: a CSV's only sheet has none of its own. */
	readonly fileName?: string;
}

/** Proposes how to import a sheet. Pure; never throws on any sheet. */
export function proposeSheet(sheet: Sheet, options: ProposeOptions = {}): SheetProposal {
	const grid = createGrid(sheet);
	const header = chooseHeader(grid, options.headerRow);
	const headers = headerTexts(grid, header.rows);
	const exported = destinationOfExport(headers);
	const ours = exported !== undefined && exported === (options.register ?? exported);
	const { dataRows, leftOut } = sortRows(grid, header.rows, ours);
	const facts = columnFacts(grid, header.rows, headers, dataRows);
	const recognised = recogniseColumns(facts);
	const kind = nameSheetKind({
		name: `${sheet.name} ${options.fileName ?? ''}`,
		headers: facts.map((column) => column.header),
		subjects: recognised.map((column) => column.about),
		dataRows: dataRows.length,
		hasHeader: header.rows.length > 0,
	});
	const register = options.register ?? exported ?? registerOfKind(kind.kind);
	const becoming = columnsIn(register, facts, recognised, ours);
	const blocks = { columns: ours ? [] : blockColumns(grid, recognised, dataRows), rows: dataRows };
	const filled = createGrid(sheet, blocks);
	const proposed = facts.flatMap((column, place): ColumnProposal[] => {
		const { about } = recognised[place] ?? {};
		const found = becoming[place];
		if (!found || about === undefined) return [];
		const { index, header, values } = column;
		const hidden = sheet.hiddenColumns.includes(index);
		const fillsDown = blocks.columns.includes(index) ? { fillsDown: true } : {};
		const seen = { samples: values.samples, filled: values.filled };
		return [{ ...found, about, header, hidden, ...fillsDown, ...seen }];
	});
	const idsAreCriteria = rowIdsAreCriteria(facts, proposed);
	const headerRow = header.rows.at(-1) ?? 0;
	const rows = { headerRow, dataRows, leftOut: leftOut.map(({ row }) => row) };
	const sources = criteriaSources(filled, proposed, rows, idsAreCriteria);
	const named =
		register === 'controls' ? sources : sourcesAsControls(filled, facts, recognised, rows);
	const columns = ours ? proposed : withMarkColumns(proposed, sources);
	return {
		sheet: sheet.name,
		kind: exported ? kindOfRegister[exported] : kind.kind,
		kindGuess: exported ? exportedByUs : kind.guess,
		register,
		headerRows: header.rows,
		headerGuess: header.guess,
		columns,
		dataRows,
		leftOut,
		problems: findProblems(filled, columns, dataRows, sources, register),
		criteria: distinctCriteria(filled, dataRows, named),
		idsAreCriteria,
		valueWords: proposeValueWords(register, filled, columns, dataRows, ours),
	};
}

/** What each column would become in the register. */
function columnsIn(
	register: Destination,
	facts: readonly ColumnFacts[],
	asControls: readonly RegisterColumn[],
	ours: boolean,
): readonly RegisterColumn[] {
	if (ours) return ownExportColumns(register, facts);
	return register === 'controls' ? asControls : recogniseRegisterColumns(register, facts);
}

/** A column of like marks under a criterion says only that criterion: it need not stay a column. */
function withMarkColumns(
	columns: readonly ColumnProposal[],
	{ marks }: CriteriaSources,
): readonly ColumnProposal[] {
	return columns.map((column): ColumnProposal => {
		const found = marks.find(({ index }) => index === column.index);
		if (!found) return column;
		const rows = found.marks === 1 ? '1 marked row gets' : `${found.marks} marked rows get`;
		const reason = `header is ${found.criterion}; ${rows} that criterion`;
		const target: ColumnTarget = found.alike ? { kind: 'leaveOut' } : column.target;
		return { ...column, about: 'criteria', target, guess: { confidence: 0.9, reason } };
	});
}

function chooseHeader(grid: Grid, chosen: number | undefined): HeaderRows {
	if (chosen === undefined) return ownHeader(grid) ?? findHeaderRows(grid);
	const guess = { confidence: 1, reason: 'Chosen by you' };
	return { rows: chosen === 0 ? [] : headerRowsFor(grid, chosen), guess };
}

/** The header of our own export, which is the first row that holds anything. */
function ownHeader(grid: Grid): HeaderRows | undefined {
	const [first] = grid.rows;
	if (!first || !destinationOfExport(headerTexts(grid, [first.number]))) return undefined;
	return { rows: [first.number], guess: exportedByUs };
}

/** Columns that have a header or a value; a column of nothing is no column. */
function columnFacts(
	grid: Grid,
	headerRows: readonly number[],
	headers: readonly string[],
	dataRows: readonly number[],
): readonly ColumnFacts[] {
	const facts: ColumnFacts[] = [];
	for (let index = 0; index < grid.columnCount; index++) {
		const header = headers[index] ?? '';
		const values = lookAtValues(columnTexts(grid, dataRows, index), dataRows.length);
		if (header === '' && values.filled === 0) continue;
		facts.push({ index, header, ownHeader: ownHeaderText(grid, headerRows, index), values });
	}
	return facts;
}

/** Where the sheet names criteria, whatever its rows become. */
function sourcesAsControls(
	grid: Grid,
	facts: readonly ColumnFacts[],
	columns: readonly RegisterColumn[],
	rows: SheetRows,
): CriteriaSources {
	const placed = columns.map((column, place) => ({
		...column,
		header: facts[place]?.header ?? '',
	}));
	return criteriaSources(grid, placed, rows, rowIdsAreCriteria(facts, columns));
}

/** True where no column of criteria fills the field and most row ids are criteria. */
function rowIdsAreCriteria(
	facts: readonly ColumnFacts[],
	columns: readonly RegisterColumn[],
): boolean {
	const fills = (key: string): number =>
		columns.findIndex((column) => column.target.kind === 'field' && column.target.key === key);
	if (fills('criteria') >= 0) return false;
	const id = facts[fills('controlId')];
	return id !== undefined && id.values.shares.criterion >= 0.3;
}
