/** The filters of the matrix: one a column, all of them must hold. */
import type { Control } from '../../../model/records/control.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import { cellMembers, cellText } from '../columns/cell-text.ts';
import type { MatrixColumn } from '../columns/matrix-column.ts';
import { foldCase } from '../find/fold-case.ts';

export type ColumnFilter = { readonly column: ControlColumn } & FilterRule;

export type FilterRule =
	/** The shown words hold this text, letter case aside. */
	| { readonly kind: 'contains'; readonly text: string }
	/** The stored value, or a member of the set, is one of these; '' stands for an empty cell. */
	| { readonly kind: 'oneOf'; readonly values: readonly string[] }
	| { readonly kind: 'empty' }
	| { readonly kind: 'filled' };

export type Passes = (control: Control) => boolean;

/** One test of a control for all filters; a filter on a column that is gone holds for every row. */
export function passesAll(
	filters: readonly ColumnFilter[],
	columns: readonly MatrixColumn[],
): Passes {
	const tests = filters.flatMap((filter) => {
		const column = columns.find(({ key }) => key === filter.column);
		return column ? [passes(filter, column)] : [];
	});
	return (control) => tests.every((test) => test(control));
}

function passes(filter: ColumnFilter, column: MatrixColumn): Passes {
	if (filter.kind === 'contains') {
		const wanted = foldCase(filter.text.trim());
		return (control) => foldCase(cellText(control, column)).includes(wanted);
	}
	if (filter.kind === 'oneOf') {
		const wanted = new Set(filter.values);
		return (control) => {
			const members = cellMembers(control, column.key);
			return members.length === 0 ? wanted.has('') : members.some((member) => wanted.has(member));
		};
	}
	const wantsEmpty = filter.kind === 'empty';
	return (control) => isEmpty(control, column) === wantsEmpty;
}

function isEmpty(control: Control, { key }: MatrixColumn): boolean {
	return cellMembers(control, key).length === 0;
}
