/** Proposes an import for every sheet of a workbook and says which one to begin with. */
import type { SheetProposal } from '../proposal/proposal.ts';
import type { ReadWorkbook } from '../sheet.ts';
import { proposeSheet } from './propose-sheet.ts';

/** One proposal a sheet, in sheet order; the file's name helps to name its only sheet. */
export function proposeWorkbook(workbook: ReadWorkbook, fileName = ''): readonly SheetProposal[] {
	const only = workbook.sheets.length === 1 ? { fileName } : {};
	return workbook.sheets.map((sheet) => proposeSheet(sheet, only));
}

/** The sheet most worth importing: controls before other kinds, then the surest, then the longest. */
export function bestSheet(proposals: readonly SheetProposal[]): SheetProposal | undefined {
	return [...proposals].sort((a, b) => worth(b) - worth(a))[0];
}

function worth({ kind, kindGuess, dataRows }: SheetProposal): number {
	if (dataRows.length === 0) return 0;
	const controls = kind === 'controls' ? 10 : kind === 'mapping' || kind === 'gaps' ? 4 : 1;
	return controls + kindGuess.confidence * 2 + Math.min(3, Math.log10(dataRows.length));
}
