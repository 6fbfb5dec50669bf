/**
 * What the grid's benches are compared with: the same texts in the same columns as a bare virtual
 * list, plain DOM on virtual-core, rows as high as their text. It knows no selection, no focus, no
 * undo, and nothing is stored.
 */
import {
	elementScroll,
	observeElementOffset,
	observeElementRect,
	Virtualizer,
	type VirtualizerOptions,
} from '@tanstack/virtual-core';

/** The content of rows.json. */
export interface BareTable {
	/** In CSS pixels. */
	readonly widths: readonly number[];
	readonly rows: readonly string[][];
}

/** What a bench may ask of the list; each draws before it returns. */
export interface BareList {
	/** Does it when the next key is pressed, as the matrix acts on keys. */
	onNextKey(act: () => void): void;
	/** Sets texts, row by row, from a cell on. */
	paste(top: number, left: number, texts: readonly (readonly string[])[]): void;
	sort(column: number, direction: 1 | -1): void;
	/** Shows the rows with this text in the column. */
	filter(column: number, text: string): void;
}

declare global {
	interface Window {
		bareList: BareList;
	}
}

const { widths, rows: allRows } = (await (await fetch('./rows.json')).json()) as BareTable;
const scroller = byId('scroller');
const body = byId('body');
let rows = [...allRows];
let drawn = new Map<readonly string[], HTMLElement>();
let isMeasuring = false;

const virtualizer = new Virtualizer<HTMLElement, HTMLElement>(options());
virtualizer._didMount();
virtualizer._willUpdate();
draw();

window.bareList = {
	onNextKey(act) {
		addEventListener('keydown', act, { once: true });
	},
	paste(top, left, texts) {
		texts.forEach((line, down) => {
			rows[top + down]?.splice(left, line.length, ...line);
		});
		redraw();
	},
	sort(column, direction) {
		const key = (row: readonly string[]): string => row[column] ?? '';
		rows = rows.toSorted((a, b) =>
			key(a) < key(b) ? -direction : key(a) > key(b) ? direction : 0,
		);
		redraw();
	},
	filter(column, text) {
		rows = allRows.filter((row) => row[column]?.toLowerCase().includes(text));
		redraw();
	},
};

function options(): VirtualizerOptions<HTMLElement, HTMLElement> {
	return {
		count: rows.length,
		getScrollElement: () => scroller,
		estimateSize: () => 100,
		overscan: 2,
		measureElement: (node) => node.offsetHeight,
		observeElementRect,
		observeElementOffset,
		scrollToFn: elementScroll,
		onChange: draw,
	};
}

function redraw(): void {
	drawn.forEach((node) => node.remove());
	drawn = new Map();
	virtualizer.setOptions(options());
	virtualizer.measure();
	draw();
}

/** Draws the rows in view; those that were there stay. What their real heights move is drawn again. */
function draw(): void {
	if (isMeasuring) return;
	const before = drawn;
	drawn = new Map();
	const made: HTMLElement[] = [];
	for (const { index, start } of virtualizer.getVirtualItems()) {
		const row = rows[index] ?? [];
		let node = before.get(row);
		if (!node) made.push((node = rowOf(row, index)));
		node.style.transform = `translateY(${start}px)`;
		drawn.set(row, node);
		before.delete(row);
	}
	before.forEach((node) => node.remove());
	body.append(...made);
	body.style.height = `${virtualizer.getTotalSize()}px`;
	isMeasuring = true;
	made.forEach((node) => virtualizer.measureElement(node));
	isMeasuring = false;
	if (made.length > 0) draw();
}

function rowOf(texts: readonly string[], index: number): HTMLElement {
	const row = element('row');
	row.dataset['index'] = String(index);
	for (const [column, text] of texts.entries()) {
		const [cell, content] = [element('cell'), element('text')];
		cell.style.width = `${widths[column]}px`;
		content.textContent = text;
		cell.append(content);
		row.append(cell);
	}
	return row;
}

function element(name: string): HTMLElement {
	const node = document.createElement('div');
	node.className = name;
	return node;
}

function byId(id: string): HTMLElement {
	const found = document.getElementById(id);
	if (!found) throw new Error(`list.html has no ${id}`);
	return found;
}
