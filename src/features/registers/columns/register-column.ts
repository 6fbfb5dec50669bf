/** The columns of the matrix: a control's fields, then the workbook's own columns. */
import { controlFields, type FieldKind } from '../../../model/records/control-fields.ts';
import type { OwnColumn } from '../../../model/records/own-column.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';

export interface RegisterColumn {
	readonly key: ControlColumn;
	readonly label: string;
	readonly hint: string;
	readonly value: FieldKind;
	/** In CSS pixels; the first one for text of the usual size. */
	readonly width: number;
	/** The record of a column the workbook has of its own. */
	readonly own: OwnColumn | undefined;
}

const fieldColumns: readonly RegisterColumn[] = controlFields.map((field) => ({
	...field,
	own: undefined,
}));

const columnsByOwn = new WeakMap<OwnColumn, RegisterColumn>();

/** All columns in order; the column of an unchanged record is the same object each time. */
export function registerColumns(own: readonly OwnColumn[]): readonly RegisterColumn[] {
	return [...fieldColumns, ...own.map(columnOfOwn)];
}

function columnOfOwn(own: OwnColumn): RegisterColumn {
	const known = columnsByOwn.get(own);
	if (known) return known;
	const column: RegisterColumn = {
		key: own.id,
		label: own.name,
		hint: 'A column of this workbook only',
		value: { kind: 'prose' },
		width: 200,
		own,
	};
	columnsByOwn.set(own, column);
	return column;
}
