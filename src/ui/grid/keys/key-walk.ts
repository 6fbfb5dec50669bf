/** Walks the active cell and stretches the selection, step by step as keys ask. */
import { cellCountOf, holdsCell, nextWithin } from '../selection/cell-range.ts';
import type { GridPlace, GridRow } from '../grid-column.ts';
import { stepFrom, type Step } from './grid-keys.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { inBody } from '../selection/whole-ranges.ts';

/** A run of Tabs: where it began, and the last cell it led to. */
interface TabRun {
	readonly column: number;
	readonly last: object | undefined;
}

export class KeyWalk<Row extends GridRow, Value> {
	readonly #grid: GridState<Row, Value>;
	readonly #onmove: (sideways: boolean) => void;
	#tabs: TabRun | undefined;

	/**
	 * `onmove`: a key led to a cell, and it should come into view; sideways, if it led to another
	 * column or was to lead to the first.
	 */
	constructor(grid: GridState<Row, Value>, onmove: (sideways: boolean) => void) {
		this.#grid = grid;
		this.#onmove = onmove;
	}

	/** False where there is no way on and the key is the browser's. */
	step(step: Step): boolean {
		const isTab = step.kind === 'tab';
		if (isTab && this.within('rows', step.direction)) return true;
		const next = stepFrom(this.#grid.place, step, this.#grid.extent);
		if (!next) return false;
		const column = this.#tabOrigin ?? this.#grid.place.column;
		this.#moveTo(next, isToStart(step));
		this.#tabs = isTab ? { column, last: this.#grid.active.choice } : undefined;
		return true;
	}

	/** Enter and Shift+Enter at the end of an edit: below or above, in the column where Tab began. */
	stepBelow(direction: 1 | -1): void {
		if (this.within('columns', direction)) return;
		const { place, active } = this.#grid;
		const column = this.#tabOrigin ?? place.column;
		const row = this.#dataRowFrom(place.row + direction, direction);
		this.#moveTo(active.clamp({ row: row ?? place.row, column }));
	}

	/** Tab and Enter stay inside a selection of several cells; false where there is none. */
	within(along: 'rows' | 'columns', direction: 1 | -1): boolean {
		const { selection, place, active } = this.#grid;
		const { ranges } = selection;
		const count = cellCountOf(ranges);
		if (!ranges.some((range) => holdsCell(range, place)) || count < 2) return false;
		let next = nextWithin(ranges, place, along, direction);
		for (let tries = count; tries > 0 && this.#grid.groupAt(next); tries -= 1) {
			next = nextWithin(ranges, next, along, direction);
		}
		active.set(next);
		this.#onmove(next.column !== place.column);
		return true;
	}

	/** Moves the far corner of the selection. */
	extend(step: Step): boolean {
		const { active, selection, extent, reach } = this.#grid;
		const next = stepFrom(reach, step, extent);
		if (!next || extent.rowCount === 0) return false;
		const row = this.#dataRowFrom(next.row, next.row < reach.row ? -1 : 1);
		active.pin();
		selection.extend(inBody(active.place), inBody({ ...next, row: row ?? reach.row }));
		this.#onmove(next.column !== reach.column || isToStart(step));
		return true;
	}

	/** The column where a run of Tabs began that led to the active cell: Enter returns to it. */
	get #tabOrigin(): number | undefined {
		return this.#tabs?.last === this.#grid.active.choice ? this.#tabs?.column : undefined;
	}

	/** The next row that is no head of a group, itself included; undefined beyond either end. */
	#dataRowFrom(start: number, direction: 1 | -1): number | undefined {
		const { rowCount, isPassed } = this.#grid.extent;
		let row = start;
		while (isPassed(row)) row += direction;
		return row < 0 || row >= rowCount ? undefined : row;
	}

	#moveTo(place: GridPlace, toStart = false): void {
		const sideways = toStart || place.column !== this.#grid.place.column;
		this.#grid.selection.clear();
		this.#grid.active.set(place);
		this.#onmove(sideways);
	}
}

function isToStart(step: Step): boolean {
	return step.kind === 'edge' && step.column === 'first';
}
