/** What was changed in the grid, as commands; what a command refused goes back to where it can be read. */
import { controlName } from '../../../model/records/control-name.ts';
import type { Control, ControlId } from '../../../model/records/control.ts';
import { clearedCells, repeatedCells } from '../../../ui/grid/fill/range-changes.ts';
import type { CellValues, GridChange } from '../../../ui/grid/grid-change.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import type { RegisterDeeds } from '../register-deeds.ts';
import type { RegisterState } from '../register-state.svelte.ts';
import type { RefusedText } from '../refused-text.ts';
import { cellFromText } from './cell-from-text.ts';
import { addedControl, cellValues, type CellValue } from './cell-values.ts';

export class CellChanges {
	readonly values: CellValues<Control, CellValue>;
	readonly #matrix: RegisterState;
	readonly #deeds: RegisterDeeds;
	readonly #onrefused: (refused: RefusedText) => void;

	constructor(matrix: RegisterState, deeds: RegisterDeeds, onrefused: (text: RefusedText) => void) {
		this.#matrix = matrix;
		this.#deeds = deeds;
		this.#onrefused = onrefused;
		this.values = cellValues(this.#columnOf);
	}

	readonly #columnOf = (key: string): RegisterColumn | undefined => this.#matrix.column(key);

	/** One cell was edited. */
	readonly commit = (rowId: string, key: string, value: CellValue): void => {
		const control = this.#matrix.workbook.control(rowId as ControlId);
		const column = this.#columnOf(key);
		if (!control || !column) return;
		const stored = typeof value === 'string' ? cellFromText(column, value) : value;
		const problem = this.#deeds.edit({ control: control.id, column: column.key, value: stored });
		if (!problem) return;
		const cell = `${column.label} of ${controlName(control)}`;
		this.#onrefused({ cell, text: textOf(value), problem });
	};

	/** A gesture changed several cells, or added rows: all of it is one command. */
	readonly change = async ({ edits, added, label }: GridChange<CellValue>): Promise<void> => {
		const [edit] = edits;
		if (edit && label === undefined && added.length === 0) {
			this.commit(edit.rowId, edit.columnKey, edit.value);
			return;
		}
		const cells = edits.flatMap(({ rowId, columnKey, value }) => {
			const control = this.#matrix.workbook.control(rowId as ControlId);
			const column = this.#columnOf(columnKey);
			return control && column ? [{ control: control.id, column: column.key, value }] : [];
		});
		const rows = added.map((row) => addedControl(row, this.#columnOf));
		const problem = await this.#deeds.change({
			edits: cells,
			rows,
			label: label ?? 'Paste a cell',
		});
		if (!problem) return;
		const values = [
			...edits.map(({ value }) => value),
			...added.flatMap((row) => [...row.values()]),
		];
		const text = values.map(textOf).filter(Boolean).join('\n');
		this.#onrefused({ cell: 'The selection', text, problem });
	};

	/** Empties the selected cells, or puts the first row of each range into the others. */
	gesture(kind: 'clear' | 'fillDown'): void {
		const { gridRows: rows, shownColumns: columns, selected } = this.#matrix;
		const source = { rows, columns, values: this.values };
		const asked =
			kind === 'clear' ? clearedCells(source, selected) : repeatedCells(source, selected, 'down');
		if (asked.edits.length > 0) void this.change(asked);
	}
}

function textOf(value: CellValue): string {
	return typeof value === 'string' ? value : value.join(', ');
}
