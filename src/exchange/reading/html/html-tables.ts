/**
 * Finds tables in HTML as spreadsheet programs put them on the clipboard or save them under .xls.
 * A tolerant scanner rather than a browser's parser: it runs in a worker and never builds a page.
 */
import type { CellRange } from '../../sheet.ts';
import { decodeHtmlReferences } from './html-references.ts';
import { htmlTags } from './html-tags.ts';

export interface HtmlTable {
	readonly rows: readonly HtmlRow[];
	readonly merges: readonly CellRange[];
}

export interface HtmlRow {
	readonly hidden: boolean;
	/** By 0-based column; undefined where a cell above or to the left spans over. */
	readonly cells: readonly (string | undefined)[];
}

/** Elements whose content is not shown. */
const unseen = new Set(['script', 'style', 'head', 'title', 'template']);
const widestSpan = 1_000;

/** The tables of `html` that hold at least one cell, in order; a table within a table is apart. */
export function htmlTables(html: string): HtmlTable[] {
	const done: TableBuilder[] = [];
	const open: TableBuilder[] = [];
	let hiddenBy: string | undefined;
	let last = 0;
	for (const { name, closing, attributes, start, end } of htmlTags(html)) {
		const table = open.at(-1);
		if (!hiddenBy) table?.text(html.slice(last, start));
		last = end;
		if (name === '') continue;
		if (hiddenBy) {
			if (closing && name === hiddenBy) hiddenBy = undefined;
		} else if (!closing && unseen.has(name)) {
			if (!attributes.endsWith('/')) hiddenBy = name;
		} else if (name === 'table') {
			if (closing) open.pop();
			else {
				const builder = new TableBuilder();
				open.push(builder);
				done.push(builder);
			}
		} else if (closing) {
			table?.close(name);
		} else {
			table?.open(name, attributes);
		}
	}
	return done
		.map((builder) => builder.finish())
		.filter(({ rows }) => rows.some(({ cells }) => cells.length > 0));
}

class TableBuilder {
	readonly #rows: { hidden: boolean; cells: (string | undefined)[] }[] = [];
	readonly #merges: CellRange[] = [];
	/** Rows that a span from above still covers, by column. */
	readonly #covered: number[] = [];
	#column = -1;
	#inCell = false;

	open(name: string, attributes: string): void {
		if (name === 'tr') this.#startRow(attributes);
		else if (name === 'td' || name === 'th') this.#startCell(attributes);
		else if (name === 'br') this.#append('\n');
		else if (name === 'p' || name === 'div' || name === 'li') this.#startBlock();
	}

	close(name: string): void {
		if (name === 'td' || name === 'th' || name === 'tr') this.#inCell = false;
	}

	/** Source text: white space collapses, as on a page. */
	text(raw: string): void {
		if (this.#inCell && raw !== '') {
			this.#append(decodeHtmlReferences(raw.replace(/[ \t\r\n\f]+/g, ' ')));
		}
	}

	finish(): HtmlTable {
		const rows = this.#rows.map(({ hidden, cells }) => ({
			hidden,
			cells: cells.map((text) =>
				text
					?.replace(/\u00a0/g, ' ')
					.replace(/ *\n */g, '\n')
					.trim(),
			),
		}));
		return { rows, merges: this.#merges };
	}

	#startRow(attributes: string): void {
		this.#rows.push({ hidden: /display\s*:\s*none/i.test(attributes), cells: [] });
		this.#column = -1;
		this.#inCell = false;
	}

	#startCell(attributes: string): void {
		if (this.#rows.length === 0) this.#startRow('');
		const row = this.#rows.at(-1);
		if (!row) return;
		this.#skipCovered();
		const columns = span(attributes, 'colspan');
		const rows = span(attributes, 'rowspan');
		while (row.cells.length < this.#column) row.cells.push(undefined);
		row.cells[this.#column] = '';
		const firstRow = this.#rows.length;
		if (columns > 1 || rows > 1) {
			this.#merges.push({
				firstRow,
				lastRow: firstRow + rows - 1,
				firstColumn: this.#column,
				lastColumn: this.#column + columns - 1,
			});
		}
		for (let column = this.#column; column < this.#column + columns; column += 1) {
			this.#covered[column] = firstRow + rows - 1;
		}
		this.#inCell = true;
	}

	/** Moves to the next column that no span reaches into. */
	#skipCovered(): void {
		const row = this.#rows.length;
		do this.#column += 1;
		while ((this.#covered[this.#column] ?? 0) >= row);
	}

	/** Paragraphs within a cell stand on lines of their own. */
	#startBlock(): void {
		if (this.#rows.at(-1)?.cells[this.#column]?.trim()) this.#append('\n');
	}

	#append(text: string): void {
		const cells = this.#rows.at(-1)?.cells;
		if (this.#inCell && cells) cells[this.#column] = (cells[this.#column] ?? '') + text;
	}
}

function span(attributes: string, name: 'colspan' | 'rowspan'): number {
	const value = Number(
		new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,5})`, 'i').exec(attributes)?.[1] ?? 1,
	);
	return Math.min(Math.max(value, 1), widestSpan);
}
