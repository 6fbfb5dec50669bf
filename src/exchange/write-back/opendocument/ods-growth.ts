/**
 * Ranges of an OpenDocument spreadsheet that covered the last row of a table grow with the rows
 * appended below it: filters (database ranges), named ranges, print ranges, conditional formats.
 */
import { parseRange } from '../../reading/ooxml/cell-range.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { grownBy, type Growth } from '../ooxml/range-growth.ts';
import type { Patch } from '../splice.ts';

/** The attribute that holds ranges, by element; LibreOffice's conditional formats included. */
const holders = new Map([
	['database-range', 'target-range-address'],
	['conditional-format', 'target-range-address'],
	['named-range', 'cell-range-address'],
	['table', 'print-ranges'],
]);

const sheetName = `(?:\\$?(?:'(?:[^']|'')+'|&apos;.+?&apos;|[^\\s.:'"$&]+))?`;
/** `Sheet1.A1:Sheet1.D3`, `$'My sheet'.$A$1:.$D$3` as it stands in the XML. */
const writtenRange = new RegExp(
	`(${sheetName})\\.(\\$?[A-Z]{1,3}\\$?\\d+):${sheetName}\\.(\\$?[A-Z]{1,3}\\$?)(\\d+)`,
	'gi',
);

/** Patches to the document; growths are by the name of their table. */
export function odsGrowthPatches(
	xml: string,
	growths: ReadonlyMap<string, readonly Growth[]>,
): Patch[] {
	const patches: Patch[] = [];
	const scanner = new XmlScanner(xml);
	let table = '';
	while (scanner.next()) {
		if (scanner.kind === 'close') continue;
		if (scanner.name === 'table') table = scanner.attribute('name') ?? '';
		const attribute = holders.get(scanner.name);
		const text = attribute === undefined ? undefined : scanner.rawAttribute(attribute);
		if (attribute === undefined || text === undefined) continue;
		const start = scanner.valueOffset(attribute);
		const now = grownText(text, table, growths);
		if (now !== text) patches.push({ start, end: start + text.length, text: now });
	}
	return patches;
}

function grownText(
	text: string,
	table: string,
	growths: ReadonlyMap<string, readonly Growth[]>,
): string {
	return text.replace(
		writtenRange,
		(all: string, sheet: string, first: string, column: string, row: string) => {
			const own = growths.get(sheet === '' ? table : plainName(sheet)) ?? [];
			const range = parseRange(`${first}:${column}${row}`);
			return range ? `${all.slice(0, -row.length)}${grownBy(range, own).lastRow}` : all;
		},
	);
}

function plainName(written: string): string {
	const bare = written.replace(/^\$/, '').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
	return bare.startsWith("'") ? bare.slice(1, -1).replaceAll("''", "'") : bare;
}
