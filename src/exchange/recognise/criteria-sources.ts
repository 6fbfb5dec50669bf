/**
 * Where the criteria of a sheet's rows come from: a column, the rows' ids, a grid of marks, or
 * section headings.
 */
import { compareCriteria } from '../../model/catalog/criterion-ids.ts';
import type { ColumnTarget } from '../proposal/proposal.ts';
import { isMark, markColumns, type MarkColumn } from './criteria-grid.ts';
import { readCellIds } from './criteria-ids.ts';
import type { SheetRow } from '../sheet.ts';
import type { Grid } from './grid.ts';
import { headingCriteria } from './heading-criteria.ts';
import { columnTexts } from './row-facts.ts';

export interface CriteriaSources {
	/** 0-based column that fills the field. */
	readonly column: number | undefined;
	/** 0-based column of the row ids, where they are criteria themselves. */
	readonly rowIds: number | undefined;
	/** Columns of marks, each headed by a criterion, where no column says the criteria. */
	readonly marks: readonly MarkColumn[];
	/** By 1-based data row, where only headings say the criteria. */
	readonly headings: ReadonlyMap<number, readonly string[]>;
}

interface SourceColumn {
	readonly index: number;
	readonly header: string;
	readonly target: ColumnTarget;
}

export interface SheetRows {
	/** 1-based; 0 where there is no header. */
	readonly headerRow: number;
	readonly dataRows: readonly number[];
	readonly leftOut: readonly number[];
}

/** The sources under these targets; headings count only where nothing else says the criteria. */
export function criteriaSources(
	grid: Grid,
	columns: readonly SourceColumn[],
	{ headerRow, dataRows, leftOut }: SheetRows,
	idsAreCriteria: boolean,
): CriteriaSources {
	const fills = (key: string): number | undefined =>
		columns.find(({ target }) => target.kind === 'field' && target.key === key)?.index;
	const column = fills('criteria');
	const rowIds = idsAreCriteria ? fills('controlId') : undefined;
	const said = column !== undefined || rowIds !== undefined;
	const marks = said ? [] : markColumns(grid, columns, dataRows);
	const headings =
		said || marks.length > 0 ? noHeadings : headingCriteria(grid, headerRow, leftOut, dataRows);
	return { column, rowIds, marks, headings };
}

const noHeadings: ReadonlyMap<number, readonly string[]> = new Map();

/** The criteria that marks and headings give to a row; those of its own cells are not among them. */
export function criteriaAround(
	grid: Grid,
	row: SheetRow,
	{ marks, headings }: CriteriaSources,
): readonly string[] {
	const marked = marks
		.filter(({ index }) => isMark(grid.filledText(row, index)))
		.map(({ criterion }) => criterion);
	return [...marked, ...(headings.get(row.number) ?? [])];
}

/** Every existing criterion the rows name, in catalogue order. */
export function distinctCriteria(
	grid: Grid,
	dataRows: readonly number[],
	{ column, rowIds, marks, headings }: CriteriaSources,
): readonly string[] {
	const found = new Set([...headings.values()].flat());
	for (const { criterion, marks: count } of marks) if (count > 0) found.add(criterion);
	for (const [index, context] of [
		[column, 'criteria'],
		[rowIds, 'rowId'],
	] as const) {
		if (index === undefined) continue;
		for (const text of columnTexts(grid, dataRows, index)) {
			for (const id of readCellIds(text, context).criteria) found.add(id);
		}
	}
	return [...found].sort(compareCriteria);
}
