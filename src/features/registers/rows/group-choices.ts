/** By what a register can be grouped: what parts its records into groups of more than one. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { GroupBy } from '../../../model/records/view-settings.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { groupByLabel, groupingBy } from './grouping.ts';

export interface GroupChoice {
	readonly value: GroupBy;
	readonly label: string;
}

/**
 * Criteria first, then every column in which some value is held by more than one record. Written
 * fields are never offered: a title or a description is no group.
 */
export function groupChoices(
	records: readonly RegisterRecord[],
	columns: readonly RegisterColumn[],
): readonly GroupChoice[] {
	const worthIt = columns.filter(
		(column) =>
			isGroupable(column) && column.value.kind !== 'criteria' && repeats(records, column, columns),
	);
	const named = columns.some(({ key }) => key === 'criteria');
	const byCriteria: readonly GroupBy[] = named ? ['series', 'trustCategory'] : [];
	const choices: readonly GroupBy[] = [...byCriteria, ...worthIt.map(({ key }) => key)];
	return choices.map((value) => ({ value, label: groupByLabel(value, columns) }));
}

/** True for what is written for one record only: an id, a name or title, a description. */
export function isWritten({ key, value }: Pick<RegisterColumn, 'key' | 'value'>): boolean {
	const isName =
		value.kind === 'text' && (key.endsWith('Id') || ['title', 'name', 'reference'].includes(key));
	return isName || value.kind === 'prose' || value.kind === 'address';
}

/** False for what is written for one record only. */
export function isGroupable({ key, value, own }: RegisterColumn): boolean {
	return own !== undefined || !isWritten({ key, value });
}

function repeats(
	records: readonly RegisterRecord[],
	{ key }: RegisterColumn,
	columns: readonly RegisterColumn[],
): boolean {
	const grouping = groupingBy(key, columns);
	const seen = new Set<string>();
	return records.some((record) => {
		const group = grouping?.keyOf(record) ?? '';
		if (group === '') return false;
		if (seen.has(group)) return true;
		seen.add(group);
		return false;
	});
}
