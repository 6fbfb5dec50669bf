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

/** The test that a shown control passes. */
export function passesOf({ filters, columns, showRetired }: Arrangement): Passes {
	const passes = passesAll(filters, columns);
	return (control) => (showRetired || !control.retired) && passes(control);
}

/** A control with the key it is sorted by, so that the key is made once. */
export interface Keyed {
	readonly control: Control;
	readonly key: string;
}

/** Makes the keys that `compareOf` compares. */
export function keyOf({ sort, columns }: Arrangement): (control: Control) => string {
	const column = sort && columns.find(({ key }) => key === sort.column);
	return (control) => (column ? sortKey(control, column) : '');
}

/**
 * The order of an arrangement, total: empty cells last in both directions, equal ones in the order
 * of the workbook.
 */
export function compareOf({ sort }: Arrangement): (a: Keyed, b: Keyed) => number {
	const sign = sort?.direction === 'descending' ? -1 : 1;
	return (a, b) => {
		if (a.key === b.key) return byPlace(a.control, b.control);
		if (a.key === '') return 1;
		if (b.key === '') return -1;
		return a.key < b.key ? -sign : sign;
	};
}

/** As the workbook orders its controls (SPEC R-4). */
function byPlace(a: Control, b: Control): number {
	if (a.order !== b.order) return a.order < b.order ? -1 : 1;
	if (a.id === b.id) return 0;
	return a.id < b.id ? -1 : 1;
}
