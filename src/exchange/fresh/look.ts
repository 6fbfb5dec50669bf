/** How our files look, in one place for every format: colours, font, paper. */
import type { ExportColumnKind } from './export-table.ts';

export const look = {
	font: 'Calibri',
	fontSize: 11,
	headingSize: 16,
	/** RGB in hexadecimal. */
	ink: '1F2A2E',
	headerInk: '12403D',
	headerFill: 'DCEBE9',
	accent: '1F5F5B',
	line: 'D3DADA',
	/** Columns wider than this together are printed on more than one page across. */
	charactersAcrossPage: 210,
	/** Columns up to this width stay in view when the sheet scrolls sideways. */
	widestFrozenColumn: 30,
	readMeWidths: [20, 96],
} as const;

/**
 * How a column's cells are formatted. Ids keep the Text format, so that 007 and 1-2 survive an edit;
 * prose and terms have none.
 */
export function columnLook({ kind }: ExportColumnKind): 'text' | 'prose' | 'date' {
	if (kind === 'date') return 'date';
	return kind === 'prose' || kind === 'term' ? 'prose' : 'text';
}

/** How many pages a table takes across when it is printed to be read. */
export function pagesAcross(columns: readonly { readonly widthCharacters: number }[]): number {
	const characters = columns.reduce((sum, { widthCharacters }) => sum + widthCharacters, 0);
	return Math.max(1, Math.ceil(characters / look.charactersAcrossPage));
}

/** Whether the first column stays in view. */
export function freezesFirstColumn(
	columns: readonly { readonly widthCharacters: number }[],
): boolean {
	const [first] = columns;
	return (
		first !== undefined && columns.length > 1 && first.widthCharacters <= look.widestFrozenColumn
	);
}
