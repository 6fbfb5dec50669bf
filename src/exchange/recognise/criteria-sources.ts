/** Where the criteria of a sheet's rows come from: a column, the rows' ids, or section headings. */
import { compareCriteria } from '../../model/catalog/criteria.ts';
import type { ColumnTarget } from '../proposal/proposal.ts';
import { readCellIds } from './criteria-ids.ts';
import type { Grid } from './grid.ts';
import { headingCriteria } from './heading-criteria.ts';
import { columnTexts } from './row-facts.ts';

export interface CriteriaSources {
	/** 0-based column that fills the field. */
	readonly column: number | undefined;
	/** 0-based column of the row ids, where they are criteria themselves. */
	readonly rowIds: number | undefined;
	/** By 1-based data row, where only headings say the criteria. */
	readonly headings: ReadonlyMap<number, readonly string[]>;
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
	columns: readonly { readonly index: number; readonly target: ColumnTarget }[],
	{ headerRow, dataRows, leftOut }: SheetRows,
	idsAreCriteria: boolean,
): CriteriaSources {
	const fills = (key: string): number | undefined =>
		columns.find(({ target }) => target.kind === 'field' && target.key === key)?.index;
	const column = fills('criteria');
	const rowIds = idsAreCriteria ? fills('controlId') : undefined;
	const headings =
		column === undefined && rowIds === undefined
			? headingCriteria(grid, headerRow, leftOut, dataRows)
			: new Map<number, readonly string[]>();
	return { column, rowIds, headings };
}

/** Every existing criterion the rows name, in catalogue order. */
export function distinctCriteria(
	grid: Grid,
	dataRows: readonly number[],
	{ column, rowIds, headings }: CriteriaSources,
): readonly string[] {
	const found = new Set([...headings.values()].flat());
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
