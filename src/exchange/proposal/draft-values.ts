/**
 * What one cell's text becomes in a field of a record: members of a set, a term, a calendar date or
 * the text as it is. What cannot be read is kept as text, with a problem that says what to do.
 */
import type { Field } from '../../model/records/field.ts';
import type { ImportProblem } from '../../model/records/import-record.ts';
import { isPointOfFocus, readCellIds } from '../recognise/criteria-ids.ts';
import { isAmbiguousDate, parseDate } from '../recognise/parse-date.ts';
import { readOurTerm, readTerm } from '../recognise/term-words.ts';
import { evidenceKindOf } from '../evidence-words.ts';

export interface FieldValue {
	readonly text?: string;
	/** Of a field that holds a set. */
	readonly members?: readonly string[];
	/** Ids of other frameworks that stand among criteria. */
	readonly references?: readonly string[];
	/** True where the field holds less than the cell says, so the whole text is kept beside it. */
	readonly holdsLess?: boolean;
	readonly problem?: Omit<ImportProblem, 'cell'>;
}

export interface ReadingRules {
	/** Our own export: values are ours and taken as they stand. */
	readonly ours: boolean;
	/** The day-month order of this column's dates, where it is known. */
	readonly dayFirst: boolean | undefined;
	/** The file's word → token; '' keeps the word. */
	readonly words: Readonly<Record<string, string>>;
}

/** Reads a non-empty cell text for a field. */
export function readFieldValue({ value }: Field, text: string, rules: ReadingRules): FieldValue {
	const { ours } = rules;
	switch (value.kind) {
		case 'criteria':
			return ours ? { members: ourMembers(text) } : criteriaOf(text);
		case 'references':
			return ours ? { members: ourMembers(text) } : referencesOf(text);
		case 'date':
			return ours ? { text } : dateOf(text, rules.dayFirst);
		case 'term': {
			const chosen = Object.hasOwn(rules.words, text) ? rules.words[text] : undefined;
			const read = ours ? readOurTerm : readTerm;
			return { text: (chosen ?? read(value.vocabulary, text).token ?? '') || text };
		}
		case 'terms': {
			const read = ours ? readOurTerm : readTerm;
			return setOf(pieces(text, ours).map((word) => read(value.vocabulary, word).token ?? word));
		}
		case 'evidenceKind':
			return { text: evidenceKindOf(text) ?? text };
		case 'evidenceKinds':
			return setOf(pieces(text, ours).map((word) => evidenceKindOf(word) ?? word));
		case 'links':
			return setOf(pieces(text, ours));
		case 'text':
		case 'prose':
		case 'person':
		case 'number':
		case 'address':
			return { text };
	}
}

/** A text of separators alone gives no member, so it is kept beside the field. */
function setOf(members: readonly string[]): FieldValue {
	return { members, holdsLess: members.length === 0 };
}

function pieces(text: string, ours: boolean): readonly string[] {
	return ours ? ourMembers(text) : membersOf(text, /[\n;|]/.test(text) ? /[\n;|]/ : /,/);
}

/** Our exports join members by a comma, or one a line where a member holds a separator itself. */
function ourMembers(text: string): readonly string[] {
	return membersOf(text, text.includes('\n') ? /\n/ : /,/);
}

function membersOf(text: string, separator: RegExp): readonly string[] {
	return text
		.split(separator)
		.map((member) => member.trim())
		.filter((member) => member !== '');
}

function criteriaOf(text: string): FieldValue {
	const { criteria, references, unknown, repaired, residue } = readCellIds(text, 'criteria');
	const narrowed = repaired.some(([from]) => isPointOfFocus(from));
	const nothing = criteria.length + references.length === 0;
	const holdsLess = nothing || residue !== '' || unknown.length > 0 || narrowed;
	return { members: criteria, references, holdsLess };
}

function referencesOf(text: string): FieldValue {
	const { references, residue } = readCellIds(text, 'references');
	return { members: references, holdsLess: references.length === 0 || residue !== '' };
}

const timeOfDay = /\d:\d\d/;

function dateOf(text: string, dayFirst: boolean | undefined): FieldValue {
	const date = parseDate(text, dayFirst);
	// A time of day has no place in a calendar date: the whole text is kept beside it.
	if (date !== undefined) return { text: date, holdsLess: timeOfDay.test(text) };
	const says = isAmbiguousDate(text)
		? `'${text}' can be two different days. Say whether the day or the month comes first; until then it stays as text.`
		: `'${text}' is not a calendar date, so it stays as text. Enter a date after the import if there is one.`;
	return { text, problem: { severity: 'warning', text: says } };
}
