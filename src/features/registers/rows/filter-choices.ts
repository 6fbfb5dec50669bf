/** What a list filter offers: the values in use in a column, with how many records hold each. */
import { criterionById } from '../../../model/catalog/criteria.ts';
import { compareCriteria } from '../../../model/catalog/criterion-ids.ts';
import type { RegisterRecord } from '../../../model/registers/register.ts';
import { cellMembers } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { naturalKey } from './natural-key.ts';
import { seriesById, seriesOf } from './series-of.ts';

export interface FilterChoice {
	/** As stored; '' for an empty cell. */
	readonly value: string;
	readonly label: string;
	/** A few words more, such as what a criterion is about. */
	readonly hint: string | undefined;
	readonly count: number;
	/** A series, with its criteria after it: choosing it takes them all. */
	readonly isSeries: boolean;
}

/** Values in the order the column sorts by, the empty cell last; terms are offered unused too. */
export function filterChoices(
	records: readonly RegisterRecord[],
	column: RegisterColumn,
): readonly FilterChoice[] {
	const isCriteria = column.value.kind === 'criteria';
	const counts = countsOf(records, column);
	const values = [...valuesInOrder(counts.keys(), column)];
	const offered = isCriteria ? withSeries(values) : values;
	return offered
		.map((value) => ({
			value,
			label: value === '' ? 'Empty' : column.wordsOf(value),
			hint: isCriteria ? (criterionById(value)?.label ?? seriesById.get(value)?.title) : undefined,
			count: counts.get(value) ?? 0,
			isSeries: isCriteria && seriesById.has(value),
		}))
		.filter(({ value, count }) => value !== '' || count > 0);
}

/** How many records hold each value, and, for criteria, at least one of each series. */
function countsOf(
	records: readonly RegisterRecord[],
	column: RegisterColumn,
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	const count = (value: string): void => void counts.set(value, (counts.get(value) ?? 0) + 1);
	for (const record of records) {
		const members = cellMembers(record, column);
		if (members.length === 0) count('');
		for (const member of members) count(member);
		if (column.value.kind !== 'criteria') continue;
		for (const id of new Set(members.flatMap((member) => seriesOf(member)?.id ?? []))) count(id);
	}
	return counts;
}

/** Each series before the first of its criteria. */
function withSeries(values: readonly string[]): readonly string[] {
	return [...new Set(values.flatMap((value) => [seriesOf(value)?.id ?? value, value]))];
}

function valuesInOrder(values: Iterable<string>, column: RegisterColumn): Set<string> {
	const { value: kind, listed, wordsOf } = column;
	const used = [...values].filter(Boolean);
	if (kind.kind === 'criteria') {
		return new Set([...used.filter((value) => !seriesById.has(value)).sort(compareCriteria), '']);
	}
	const keys = new Map(used.map((value) => [value, naturalKey(wordsOf(value))]));
	const others = used.sort((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1));
	return new Set([...listed, ...others, '']);
}
