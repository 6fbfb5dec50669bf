/** Tables and pivot tables that lie on a worksheet: parts of their own that the sheet points to. */
import { ok, type Result } from '../../../base/result.ts';
import { parseRange } from '../../reading/ooxml/cell-range.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import type { CellRange } from '../../sheet.ts';
import type { WriteBackProblem } from '../change.ts';
import type { EditedPackage } from './edited-package.ts';
import type { WrittenRanges } from './sheet-frame.ts';

export interface SheetTable {
	readonly part: string;
	readonly name: string;
	/** Header and totals rows included. */
	readonly range: CellRange;
	readonly headerRows: number;
	readonly totalsRows: number;
	/** The table's range and its filter's, as written. */
	readonly written: readonly WrittenRanges[];
}

export interface SheetObjects {
	readonly tables: readonly SheetTable[];
	readonly pivots: readonly CellRange[];
}

/** What lies on the worksheet in `part`. */
export function readSheetObjects(
	editedPackage: EditedPackage,
	part: string,
): Result<SheetObjects, WriteBackProblem> {
	const links = editedPackage.source.relationships(part);
	if (!links.ok) return links;
	const tables: SheetTable[] = [];
	const pivots: CellRange[] = [];
	for (const { type, target, external } of links.value) {
		if (external || (type !== 'table' && type !== 'pivotTable')) continue;
		const xml = editedPackage.text(target);
		if (!xml.ok) return xml;
		const scanner = new XmlScanner(xml.value);
		if (type === 'table') {
			const table = readTable(target, scanner);
			if (table) tables.push(table);
		} else {
			while (scanner.next() && !scanner.opens('location'));
			const range = parseRange(scanner.rawAttribute('ref') ?? '');
			if (range) pivots.push(range);
		}
	}
	return ok({ tables, pivots });
}

function readTable(part: string, scanner: XmlScanner): SheetTable | undefined {
	while (scanner.next() && !scanner.opens('table'));
	const range = parseRange(scanner.rawAttribute('ref') ?? '');
	if (!range) return undefined;
	const name = scanner.attribute('displayName') ?? scanner.attribute('name') ?? '';
	const headerRows = Number(scanner.rawAttribute('headerRowCount') ?? 1);
	const totalsRows = Number(scanner.rawAttribute('totalsRowCount') ?? 0);
	const written = [rangesAt(scanner)];
	while (scanner.next()) if (scanner.opens('autoFilter')) written.push(rangesAt(scanner));
	return { part, name, range, headerRows, totalsRows, written };
}

function rangesAt(scanner: XmlScanner): WrittenRanges {
	const text = scanner.rawAttribute('ref') ?? '';
	const start = Math.max(0, scanner.valueOffset('ref'));
	return { start, end: start + text.length, text };
}
