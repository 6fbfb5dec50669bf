/** The words of the screen that hands a file back. */
import type { HandBackCell } from '../../../exchange/hand-back/order.ts';
import { amount } from '../words.ts';
import type { CellFate } from './choices.svelte.ts';

/** How much of what would happen. */
export interface Totals {
	/** Cells of rows the file has already that get another content. */
	readonly changed: number;
	/** Rows that are new. */
	readonly added: number;
	/** Cells that cannot be written, or not without saying so. */
	readonly conflicts: number;
	readonly leftOut: number;
}

/** Counts cells by what becomes of them. */
export function totalsOf(
	cells: readonly HandBackCell[],
	fateOf: (cell: HandBackCell) => CellFate,
): Totals {
	const rows = new Set<string>();
	let changed = 0;
	let conflicts = 0;
	let leftOut = 0;
	for (const cell of cells) {
		const fate = fateOf(cell);
		if (fate === 'cannotGo') conflicts += 1;
		else if (fate === 'leftOut') leftOut += 1;
		else if (cell.why === 'appended') rows.add(`${cell.sheet}/${cell.control ?? ''}`);
		else if (cell.why === 'edited') changed += 1;
	}
	return { changed, added: rows.size, conflicts, leftOut };
}

/** `14 cells change, 3 rows are added, 2 cannot be written`. */
export function totalsWords({ changed, added, conflicts, leftOut }: Totals): string {
	const parts = [
		`${changed === 0 ? 'No' : changed.toLocaleString('en-US')} ${changed === 1 ? 'cell changes' : 'cells change'}`,
		...(added > 0 ? [`${amount(added, 'row')} ${added === 1 ? 'is' : 'are'} added`] : []),
		...(leftOut > 0
			? [`${leftOut.toLocaleString('en-US')} ${leftOut === 1 ? 'is' : 'are'} left out`]
			: []),
		...(conflicts > 0 ? [`${conflicts.toLocaleString('en-US')} cannot be written`] : []),
	];
	return parts.join(', ');
}

/** Why a cell is other than it was, as a sentence. */
export const whyWords: Readonly<Record<HandBackCell['why'], string>> = {
	edited: 'Changed in this workbook since the file was brought in.',
	appended: 'Part of a new row for a control that the file does not have.',
	formulaContinued: 'The formula of the row above goes on in the new row.',
	recalculated:
		'A formula here reads a cell that changes. Its old result was taken out; the spreadsheet program works it out when it opens the file.',
};
