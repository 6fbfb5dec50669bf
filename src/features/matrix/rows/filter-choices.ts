/** What a list filter offers: the values in use in a column, with how many controls hold each. */
import { vocabularies } from '../../../model/records/vocabulary.ts';
import type { Control } from '../../../model/records/control.ts';
import { compareCriteria, criterionById } from '../../../model/catalog/criteria.ts';
import { cellMembers, valueText } from '../columns/cell-text.ts';
import type { MatrixColumn } from '../columns/matrix-column.ts';
import { naturalKey } from './natural-key.ts';

export interface FilterChoice {
	/** As stored; '' for an empty cell. */
	readonly value: string;
	readonly label: string;
	/** A few words more, such as what a criterion is about. */
	readonly hint: string | undefined;
	readonly count: number;
}

/** Values in the order the column sorts by, the empty cell last; terms are offered unused too. */
export function filterChoices(
	controls: readonly Control[],
	column: MatrixColumn,
): readonly FilterChoice[] {
	const counts = new Map<string, number>();
	for (const control of controls) {
		const members = cellMembers(control, column.key);
		for (const member of members.length ? members : ['']) {
			counts.set(member, (counts.get(member) ?? 0) + 1);
		}
	}
	const choices = [...valuesInOrder(counts.keys(), column)].map((value) => ({
		value,
		label: value === '' ? 'Empty' : valueText(value, column),
		hint: column.value.kind === 'criteria' ? criterionById(value)?.label : undefined,
		count: counts.get(value) ?? 0,
	}));
	return choices.filter(({ value, count }) => value !== '' || count > 0);
}

function valuesInOrder(values: Iterable<string>, { value: kind }: MatrixColumn): Set<string> {
	const used = [...values].filter(Boolean);
	const known = kind.kind === 'term' ? vocabularies[kind.vocabulary].terms : [];
	const keys = new Map(used.map((value) => [value, naturalKey(value)]));
	const naturally = (a: string, b: string): number =>
		(keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1;
	const others = used.sort(kind.kind === 'criteria' ? compareCriteria : naturally);
	return new Set([...known.map(({ token }) => token), ...others, '']);
}
