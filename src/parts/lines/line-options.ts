/** What the fields of a line offer to choose from: terms, criteria, people, records of other registers. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { criteria } from '../../model/catalog/criteria.ts';
import { evidenceTypes } from '../../model/catalog/evidence-types.ts';
import type { FieldKind } from '../../model/records/field.ts';
import { vocabularies } from '../../model/records/vocabulary.ts';
import { recordName, type RegisterRecord } from '../../model/registers/register.ts';
import { registers } from '../../model/registers/registers.ts';
import type { Option } from '../../ui/fields/option.ts';

const criterionOptions: readonly Option[] = criteria.map(({ id, label }) => ({
	value: id,
	label: id,
	hint: label,
}));

const evidenceOptions: readonly Option[] = evidenceTypes.map(({ id, label }) => ({
	value: id,
	label,
}));

/** The options for values of a kind; none where people type freely. */
export function lineOptions(workbook: LiveWorkbook, kind: FieldKind): readonly Option[] {
	switch (kind.kind) {
		case 'term':
		case 'terms':
			return vocabularies[kind.vocabulary].terms.map(({ token, label }) => ({
				value: token,
				label,
			}));
		case 'criteria':
			return criterionOptions;
		case 'links':
			return linkOptions(workbook, kind.to);
		case 'person':
			return personOptions(workbook);
		case 'evidenceKind':
		case 'evidenceKinds':
			return evidenceOptions;
		default:
			return [];
	}
}

/** By the list of records they were made of, which is another one after every change. */
type Known = WeakMap<readonly object[], readonly Option[]>;
const linksTo: Known = new WeakMap();
const owners: Known = new WeakMap();

/** Many fields of many lines offer the same: it is made once for all of them. */
function known(
	by: Known,
	records: readonly object[],
	made: () => readonly Option[],
): readonly Option[] {
	const before = by.get(records);
	if (before) return before;
	const options = made();
	by.set(records, options);
	return options;
}

/** Active records by what they are called; a control by its id, with its title beside it. */
function linkOptions(
	workbook: LiveWorkbook,
	name: Extract<FieldKind, { readonly kind: 'links' }>['to'],
): readonly Option[] {
	const records: readonly RegisterRecord[] = workbook.records(name);
	return known(linksTo, records, () =>
		records
			.filter(({ retired }) => !retired)
			.map((record) => ({
				value: record.id,
				label: recordName(registers[name], record),
				hint: 'title' in record && typeof record.title === 'string' ? record.title : undefined,
			})),
	);
}

/** People of the register first, then whoever owns controls. */
function personOptions(workbook: LiveWorkbook): readonly Option[] {
	const people = workbook.records('people');
	const named = people.filter(({ retired }) => !retired).map(({ name }) => name);
	const controls = workbook.controls;
	const others = known(owners, controls, () => namesOf(controls.map(({ owner }) => owner)));
	return named.length === 0 ? others : namesOf([...named, ...others.map(({ value }) => value)]);
}

function namesOf(names: readonly string[]): readonly Option[] {
	return [...new Set(names)].filter(Boolean).map((name) => ({ value: name, label: name }));
}
