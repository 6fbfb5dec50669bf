/** By what a matrix can be grouped: what parts its controls into groups of more than one. */
import type { Control } from '../../../model/records/control.ts';
import type { GroupBy } from '../../../model/records/view-settings.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { groupByLabel, groupingBy } from './grouping.ts';

export interface GroupChoice {
	readonly value: GroupBy;
	readonly label: string;
}

/**
 * Criteria first, then every column in which some value is held by more than one control. Written
 * fields are never offered: a title or a description is no group.
 */
export function groupChoices(
	controls: readonly Control[],
	columns: readonly RegisterColumn[],
): readonly GroupChoice[] {
	const worthIt = columns.filter(
		(column) =>
			isGroupable(column) && column.value.kind !== 'criteria' && repeats(controls, column, columns),
	);
	const choices: readonly GroupBy[] = ['series', 'trustCategory', ...worthIt.map(({ key }) => key)];
	return choices.map((value) => ({ value, label: groupByLabel(value, columns) }));
}

/** False for what is written for one control only: an id, a title, a description. */
export function isGroupable({ key, value, own }: RegisterColumn): boolean {
	return own !== undefined || (key !== 'controlId' && key !== 'title' && value.kind !== 'prose');
}

function repeats(
	controls: readonly Control[],
	{ key }: RegisterColumn,
	columns: readonly RegisterColumn[],
): boolean {
	const grouping = groupingBy(key, columns);
	const seen = new Set<string>();
	return controls.some((control) => {
		const group = grouping?.keyOf(control) ?? '';
		if (group === '') return false;
		if (seen.has(group)) return true;
		seen.add(group);
		return false;
	});
}
