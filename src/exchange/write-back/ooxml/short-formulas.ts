/**
 * Formulas that add a table up to its last row do not see rows appended below it, as in spreadsheet
 * programs when somebody types there: they are left as they are, and said.
 */
import { cellReference } from '../../sheet.ts';
import type { Formula } from './dependents.ts';
import type { SheetEdit } from './sheet-edit.ts';

/** A note for each change that appended rows past the end of what formulas read. */
export function shortFormulaNotes(
	formulas: readonly Formula[],
	edits: readonly Pick<SheetEdit, 'sheet' | 'growths'>[],
): string[] {
	return edits.flatMap(({ sheet, growths }) =>
		growths.flatMap(({ after, last, firstColumn, lastColumn }) => {
			const short = formulas.filter(({ ranges }) =>
				ranges.some(
					({ sheet: read, range, ofTable }) =>
						!ofTable &&
						read === sheet.name.toLowerCase() &&
						range.firstRow < after &&
						after <= range.lastRow &&
						range.lastRow < last &&
						range.firstColumn <= lastColumn &&
						firstColumn <= range.lastColumn,
				),
			);
			const [first] = short;
			if (!first) return [];
			const place = `${cellReference(first.fills.firstColumn, first.fills.firstRow)} of “${first.sheet.name}”`;
			const which =
				short.length === 1
					? `The formula in ${place} reads`
					: `${short.length} formulas (the first in ${place}) read`;
			return [
				`${which} “${sheet.name}” down to row ${after} and not the rows appended below it. Where these should count, widen the range in the spreadsheet program.`,
			];
		}),
	);
}
