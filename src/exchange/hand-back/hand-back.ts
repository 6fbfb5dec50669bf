/**
 * Hands a file back to whoever sent it: what changed here since it was imported goes into its own
 * cells, in its own words; everything else in it stays byte for byte.
 */
import { ok, refused, type Result } from '../../base/result.ts';
import { fileFormat } from '../reading/file-format.ts';
import type { ReadingWatch } from '../reading/pace.ts';
import { readSpreadsheet } from '../reading/read-spreadsheet.ts';
import type { SpreadsheetFormat } from '../sheet.ts';
import type { WrittenCell } from '../write-back/change.ts';
import { writeBack } from '../write-back/write-back.ts';
import { plannedChanges, setting } from './changes.ts';
import { listedCells, type Made } from './listed-cells.ts';
import type { HandBack, HandBackOrder } from './order.ts';
import type { PlannedCell } from './planned-cells.ts';
import { sheetPlans } from './sheet-plan.ts';

/** Why a file cannot be handed back at all; nothing of it was changed. */
export interface HandBackProblem {
	readonly kind: string;
	/** What is wrong, where, and what to do. */
	readonly text: string;
}

/** The file with the changes and what became of every cell, or why there is none. */
export async function handBack(
	order: HandBackOrder,
	watch: ReadingWatch,
): Promise<Result<HandBack, HandBackProblem>> {
	const { fileName, bytes, choices } = order;
	const read = await readSpreadsheet(bytes, fileName, part(watch, 0, 0.5));
	if (!read.ok) return read;
	const { format, sheets } = read.value;
	if (isForeignText(bytes, format)) return refused(foreignText);
	const plans = sheetPlans(sheets, order.sheets);
	const changes = plannedChanges(plans.sheets, choices);
	const values = changes.map(({ change }) => change);
	const written = await writeBack(bytes, values, fileName, part(watch, 0.5, 0.75));
	if (!written.ok) return written;
	const outcome = written.value;
	const refusals = new Set(outcome.refused.map(({ change }) => change));
	const made = new Set(
		changes.flatMap((change, at) =>
			change.kind === 'set' && !refusals.has(at) ? [change.cell.key] : [],
		),
	);
	const open = plans.sheets.flatMap(({ cells }) =>
		cells.filter(({ key, input }) => input !== undefined && !made.has(key)),
	);
	const possible = await whatIsPossible(order, open, part(watch, 0.75, 1));
	if (!possible.ok) return possible;
	const told: Made = { changes, outcome, possible: possible.value };
	const cells = listedCells(plans.sheets, choices, told);
	return ok({ bytes: outcome.bytes, format, cells, notes: [...plans.notes, ...outcome.notes] });
}

/** How the cells that were not written would look if the person wanted them after all, by key. */
async function whatIsPossible(
	{ bytes, fileName }: HandBackOrder,
	cells: readonly PlannedCell[],
	watch: ReadingWatch,
): Promise<Result<ReadonlyMap<string, WrittenCell>, HandBackProblem>> {
	if (cells.length === 0) return ok(new Map());
	const changes = cells.map((cell) => setting(cell, true).change);
	const written = await writeBack(bytes, changes, fileName, watch);
	if (!written.ok) return written;
	return ok(new Map(written.value.written.map((cell) => [cells[cell.change]?.key ?? '', cell])));
}

/** A share of the whole progress. */
function part(watch: ReadingWatch, from: number, to: number): ReadingWatch {
	return {
		progress: (fraction, what) => watch.progress(from + fraction * (to - from), what),
		aborted: () => watch.aborted(),
	};
}

/** Text that is a web page or XML under a spreadsheet's name. */
function isForeignText(bytes: Uint8Array, format: SpreadsheetFormat): boolean {
	return format !== 'csv' && format !== 'tsv' && fileFormat(bytes) === 'text';
}

const foreignText: HandBackProblem = {
	kind: 'otherFormat',
	text: 'The file is a web page or XML that some program saved under the name of a spreadsheet, and it cannot be changed without losing parts of it. Export a fresh file, or save the file as .xlsx in the spreadsheet program and import that copy.',
};
