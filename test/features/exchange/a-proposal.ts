/** Builder: the proposal for a sheet with these headers in row 1 and one row of values. */
import type { SheetProposal } from '../../../src/exchange/proposal/proposal.ts';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import type { Sheet } from '../../../src/exchange/sheet.ts';

export function aSheet(rows: readonly (readonly string[])[]): Sheet {
	return {
		name: 'Controls',
		state: 'visible',
		rows: rows.map((texts, at) => ({
			number: at + 1,
			hidden: false,
			cells: texts.map((text) => (text === '' ? undefined : { kind: 'text', text })),
		})),
		columnCount: Math.max(0, ...rows.map((texts) => texts.length)),
		merges: [],
		hiddenColumns: [],
		tables: [],
		autoFilter: undefined,
		validations: [],
		comments: 0,
	};
}

export function aProposal(...headers: readonly string[]): SheetProposal {
	return proposeSheet(aSheet([headers, headers.map((_, at) => `value ${at}`)]), { headerRow: 1 });
}
