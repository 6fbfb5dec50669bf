/** OpenFormula (ODF 1.3 part 4) as the A1 formulas whose references can be taken from the text. */

import { lastSheetRow } from '../../reading/ooxml/cell-range.ts';

/** Texts and bracketed references: `[.A1]`, `[$'My sheet'.A1:.B2]`, `['file:///x.ods'#$Sheet1.A1]`. */
const token = /"(?:[^"]|"")*"|\[((?:'(?:[^']|'')*'|[^\]'])*)\]/g;
const address =
	/^\$?('(?:[^']|'')+'|[^.':#]+)?\.(\$?[A-Z]{1,3}(?:\$?\d+)?|\$?\d+)(?::(?:\$?('(?:[^']|'')+'|[^.':#]+))?\.(\$?[A-Z]{1,3}(?:\$?\d+)?|\$?\d+))?$/i;

/** `of:=SUM([.A1:.A3];[$Other.B2])` → `SUM(A1:A3;Other!B2)`. */
export function plainFormula(formula: string): string {
	return formula
		.replace(/^(?:[\w-]+:)?=/, '')
		.replace(token, (all: string, reference: string | undefined) =>
			reference === undefined ? all : plainReference(reference),
		);
}

/** `$Sheet1.$A$1:.$B$2` → `Sheet1!$A$1:$B$2`; a place that only a program can tell becomes INDIRECT(). */
export function plainReference(reference: string): string {
	// Another file's cells do not change here.
	if (reference.includes('#') && !reference.includes('#REF!')) return '0';
	const match = address.exec(reference);
	if (!match) return 'INDIRECT()';
	const [, sheet, first, other, last] = match;
	if (other !== undefined && other !== sheet) return 'INDIRECT()';
	const range = last === undefined ? first : `${first ?? ''}:${last}`;
	if (sheet === undefined) return range ?? '';
	return `${sheet.startsWith("'") ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${range ?? ''}`;
}

/**
 * The formula as it reads `rows` rows further down: places that are not held by `$` move along.
 * Undefined where one would leave the sheet, and where whole rows move.
 */
export function movedFormula(formula: string, rows: number): string | undefined {
	const lost: string[] = [];
	const moved = formula.replace(token, (all: string, reference: string | undefined) => {
		if (reference === undefined) return all;
		return all.replace(nameOrPlace, (part: string, column = '', hold?: string, row?: string) => {
			if (row === undefined || hold === '$') return part;
			const now = Number(row) + rows;
			if (column === '' || now < 1 || now > lastSheetRow) lost.push(part);
			return `.${column}${now}`;
		});
	});
	return lost.length > 0 ? undefined : moved;
}

/** A quoted name of a sheet, or a place after its point. */
const nameOrPlace = /'(?:[^']|'')*'|\.(\$?[A-Z]{1,3}|)(\$?)(\d+)(?![\w.])/gi;
