/**
 * Copy, cut and paste of the selected cells. What was copied here keeps its values and their types;
 * what comes from elsewhere is read from the clipboard's text or HTML by the caller's format.
 */
import { cellsOf, holdsCell, type CellRange } from './cell-range.ts';
import type { CellSource, GridChange } from './grid-change.ts';
import type { GridRow } from './grid-column.ts';
import type { GridState } from './grid-state.svelte.ts';
import { pastedCells, type PastedCell } from './paste.ts';
import { clearedCells, readCell } from './range-changes.ts';

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
	readonly table: readonly (readonly PastedCell<Value>[])[];
	/** Row ids and column keys of the cells that a paste moves away. */
	readonly cut: readonly { readonly rowId: string; readonly columnKey: string }[];
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
		const [range, another] = grid.ranges;
		if (another) onnotice('Several ranges cannot be copied at once. Select one and copy again.');
		if (!range || another) return;
		const table = linesOf(range).map((line) =>
			[...cellsOf([line])].map((place): PastedCell<Value> => {
				const from = readCell(source, place);
				return { text: from ? source.values.text(from.columnKey, from.value) : '', from };
			}),
		);
		const { text, html } = format.write(table.map((row) => row.map((cell) => cell.text)));
		data.setData('text/plain', text);
		data.setData('text/html', html);
		const cut = isCut ? clearedCells(source, [range]).edits : [];
		this.#copied = { text: lineBreaks(text), table, cut };
	}

	#paste(source: CellSource<Row, Value>, format: ClipboardFormat, data: DataTransfer): void {
		const { grid, onnotice } = this.#inputs;
		const [text, html] = [data.getData('text/plain'), data.getData('text/html')];
		const own = this.#copied?.text === lineBreaks(text) ? this.#copied : undefined;
		const table = own?.table ?? format.read({ text, html }).map((row) => row.map(textCell));
		const { change, covered, left } = pastedCells(source, grid.ranges, table);
		grid.change(own?.cut.length ? moved(source, change, own, covered) : change);
		// A second paste of what was cut pastes again, but has nothing left to move.
		if (own?.cut.length) this.#copied = { ...own, cut: [] };
		grid.selectPasted(covered);
		if (left.length) onnotice(leftText(left));
	}
}

/** The paste with the cells it came from emptied, those pasted over excepted. */
function moved<Row extends GridRow, Value>(
	source: CellSource<Row, Value>,
	change: GridChange<Value>,
	{ cut }: Copied<Value>,
	covered: readonly CellRange[],
): GridChange<Value> {
	const rowIndexes = new Map(source.rows.map(({ id }, index) => [id, index]));
	const emptied = cut.flatMap(({ rowId, columnKey }) => {
		const row = rowIndexes.get(rowId);
		const column = source.columns.findIndex(({ key }) => key === columnKey);
		if (row === undefined || column < 0) return [];
		if (covered.some((range) => holdsCell(range, { row, column }))) return [];
		return [{ rowId, columnKey, value: source.values.parse(columnKey, '') }];
	});
	const cells = cut.length === 1 ? 'a cell' : `${cut.length} cells`;
	return { ...change, edits: [...emptied, ...change.edits], label: `Move ${cells}` };
}

function linesOf({ top, left, bottom, right }: CellRange): CellRange[] {
	return Array.from({ length: bottom - top + 1 }, (_, index) => ({
		top: top + index,
		bottom: top + index,
		left,
		right,
	}));
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
