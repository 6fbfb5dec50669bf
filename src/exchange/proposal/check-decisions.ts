/** What the wizard asks again after every decision, beside the draft itself. */
import { createGrid } from '../recognise/grid.ts';
import { destinationOfExport } from '../recognise/own-export.ts';
import { proposeValueWords } from '../recognise/value-words.ts';
import type { Sheet } from '../sheet.ts';
import { rowsComingIn } from './build-draft.ts';
import { ambiguousDateColumns } from './day-order.ts';
import { draftColumns } from './draft-columns.ts';
import type { ImportDecisions, SheetProposal, ValueWord } from './proposal.ts';

export interface DecisionFacts {
	/** The words of the columns that fill a field with a fixed list, as things stand. */
	readonly valueWords: readonly ValueWord[];
	/** 0-based date columns with dates that are a day and month in either order. */
	readonly ambiguousDates: readonly number[];
}

/** The facts under these decisions; `proposal` is the one for the decisions' header row. */
export function checkDecisions(
	sheet: Sheet,
	proposal: SheetProposal,
	decisions: ImportDecisions,
): DecisionFacts {
	const grid = createGrid(sheet);
	const rows = rowsComingIn(grid, proposal, decisions);
	const { columns } = draftColumns(grid, proposal, decisions, rows);
	const { register } = decisions;
	const ours = destinationOfExport(proposal.columns.map((column) => column.header)) === register;
	return {
		valueWords: proposeValueWords(register, grid, columns, rows, ours),
		ambiguousDates: ambiguousDateColumns(register, grid, columns, rows),
	};
}
