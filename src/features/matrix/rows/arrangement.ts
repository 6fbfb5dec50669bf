/** What decides which controls are shown and in which order. */
import type { Control } from '../../../model/records/control.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import type { MatrixColumn } from '../columns/matrix-column.ts';
import { passesAll, type ColumnFilter, type Passes } from './filter.ts';
import { sortKey } from './sort-key.ts';

export interface Sort {
	readonly column: ControlColumn;
	readonly direction: 'ascending' | 'descending';
}

/** Compared by identity: a new object means to arrange anew. */
export interface Arrangement {
	readonly columns: readonly MatrixColumn[];
	readonly filters: readonly ColumnFilter[];
	/** Without it, rows stand in the order of the workbook. */
	readonly sort: Sort | undefined;
	readonly showRetired: boolean;
}

export type Compare = (a: Control, b: Control) => number;

/** The test that a shown control passes. */
export function passesOf({ filters, columns, showRetired }: Arrangement): Passes {
	const passes = passesAll(filters, columns);
	return (control) => (showRetired || !control.retired) && passes(control);
}

/**
 * The order of an arrangement, total: empty cells last in both directions, equal ones in the order
 * of the workbook. Keys are kept as long as the function and the control live.
 */
export function compareOf({ sort, columns }: Arrangement): Compare {
	const column = sort && columns.find(({ key }) => key === sort.column);
	if (!column) return byPlace;
	const keys = new WeakMap<Control, string>();
	const keyOf = (control: Control): string => {
		let key = keys.get(control);
		if (key === undefined) keys.set(control, (key = sortKey(control, column)));
		return key;
	};
	const sign = sort.direction === 'ascending' ? 1 : -1;
	return (a, b) => {
		const [left, right] = [keyOf(a), keyOf(b)];
		if (left === right) return byPlace(a, b);
		if (left === '') return 1;
		if (right === '') return -1;
		return left < right ? -sign : sign;
	};
}

/** As the workbook orders its controls (SPEC R-4). */
function byPlace(a: Control, b: Control): number {
	if (a.order !== b.order) return a.order < b.order ? -1 : 1;
	if (a.id === b.id) return 0;
	return a.id < b.id ? -1 : 1;
}
