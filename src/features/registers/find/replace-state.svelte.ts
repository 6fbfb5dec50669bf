/** Replacing what is found: with what, where, and the one found cell that comes next. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { RegisterState } from '../register-state.svelte.ts';
import type { ProposedEdit } from '../preview/proposed-edit.ts';
import { replacements, type FoundCell } from './replacement.ts';

export class ReplaceState {
	readonly #register: RegisterState;
	open = $state(false);
	replacement = $state('');
	/** Only in the selected cells. */
	inSelection = $state(false);
	/** Only in this column; undefined is every shown one. */
	column = $state.raw<string>();

	constructor(register: RegisterState) {
		this.#register = register;
	}

	/** Back to finding, in the usual way. */
	close(): void {
		this.open = false;
		this.#register.find.search({ matchCase: false, wholeCell: false });
	}

	/** What replacing everything would change, in the order of the screen. */
	edits(): readonly ProposedEdit[] {
		return this.#edits(this.#cells());
	}

	/** What replacing in the active cell would change; undefined where nothing is found there. */
	editHere(): ProposedEdit | undefined {
		const { active } = this.#register;
		const here = this.#cells().filter(
			({ record, column }) => record.id === active?.record && column.key === active.column,
		);
		return this.#edits(here)[0];
	}

	#edits(cells: readonly FoundCell[]): readonly ProposedEdit[] {
		const { find, about, everything } = this.#register;
		return replacements(cells, find.query, this.replacement, about, everything);
	}

	#cells(): readonly FoundCell[] {
		const isSelected = this.inSelection ? this.#selection() : undefined;
		return this.#register.find.findings.rows.flatMap(({ record, columns }) =>
			columns
				.filter(
					({ key }) =>
						(this.column === undefined || this.column === key) &&
						isSelected?.(record, key) !== false,
				)
				.map((column) => ({ record, column })),
		);
	}

	#selection(): (record: RegisterRecord, column: string) => boolean {
		const { selected, gridRows, shownColumns } = this.#register;
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
