/** Check WKB-03: is every value one that its field knows (SPEC V-1, V-2)? */
import { isCriterionId } from '../../catalog/criterion-ids.ts';
import type { Field } from '../../records/field.ts';
import { termLabel, termToken } from '../../records/vocabulary.ts';
import { canBeOdd, valueProblem } from '../../rules/value-problems.ts';
import { called } from '../found-about.ts';
import { membersOf, memberRules, replaced } from './any-record.ts';

export const valueRules = memberRules(
	'WKB-03',
	({ value }) => canBeOdd(value) && value.kind !== 'links',
	(said, facts) => {
		const { register, record, field, member } = said;
		if (valueProblem(field, member) === undefined) return undefined;
		const name = called(register, facts.record(register, record.id));
		const values = { field: `${field.label} of ${name}`, value: member };
		const known = knownBy(field, member);
		return known === undefined
			? { values }
			: { values, mend: replaced(said, `Change to ${known.words}`, known.value) };
	},
);

/** The values in a cell that its field does not know. */
export function unknownIn(field: Field, held: string | readonly string[]): readonly string[] {
	return membersOf(held).filter((member) => valueProblem(field, member) !== undefined);
}

/** The one value that is meant: only blanks, letter case or the words in place of the token differ. */
function knownBy(
	{ value: kind }: Field,
	member: string,
): { readonly value: string; readonly words: string } | undefined {
	if (kind.kind === 'term' || kind.kind === 'terms') {
		const value = termToken(kind.vocabulary, member);
		return value === undefined ? undefined : { value, words: termLabel(kind.vocabulary, value) };
	}
	const id = member.trim().toUpperCase();
	return kind.kind === 'criteria' && isCriterionId(id) ? { value: id, words: id } : undefined;
}
