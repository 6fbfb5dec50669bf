/** Addresses of cells in OpenDocument (ODF 1.3 part 3, 9.2.1). */
import { cellReference } from '../../sheet.ts';
import type { ExportTable } from '../export-table.ts';

/** A whole table, header included: `'Control matrix'.A1:'Control matrix'.Q43`. */
export function rangeAddress({ columns, rows }: ExportTable, sheet: string): string {
	const last = cellReference(Math.max(columns.length, 1) - 1, rows.length + 1);
	return `${quoted(sheet)}.A1:${quoted(sheet)}.${last}`;
}

/** One cell of a 0-based column and 1-based row: `'Control matrix'.C2`. */
export function cellAddress(sheet: string, column: number, row: number): string {
	return `${quoted(sheet)}.${cellReference(column, row)}`;
}

function quoted(sheet: string): string {
	return `'${sheet.replaceAll("'", "''")}'`;
}
