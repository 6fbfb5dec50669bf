/** How the grid reads and writes the cells of controls in gestures over ranges and on the clipboard. */
import type { Control } from '../../../model/records/control.ts';
import { isSetKey } from '../../../model/records/control-fields.ts';
import { termLabel } from '../../../model/records/vocabulary.ts';
import type { CellValues, GridChange } from '../../../ui/grid/grid-change.ts';
import type { ControlValues } from '../../../workbook/commands/add-controls.ts';
import { isControlFieldKey } from '../../../model/records/control-fields.ts';
import { cellValue } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { cellFromText } from './cell-from-text.ts';

export type CellValue = string | readonly string[];

/** Terms travel by their label and dates as YYYY-MM-DD, which other programs understand. */
export function cellValues(
	columnOf: (key: string) => RegisterColumn | undefined,
): CellValues<Control, CellValue> {
	return {
		read: (control, key) => {
			const column = columnOf(key);
			return column ? cellValue(control, column.key) : '';
		},
		text: (key, value) => {
			if (typeof value !== 'string') return value.join(', ');
			const kind = columnOf(key)?.value;
			return kind?.kind === 'term' ? termLabel(kind.vocabulary, value) : value;
		},
		parse: (key, text) => {
			const column = columnOf(key);
			if (!column) return text;
			return isSetKey(column.key) ? membersFromText(text) : cellFromText(column, text);
		},
	};
}

/** The values of a control that a paste adds. */
export function addedControl(
	values: GridChange<CellValue>['added'][number],
	columnOf: (key: string) => RegisterColumn | undefined,
): ControlValues {
	const fields: Record<string, CellValue> = {};
	const own: Record<string, string> = {};
	for (const [key, value] of values) {
		const column = columnOf(key);
		if (!column) continue;
		if (isControlFieldKey(column.key)) fields[column.key] = value;
		else if (typeof value === 'string' && value !== '') own[column.key] = value;
	}
	return { ...(fields as ControlValues), own };
}

/** The members of a set as people write them, each once. */
export function membersFromText(text: string): readonly string[] {
	const members = text.split(/[,;\n]/).map((member) => member.trim());
	return [...new Set(members.filter(Boolean))];
}
