/**
 * The recogniser's answer for one sheet: what it holds, where the header is, what each column is
 * about, which rows would come in, and everything a person should look at.
 */
import { compareCriteria } from '../../model/catalog/criteria.ts';
import type { ImportProblem } from '../../model/records/import-record.ts';
import type { ColumnProposal, SheetProposal } from '../proposal/proposal.ts';
import type { Sheet } from '../sheet.ts';
import { lookAtValues } from './column-values.ts';
import { readCellIds } from './criteria-ids.ts';
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
	const columns = facts.flatMap((column, place): ColumnProposal[] => {
		const found = recognised[place];
		if (!found) return [];
		const { header, values } = column;
		const hidden = sheet.hiddenColumns.includes(column.index);
		return [{ ...found, header, hidden, samples: values.samples, filled: values.filled }];
	});
	const idsAreCriteria = rowIdsAreCriteria(facts, columns);
	const kind = nameSheetKind({
		name: `${sheet.name} ${options.fileName ?? ''}`,
		headers: facts.map((column) => column.header),
		subjects: columns.map((column) => column.about),
		dataRows: dataRows.length,
		hasHeader: header.rows.length > 0,
	});
	const problems: readonly ImportProblem[] = findProblems(grid, columns, dataRows, idsAreCriteria);
	return {
		sheet: sheet.name,
		kind: ours ? 'controls' : kind.kind,
		kindGuess: ours ? { confidence: 1, reason: 'Exported by this workbook' } : kind.guess,
		headerRows: header.rows,
		headerGuess: header.guess,
		columns,
		dataRows,
		leftOut,
		problems,
		criteria: distinctCriteria(grid, columns, dataRows, idsAreCriteria),
		idsAreCriteria,
		valueWords: proposeValueWords(grid, columns, dataRows, ours),
	};
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

function distinctCriteria(
	grid: Grid,
	columns: readonly ColumnProposal[],
	dataRows: readonly number[],
	idsAreCriteria: boolean,
): readonly string[] {
	const found = new Set<string>();
	for (const column of columns) {
		const { target } = column;
		if (target.kind !== 'field') continue;
		const isId = target.key === 'controlId';
		if (target.key !== 'criteria' && !(isId && idsAreCriteria)) continue;
		for (const text of columnTexts(grid, dataRows, column.index)) {
			for (const id of readCellIds(text, isId ? 'rowId' : 'criteria').criteria) found.add(id);
		}
	}
	return [...found].sort(compareCriteria);
}
