/** Thinks a sheet through again when the user says where its header is, or what its rows are. */
import type { Destination } from '../destinations.ts';
import { proposeSheet } from '../recognise/propose-sheet.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetProposal } from './proposal.ts';

/** The proposal with the header proper in this 1-based row (0: none) for records of a register. */
export function reviseProposal(
	sheet: Sheet,
	headerRow: number,
	register: Destination,
): SheetProposal {
	return proposeSheet(sheet, { headerRow, register });
}
