/** What the editors of cells and fields offer to choose from. */
import { criteria } from '../../../model/catalog/criteria.ts';
import type { Control } from '../../../model/records/control.ts';
import { vocabularies, type VocabularyId } from '../../../model/records/vocabulary.ts';
import type { Option } from '../../../ui/fields/option.ts';
import { naturalKey } from '../rows/natural-key.ts';

/** All criteria by id, each with its label: completion finds both. */
export const criterionOptions: readonly Option[] = criteria.map(({ id, label }) => ({
	value: id,
	label: id,
	hint: label,
}));

/** The terms of a list; a stored value that is none of them is offered as well, so that it can stay. */
export function termOptions(vocabulary: VocabularyId, stored: string): readonly Option[] {
	const { terms } = vocabularies[vocabulary];
	const options = terms.map(({ token, label }) => ({ value: token, label }));
	if (stored === '' || terms.some(({ token }) => token === stored)) return options;
	return [...options, { value: stored, label: stored, hint: 'not in the list' }];
}

/** The people and roles that own controls, for completion. */
export function ownerOptions(controls: readonly Control[]): readonly Option[] {
	return optionsOf(controls.map(({ owner }) => owner));
}

/** The ids of other frameworks in use. */
export function referenceOptions(controls: readonly Control[]): readonly Option[] {
	return optionsOf(controls.flatMap(({ references }) => references));
}

function optionsOf(values: readonly string[]): readonly Option[] {
	return [...new Set(values)]
		.filter(Boolean)
		.map((value) => ({ value, label: value, key: naturalKey(value) }))
		.sort((a, b) => (a.key < b.key ? -1 : 1));
}
