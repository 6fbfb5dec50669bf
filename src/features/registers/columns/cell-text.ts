/** What a record holds in a column, and the words a person reads there. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { RegisterColumn } from './register-column.ts';

/** The stored value as members: a text is its only member, an empty cell has none. */
export function cellMembers(record: RegisterRecord, column: RegisterColumn): readonly string[] {
	const value = column.valueOf(record);
	if (typeof value !== 'string') return value;
	return value === '' ? [] : [value];
}

/** The words on screen: terms by their label, dates as 21 Nov 2026, links by name, sets joined. */
export function cellText(record: RegisterRecord, column: RegisterColumn): string {
	return valueText(column.valueOf(record), column);
}

/** The words for a value of a column. */
export function valueText(value: string | readonly string[], { wordsOf }: RegisterColumn): string {
	return typeof value === 'string' ? wordsOf(value) : value.map(wordsOf).join(', ');
}
