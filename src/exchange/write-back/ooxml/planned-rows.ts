/**
 * The cells a sheet is to get, by row and column, and how they get into its XML: into cells that
 * are there, beside them, into rows that are there, or in new rows, always in order.
 */
import type { WorkbookCells } from '../../reading/ooxml/cell-reader.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { cellReference } from '../../sheet.ts';
import { newCell, replacedCell, type CellContent } from './cell-content.ts';
import { rowCells } from './row-cells.ts';
import type { OutlineRow, SheetOutline } from './sheet-outline.ts';
import type { Patch } from '../splice.ts';
import { closingOf, opened, prefixOf, withAttribute } from './tag.ts';

export interface PlannedCell {
	readonly content: CellContent;
	/** Undefined keeps the style of a cell that is there. */
	readonly style: number | undefined;
}

export class PlannedRows {
	/** By 1-based row, then by 0-based column. */
	readonly rows = new Map<number, Map<number, PlannedCell>>();
	/** Opening tags for rows that are not there, by number. */
	readonly #tags = new Map<number, string>();

	get size(): number {
		return this.rows.size;
	}

	has(row: number, column: number): boolean {
		return this.rows.get(row)?.has(column) ?? false;
	}

	set(row: number, column: number, cell: PlannedCell): void {
		const cells = this.rows.get(row) ?? new Map<number, PlannedCell>();
		this.rows.set(row, cells.set(column, cell));
	}

	/** The opening tag of a row, should it have to be made; its number is put in. */
	setTag(row: number, tag: string): void {
		this.#tags.set(row, tag);
	}

	/** Every planned place. */
	*places(): Generator<{ readonly row: number; readonly column: number }> {
		for (const [row, cells] of this.rows) for (const column of cells.keys()) yield { row, column };
	}

	/** The patches that put the cells into the sheet. */
	patches(xml: string, outline: SheetOutline, workbook: WorkbookCells): Patch[] {
		const prefix = prefixOf(xml.slice(outline.start, outline.tagEnd));
		const patches: Patch[] = [];
		const made: { readonly at: number; readonly text: string }[] = [];
		for (const number of [...this.rows.keys()].sort((a, b) => a - b)) {
			const cells = this.rows.get(number) ?? new Map<number, PlannedCell>();
			const row = outline.byNumber.get(number);
			if (row) patches.push(...rowPatches(xml, row, cells, prefix, workbook));
			else
				made.push({ at: placeOfRow(outline, number), text: this.#newRow(number, cells, prefix) });
		}
		if (!outline.isEmptyTag) {
			return [...patches, ...made.map(({ at, text }) => ({ start: at, end: at, text }))];
		}
		if (made.length === 0) return patches;
		const tag = xml.slice(outline.start, outline.tagEnd);
		const rows = made.map(({ text }) => text).join('');
		const text = opened(tag) + rows + closingOf(tag);
		return [...patches, { start: outline.start, end: outline.tagEnd, text }];
	}

	#newRow(number: number, cells: ReadonlyMap<number, PlannedCell>, prefix: string): string {
		const model = withSpans(this.#tags.get(number) ?? `<${prefix}row>`, cells);
		const tag = withAttribute(model, 'r', String(number));
		return tag + newCells(number, cells, prefix) + closingOf(tag);
	}
}

/** Before the first row with a higher number, else at the end. */
function placeOfRow(outline: SheetOutline, number: number): number {
	return outline.rows.find((row) => row.number > number)?.start ?? outline.end;
}

function rowPatches(
	xml: string,
	row: OutlineRow,
	cells: ReadonlyMap<number, PlannedCell>,
	prefix: string,
	workbook: WorkbookCells,
): Patch[] {
	const tag = xml.slice(row.start, row.tagEnd);
	if (row.isEmptyTag) {
		const text =
			opened(withSpans(tag, cells)) + newCells(row.number, cells, prefix) + closingOf(tag);
		return [{ start: row.start, end: row.tagEnd, text }];
	}
	const spanned = withSpans(tag, cells);
	const patches: Patch[] =
		spanned === tag ? [] : [{ start: row.start, end: row.tagEnd, text: spanned }];
	const existing = rowCells(xml, row, workbook);
	for (const [column, cell] of [...cells].sort(([a], [b]) => a - b)) {
		const old = existing.find((candidate) => candidate.column === column);
		if (old) {
			const element = xml.slice(old.start, old.end);
			const text = replacedCell(element, cell.style, cell.content, prefix);
			patches.push({ start: old.start, end: old.end, text });
		} else {
			const before = existing.filter((candidate) => candidate.column < column).at(-1);
			const at = before?.end ?? row.tagEnd;
			const text = newCells(row.number, new Map([[column, cell]]), prefix);
			patches.push({ start: at, end: at, text });
		}
	}
	return patches;
}

function newCells(row: number, cells: ReadonlyMap<number, PlannedCell>, prefix: string): string {
	return [...cells]
		.sort(([a], [b]) => a - b)
		.map(([column, { style, content }]) =>
			newCell(cellReference(column, row), style ?? 0, content, prefix),
		)
		.join('');
}

/** `spans` says which columns a row has at most (18.3.1.73); where it is written it stays true. */
function withSpans(tag: string, cells: ReadonlyMap<number, PlannedCell>): string {
	const scanner = new XmlScanner(tag);
	scanner.next();
	const spans = /^(\d+):(\d+)$/.exec(scanner.rawAttribute('spans') ?? '');
	if (!spans) return tag;
	const columns = [...cells.keys()].map((column) => column + 1);
	const first = Math.min(Number(spans[1]), ...columns);
	const last = Math.max(Number(spans[2]), ...columns);
	const text = `${first}:${last}`;
	return text === spans[0] ? tag : withAttribute(tag, 'spans', text);
}
