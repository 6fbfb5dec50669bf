/** Replacing what is found: with what, where, and the one found cell that comes next. */
import type { Control } from '../../../model/records/control.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import type { RegisterState } from '../register-state.svelte.ts';
import type { ProposedEdit } from '../preview/proposed-edit.ts';
import { replacements, type FoundCell } from './replacement.ts';

export class ReplaceState {
	readonly #matrix: RegisterState;
	open = $state(false);
	replacement = $state('');
	/** Only in the selected cells. */
	inSelection = $state(false);
	/** Only in this column; undefined is every shown one. */
	column = $state.raw<ControlColumn>();

	constructor(matrix: RegisterState) {
		this.#matrix = matrix;
	}

	/** Back to finding, in the usual way. */
	close(): void {
		this.open = false;
		this.#matrix.find.search({ matchCase: false, wholeCell: false });
	}

	/** What replacing everything would change, in the order of the screen. */
	edits(): readonly ProposedEdit[] {
		return this.#edits(this.#cells());
	}

	/** What replacing in the active cell would change; undefined where nothing is found there. */
	editHere(): ProposedEdit | undefined {
		const { active } = this.#matrix;
		const here = this.#cells().filter(
			({ control, column }) => control.id === active?.control && column.key === active.column,
		);
		return this.#edits(here)[0];
	}

	#edits(cells: readonly FoundCell[]): readonly ProposedEdit[] {
		const { find, workbook } = this.#matrix;
		return replacements(cells, find.query, this.replacement, workbook.controls);
	}

	#cells(): readonly FoundCell[] {
		const isSelected = this.inSelection ? this.#selection() : undefined;
		return this.#matrix.find.findings.rows.flatMap(({ control, columns }) =>
			columns
				.filter(
					({ key }) =>
						(this.column === undefined || this.column === key) &&
						isSelected?.(control, key) !== false,
				)
				.map((column) => ({ control, column })),
		);
	}

	#selection(): (control: Control, column: ControlColumn) => boolean {
		const { selected, gridRows, shownColumns } = this.#matrix;
		const rowOf = new Map<string, number>(gridRows.map(({ id }, index) => [id, index]));
		const columnOf = new Map(shownColumns.map(({ key }, index) => [key, index]));
		return ({ id }, key) => {
			const [row, column] = [rowOf.get(id) ?? -1, columnOf.get(key) ?? -1];
			return selected.some(
				({ top, bottom, left, right }) =>
					row >= top && row <= bottom && column >= left && column <= right,
			);
		};
	}
}
