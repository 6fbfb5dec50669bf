/**
 * The calculation chain (ECMA-376 part 1, 18.6): the list of formula cells that programs check
 * against the sheets. A cell whose formula is gone must leave it, or the file is called damaged.
 */
import { parseReference, type CellPlace } from '../../reading/ooxml/cell-range.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { cellReference } from '../../sheet.ts';
import { splice, type Patch } from '../splice.ts';
import { prefixOf, withAttribute } from './tag.ts';

export interface ChainChanges {
	/** By the sheet's id in the workbook (`sheetId`). */
	readonly lost: ReadonlyMap<string, readonly CellPlace[]>;
	readonly gained: ReadonlyMap<string, readonly CellPlace[]>;
}

/** The part with the changes; undefined where no cell is left in it. */
export function changedCalcChain(xml: string, { lost, gained }: ChainChanges): string | undefined {
	const gone = new Set(
		[...lost].flatMap(([sheet, places]) => places.map((place) => entryKey(sheet, place))),
	);
	const patches: Patch[] = [];
	const scanner = new XmlScanner(xml);
	let sheet = '';
	/** The sheet that an entry without one of its own would be taken to be on, once patched. */
	let heard = '';
	let left = 0;
	let prefix = '';
	while (scanner.next()) {
		if (scanner.opens('calcChain')) prefix = prefixOf(xml.slice(scanner.start, scanner.end));
		if (scanner.closes('calcChain')) break;
		if (!scanner.opens('c')) continue;
		const { start } = scanner;
		const tag = xml.slice(start, scanner.end);
		const place = parseReference(scanner.rawAttribute('r') ?? '');
		const own = scanner.rawAttribute('i');
		sheet = own ?? sheet;
		scanner.skipElement();
		if (place && gone.has(entryKey(sheet, place))) {
			patches.push({ start, end: scanner.end, text: '' });
			continue;
		}
		left += 1;
		// An entry without a sheet is on the one of the entry before it, which may have gone.
		if (own === undefined && sheet !== heard) {
			patches.push({ start, end: start + tag.length, text: withAttribute(tag, 'i', sheet) });
		}
		heard = sheet;
	}
	const added = [...gained].flatMap(([id, places]) =>
		places.map(({ row, column }) => `<${prefix}c r="${cellReference(column, row)}" i="${id}"/>`),
	);
	if (left + added.length === 0) return undefined;
	patches.push({ start: scanner.start, end: scanner.start, text: added.join('') });
	return splice(xml, patches);
}

function entryKey(sheet: string, { row, column }: CellPlace): string {
	return `${sheet}!${row},${column}`;
}
