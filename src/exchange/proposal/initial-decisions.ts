/** The decisions a proposal amounts to when the user changes nothing. */
import type { ColumnTarget, ImportDecisions, SheetProposal, ValueWord } from './proposal.ts';

/** Words below this confidence are kept as they are until the user chooses a term. */
const sureEnough = 0.5;

/** Takes every guess of the proposal as decided. */
export function initialDecisions(proposal: SheetProposal): ImportDecisions {
	return {
		register: proposal.register,
		headerRows: proposal.headerRows,
		targets: Object.fromEntries(
			proposal.columns.map(({ index, target }): [number, ColumnTarget] => [index, target]),
		),
		rowsIn: [],
		rowsOut: [],
		words: wordsByField(proposal.valueWords),
		idsAreCriteria: proposal.idsAreCriteria,
		dayFirst: undefined,
	};
}

function wordsByField(words: readonly ValueWord[]): ImportDecisions['words'] {
	const byField: Record<string, Record<string, string>> = {};
	for (const { field, word, token, guess } of words) {
		const chosen = token !== undefined && guess.confidence >= sureEnough ? token : '';
		byField[field] = { ...byField[field], [word]: chosen };
	}
	return byField;
}
