/** The values of a control and of a row of the new file in one form, by column key. */
import { compareCriteria } from '../../model/catalog/criterion-ids.ts';
import {
	isControlFieldKey,
	isSetKey,
	type ControlSetKey,
} from '../../model/records/control-fields.ts';
import type { Control } from '../../model/records/control.ts';
import type { ColumnId } from '../../model/records/own-column.ts';
import type { DraftRow } from '../proposal/proposal.ts';
import type { CellValue, ColumnKey, FileColumn } from './comparison.ts';

/** What stands in a column of a control; '' in one that it does not have. */
export function valueOfControl(control: Control, key: ColumnKey): CellValue {
	if (isControlFieldKey(key)) return control[key];
	return control.own[key as ColumnId] ?? '';
}

/** What a row of the new file says in a column. */
export function valueOfRow(row: DraftRow, { key, index }: FileColumn): CellValue {
	if (isSetKey(key)) return inOrder(key, row.sets[key] ?? []);
	if (isControlFieldKey(key)) return row.texts[key] ?? '';
	return (index === undefined ? undefined : row.own[index]) ?? '';
}

const collator = new Intl.Collator('en', { numeric: true });

/** Members as a record keeps them. */
function inOrder(key: ControlSetKey, members: readonly string[]): readonly string[] {
	const compare = key === 'criteria' ? compareCriteria : collator.compare;
	return [...new Set(members)].sort(compare);
}
