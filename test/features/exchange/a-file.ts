/** Builders of spreadsheets a person might choose. */
import { buildXlsx } from '../../support/ooxml-builder.ts';

/** A text file of rows; commas separate, no value holds one. */
export function aCsv(name: string, ...rows: readonly (readonly string[])[]): File {
	return new File([rows.map((row) => row.join(',')).join('\r\n')], name, { type: 'text/csv' });
}

/** A workbook of sheets with inline strings. */
export function anXlsx(
	name: string,
	sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
): File {
	const bytes = buildXlsx({
		sheets: Object.entries(sheets).map(([sheet, rows]) => ({
			name: sheet,
			rows: rows
				.map((texts, at) => `<row r="${at + 1}">${texts.map(cell).join('')}</row>`)
				.join(''),
		})),
	});
	return new File([bytes as Uint8Array<ArrayBuffer>], name);
}

export const controlHeader = ['Control ID', 'Title', 'Criteria', 'Owner', 'Status'] as const;

function cell(text: string): string {
	return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
