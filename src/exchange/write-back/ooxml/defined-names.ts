/** Print areas and filter ranges, which the workbook part holds as names, grow with the data. */
import { parseRange } from '../../reading/ooxml/cell-range.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { columnLetters } from '../../sheet.ts';
import { grownBy, type Growth } from './range-growth.ts';
import type { Patch } from '../splice.ts';

const growing = /^_xlnm\.(?:Print_Area|_FilterDatabase)$/i;
/** Both corners, as only ranges of cells are written; a sheet's name cannot hold a colon. */
const range = /\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+/gi;

/** Patches to a workbook part; growths are by the place of their sheet among all sheets. */
export function definedNamePatches(
	xml: string,
	growths: ReadonlyMap<number, readonly Growth[]>,
): Patch[] {
	const patches: Patch[] = [];
	const scanner = new XmlScanner(xml);
	while (scanner.next()) {
		if (!scanner.opens('definedName') || scanner.kind !== 'open') continue;
		const own = growths.get(Number(scanner.rawAttribute('localSheetId') ?? -1));
		if (!own || !growing.test(scanner.rawAttribute('name') ?? '')) continue;
		const start = scanner.end;
		scanner.next();
		const { start: end } = scanner;
		const before = xml.slice(start, end);
		const text = before.replace(range, (one) => grownText(one, own));
		if (text !== before) patches.push({ start, end, text });
	}
	return patches;
}

function grownText(text: string, growths: readonly Growth[]): string {
	const before = parseRange(text);
	if (!before) return text;
	const now = grownBy(before, growths);
	if (now === before) return text;
	const corner = (column: number, row: number): string => `$${columnLetters(column)}$${row}`;
	return `${corner(now.firstColumn, now.firstRow)}:${corner(now.lastColumn, now.lastRow)}`;
}
