/**
 * Fills a template: the last row of its sheet is a model, and as many rows as there are stand in its
 * place, written piece by piece so that a large sheet is never held whole. What covered the model
 * (dimension, filter, validations, formats) covers all of them.
 */
import { SheetDataCursor } from '../../reading/ooxml/sheet-data.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { cellReference } from '../../sheet.ts';
import { splice, type Patch } from '../splice.ts';
import { readSheetText, type SheetText } from './book.ts';
import { newCell, type CellContent, type SharedText } from './cell-content.ts';
import { dimensionPatches, growthPatches, type Growth } from './range-growth.ts';
import type { OutlineRow } from './sheet-outline.ts';
import { closingOf, opened, prefixOf, withAttribute } from './tag.ts';

/** A cell to fill in; one without a style of its own has that of the model's cell above it. */
export interface FilledCell {
	readonly content: CellContent | SharedText;
	readonly style?: number;
}

export interface FilledRow {
	/** Points. */
	readonly height: number;
	/** By 0-based column; undefined leaves the place to the look of its column. */
	readonly cells: readonly (FilledCell | undefined)[];
}

/** How far a template's ranges reach once `count` rows stand from row `model` on. */
export function growthOf(model: number, count: number, columns: number): Growth {
	return { after: model, last: model + count - 1, firstColumn: 0, lastColumn: columns - 1 };
}

/**
 * The worksheet's XML with `rows` for its model row; without any, the model stays and is blank.
 * `growth` is that of `growthOf` for as many rows.
 */
export function* filledSheet(
	template: string,
	growth: Growth,
	rows: Iterable<FilledRow>,
): Generator<string> {
	const read = readSheetText('template', template);
	const model = read.ok ? read.value.outline.rows.at(-1) : undefined;
	if (!read.ok || model?.number !== growth.after) throw new Error('The template has no model row');
	const end = read.value.outline.end;
	const around = rangePatches(read.value, growth);
	const before = around.filter((patch) => patch.start < model.start);
	const after = around.filter((patch) => patch.start >= end);
	yield splice(template.slice(0, model.start), before);
	if (growth.last < growth.after) yield template.slice(model.start, end);
	else yield* rowTexts(template, model, rows);
	yield splice(
		template.slice(end),
		after.map(({ start, end: stop, text }) => ({ start: start - end, end: stop - end, text })),
	);
}

function rangePatches({ frame }: SheetText, growth: Growth): Patch[] {
	const corner = { row: growth.last, column: growth.lastColumn };
	return [
		...dimensionPatches(frame.dimension, [corner]),
		...frame.growing.flatMap((ranges) => growthPatches(ranges, [growth])),
	];
}

function* rowTexts(
	template: string,
	model: OutlineRow,
	rows: Iterable<FilledRow>,
): Generator<string> {
	const tag = opened(template.slice(model.start, model.tagEnd));
	const start = `<${prefixOf(tag)}row`;
	const rest = ['r', 'ht'].reduce((text, name) => withAttribute(text, name, undefined), tag);
	const attributes = rest.slice(start.length);
	const [prefix, close] = [prefixOf(tag), closingOf(tag)];
	const styles = stylesOf(template, model);
	let number = model.number;
	for (const { height, cells } of rows) {
		let text = `${start} r="${number}" ht="${height}"${attributes}`;
		for (const [column, cell] of cells.entries()) {
			if (!cell) continue;
			const style = cell.style ?? styles[column] ?? 0;
			text += newCell(cellReference(column, number), style, cell.content, prefix);
		}
		yield text + close;
		number += 1;
	}
}

/** The styles of the model's cells, by column. */
function stylesOf(template: string, model: OutlineRow): readonly number[] {
	const scanner = new XmlScanner(template);
	scanner.end = model.start;
	const cursor = new SheetDataCursor(scanner);
	const styles: number[] = [];
	cursor.next();
	while (cursor.next() === 'cell') styles[cursor.column] = cursor.style;
	return styles;
}
