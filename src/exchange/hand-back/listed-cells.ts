/** Every cell of the difference, told from what was planned and what the writer made of it. */
import { parseReference } from '../reading/ooxml/cell-range.ts';
import { columnLetters } from '../sheet.ts';
import type { RefusedChange, WriteBack, WrittenCell } from '../write-back/change.ts';
import type { AddedCell } from './added-rows.ts';
import type { PlannedChange } from './changes.ts';
import { thenHandThatBack } from './conflict-words.ts';
import type { HandBackCell, HandBackChoices } from './order.ts';
import type { PlannedCell } from './planned-cells.ts';
import type { SheetPlan } from './sheet-plan.ts';

export interface Made {
	readonly changes: readonly PlannedChange[];
	readonly outcome: WriteBack;
	/** What would become of cells that were not written, had the person wanted it: by key. */
	readonly possible: ReadonlyMap<string, WrittenCell>;
}

/** Sheet after sheet: cells in the order of the rows, added rows, then what has no cell. */
export function listedCells(
	plans: readonly SheetPlan[],
	choices: HandBackChoices,
	made: Made,
): readonly HandBackCell[] {
	const fates = new Fates(made);
	const listed = plans.flatMap(({ cells, added }) => {
		const placed = cells.filter(({ cell }) => cell !== '').sort(byPlace);
		const rows = added.flatMap((row) => row.cells);
		const unplaced = [
			...cells.filter(({ cell }) => cell === ''),
			...added.flatMap((row) => row.unplaced),
		];
		return [...placed, ...rows, ...unplaced].flatMap((cell) => fates.listed(cell, choices));
	});
	return [...listed, ...fates.continued, ...recalculatedCells(plans, made.outcome)];
}

function byPlace(a: PlannedCell, b: PlannedCell): number {
	const [one, other] = [parseReference(a.cell), parseReference(b.cell)];
	if (!one || !other) return 0;
	return one.row - other.row || one.column - other.column;
}

type Fate =
	| { readonly kind: 'written'; readonly cell: WrittenCell }
	| { readonly kind: 'refused'; readonly refusal: RefusedChange; readonly overrulable: boolean };

/** What became of each planned cell, by key. */
class Fates {
	/** Formulas that appended rows carry on. */
	readonly continued: HandBackCell[] = [];
	readonly #fates = new Map<string, Fate>();
	readonly #possible: ReadonlyMap<string, WrittenCell>;

	constructor({ changes, outcome, possible }: Made) {
		this.#possible = possible;
		for (const refusal of outcome.refused) {
			const change = changes[refusal.change];
			const cells = change?.kind === 'set' ? [change.cell] : (change?.rows.flat() ?? []);
			for (const { key } of cells) {
				const overrulable = change?.kind === 'set' ? possible.has(key) : isValidation(refusal);
				this.#fates.set(key, { kind: 'refused', refusal, overrulable });
			}
		}
		for (const [change, cells] of byChange(outcome.written)) {
			const plan = changes[change];
			if (plan?.kind === 'append') this.#appended(plan.rows, cells);
			else if (plan) {
				for (const cell of cells) this.#fates.set(plan.cell.key, { kind: 'written', cell });
			}
		}
	}

	/** The cell as it is listed; nothing where the file says it already. */
	listed(planned: PlannedCell, { leftOut }: HandBackChoices): readonly HandBackCell[] {
		const { key, sheet, control, column, notes, conflict } = planned;
		const fate = this.#fates.get(key);
		const seen = fate?.kind === 'written' ? fate.cell : this.#possible.get(key);
		const { cell, before, after } = seen ?? planned;
		const why = seen?.why ?? (key.includes('!+') ? 'appended' : 'edited');
		const allNotes = [...notes, ...(seen?.notes ?? [])];
		const told = { key, sheet, cell, control, column, before, after, why, notes: allNotes };
		if (leftOut.has(key)) return [{ ...told, state: 'leftOut' }];
		if (fate?.kind === 'written') return [{ ...told, state: 'goes' }];
		if (fate) {
			const { kind } = fate.refusal;
			const { overrulable } = fate;
			const text = fate.refusal.text + (kind === 'rowsBelow' ? thenHandThatBack : '');
			return [{ ...told, state: 'conflict', conflict: { kind, text, overrulable } }];
		}
		return conflict ? [{ ...told, state: 'conflict', conflict }] : [];
	}

	#appended(rows: readonly (readonly AddedCell[])[], cells: readonly WrittenCell[]): void {
		const places = cells.map((cell) => ({ cell, ...parseReference(cell.cell) }));
		const numbers = [...new Set(places.map(({ row = 0 }) => row))].sort((a, b) => a - b);
		for (const { cell, row = 0, column = 0 } of places) {
			const planned = rows[numbers.indexOf(row)] ?? [];
			const own = planned.find(({ index }) => index === column);
			if (own) this.#fates.set(own.key, { kind: 'written', cell });
			else this.continued.push(carriedOn(cell, planned[0]?.control, column));
		}
	}
}

function byChange(written: readonly WrittenCell[]): ReadonlyMap<number, readonly WrittenCell[]> {
	const cells = new Map<number, WrittenCell[]>();
	for (const cell of written) cells.set(cell.change, [...(cells.get(cell.change) ?? []), cell]);
	return cells;
}

function isValidation({ kind }: RefusedChange): boolean {
	return kind === 'validation';
}

function carriedOn(
	{ sheet, cell, before, after, why, notes }: WrittenCell,
	control: HandBackCell['control'],
	column: number,
): HandBackCell {
	const key = `${sheet}!+${control ?? ''}/=${columnLetters(column)}`;
	return { key, sheet, cell, control, column: '', before, after, why, notes, state: 'goes' };
}

function recalculatedCells(
	plans: readonly SheetPlan[],
	{ recalculated }: WriteBack,
): readonly HandBackCell[] {
	return recalculated.map(({ sheet, cell }) => {
		const source = plans.find((plan) => plan.source.sheet.name === sheet)?.source;
		const place = parseReference(cell);
		const behind = place && source?.behind(place.row, place.column);
		return {
			key: `${sheet}!${cell}`,
			sheet,
			cell,
			control: behind?.control,
			column: behind?.column ?? '',
			before: (place && source?.cell(place.row, place.column)?.text) ?? '',
			after: '',
			why: 'recalculated',
			state: 'goes',
			notes: [],
		};
	});
}
