/** What the editors of cells and fields offer to choose from. */
import { criteria } from '../../../model/catalog/criteria.ts';
import { evidenceTypes } from '../../../model/catalog/evidence-types.ts';
import { vocabularies, type VocabularyId } from '../../../model/records/vocabulary.ts';
import type { Option } from '../../../ui/fields/option.ts';
import { cellMembers } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import type { RegisterState } from '../register-state.svelte.ts';
import { naturalKey } from '../rows/natural-key.ts';

/** All criteria by id, each with its label: completion finds both. */
const criterionOptions: readonly Option[] = criteria.map(({ id, label }) => ({
	value: id,
	label: id,
	hint: label,
}));

const evidenceOptions: readonly Option[] = evidenceTypes.map(({ id, label }) => ({
	value: id,
	label,
}));

/**
 * What a column of a register offers. A stored value that is not among it is offered as well, so that
 * it can stay; `stored` are the members of the cell.
 */
export function columnOptions(
	register: RegisterState,
	column: RegisterColumn,
	stored: readonly string[],
): readonly Option[] {
	const { value: kind, links } = column;
	switch (kind.kind) {
		case 'criteria':
			return criterionOptions;
		case 'term':
			return withStored(termOptions(kind.vocabulary), column, stored, 'not in the list');
		case 'terms':
			return termOptions(kind.vocabulary);
		case 'evidenceKind':
			return withStored(evidenceOptions, column, stored, 'not in the list');
		case 'evidenceKinds':
			return evidenceOptions;
		case 'links': {
			const offered = links?.options ?? [];
			const kept = stored.filter((member) => links?.stateOf(member) === 'retired');
			return withStored(offered, column, kept, 'retired');
		}
		case 'person':
			return peopleOptions(register);
		default:
			return valuesInUse(register.everything.flatMap((record) => cellMembers(record, column)));
	}
}

/** The terms of a list. */
export function termOptions(vocabulary: VocabularyId): readonly Option[] {
	return vocabularies[vocabulary].terms.map(({ token, label }) => ({ value: token, label }));
}

/** Whom the register of people knows, and whoever is named in this register. */
function peopleOptions(register: RegisterState): readonly Option[] {
	const named = register.columns.filter(({ value }) => value.kind === 'person');
	const people = register.workbook.records('people').filter(({ retired }) => !retired);
	return valuesInUse([
		...people.map(({ name }) => name),
		...register.everything.flatMap((record) =>
			named.flatMap((column) => cellMembers(record, column)),
		),
	]);
}

function withStored(
	options: readonly Option[],
	{ wordsOf }: RegisterColumn,
	stored: readonly string[],
	hint: string,
): readonly Option[] {
	const missing = stored.filter((value) => !options.some((option) => option.value === value));
	if (missing.length === 0) return options;
	return [...options, ...missing.map((value) => ({ value, label: wordsOf(value), hint }))];
}

function valuesInUse(values: readonly string[]): readonly Option[] {
	return [...new Set(values)]
		.filter(Boolean)
		.map((value) => ({ value, label: value, key: naturalKey(value) }))
		.sort((a, b) => (a.key < b.key ? -1 : 1));
}
