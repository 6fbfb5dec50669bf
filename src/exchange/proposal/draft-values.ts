/**
 * What one cell's text becomes in a field of a control: ids, a term, a calendar date or the text as
 * it is. What cannot be read is kept as text, with a problem that says what to do.
 */
import { controlField, type ControlFieldKey } from '../../model/records/control-fields.ts';
import type { ImportProblem } from '../../model/records/import-record.ts';
import { isPointOfFocus, readCellIds } from '../recognise/criteria-ids.ts';
import { isAmbiguousDate, parseDate } from '../recognise/parse-date.ts';
import { readOurTerm, readTerm } from '../recognise/term-words.ts';

export interface FieldValue {
	readonly text?: string;
	readonly criteria?: readonly string[];
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
export function readFieldValue(
	key: ControlFieldKey,
	text: string,
	rules: ReadingRules,
): FieldValue {
	const { value } = controlField(key);
	switch (value.kind) {
		case 'criteria':
			return rules.ours ? { criteria: ourIds(text) } : criteriaOf(text);
		case 'references':
			return rules.ours ? { references: ourIds(text) } : referencesOf(text);
		case 'date':
			return rules.ours ? { text } : dateOf(text, rules.dayFirst);
		case 'term': {
			const chosen = Object.hasOwn(rules.words, text) ? rules.words[text] : undefined;
			const read = rules.ours ? readOurTerm : readTerm;
			return { text: (chosen ?? read(value.vocabulary, text).token ?? '') || text };
		}
		case 'text':
		case 'prose':
		case 'person':
			return { text };
	}
}

/** Our exports join ids by a comma, or one a line where an id holds a separator itself. */
function ourIds(text: string): readonly string[] {
	return text
		.split(text.includes('\n') ? '\n' : ',')
		.map((id) => id.trim())
		.filter((id) => id !== '');
}

function criteriaOf(text: string): FieldValue {
	const { criteria, references, unknown, repaired, residue } = readCellIds(text, 'criteria');
	const narrowed = repaired.some(([from]) => isPointOfFocus(from));
	const nothing = criteria.length + references.length === 0;
	const holdsLess = nothing || residue !== '' || unknown.length > 0 || narrowed;
	return { criteria, references, holdsLess };
}

function referencesOf(text: string): FieldValue {
	const { references, residue } = readCellIds(text, 'references');
	return { references, holdsLess: references.length === 0 || residue !== '' };
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
