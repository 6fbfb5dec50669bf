/** By what a column sorts: natural order for text and ids, the list's order for terms, time for dates. */
import { isCalendarDate } from '../../../base/calendar-date.ts';
import { criteria } from '../../../model/catalog/criteria.ts';
import type { RegisterRecord } from '../../../model/registers/register.ts';
import { isWholeNumber } from '../../../model/rules/value-problems.ts';
import { cellMembers } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { naturalKey } from './natural-key.ts';

const criterionPosition = new Map(criteria.map(({ id }, position) => [id, position]));
/** Ends a member: sorts before any character, so that [CC1] comes before [CC1, CC2] and CC1a. */
const end = '\u0001';

const keysByColumn = new WeakMap<RegisterColumn, WeakMap<RegisterRecord, string>>();

/**
 * A key that `<` compares; '' for an empty cell, which the caller puts last. Made once for each
 * record and column while both stay the same.
 */
export function sortKey(record: RegisterRecord, column: RegisterColumn): string {
	let keys = keysByColumn.get(column);
	if (!keys) keysByColumn.set(column, (keys = new WeakMap()));
	let key = keys.get(record);
	if (key === undefined) keys.set(record, (key = keyFor(record, column)));
	return key;
}

function keyFor(record: RegisterRecord, column: RegisterColumn): string {
	let key = '';
	for (const member of cellMembers(record, column)) key += memberKey(member, column) + end;
	return key;
}

/** The key of one value: known ones by their place, then all others by their text. */
export function memberKey(value: string, { value: kind, listed, wordsOf }: RegisterColumn): string {
	if (listed.length > 0) return placeKey(listed.indexOf(value), value);
	if (kind.kind === 'criteria') return placeKey(criterionPosition.get(value) ?? -1, value);
	if (kind.kind === 'date') return isCalendarDate(value) ? `0${value}` : `1${naturalKey(value)}`;
	if (kind.kind === 'number')
		return isWholeNumber(value) ? `0${naturalKey(value.trim())}` : `1${naturalKey(value)}`;
	return naturalKey(wordsOf(value));
}

function placeKey(place: number, value: string): string {
	return place < 0 ? `1${naturalKey(value)}` : `0${String(place).padStart(3, '0')}`;
}
