/**
 * The cells of one sheet that are to change. A cell that stands for several rows (merged down, or
 * said once for a block) or several controls changes only where all of them agree.
 */
import type { Control } from '../../model/records/control.ts';
import { cellReference } from '../sheet.ts';
import type { CellInput } from '../write-back/change.ts';
import { emptyTakesAbove, sharedCell, sharedRow, type Conflict } from './conflict-words.ts';
import type { FileIds } from './file-ids.ts';
import type { HandBackCell, ReturningControl, ReturningSheet } from './order.ts';
import { rowGoals, type Unplaced, type WantedCell } from './row-goals.ts';
import type { SourceSheet } from './source-sheet.ts';

/** A change as it is listed, with the value that the writer gets; none where there is no cell. */
export interface PlannedCell extends Omit<HandBackCell, 'state' | 'why' | 'conflict'> {
	readonly input: CellInput | undefined;
	readonly conflict: Conflict | undefined;
}

/** Every cell of the sheet that should say something else than it does. */
export function plannedCells(
	source: SourceSheet,
	ids: FileIds,
	{ controls }: ReturningSheet,
): readonly PlannedCell[] {
	const peers = new Peers(source, controls);
	const places = new Map<string, WantedCell[]>();
	const planned: PlannedCell[] = [];
	for (const control of controls) {
		const { wanted, unplaced } = rowGoals(source, ids, control);
		for (const cell of wanted) {
			const place = source.shared.place(cell.row, cell.index);
			places.set(place, [...(places.get(place) ?? []), cell]);
		}
		const row = control.said.source?.row ?? 0;
		planned.push(...unplaced.map((value) => withoutCell(source, control.now, String(row), value)));
	}
	for (const [place, wanted] of places) planned.push(...cellsAt(source, place, wanted, peers));
	return planned;
}

/** A value that has no cell; `row` tells it from others of the same sheet. */
export function withoutCell(
	{ sheet: { name: sheet } }: SourceSheet,
	{ id: control }: Control,
	row: string,
	{ column, before, after, conflict }: Unplaced,
): PlannedCell {
	const key = `${sheet}!${row}/${column}/${control}`;
	return {
		key,
		sheet,
		cell: '',
		control,
		column,
		before,
		after,
		notes: [],
		input: undefined,
		conflict,
	};
}

function cellsAt(
	source: SourceSheet,
	place: string,
	wanted: readonly WantedCell[],
	peers: Peers,
): readonly PlannedCell[] {
	const [first] = wanted;
	if (!first) return [];
	const { rows, controls } = peers.of(place, first);
	const agree =
		controls.every(({ id }) => wanted.some(({ control }) => control.id === id)) &&
		wanted.every(({ goal }) => goal.text === first.goal.text);
	if (agree) {
		const conflict = wanted.find((cell) => cell.conflict)?.conflict ?? filledAgain(source, first);
		return [planned(source, place, { ...first, conflict }, '')];
	}
	const conflict = rows.length > 1 ? sharedCell(place, rows) : sharedRow(first.row);
	return wanted.map((cell) => {
		const own = cellReference(cell.index, cell.row);
		const isAlone = wanted.filter(({ row }) => row === cell.row).length === 1;
		return planned(source, own, { ...cell, conflict }, isAlone ? '' : `/${cell.control.id}`);
	});
}

/** An emptied cell would take the value of the block above it. */
function filledAgain({ rows, shared }: SourceSheet, wanted: WantedCell): Conflict | undefined {
	const { row, index, goal } = wanted;
	const isFilled =
		goal.text === '' && shared.fillsDown(index) && rows[0] !== shared.rowOf(row, index);
	return isFilled ? emptyTakesAbove : undefined;
}

function planned(
	source: SourceSheet,
	cell: string,
	{ row, index, column, control, goal, conflict }: WantedCell,
	suffix: string,
): PlannedCell {
	const { name: sheet } = source.sheet;
	const { input, text: after, notes } = goal;
	const before = source.text(row, index);
	const key = `${sheet}!${cell}${suffix}`;
	return { key, sheet, cell, control: control.id, column, before, after, notes, input, conflict };
}

/** Which rows and controls stand behind a cell. */
class Peers {
	readonly #byRow = new Map<number, Control[]>();
	readonly #source: SourceSheet;

	constructor(source: SourceSheet, controls: readonly ReturningControl[]) {
		this.#source = source;
		for (const { now, said } of controls) {
			const row = said.source?.row;
			// The row of a retired control stays as it is, whatever the cell above it says.
			if (row === undefined || now.retired) continue;
			this.#byRow.set(row, [...(this.#byRow.get(row) ?? []), now]);
		}
	}

	of(place: string, { row }: WantedCell) {
		const rows = this.#source.shared.sharers(place) ?? [row];
		return { rows, controls: rows.flatMap((number) => this.#byRow.get(number) ?? []) };
	}
}
