/**
 * Takes stored results that are out of date out of a sheet. Programs that work formulas out show
 * the new figure at once; those that do not show none, rather than an old one as if it were true.
 */
import type { CellPlace } from '../../reading/ooxml/cell-range.ts';
import type { WorkbookCells } from '../../reading/ooxml/cell-reader.ts';
import type { SheetText } from './book.ts';
import { withoutResult } from './cell-content.ts';
import { rowCells } from './row-cells.ts';
import type { Patch } from '../splice.ts';

export interface StaleResults {
	readonly patches: readonly Patch[];
	/** Cells that had a result. */
	readonly places: readonly CellPlace[];
}

/** The patches for cells of a sheet that hold formulas, or results of an array formula. */
export function staleResults(
	{ xml, outline }: SheetText,
	cells: readonly CellPlace[],
	workbook: WorkbookCells,
): StaleResults {
	const byRow = new Map<number, Set<number>>();
	for (const { row, column } of cells) {
		byRow.set(row, (byRow.get(row) ?? new Set()).add(column));
	}
	const patches: Patch[] = [];
	const places: CellPlace[] = [];
	for (const [number, columns] of byRow) {
		const row = outline.byNumber.get(number);
		if (!row) continue;
		for (const { column, start, end } of rowCells(xml, row, workbook)) {
			if (!columns.has(column)) continue;
			const before = xml.slice(start, end);
			const text = withoutResult(before);
			if (text === before) continue;
			patches.push({ start, end, text });
			places.push({ row: number, column });
		}
	}
	return { patches, places };
}
