/** The keyboard of the picture of a period: which cell has the tab stop, and where the arrows lead. */
export interface YearPlace {
	/** Row of a control, from 0. */
	readonly row: number;
	/** Column of a month, from 0. */
	readonly column: number;
}

export class YearGrid {
	readonly #size: () => { readonly rows: number; readonly columns: number };
	#at = $state.raw<YearPlace>({ row: 0, column: 0 });

	constructor(size: () => { readonly rows: number; readonly columns: number }) {
		this.#size = size;
	}

	/** The cell that Tab leads to; the last there is where rows went away. */
	get at(): YearPlace {
		return this.#within(this.#at);
	}

	go(place: YearPlace): void {
		this.#at = this.#within(place);
	}

	/** True where the key is one of the grid's own. */
	press(key: string, ctrl: boolean, rtl: boolean): boolean {
		const { row, column } = this.at;
		const { rows, columns } = this.#size();
		const onward = rtl ? -1 : 1;
		const steps: Readonly<Record<string, YearPlace>> = {
			ArrowRight: { row, column: column + onward },
			ArrowLeft: { row, column: column - onward },
			ArrowDown: { row: row + 1, column },
			ArrowUp: { row: row - 1, column },
			Home: { row: ctrl ? 0 : row, column: 0 },
			End: { row: ctrl ? rows - 1 : row, column: columns - 1 },
			PageDown: { row: row + 10, column },
			PageUp: { row: row - 10, column },
		};
		const next = steps[key];
		if (next) this.go(next);
		return next !== undefined;
	}

	#within({ row, column }: YearPlace): YearPlace {
		const { rows, columns } = this.#size();
		return {
			row: Math.max(0, Math.min(row, rows - 1)),
			column: Math.max(0, Math.min(column, columns - 1)),
		};
	}
}
