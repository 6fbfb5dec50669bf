/**
 * What is odd about a record's values, for marks in cells (SPEC V-1 to V-3). Values are never changed
 * by this: a mark says what is wrong and what would be right.
 */
import { isCalendarDate } from '../../base/calendar-date.ts';
import { isCriterionId } from '../catalog/criterion-ids.ts';
import { evidenceTypeById } from '../catalog/evidence-types.ts';
import type { Field, FieldKind } from '../records/field.ts';
import { isTerm, vocabularies, type VocabularyId } from '../records/vocabulary.ts';
import { valueAt, type Register, type RegisterRecord } from '../registers/register.ts';

export interface ValueProblem {
	/** The key of the field. */
	readonly field: string;
	readonly text: string;
}

/** Kinds whose values are known, so that one can be wrong; links need the records they point to. */
const judged: ReadonlySet<FieldKind['kind']> = new Set<FieldKind['kind']>([
	'date',
	'number',
	'term',
	'terms',
	'criteria',
	'evidenceKind',
	'evidenceKinds',
]);

/** True where a value of this kind can be marked. */
export function canBeOdd({ kind }: FieldKind): boolean {
	return judged.has(kind) || kind === 'links';
}

const judgedFields = new WeakMap<Register, readonly Field[]>();

/**
 * The marks of one record by itself. Ids that stand twice need the whole list (`duplicateIds`), links
 * the records they point to (`linkProblem`).
 */
export function valueProblems(register: Register, record: RegisterRecord): readonly ValueProblem[] {
	let fields = judgedFields.get(register);
	if (!fields) {
		fields = register.fields.filter(({ value }) => judged.has(value.kind));
		judgedFields.set(register, fields);
	}
	const problems: ValueProblem[] = [];
	for (const field of fields) {
		const text = valueProblem(field, valueAt(record, field.key));
		if (text !== undefined) problems.push({ field: field.key, text });
	}
	return problems;
}

/** What is odd about a value of one field, in words; links are never judged here. */
export function valueProblem(
	{ label, value: kind }: Pick<Field, 'label' | 'value'>,
	held: string | readonly string[],
): string | undefined {
	const members = typeof held === 'string' ? (held === '' ? [] : [held]) : held;
	if (members.length === 0) return undefined;
	switch (kind.kind) {
		case 'criteria':
			return unknownCriteria(members);
		case 'date':
			return oddOnes(members, isCalendarDate, 'is not a date. Write it as 2026-11-21.');
		case 'number':
			return oddOnes(members, isWholeNumber, 'is not a whole number. Write it in digits, as 12.');
		case 'term':
		case 'terms':
			return unknownTerms(label, kind, members);
		case 'evidenceKind':
		case 'evidenceKinds':
			return oddOnes(
				members,
				(id) => evidenceTypeById(id) !== undefined,
				'is not a kind of evidence of the list. It is kept as it is.',
			);
		default:
			return undefined;
	}
}

/** What became of the record that a member of a set of links names. */
export type LinkState = 'active' | 'retired' | 'removed' | 'unknown';

/** What is odd about a set of links, by the state of each member and the words for it (SPEC V-2). */
export function linkProblem(
	to: Pick<Register, 'one'>,
	members: readonly { readonly words: string; readonly state: LinkState }[],
): string | undefined {
	const texts = members.flatMap(({ words, state }) => {
		if (state === 'unknown') return `There is no ${to.one} “${words}”.`;
		if (state === 'retired') return `The ${to.one} “${words}” is retired.`;
		return state === 'removed' ? `A ${to.one} named here is no longer in the workbook.` : [];
	});
	return texts.length > 0 ? [...new Set(texts)].join(' ') : undefined;
}

/**
 * What only one active record of a register should carry (SPEC V-3): its id, trimmed, letter case
 * kept, within its framework where it has one. '' for records that no id names.
 */
export function uniqueId({ naming: [first = ''] }: Register, record: RegisterRecord): string {
	if (!first.endsWith('Id')) return '';
	const id = String(valueAt(record, first)).trim();
	const framework = String(valueAt(record, 'framework')).trim();
	return id !== '' && framework !== '' ? `${framework} ${id}` : id;
}

/** Ids that more than one active record carries, as `uniqueId` gives them (V-3). */
export function duplicateIds(
	register: Register,
	records: readonly RegisterRecord[],
): ReadonlySet<string> {
	const seen = new Set<string>();
	const twice = new Set<string>();
	for (const record of records) {
		const id = record.retired ? '' : uniqueId(register, record);
		if (id === '') continue;
		if (seen.has(id)) twice.add(id);
		seen.add(id);
	}
	return twice;
}

/** True for a whole number from 0 in digits. */
export function isWholeNumber(text: string): boolean {
	return /^\d+$/.test(text.trim());
}

function oddOnes(
	members: readonly string[],
	isFine: (member: string) => boolean,
	words: string,
): string | undefined {
	const odd = members.filter((member) => !isFine(member));
	return odd.length > 0 ? odd.map((member) => `“${member}” ${words}`).join(' ') : undefined;
}

function unknownTerms(
	label: string,
	{ kind, vocabulary }: { readonly kind: 'term' | 'terms'; readonly vocabulary: VocabularyId },
	members: readonly string[],
): string | undefined {
	const odd = members.filter((member) => !isTerm(vocabulary, member));
	if (odd.length === 0) return undefined;
	const choices = vocabularies[vocabulary].terms.map((term) => term.label).join(', ');
	const named = odd.map((member) => `“${member}”`).join(', ');
	const known = label.toLowerCase();
	const what = kind === 'term' ? `is not a known ${known}` : `is none of the known ${known}`;
	return `${named} ${what}. Known: ${choices}.`;
}

function unknownCriteria(criteria: readonly string[]): string | undefined {
	const unknown = criteria.filter((id) => !isCriterionId(id));
	if (unknown.length === 0) return undefined;
	const verb =
		unknown.length === 1 ? 'is not a criterion that exists' : 'are not criteria that exist';
	return `${unknown.join(', ')} ${verb}.`;
}
