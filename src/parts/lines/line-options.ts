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

/** Active records by what they are called; a control by its id, with its title beside it. */
function linkOptions(
	workbook: LiveWorkbook,
	name: Extract<FieldKind, { readonly kind: 'links' }>['to'],
): readonly Option[] {
	const records: readonly RegisterRecord[] = workbook.records(name);
	return records
		.filter(({ retired }) => !retired)
		.map((record) => ({
			value: record.id,
			label: recordName(registers[name], record),
			hint: 'title' in record && typeof record.title === 'string' ? record.title : undefined,
		}));
}

function personOptions(workbook: LiveWorkbook): readonly Option[] {
	const names = [
		...workbook
			.records('people')
			.filter(({ retired }) => !retired)
			.map(({ name }) => name),
		...workbook.controls.map(({ owner }) => owner),
	];
	return [...new Set(names)].filter(Boolean).map((name) => ({ value: name, label: name }));
}
