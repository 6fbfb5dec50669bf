/** The words of the comparison: what a column is called and what a value says to a person. */
import { isCalendarDate, readableDate } from '../../../base/calendar-date.ts';
import type {
	CellState,
	CellValue,
	FileColumn,
} from '../../../exchange/next-version/comparison.ts';
import { controlField, isControlFieldKey } from '../../../model/records/control-fields.ts';
import type { OwnColumn } from '../../../model/records/own-column.ts';
import { termLabel } from '../../../model/records/vocabulary.ts';
import type { CompareFilter } from './listed.ts';

/** What a column is called here, or in the file where it is new here. */
export function columnWords(
	key: string,
	ownColumns: readonly OwnColumn[],
	fileColumns: readonly FileColumn[],
): string {
	if (isControlFieldKey(key)) return controlField(key).label;
	const own = ownColumns.find(({ id }) => id === key);
	return own?.name ?? fileColumns.find((column) => column.key === key)?.header ?? key;
}

/** A term by its label, a date as people write it, a set on one line. */
export function valueWords(key: string, value: CellValue): string {
	if (typeof value !== 'string') return value.join(', ');
	if (!isControlFieldKey(key)) return value;
	const { value: kind } = controlField(key);
	if (kind.kind === 'term') return termLabel(kind.vocabulary, value);
	return kind.kind === 'date' && isCalendarDate(value) ? readableDate(value) : value;
}

/** Why a cell is listed. */
export const stateWords: Readonly<Record<CellState, string>> = {
	theirs: 'Changed in the file',
	ours: 'Changed here only',
	both: 'The same in both',
	merged: 'Both changed, put together',
	conflict: 'Changed on both sides',
};

export const filterWords: Readonly<Record<CompareFilter, string>> = {
	all: 'Everything',
	conflicts: 'Conflicts',
	theirs: 'Changed in the file',
	ours: 'Changed here',
	likeness: 'Found by likeness',
	added: 'Added rows',
	removed: 'Not in the file any more',
};
