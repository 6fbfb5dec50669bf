/**
 * Copy, cut and paste of the selected cells. What was copied here keeps its values and their types;
 * what comes from elsewhere is read from the clipboard's text or HTML by the caller's format.
 */
import { counted } from '../../../base/counted.ts';
import type { CellRange } from '../selection/cell-range.ts';
import { blockOf } from './copied-cells.ts';
import { changeLabel, dataRow, type CellSource, type GridChange } from '../grid-change.ts';
import type { GridRow } from '../grid-column.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { pastedCells, type PastedCell } from './paste.ts';
import { clearedCells, readCell } from '../fill/range-changes.ts';

interface Forms {
	readonly text: string;
	readonly html: string;
}

/** How a table of texts is put on the clipboard and taken from it. */
export interface ClipboardFormat {
	readonly write: (table: readonly (readonly string[])[]) => Forms;
	readonly read: (forms: Forms) => readonly (readonly string[])[];
}

interface ClipboardInputs<Row extends GridRow, Value> {
	readonly grid: GridState<Row, Value>;
	readonly format: () => ClipboardFormat | undefined;
	/** Something the person should know, such as what could not be pasted. */
	readonly onnotice: (text: string) => void;
}

interface Copied<Value> {
	readonly text: string;
	/** Without the headings that may have been copied with it. */
	readonly table: readonly (readonly PastedCell<Value>[])[];
}

export class GridClipboard<Row extends GridRow, Value> {
	readonly #inputs: ClipboardInputs<Row, Value>;
	#copied: Copied<Value> | undefined;

	constructor(inputs: ClipboardInputs<Row, Value>) {
		this.#inputs = inputs;
	}

	/** Takes part in a copy, cut or paste event; the browser keeps those inside an editor. */
	take(event: ClipboardEvent): void {
		const { grid, format: formatOf } = this.#inputs;
		const [source, format, data] = [grid.source, formatOf(), event.clipboardData];
		if (!source || !format || !data || grid.edit) return;
		event.preventDefault();
		if (event.type === 'paste') this.#paste(source, format, data);
		else this.#copy(source, format, data, event.type === 'cut');
	}

	#copy(
		source: CellSource<Row, Value>,
		format: ClipboardFormat,
		data: DataTransfer,
		isCut: boolean,
	): void {
		const { grid, onnotice } = this.#inputs;
		const block = blockOf(grid.ranges);
		if (!block) {
			onnotice(grid.ranges.length === 0 ? nothingSelected : apart);
			return;
		}
		const table = block.rows
			.filter((row) => dataRow(source.rows, row))
			.map((row) =>
				block.columns.map((column): PastedCell<Value> => {
					const from = readCell(source, { row, column });
					return { text: from ? source.values.text(from.columnKey, from.value) : '', from };
				}),
			);
		const texts = table.map((row) => row.map((cell) => cell.text));
		const heads = block.columns.map((column) => source.columns[column]?.label ?? '');
		const { withHeads } = grid.selection;
		const { text, html } = format.write(withHeads ? [heads, ...texts] : texts);
		data.setData('text/plain', text);
		data.setData('text/html', html);
		this.#copied = { text: lineBreaks(text), table };
		grid.cut.selectAll(isCut && !grid.isRefused() ? grid.ranges.map(outerCells) : []);
		if (withHeads) onnotice(`Copied the headings and ${counted(texts.length, 'row')}.`);
	}

	#paste(source: CellSource<Row, Value>, format: ClipboardFormat, data: DataTransfer): void {
		const { grid, onnotice } = this.#inputs;
		const [text, html] = [data.getData('text/plain'), data.getData('text/html')];
		const own = this.#copied?.text === lineBreaks(text) ? this.#copied : undefined;
		const table = own?.table ?? format.read({ text, html }).map((row) => row.map(textCell));
		if (table.length === 0 || grid.ranges.length === 0) {
			onnotice(table.length === 0 ? nothingToPaste : noTarget);
			return;
		}
		const { change, covered, left } = pastedCells(source, grid.ranges, table);
		const cut = own ? clearedCells(source, grid.cut.ranges).edits : [];
		grid.change(cut.length ? moved(change, cut) : change);
		// A second paste of what was cut pastes again, but has nothing left to move.
		grid.cut.clear();
		grid.selectPasted(covered);
		if (left.length) onnotice(leftText(left));
	}
}

const nothingSelected = 'Nothing is selected. Choose a cell and copy again.';
const apart =
	'Ranges that share neither rows nor columns cannot be copied at once. Select one and copy again.';
const nothingToPaste = 'Nothing to paste: the clipboard holds no text.';
const noTarget = 'Not pasted: no cell is selected. Choose a cell and paste again.';

/** The paste with the cells it came from emptied, those pasted over excepted. */
function moved<Value>(
	change: GridChange<Value>,
	cut: GridChange<Value>['edits'],
): GridChange<Value> {
	const nameOf = (edit: { rowId: string; columnKey: string }): string =>
		`${edit.rowId} ${edit.columnKey}`;
	const pasted = new Set(change.edits.map(nameOf));
	const emptied = cut.filter((edit) => !pasted.has(nameOf(edit)));
	const label = changeLabel('Move', cut.length) ?? 'Move a cell';
	return { ...change, edits: [...emptied, ...change.edits], label };
}

function outerCells({ top, left, bottom, right }: CellRange) {
	return { anchor: { row: top, column: left }, head: { row: bottom, column: right } };
}

/** Windows gives line breaks back in another form than it got them. */
function lineBreaks(text: string): string {
	return text.replace(/\r\n?/g, '\n');
}

function textCell(text: string): { readonly text: string } {
	return { text };
}

function leftText(left: readonly string[]): string {
	const texts = left.slice(0, 3).map((text) => `“${text}”`);
	const more = left.length > 3 ? ` and ${left.length - 3} more` : '';
	return `Not pasted, because no column stands there or it is read-only: ${texts.join(', ')}${more}.`;
}
