/** What a control holds in a column, and the words a person reads there. */
import { isCalendarDate, readableDate } from '../../../base/calendar-date.ts';
import { isControlFieldKey } from '../../../model/records/control-fields.ts';
import type { Control } from '../../../model/records/control.ts';
import { termLabel } from '../../../model/records/vocabulary.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import type { RegisterColumn } from './register-column.ts';

/** The stored value: one text, or the members of a set. */
export function cellValue(control: Control, key: ControlColumn): string | readonly string[] {
	return isControlFieldKey(key) ? control[key] : (control.own[key] ?? '');
}

/** The stored value as members: a text is its only member, an empty cell has none. */
export function cellMembers(control: Control, key: ControlColumn): readonly string[] {
	const value = cellValue(control, key);
	if (typeof value !== 'string') return value;
	return value === '' ? [] : [value];
}

/** The words on screen: terms by their label, dates as 21 Nov 2026, sets joined. */
export function cellText(control: Control, column: RegisterColumn): string {
	const value = cellValue(control, column.key);
	return typeof value === 'string' ? valueText(value, column) : value.join(', ');
}

/** The words for one stored value or member of a column. */
export function valueText(value: string, { value: kind }: RegisterColumn): string {
	if (kind.kind === 'term') return termLabel(kind.vocabulary, value);
	if (kind.kind === 'date' && isCalendarDate(value)) return readableDate(value);
	return value;
}
