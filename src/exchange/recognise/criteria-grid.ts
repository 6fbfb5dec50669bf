/** Reads a cross grid: controls down, criteria across, a mark where they meet. */
import { readCellIds } from './criteria-ids.ts';
import type { Grid } from './grid.ts';
import { columnTexts } from './row-facts.ts';

export interface MarkColumn {
	/** 0-based. */
	readonly index: number;
	/** The criterion its header names. */
	readonly criterion: string;
	/** How many rows are marked. */
	readonly marks: number;
	/** True where all marks are alike: nothing but the criterion is said. */
	readonly alike: boolean;
}

/** Fewer columns than this are a coincidence. */
const fewestColumns = 3;

/** The columns of a grid, by their headers and marks; none where the sheet holds no grid. */
export function markColumns(
	grid: Grid,
	columns: readonly { readonly index: number; readonly header: string }[],
	dataRows: readonly number[],
): readonly MarkColumn[] {
	const found = columns.flatMap(({ index, header }): MarkColumn[] => {
		const criterion = headingCriterion(header);
		if (criterion === undefined) return [];
		const texts = columnTexts(grid, dataRows, index).filter((text) => text !== '');
		if (!texts.every((text) => isMark(text) || isNoMark(text))) return [];
		const marks = texts.filter(isMark);
		const alike = new Set(texts.map((text) => text.toLowerCase())).size <= 1;
		return [{ index, criterion, marks: marks.length, alike }];
	});
	return found.length < fewestColumns ? [] : found;
}

/** The one criterion a column is headed by, as CC6.1 or "CC6.1 Logical access". */
export function headingCriterion(header: string): string | undefined {
	const { criteria, unknown } = readCellIds(header.slice(0, 80), 'any');
	return criteria.length === 1 && unknown.length === 0 ? criteria[0] : undefined;
}

/** A cell that says yes: x, a tick, P for primary, S for secondary. */
export function isMark(text: string): boolean {
	return /^(?:x|\u2713|\u2714|\u2705|\u2611|\u25cf|\u2022|p|s|y|yes|1|true)$/iu.test(text);
}

function isNoMark(text: string): boolean {
	return /^(?:-|\u2013|\u2014|n|no|0|false|n\/a|\u2717|\u274c)$/iu.test(text);
}
