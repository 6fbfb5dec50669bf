/** The words of the screen that hands a file back. */
import { counted, grouped } from '../../../base/counted.ts';
import type { HandBackCell } from '../../../exchange/hand-back/order.ts';
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

/** `14 cells change, 3 rows are added, 2 cannot be written`; once it is done, `14 cells changed, …`. */
export function totalsWords(totals: Totals, when: 'now' | 'done' = 'now'): string {
	const { changed, added, conflicts, leftOut } = totals;
	const words = when === 'done' ? doneWords : nowWords;
	const cells = changed === 0 ? 'No cells' : counted(changed, 'cell');
	return [
		`${cells} ${words.change[changed === 1 ? 0 : 1]}`,
		...(added > 0 ? [`${counted(added, 'row')} ${words.is[added === 1 ? 0 : 1]} added`] : []),
		...(leftOut > 0 ? [`${grouped(leftOut)} ${words.is[leftOut === 1 ? 0 : 1]} left out`] : []),
		...(conflicts > 0 ? [`${grouped(conflicts)} ${words.cannot} be written`] : []),
	].join(', ');
}

/** For one, and for several. */
const nowWords = { change: ['changes', 'change'], is: ['is', 'are'], cannot: 'cannot' } as const;
const doneWords = {
	change: ['changed', 'changed'],
	is: ['was', 'were'],
	cannot: 'could not',
} as const;

/** Why a cell is other than it was, as a sentence. */
export const whyWords: Readonly<Record<HandBackCell['why'], string>> = {
	edited: 'Changed in this workbook since the file was brought in.',
	appended: 'Part of a new row for a control that the file does not have.',
	formulaContinued: 'The formula of the row above goes on in the new row.',
	recalculated:
		'A formula here reads a cell that changes. Its old result was taken out; the spreadsheet program works it out when it opens the file.',
};
