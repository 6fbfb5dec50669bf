/**
 * The rows of the matrix, kept as the controls change: an edit of one control among 10,000 moves
 * one row and leaves the others alone.
 *
 * One row may be held: while someone works on a control it stays where it stood when they came to
 * it, even where the new value would sort elsewhere or be filtered out.
 */
import type { Control } from '../../../model/records/control.ts';
import { compareBy, levelsOf, passesOf, type Arrangement, type SortLevel } from './arrangement.ts';
import { changesBetween, type Changes } from './changes-between.ts';
import type { Passes } from './filter.ts';
import { sortByCounting } from './sort-by-counting.ts';

export class RowArranger {
	#controls: readonly Control[] = [];
	#arrangement: Arrangement | undefined;
	/** The held control as it was when it began to be held; it decides the row's place. */
	#held: Control | undefined;
	#passes: Passes = () => true;
	#levels: readonly SortLevel[] = [];
	#compare = compareBy([]);
	#rows: readonly Control[] = [];

	/**
	 * The controls to show, in order. `controls` stand in the order of the workbook; `held` is always
	 * shown while it is among them.
	 */
	arrange(
		controls: readonly Control[],
		arrangement: Arrangement,
		held?: Control,
	): readonly Control[] {
		const changes =
			arrangement === this.#arrangement ? changesBetween(this.#controls, controls) : undefined;
		const heldBefore = this.#held;
		this.#controls = controls;
		if (arrangement !== this.#arrangement) {
			this.#arrangement = arrangement;
			this.#passes = passesOf(arrangement);
			this.#levels = levelsOf(arrangement);
			this.#compare = compareBy(this.#levels);
		}
		if (!changes) this.#arrangeAll(held);
		else if (heldBefore === held) this.#patch(changes, held);
		else this.#patch(withMoved(changes, this.#released([heldBefore, held])), held);
		this.#held = held;
		return this.#rows;
	}

	/** The control that decides where a row stands: itself, or a held row's snapshot. */
	placeOf(row: Control): Control {
		return this.#held?.id === row.id ? this.#held : row;
	}

	/** Rows that may have to move because they begin or cease to be held. */
	#released(held: readonly (Control | undefined)[]): readonly Control[] {
		return held.flatMap((snapshot) => {
			const control = snapshot && this.#controls.find(({ id }) => id === snapshot.id);
			return control && (control !== snapshot || !this.#passes(control)) ? [control] : [];
		});
	}

	#arrangeAll(held: Control | undefined): void {
		const passing = this.#controls.filter(
			(control) => control.id !== held?.id && this.#passes(control),
		);
		const rows = sortByCounting(passing, this.#levels);
		const row = held && this.#controls.find(({ id }) => id === held.id);
		this.#held = held;
		this.#rows = row ? rows.toSpliced(this.#indexFor(row, rows), 0, row) : rows;
	}

	#patch({ gone, come }: Changes, held: Control | undefined): void {
		if (gone.length === 0 && come.length === 0) return;
		const rows = [...this.#rows];
		for (const control of gone) {
			const index = rows.indexOf(control);
			if (index >= 0) rows.splice(index, 1);
		}
		this.#held = held;
		for (const control of come) {
			if (control.id !== held?.id && !this.#passes(control)) continue;
			rows.splice(this.#indexFor(control, rows), 0, control);
		}
		this.#rows = rows;
	}

	/** Where a row belongs among rows in order. */
	#indexFor(row: Control, rows: readonly Control[]): number {
		const place = this.placeOf(row);
		let [low, high] = [0, rows.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.#compare(this.placeOf(rows[middle]!), place) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

/** The changes, and these controls taken out and put in again. */
function withMoved({ gone, come }: Changes, moved: readonly Control[]): Changes {
	const others = [...new Set(moved)].filter((control) => !come.includes(control));
	return { gone: [...gone, ...others], come: [...come, ...others] };
}
