/** What was changed in the grid, as commands; what a command refused goes back to where it can be read. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import { clearedCells, repeatedCells } from '../../../ui/grid/fill/range-changes.ts';
import type { CellValues, GridChange } from '../../../ui/grid/grid-change.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import type { RegisterDeeds } from '../register-deeds.ts';
import type { RegisterState } from '../register-state.svelte.ts';
import type { RefusedText } from '../refused-text.ts';
import { cellFromText, knownMembers } from './cell-from-text.ts';
import { addedRecord, cellValues, type CellValue } from './cell-values.ts';

export class CellChanges {
	readonly values: CellValues<RegisterRecord, CellValue>;
	readonly #register: RegisterState;
	readonly #deeds: RegisterDeeds;
	readonly #onrefused: (refused: RefusedText) => void;

	constructor(
		register: RegisterState,
		deeds: RegisterDeeds,
		onrefused: (text: RefusedText) => void,
	) {
		this.#register = register;
		this.#deeds = deeds;
		this.#onrefused = onrefused;
		this.values = cellValues(this.#columnOf);
	}

	readonly #columnOf = (key: string): RegisterColumn | undefined => this.#register.column(key);

	/** One cell was edited. */
	readonly commit = (rowId: string, key: string, value: CellValue): void => {
		const record = this.#register.record(rowId);
		const column = this.#columnOf(key);
		if (!record || !column) return;
		const stored =
			typeof value === 'string' ? cellFromText(column, value) : knownMembers(column, value);
		const problem = this.#deeds.edit({ record: record.id, column: column.key, value: stored });
		if (!problem) return;
		const cell = `${column.label} of ${this.#register.nameOf(record)}`;
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
			const record = this.#register.record(rowId);
			const column = this.#columnOf(columnKey);
			return record && column ? [{ record: record.id, column: column.key, value }] : [];
		});
		const rows = added.map((row) => addedRecord(row, this.#columnOf));
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
		const { gridRows: rows, shownColumns: columns, selected } = this.#register;
		const source = { rows, columns, values: this.values };
		const asked =
			kind === 'clear' ? clearedCells(source, selected) : repeatedCells(source, selected, 'down');
		if (asked.edits.length > 0) void this.change(asked);
	}
}

function textOf(value: CellValue): string {
	return typeof value === 'string' ? value : value.join(', ');
}
