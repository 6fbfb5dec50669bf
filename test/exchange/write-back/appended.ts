/** Small tables for tests, and rows appended to them. */
import type { CellInput } from '../../../src/exchange/write-back/change.ts';
import { buildXlsx, type SheetFixture } from '../../support/ooxml-builder.ts';
import { writtenInto, type Outcome } from './written.ts';

export const cell = (reference: string, text: string, attributes = ''): string =>
	`<c r="${reference}"${attributes} t="inlineStr"><is><t>${text}</t></is></c>`;
export const row = (number: number, texts: readonly string[], attributes = ''): string =>
	`<row r="${number}"${attributes}>${texts.map((text, at) => (text === '' ? '' : cell(`${'ABCDEF'.charAt(at)}${number}`, text))).join('')}</row>`;
export const table =
	row(1, ['ID', 'Title', 'Owner']) + row(2, ['C-1', 'One', 'Ann']) + row(3, ['C-2', 'Two', 'Ben']);

/** Appends rows to the only sheet of a workbook. */
export function appended(
	sheet: SheetFixture,
	rows: readonly (readonly CellInput[])[],
	options: {
		readonly after?: number;
		readonly names?: string;
		readonly formats?: readonly string[];
	} = {},
): Promise<Outcome> {
	const { after, ...fixture } = options;
	const change = { sheet: sheet.name ?? 'Sheet1', appendRows: rows };
	return writtenInto(buildXlsx({ ...fixture, sheets: [sheet] }), [
		after === undefined ? change : { ...change, after },
	]);
}

export const places = ({ written }: Outcome): string[] =>
	written.map(({ cell: reference }) => reference);
