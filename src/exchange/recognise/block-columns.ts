/**
 * Finds columns that say a value once for a block of rows: the criterion on the first row, nothing
 * on the rows under it. Merged cells saved as CSV look like this, too.
 */
import type { ColumnSubject } from '../proposal/proposal.ts';
import type { Grid } from './grid.ts';

export interface BlockCandidate {
	readonly index: number;
	readonly about: ColumnSubject;
}

/** 0-based indexes of the criteria columns whose empty cells take the value above them. */
export function blockColumns(
	grid: Grid,
	columns: readonly BlockCandidate[],
	dataRows: readonly number[],
): readonly number[] {
	const key = columns.find(({ about }) => about === 'controlId' || about === 'title');
	if (!key || share(ownTexts(grid, dataRows, key.index)) < 0.9) return [];
	return columns
		.filter(({ index, about }) => about === 'criteria' && index < key.index)
		.map(({ index }) => index)
		.filter((index) => saysOncePerBlock(ownTexts(grid, dataRows, index)));
}

/** The first row says a value, most rows say none, and no value comes back in a later block. */
function saysOncePerBlock(texts: readonly string[]): boolean {
	const values = texts.filter((text) => text !== '');
	if (texts[0] === '' || values.length < 2 || share(texts) > 0.75) return false;
	return new Set(values).size === values.length;
}

function share(texts: readonly string[]): number {
	return texts.length === 0 ? 0 : texts.filter((text) => text !== '').length / texts.length;
}

function ownTexts(grid: Grid, dataRows: readonly number[], column: number): readonly string[] {
	return dataRows.map((number) => {
		const row = grid.row(number);
		return row ? grid.filledText(row, column) : '';
	});
}
