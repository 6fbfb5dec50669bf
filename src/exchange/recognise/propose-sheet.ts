/**
 * The recogniser's answer for one sheet: what it holds, where the header is, what each column is
 * about, which rows would come in, and everything a person should look at.
 */
import type { ColumnProposal, ColumnTarget, SheetProposal } from '../proposal/proposal.ts';
import type { Sheet } from '../sheet.ts';
import { blockColumns } from './block-columns.ts';
import { lookAtValues } from './column-values.ts';
import { criteriaSources, distinctCriteria, type CriteriaSources } from './criteria-sources.ts';
import { sortRows } from './data-rows.ts';
import { createGrid, type Grid } from './grid.ts';
import {
	findHeaderRows,
	headerRowsFor,
	headerTexts,
	ownHeaderText,
	type HeaderRows,
} from './header-rows.ts';
import { isOwnExport, ownExportColumns } from './own-export.ts';
import type { ColumnFacts } from './column-claims.ts';
import { recogniseColumns } from './recognise-columns.ts';
import { columnTexts } from './row-facts.ts';
import { nameSheetKind } from './sheet-kind.ts';
import { findProblems } from './sheet-problems.ts';
import { proposeValueWords } from './value-words.ts';

export interface ProposeOptions {
	/** 1-based; the user says that the header is here. 0: there is none. */
	readonly headerRow?: number;
	/** Name of the file: a CSV's only sheet has none of its own. */
	readonly fileName?: string;
}

/** Proposes how to import a sheet. Pure; never throws on any sheet. */
export function proposeSheet(sheet: Sheet, options: ProposeOptions = {}): SheetProposal {
	const grid = createGrid(sheet);
	const header = chooseHeader(grid, options.headerRow);
	const headers = headerTexts(grid, header.rows);
	const ours = isOwnExport(headers);
	const { dataRows, leftOut } = sortRows(grid, header.rows, ours);
	const facts = columnFacts(grid, header.rows, headers, dataRows);
	const recognised = ours ? ownExportColumns(facts) : recogniseColumns(facts);
	const blocks = { columns: ours ? [] : blockColumns(grid, recognised, dataRows), rows: dataRows };
	const filled = createGrid(sheet, blocks);
	const proposed = facts.flatMap((column, place): ColumnProposal[] => {
		const found = recognised[place];
		if (!found) return [];
		const { index, header, values } = column;
		const hidden = sheet.hiddenColumns.includes(index);
		const fillsDown = blocks.columns.includes(index) ? { fillsDown: true } : {};
		const seen = { samples: values.samples, filled: values.filled };
		return [{ ...found, header, hidden, ...fillsDown, ...seen }];
	});
	const idsAreCriteria = rowIdsAreCriteria(facts, proposed);
	const kind = nameSheetKind({
		name: `${sheet.name} ${options.fileName ?? ''}`,
		headers: facts.map((column) => column.header),
		subjects: proposed.map((column) => column.about),
		dataRows: dataRows.length,
		hasHeader: header.rows.length > 0,
	});
	const headerRow = header.rows.at(-1) ?? 0;
	const rows = { headerRow, dataRows, leftOut: leftOut.map(({ row }) => row) };
	const sources = criteriaSources(filled, proposed, rows, idsAreCriteria);
	const columns = ours ? proposed : withMarkColumns(proposed, sources);
	return {
		sheet: sheet.name,
		kind: ours ? 'controls' : kind.kind,
		kindGuess: ours ? { confidence: 1, reason: 'Exported by this workbook' } : kind.guess,
		headerRows: header.rows,
		headerGuess: header.guess,
		columns,
		dataRows,
		leftOut,
		problems: findProblems(filled, columns, dataRows, sources),
		criteria: distinctCriteria(filled, dataRows, sources),
		idsAreCriteria,
		valueWords: proposeValueWords(filled, columns, dataRows, ours),
	};
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
	if (chosen === undefined) return findHeaderRows(grid);
	const guess = { confidence: 1, reason: 'Chosen by you' };
	return { rows: chosen === 0 ? [] : headerRowsFor(grid, chosen), guess };
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

/** True where no column of criteria fills the field and most row ids are criteria. */
function rowIdsAreCriteria(
	facts: readonly ColumnFacts[],
	columns: readonly ColumnProposal[],
): boolean {
	const fills = (key: string): number =>
		columns.findIndex((column) => column.target.kind === 'field' && column.target.key === key);
	if (fills('criteria') >= 0) return false;
	const id = facts[fills('controlId')];
	return id !== undefined && id.values.shares.criterion >= 0.3;
}
