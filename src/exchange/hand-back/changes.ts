/** The planned cells as changes for the writer, under what the person decided about single cells. */
import type { AppendRows, SetCell } from '../write-back/change.ts';
import type { AddedCell } from './added-rows.ts';
import type { HandBackChoices } from './order.ts';
import type { PlannedCell } from './planned-cells.ts';
import type { SheetPlan } from './sheet-plan.ts';

/** One change and the cells that it stands for. */
export type PlannedChange =
	| { readonly kind: 'set'; readonly change: SetCell; readonly cell: PlannedCell }
	| {
			readonly kind: 'append';
			readonly change: AppendRows;
			/** In the order of the appended rows. */
			readonly rows: readonly (readonly AddedCell[])[];
	  };

/** The changes that the person wants, sheet after sheet. */
export function plannedChanges(
	plans: readonly SheetPlan[],
	choices: HandBackChoices,
): readonly PlannedChange[] {
	return plans.flatMap((plan): PlannedChange[] => {
		const cells = plan.cells.flatMap((cell) => {
			const isOverruled = choices.overruled.has(cell.key);
			return isWanted(cell, choices) ? [setting(cell, isOverruled)] : [];
		});
		return [...cells, ...appending(plan, choices)];
	});
}

/** As it would be written if the person overruled whatever can be overruled. */
export function setting(cell: PlannedCell, isOverruled: boolean): PlannedChange & { kind: 'set' } {
	const change: SetCell = { sheet: cell.sheet, cell: cell.cell, value: cell.input ?? null };
	const over = { overFormula: isOverruled, overValidation: isOverruled };
	return { kind: 'set', cell, change: { ...change, ...over } };
}

/** Whether a planned cell goes to the writer. */
export function isWanted(
	{ key, input, conflict }: PlannedCell,
	{ leftOut, overruled }: HandBackChoices,
): boolean {
	if (input === undefined || leftOut.has(key)) return false;
	return conflict === undefined || (conflict.overrulable && overruled.has(key));
}

function appending(
	{ source, added, after }: SheetPlan,
	choices: HandBackChoices,
): readonly PlannedChange[] {
	const rows = added
		.map(({ cells }) => cells.filter((cell) => isWanted(cell, choices)))
		.filter((cells) => cells.length > 0);
	if (rows.length === 0) return [];
	const appendRows = rows.map((cells) => {
		const width = Math.max(...cells.map(({ index }) => index)) + 1;
		const inputs = new Array<AppendRows['appendRows'][number][number]>(width).fill(null);
		for (const { index, input } of cells) inputs[index] = input ?? null;
		return inputs;
	});
	const overValidation = rows.flat().some(({ key }) => choices.overruled.has(key));
	const change = { sheet: source.sheet.name, appendRows, overValidation };
	return [{ kind: 'append', rows, change: after === undefined ? change : { ...change, after } }];
}
