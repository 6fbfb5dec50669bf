/** Thinks a sheet through again when the user says that the header stands elsewhere. */
import { proposeSheet } from '../recognise/propose-sheet.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetProposal } from './proposal.ts';

/** The proposal with the header proper in this 1-based row; 0 where the sheet has none. */
export function reviseProposal(sheet: Sheet, headerRow: number): SheetProposal {
	return proposeSheet(sheet, { headerRow });
}
