/** How wide a column of the sheet is shown: by its header and samples, in CSS pixels for text of the usual size. */
import type { ColumnProposal } from '../../../exchange/proposal/proposal.ts';

const narrowest = 156;
const widest = 300;
const empty = 72;
const perCharacter = 7;
const padding = 18;

export function columnWidth(column: ColumnProposal | undefined): number {
	if (!column) return empty;
	const longest = Math.max(...column.samples.map((sample) => sample.length), column.header.length);
	return Math.max(narrowest, Math.min(longest * perCharacter + padding, widest));
}
