/**
 * What a formula reads, taken from its text without working it out (ECMA-376 part 1, 18.17.2).
 * Where the text does not tell, it reads anything: better a figure too many worked out anew than an
 * old one shown.
 */
import { lastSheetRow, parseRange, type CellPlace } from '../../reading/ooxml/cell-range.ts';
import type { CellRange } from '../../sheet.ts';

export interface Reads {
	/** Sheet names are in lower case. */
	readonly ranges: readonly ReadRange[];
	readonly anything: boolean;
}

export interface ReadRange {
	readonly sheet: string;
	readonly range: CellRange;
	/** Read by the name of a table, so that it grows with the table. */
	readonly ofTable: boolean;
}

/** What names of the workbook stand for; both are asked with names in lower case. */
export interface NamedThings {
	/** The formula of a defined name as seen from a sheet. */
	formula(name: string, sheet: string): string | undefined;
	table(name: string): { readonly sheet: string; readonly range: CellRange } | undefined;
	/** The table a cell lies in, for references that name none. */
	tableAt(sheet: string, place: CellPlace): { readonly range: CellRange } | undefined;
}

/** Text, sheet names, structured references, plain references, names and functions, in this order. */
const token =
	/"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|([\p{L}_\\[][\p{L}\p{N}_.\\[\]:]*|\d[\p{L}\p{N}_.]*))!|([\p{L}_\\][\p{L}\p{N}_.\\]*)?\[((?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*)\]|(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(])|([\p{L}_\\][\p{L}\p{N}_.\\?]*)(\()?/gu;

/** Functions whose result is a place that only working them out can tell. */
const wandering = /^(?:indirect|offset)$/i;
/** A range with a function at one of its ends, and the operator for whole spilled ranges. */
const computedRange = /\)\s*:|:\s*[A-Za-z]+\s*\(/;
const deepestName = 8;
/** Excel stops at 8,192 characters; what is longer was made by hand and is not looked into. */
const longestFormula = 16_384;

/** What the formula (without `=`) of a cell reads. */
export function readsOf(
	formula: string,
	sheet: string,
	place: CellPlace,
	named: NamedThings,
	depth = 0,
): Reads {
	if (formula.length > longestFormula) return { ranges: [], anything: true };
	const ranges: ReadRange[] = [];
	let anything = computedRange.test(formula.replace(/"(?:[^"]|"")*"/g, ''));
	let prefix: string | undefined;
	for (const match of formula.matchAll(token)) {
		const [, quoted, bare, table, columns, reference, name, call] = match;
		const qualifier = quoted?.replaceAll("''", "'") ?? bare;
		if (qualifier !== undefined) {
			prefix = qualifier.toLowerCase();
			continue;
		}
		const target = prefix ?? sheet.toLowerCase();
		const isForeign = prefix !== undefined && /^[^\]]*\[.+\]/.test(prefix);
		prefix = undefined;
		if (isForeign) continue;
		if (columns !== undefined) {
			const part = structured(table, columns, sheet, place, named);
			if (part) ranges.push(part);
			// A table that is not known, or a reference into another workbook's.
			else anything = true;
		} else if (reference !== undefined) {
			const range = parseRange(reference);
			if (range) ranges.push({ sheet: target, range, ofTable: false });
			// Several sheets at once (`First:Last!A1`), or a range whose other end stands apart.
			const end = match.index + match[0].length;
			const isEnd = formula.charAt(match.index - 1) === ':' || formula.charAt(end) === ':';
			if (isEnd || target.includes(':')) anything = true;
		} else if (name !== undefined && call !== undefined) {
			if (wandering.test(name)) anything = true;
		} else if (name !== undefined) {
			const inner = readsOfName(name, target, place, named, depth);
			ranges.push(...inner.ranges);
			anything ||= inner.anything;
		}
	}
	return { ranges, anything };
}

function readsOfName(
	name: string,
	sheet: string,
	place: CellPlace,
	named: NamedThings,
	depth: number,
): Reads {
	const key = name.toLowerCase();
	const table = named.table(key);
	if (table) return { ranges: [{ ...table, ofTable: true }], anything: false };
	const formula = named.formula(key, sheet);
	if (formula === undefined) return { ranges: [], anything: false };
	// Names with relative references mean another place in every cell.
	const isRelative = /(?<![\p{L}\p{N}_.$])[A-Za-z]{1,3}\d{1,7}(?![\p{L}\p{N}_.(])/u.test(formula);
	if (depth >= deepestName || isRelative) return { ranges: [], anything: true };
	return readsOf(formula, sheet, place, named, depth + 1);
}

/** `Table1[Owner]`, `Table1[[#This Row],[Owner]]`, `[@Owner]`: its row where it says so, else all. */
function structured(
	table: string | undefined,
	columns: string,
	sheet: string,
	place: CellPlace,
	named: NamedThings,
): ReadRange | undefined {
	const home = sheet.toLowerCase();
	const found =
		table === undefined
			? { sheet: home, range: named.tableAt(home, place)?.range }
			: named.table(table.toLowerCase());
	if (!found?.range) return undefined;
	const { firstColumn, lastColumn } = found.range;
	const isThisRow = /^@|\[@|#this row/i.test(columns);
	const range = isThisRow
		? { firstRow: place.row, lastRow: place.row, firstColumn, lastColumn }
		: { ...found.range, lastRow: Math.min(found.range.lastRow, lastSheetRow) };
	return { sheet: found.sheet, range, ofTable: true };
}
