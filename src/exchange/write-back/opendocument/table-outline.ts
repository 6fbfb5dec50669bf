/**
 * Where the rows and cells of the tables of an OpenDocument spreadsheet stand in its XML (ODF 1.3
 * part 3, 9.1). One element may stand for many rows or cells; a writer takes such runs apart.
 */
import { lastSheetRow } from '../../reading/ooxml/cell-range.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { readOpenDocumentCell } from '../../reading/opendocument/opendocument-cell.ts';
import type { SheetCell } from '../../sheet.ts';

export interface OdsTable {
	readonly name: string;
	readonly isProtected: boolean;
	readonly rows: readonly OdsRow[];
	/** Offset of the closing tag. */
	readonly end: number;
}

/** An element for `times` rows, the first of them `number` (1-based); offsets of the element. */
export interface OdsRow {
	readonly number: number;
	readonly times: number;
	readonly start: number;
	readonly end: number;
}

/** An element for `times` cells side by side from `column` (0-based) on; offsets in its row. */
export interface OdsCell {
	readonly column: number;
	readonly times: number;
	readonly start: number;
	readonly end: number;
	/** Hidden under a merge that begins elsewhere. */
	readonly isCovered: boolean;
	/** Rows and columns that a merge, or an array formula, takes in from here. */
	readonly merged: Span;
	readonly filled: Span;
	readonly style: string | undefined;
	readonly type: string;
	readonly formula: string | undefined;
	readonly validation: string | undefined;
	readonly seen: SheetCell | undefined;
}

export interface Span {
	readonly rows: number;
	readonly columns: number;
}

/** The tables of a document in order; undefined where its XML breaks off. */
export function readTables(xml: string): readonly OdsTable[] | undefined {
	const tables: OdsTable[] = [];
	const scanner = new XmlScanner(xml);
	let [first, last] = ['', ''];
	while (scanner.next()) {
		first ||= scanner.name;
		if (scanner.opens('tracked-changes')) scanner.skipElement();
		else if (scanner.opens('table')) tables.push(readTable(scanner, tables.length));
		last = scanner.name;
	}
	return scanner.cutShort || first !== last ? undefined : tables;
}

function readTable(scanner: XmlScanner, index: number): OdsTable {
	const name = scanner.attribute('name') ?? `Sheet${index + 1}`;
	const isProtected = scanner.flag('protected');
	const rows: OdsRow[] = [];
	let number = 1;
	const hasContent = scanner.kind === 'open';
	while (hasContent && scanner.next() && !scanner.closes('table')) {
		if (scanner.opens('shapes') || scanner.opens('table-source')) scanner.skipElement();
		if (!scanner.opens('table-row')) continue;
		const { start } = scanner;
		const times = repeated(scanner, 'number-rows-repeated');
		scanner.skipElement();
		rows.push({ number, times, start, end: scanner.end });
		number += times;
	}
	return { name, isProtected, rows, end: scanner.start };
}

/** The cells of a row element. */
export function readRowCells(row: string, date1904: boolean): OdsCell[] {
	const cells: OdsCell[] = [];
	const scanner = new XmlScanner(row);
	let column = 0;
	scanner.next();
	while (scanner.next()) {
		const isCovered = scanner.opens('covered-table-cell');
		if (!isCovered && !scanner.opens('table-cell')) continue;
		const { start } = scanner;
		const times = repeated(scanner, 'number-columns-repeated');
		const cell = {
			column,
			times,
			start,
			isCovered,
			merged: span(scanner, 'number'),
			filled: span(scanner, 'number-matrix'),
			style: scanner.rawAttribute('style-name'),
			type: scanner.rawAttribute('value-type') ?? '',
			formula: scanner.attribute('formula'),
			validation: scanner.attribute('content-validation-name'),
			seen: readOpenDocumentCell(scanner, date1904).cell,
		};
		cells.push({ ...cell, end: scanner.end });
		column += times;
	}
	return cells;
}

function span(scanner: XmlScanner, prefix: string): Span {
	return {
		rows: repeated(scanner, `${prefix}-rows-spanned`),
		columns: repeated(scanner, `${prefix}-columns-spanned`),
	};
}

function repeated(scanner: XmlScanner, attribute: string): number {
	const times = Number(scanner.rawAttribute(attribute) ?? 1);
	return Number.isInteger(times) && times > 1 ? Math.min(times, lastSheetRow) : 1;
}
