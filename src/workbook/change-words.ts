/**
 * What an activity entry changed, in the words people read: one line for each column of each record,
 * the members put into and taken out of a set together.
 */
import { isCalendarDate, readableDate } from '../base/calendar-date.ts';
import { controlName } from '../model/records/control-name.ts';
import { controlField, isControlFieldKey } from '../model/records/control-fields.ts';
import type { Control, ControlId } from '../model/records/control.ts';
import type { SharedView, ViewId } from '../model/records/shared-view.ts';
import type { ColumnId, OwnColumn } from '../model/records/own-column.ts';
import { termLabel } from '../model/records/vocabulary.ts';
import type { ActivityChange } from './activity.ts';
import { splitPath } from './layout.ts';
import { settingName, settingWords } from './view-words.ts';

export interface ChangeWords {
	/** Tells the lines of one entry apart. */
	readonly key: string;
	readonly record: string;
	/** The control it was, where it was one that is still there. */
	readonly control: ControlId | undefined;
	/** A control's field key, an own column's id, or `retired`. */
	readonly columnKey: string;
	readonly column: string;
	/** '' where the value was empty. */
	readonly before: string;
	readonly after: string;
}

/** Where names come from: the records as they stand now. */
export interface Names {
	readonly control: (id: ControlId) => Control | undefined;
	readonly column: (id: ColumnId) => OwnColumn | undefined;
	readonly view: (id: ViewId) => SharedView | undefined;
}

/** The lines of one entry's changes, in the order they were made. */
export function changeWords(
	changes: readonly ActivityChange[],
	names: Names,
): readonly ChangeWords[] {
	const lines = new Map<string, ActivityChange[]>();
	for (const change of changes) {
		const key = `${change.id}/${changedColumn(change)}`;
		lines.set(key, [...(lines.get(key) ?? []), change]);
	}
	return Array.from(lines, ([key, together]) => lineOf(key, together, names));
}

/** The column of the matrix a change was in. */
export function changedColumn({ path }: ActivityChange): string {
	const { field, member } = splitPath(path);
	return field === 'own' && member !== undefined ? member : field;
}

function lineOf(key: string, together: readonly ActivityChange[], names: Names): ChangeWords {
	const first = together[0]!;
	const columnKey = changedColumn(first);
	const side = (which: 'before' | 'after'): string =>
		together
			.map((change) => valueWords(change, change[which], names))
			.filter(Boolean)
			.join(', ');
	return {
		key,
		record: recordName(first, names),
		control: first.table === 'controls' ? names.control(first.id as ControlId)?.id : undefined,
		columnKey,
		column: (first.table === 'views' && settingName(columnKey)) || columnName(columnKey, names),
		before: side('before'),
		after: side('after'),
	};
}

function recordName({ table, id }: ActivityChange, names: Names): string {
	if (table === 'controls') return controlName(names.control(id as ControlId));
	if (table === 'views') return names.view(id as ViewId)?.name ?? 'a view that is gone';
	return names.column(id as ColumnId)?.name ?? 'a removed column';
}

function columnName(key: string, names: Names): string {
	if (isControlFieldKey(key)) return controlField(key).label;
	if (key.startsWith('column:')) return names.column(key as ColumnId)?.name ?? 'A removed column';
	return key.charAt(0).toUpperCase() + key.slice(1);
}

function valueWords({ table, path }: ActivityChange, value: unknown, names: Names): string {
	if (table === 'views' && settingName(path)) {
		return settingWords(path, value, (key) => columnName(key, names));
	}
	const { field, member } = splitPath(path);
	if (field === 'retired') return retirementWords(value);
	if (member !== undefined && field !== 'own') return value === true ? member : '';
	if (value === true) return 'Yes';
	if (typeof value !== 'string') return '';
	if (!isControlFieldKey(field)) return value;
	const kind = controlField(field).value;
	if (kind.kind === 'term') return termLabel(kind.vocabulary, value);
	return kind.kind === 'date' && isCalendarDate(value) ? readableDate(value) : value;
}

function retirementWords(mark: unknown): string {
	if (typeof mark !== 'object' || mark === null) return '';
	const reason = 'reason' in mark && typeof mark.reason === 'string' ? mark.reason : '';
	return reason || 'no reason given';
}
