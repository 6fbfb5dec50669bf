/**
 * What stands around the cells of a worksheet (ECMA-376 part 1, 18.3): its dimension, merges,
 * column styles, drop-down lists, protection, and every list of ranges that grows with the data.
 */
import { holds, parseRange, parseRanges } from '../../reading/ooxml/cell-range.ts';
import type { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import type { RawValidation } from '../../reading/ooxml/worksheet.ts';
import type { CellRange } from '../../sheet.ts';

/** Ranges written in the XML, separated by blanks, with the offsets of their text. */
export interface WrittenRanges {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

export interface ColumnStyle {
	/** 0-based, both included. */
	readonly first: number;
	readonly last: number;
	readonly style: number;
}

export class SheetFrame {
	dimension: WrittenRanges | undefined;
	readonly merges: CellRange[] = [];
	readonly columnStyles: ColumnStyle[] = [];
	/** Drop-down lists, before their formulas are looked up. */
	readonly validations: RawValidation[] = [];
	/** Filter, validations, conditional formats (both generations) and the like. */
	readonly growing: WrittenRanges[] = [];
	isProtected = false;

	/** Notes the element whose opening tag the scanner stands on, if it matters. */
	take(scanner: XmlScanner): void {
		switch (scanner.name) {
			case 'dimension':
				this.dimension = attributeRanges(scanner, 'ref');
				break;
			case 'col':
				this.#column(scanner);
				break;
			case 'mergeCell': {
				const range = parseRange(scanner.rawAttribute('ref') ?? '');
				if (range) this.merges.push(range);
				break;
			}
			case 'autoFilter':
				this.#grows(attributeRanges(scanner, 'ref'));
				break;
			case 'protectedRange':
			case 'ignoredError':
				this.#grows(attributeRanges(scanner, 'sqref'));
				break;
			case 'conditionalFormatting':
			case 'dataValidation':
				this.#rule(scanner);
				break;
			case 'sheetProtection':
				this.isProtected = scanner.flag('sheet');
				break;
			case 'customSheetViews':
				// Saved views of other people carry filters of their own.
				scanner.skipElement();
				break;
		}
	}

	/** The style that a column gives to cells that are not there yet; 0 is none. */
	columnStyle(column: number): number {
		return (
			this.columnStyles.find(({ first, last }) => first <= column && column <= last)?.style ?? 0
		);
	}

	/** The merge that a cell is hidden in: it holds the place and is not its first cell. */
	hidingMerge(row: number, column: number): CellRange | undefined {
		return this.merges.find(
			(range) =>
				holds(range, row, column) && (range.firstRow !== row || range.firstColumn !== column),
		);
	}

	#grows(ranges: WrittenRanges | undefined): void {
		if (ranges) this.growing.push(ranges);
	}

	#column(scanner: XmlScanner): void {
		const style = Number(scanner.rawAttribute('style') ?? 0);
		const first = Number(scanner.rawAttribute('min')) - 1;
		const last = Number(scanner.rawAttribute('max')) - 1;
		if (style > 0) this.columnStyles.push({ first, last, style });
	}

	/** Both forms: ranges in `sqref`, and in the 2010 extension's element of that name. */
	#rule(scanner: XmlScanner): void {
		const element = scanner.name;
		const isList = element === 'dataValidation' && scanner.rawAttribute('type') === 'list';
		let place = attributeRanges(scanner, 'sqref');
		let formula = '';
		const hasContent = scanner.kind === 'open';
		while (hasContent && scanner.next() && !scanner.closes(element)) {
			if (scanner.kind !== 'open') continue;
			if (scanner.name === 'sqref') place = contentRanges(scanner);
			else if (isList && (scanner.name === 'formula1' || scanner.name === 'f')) {
				formula ||= scanner.readText().trim();
			} else if (scanner.name === 'formula2') scanner.skipElement();
		}
		this.#grows(place);
		const ranges = parseRanges(place?.text ?? '');
		if (formula !== '' && ranges.length > 0) this.validations.push({ ranges, formula });
	}
}

function attributeRanges(scanner: XmlScanner, name: string): WrittenRanges | undefined {
	const text = scanner.rawAttribute(name);
	const start = scanner.valueOffset(name);
	return text === undefined ? undefined : { start, end: start + text.length, text };
}

function contentRanges(scanner: XmlScanner): WrittenRanges {
	const start = scanner.end;
	const text = scanner.readText();
	return { start, end: scanner.start, text };
}
