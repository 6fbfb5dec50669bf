/**
 * The rows of the matrix, kept as the controls change: an edit of one control among 10,000 moves
 * one row and leaves the others alone.
 *
 * One row may be held: while someone works on a control it stays where it stood when they came to
 * it, even where the new value would sort elsewhere or be filtered out.
 */
import type { Control } from '../../../model/records/control.ts';
import { compareOf, passesOf, type Arrangement, type Compare } from './arrangement.ts';
import type { Passes } from './filter.ts';

/** More changes at once than this are arranged anew. */
const fewChanges = 64;

export class RowArranger {
	#controls: readonly Control[] = [];
	#arrangement: Arrangement | undefined;
	/** The held control as it was when it began to be held; it decides the row's place. */
	#held: Control | undefined;
	#passes: Passes = () => true;
	#compare: Compare = () => 0;
	/** Each row's control as it stands, and as it was placed, in step. */
	#rows: readonly Control[] = [];
	#placed: readonly Control[] = [];

	/** The controls to show, in order. `held` is always shown while it is among `controls`. */
	arrange(
		controls: readonly Control[],
		arrangement: Arrangement,
		held?: Control,
	): readonly Control[] {
		const changes =
			arrangement === this.#arrangement ? changesBetween(this.#controls, controls) : undefined;
		const heldBefore = this.#held;
		this.#controls = controls;
		this.#held = held;
		if (arrangement !== this.#arrangement) {
			this.#arrangement = arrangement;
			this.#passes = passesOf(arrangement);
			this.#compare = compareOf(arrangement);
		}
		if (!changes) this.#arrangeAll();
		else if (heldBefore === held) this.#patch(changes);
		else this.#patch(and(changes, this.#released([heldBefore, held])));
		return this.#rows;
	}

	/** Rows that may have to move because they begin or cease to be held. */
	#released(held: readonly (Control | undefined)[]): readonly Control[] {
		return held.flatMap((snapshot) => {
			const control = snapshot && this.#controls.find(({ id }) => id === snapshot.id);
			return control && (control !== snapshot || !this.#passes(control)) ? [control] : [];
		});
	}

	#arrangeAll(): void {
		const placed = this.#controls.map((control) => this.#placeAs(control));
		const shown = this.#controls.flatMap((control, index) => {
			const as = placed[index] ?? control;
			return this.#isShown(control) ? [{ control, as }] : [];
		});
		shown.sort((a, b) => this.#compare(a.as, b.as));
		this.#rows = shown.map(({ control }) => control);
		this.#placed = shown.map(({ as }) => as);
	}

	#patch({ gone, come }: Changes): void {
		if (gone.length === 0 && come.length === 0) return;
		const [rows, placed] = [[...this.#rows], [...this.#placed]];
		for (const control of gone) {
			const index = rows.indexOf(control);
			if (index < 0) continue;
			rows.splice(index, 1);
			placed.splice(index, 1);
		}
		for (const control of come) {
			if (!this.#isShown(control)) continue;
			const as = this.#placeAs(control);
			const index = placeFor(placed, as, this.#compare);
			rows.splice(index, 0, control);
			placed.splice(index, 0, as);
		}
		this.#rows = rows;
		this.#placed = placed;
	}

	#isShown(control: Control): boolean {
		return control.id === this.#held?.id || this.#passes(control);
	}

	#placeAs(control: Control): Control {
		return this.#held?.id === control.id ? this.#held : control;
	}
}

interface Changes {
	readonly gone: readonly Control[];
	readonly come: readonly Control[];
}

/**
 * The controls that left and came between two lists, by identity; undefined where too much changed
 * to be worth it. What is the same at both ends is passed over first.
 */
function changesBetween(
	before: readonly Control[],
	after: readonly Control[],
): Changes | undefined {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start += 1;
	let end = 0;
	while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
	const oldMiddle = before.slice(start, before.length - end);
	const newMiddle = after.slice(start, after.length - end);
	const [was, is] = [new Set(oldMiddle), new Set(newMiddle)];
	const gone = oldMiddle.filter((control) => !is.has(control));
	const come = newMiddle.filter((control) => !was.has(control));
	return gone.length > fewChanges || come.length > fewChanges ? undefined : { gone, come };
}

/** The changes, and these controls taken out and put in again. */
function and({ gone, come }: Changes, moved: readonly Control[]): Changes {
	const others = [...new Set(moved)].filter((control) => !come.includes(control));
	return { gone: [...gone, ...others], come: [...come, ...others] };
}

function placeFor(placed: readonly Control[], control: Control, compare: Compare): number {
	let [low, high] = [0, placed.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (compare(placed[middle] as Control, control) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
