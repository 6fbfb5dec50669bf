/**
 * The rows of the matrix, kept as the controls change: an edit of one control among 10,000 moves
 * one row and leaves the others alone.
 *
 * One row may be held: while someone works on a control it stays where it stood when they came to
 * it, even where the new value would sort elsewhere or be filtered out.
 */
import type { Control } from '../../../model/records/control.ts';
import { compareOf, keyOf, passesOf, type Arrangement, type Keyed } from './arrangement.ts';
import type { Passes } from './filter.ts';

/** More changes at once than this are arranged anew. */
const fewChanges = 64;

export class RowArranger {
	#controls: readonly Control[] = [];
	#arrangement: Arrangement | undefined;
	/** The held control as it was when it began to be held; it decides the row's place. */
	#held: Control | undefined;
	#passes: Passes = () => true;
	#keyOf = keyOf(asTheyCome);
	#compare = compareOf(asTheyCome);
	#places: readonly Place[] = [];
	#rows: readonly Control[] = [];

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
			this.#keyOf = keyOf(arrangement);
			this.#compare = compareOf(arrangement);
		}
		if (!changes) this.#arrangeAll();
		else if (heldBefore === held) this.#patch(changes);
		else this.#patch(withMoved(changes, this.#released([heldBefore, held])));
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
		const places = this.#controls
			.filter((control) => this.#isShown(control))
			.map((control) => this.#placeOf(control));
		this.#take(places.sort(this.#compare));
	}

	#patch({ gone, come }: Changes): void {
		if (gone.length === 0 && come.length === 0) return;
		const places = [...this.#places];
		for (const control of gone) {
			const index = places.findIndex(({ row }) => row === control);
			if (index >= 0) places.splice(index, 1);
		}
		for (const control of come) {
			if (!this.#isShown(control)) continue;
			const place = this.#placeOf(control);
			places.splice(indexFor(place, places, this.#compare), 0, place);
		}
		this.#take(places);
	}

	#take(places: readonly Place[]): void {
		this.#places = places;
		this.#rows = places.map(({ row }) => row);
	}

	#isShown(control: Control): boolean {
		return control.id === this.#held?.id || this.#passes(control);
	}

	#placeOf(row: Control): Place {
		const control = this.#held?.id === row.id ? this.#held : row;
		return { row, control, key: this.#keyOf(control) };
	}
}

/** A row, and the control that decides where it stands: itself, or a held row's snapshot. */
interface Place extends Keyed {
	readonly row: Control;
}

const asTheyCome: Arrangement = { columns: [], filters: [], sort: undefined, showRetired: true };

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
function withMoved({ gone, come }: Changes, moved: readonly Control[]): Changes {
	const others = [...new Set(moved)].filter((control) => !come.includes(control));
	return { gone: [...gone, ...others], come: [...come, ...others] };
}

/** Where a place belongs among places in order. */
function indexFor(
	place: Keyed,
	places: readonly Keyed[],
	compare: (a: Keyed, b: Keyed) => number,
): number {
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (compare(places[middle]!, place) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
