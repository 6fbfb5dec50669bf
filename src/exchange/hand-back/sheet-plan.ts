/** What one sheet of the file would get: changed cells, rows below the table, and what stays out. */
import type { Sheet } from '../sheet.ts';
import { addedRow, type AddedRow } from './added-rows.ts';
import { importedTwice } from './conflict-words.ts';
import { FileIds } from './file-ids.ts';
import type { ReturningSheet } from './order.ts';
import { plannedCells, type PlannedCell } from './planned-cells.ts';
import { SourceSheet } from './source-sheet.ts';

export interface SheetPlan {
	readonly source: SourceSheet;
	readonly cells: readonly PlannedCell[];
	readonly added: readonly AddedRow[];
	/** The 1-based last row that came in; undefined where none is known. */
	readonly after: number | undefined;
}

export interface SheetPlans {
	readonly sheets: readonly SheetPlan[];
	readonly notes: readonly string[];
}

/** The plan of every sheet that something was imported from. */
export function sheetPlans(
	sheets: readonly Sheet[],
	returning: readonly ReturningSheet[],
): SheetPlans {
	const notes: string[] = [];
	const plans = returning.flatMap((each): SheetPlan[] => {
		const { sheet: name } = each.record;
		const sheet = sheets.find((candidate) => candidate.name === name);
		if (!sheet) {
			notes.push(
				`The file has no sheet “${name}”, so nothing goes back to it. Make sure that this is the file that was imported.`,
			);
			return [];
		}
		notes.push(...retiredNote(name, each));
		return [sheetPlan(sheet, each)];
	});
	return { sheets: withoutDoubles(plans), notes };
}

/** A sheet that was imported twice lists each of its cells once. */
function withoutDoubles(plans: readonly SheetPlan[]): readonly SheetPlan[] {
	const seen = new Map<string, PlannedCell>();
	return plans.map((plan) => ({
		...plan,
		cells: plan.cells.flatMap((cell): PlannedCell[] => {
			const first = seen.get(cell.key);
			if (!first) seen.set(cell.key, cell);
			if (!first) return [cell];
			if (first.after === cell.after) return [];
			const key = `${cell.key}/${cell.control ?? ''}`;
			return [{ ...cell, key, input: undefined, conflict: importedTwice }];
		}),
	}));
}

/** Compares every control with what the file says of it. */
function sheetPlan(sheet: Sheet, returning: ReturningSheet): SheetPlan {
	const source = new SourceSheet(sheet, returning);
	const ids = new FileIds(source);
	const after = source.rows.at(-1);
	const added = returning.added.filter(({ retired }) => !retired);
	return {
		source,
		cells: plannedCells(source, ids, returning),
		added: added.map((control) => addedRow(source, ids, control, (after ?? 0) + 1)),
		after,
	};
}

/** More row numbers than this nobody reads in a sentence. */
const mostRows = 12;

function retiredNote(sheet: string, { controls }: ReturningSheet): readonly string[] {
	const rows = controls.flatMap(({ now, said }) => (now.retired ? (said.source?.row ?? []) : []));
	if (rows.length === 0) return [];
	const shown = [...rows].sort((a, b) => a - b).slice(0, mostRows);
	const more = rows.length > shown.length ? ` and ${rows.length - shown.length} more` : '';
	const where = `${shown.join(', ')}${more}`;
	return [
		rows.length === 1
			? `1 control that is retired here keeps its row in “${sheet}” as it was (row ${where}). If it should be gone there too, delete the row in the spreadsheet program.`
			: `${rows.length} controls that are retired here keep their rows in “${sheet}” as they were (rows ${where}). If they should be gone there too, delete these rows in the spreadsheet program.`,
	];
}
