/** What an activity entry changed, in words: record, field, before and after. */
import { controlName } from '../../model/records/control-name.ts';
import { controlField, isControlFieldKey } from '../../model/records/control-fields.ts';
import type { Control } from '../../model/records/control.ts';
import type { OwnColumn } from '../../model/records/own-column.ts';
import { termLabel } from '../../model/records/vocabulary.ts';
import type { ActivityChange } from '../../workbook/activity.ts';

export interface ChangeWords {
	readonly record: string;
	readonly field: string;
	/** '' where the value was empty. */
	readonly before: string;
	readonly after: string;
}

export interface Names {
	readonly control: (id: string) => Control | undefined;
	readonly column: (id: string) => OwnColumn | undefined;
}

export function changeWords(change: ActivityChange, names: Names): ChangeWords {
	const [field = '', ...rest] = change.path.split('/');
	const member = rest.join('/');
	const record =
		change.table === 'controls'
			? controlName(names.control(change.id))
			: (names.column(change.id)?.name ?? 'a removed column');
	if (field === 'own') {
		const name = names.column(member)?.name ?? 'a removed column';
		return { record, field: name, before: textOf(change.before), after: textOf(change.after) };
	}
	if (field === 'retired') {
		const [before, after] = [change.before, change.after].map((mark) =>
			mark ? 'Retired' : 'Active',
		);
		return { record, field: 'State', before: before ?? '', after: after ?? '' };
	}
	if (!isControlFieldKey(field)) {
		const label = field.charAt(0).toUpperCase() + field.slice(1);
		return { record, field: label, before: textOf(change.before), after: textOf(change.after) };
	}
	const { label, value } = controlField(field);
	if (member) {
		return {
			record,
			field: label,
			before: change.after === true ? '' : member,
			after: change.after === true ? member : '',
		};
	}
	const worded = (stored: unknown): string =>
		value.kind === 'term' ? termLabel(value.vocabulary, textOf(stored)) : textOf(stored);
	return { record, field: label, before: worded(change.before), after: worded(change.after) };
}

function textOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}
