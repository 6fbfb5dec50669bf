/**
 * The fields of a control in the order people expect them: key, words on screen, kind of value and
 * first width. Screens, exports, imports and the activity list all read this one table.
 */
import type { VocabularyId } from './vocabulary.ts';

export type ControlFieldKey =
	| 'controlId'
	| 'title'
	| 'description'
	| 'criteria'
	| 'references'
	| 'owner'
	| 'frequency'
	| 'type'
	| 'nature'
	| 'status'
	| 'evidence'
	| 'testProcedure'
	| 'testResult'
	| 'category'
	| 'priority'
	| 'dueDate'
	| 'notes';

/** Fields whose value is one text. */
export type ControlTextKey = Exclude<ControlFieldKey, ControlSetKey>;
/** Fields whose value is a set of ids, edited member by member (law 3). */
export type ControlSetKey = 'criteria' | 'references';

export type FieldKind =
	| { readonly kind: 'text' }
	| { readonly kind: 'prose' }
	| { readonly kind: 'person' }
	| { readonly kind: 'date' }
	| { readonly kind: 'criteria' }
	| { readonly kind: 'references' }
	| { readonly kind: 'term'; readonly vocabulary: VocabularyId };

export interface ControlField {
	readonly key: ControlFieldKey;
	readonly label: string;
	readonly hint: string;
	readonly value: FieldKind;
	/** First width in the matrix, CSS pixels for text of the usual size. */
	readonly width: number;
}

export const controlFields: readonly ControlField[] = [
	field('controlId', 'Control ID', 'The id your company or auditor uses', { kind: 'text' }, 110),
	field('title', 'Title', 'A short name', { kind: 'text' }, 220),
	field(
		'description',
		'Description',
		'Who does what, how often, and what record it leaves',
		{ kind: 'prose' },
		360,
	),
	field(
		'criteria',
		'Criteria',
		'Trust services criteria this control answers',
		{ kind: 'criteria' },
		170,
	),
	field('owner', 'Owner', 'The person or role that answers for it', { kind: 'person' }, 150),
	field('status', 'Status', 'How far it is', { kind: 'term', vocabulary: 'status' }, 130),
	field(
		'frequency',
		'Frequency',
		'How often it operates',
		{ kind: 'term', vocabulary: 'frequency' },
		120,
	),
	field(
		'type',
		'Type',
		'Preventive, detective or corrective',
		{ kind: 'term', vocabulary: 'controlType' },
		110,
	),
	field(
		'nature',
		'Nature',
		'Manual, automated or in between',
		{ kind: 'term', vocabulary: 'nature' },
		130,
	),
	field('evidence', 'Evidence', 'What shows that it operated', { kind: 'prose' }, 320),
	field(
		'testProcedure',
		'Test procedure',
		'What an auditor would do to test it',
		{ kind: 'prose' },
		320,
	),
	field(
		'testResult',
		'Test result',
		'What the test found',
		{ kind: 'term', vocabulary: 'testResult' },
		150,
	),
	field('category', 'Category', 'Your own grouping', { kind: 'text' }, 150),
	field(
		'priority',
		'Priority',
		'How urgent the work on it is',
		{ kind: 'term', vocabulary: 'priority' },
		100,
	),
	field('dueDate', 'Due date', 'When it should be in place', { kind: 'date' }, 120),
	field(
		'references',
		'Other frameworks',
		'Ids of other frameworks, such as A.5.15',
		{ kind: 'references' },
		170,
	),
	field('notes', 'Notes', 'Anything else', { kind: 'prose' }, 320),
];

/** Asked for every cell of the matrix. */
const fieldsByKey: ReadonlyMap<string, ControlField> = new Map(
	controlFields.map((described) => [described.key, described]),
);

/** The description of one field. */
export function controlField(key: ControlFieldKey): ControlField {
	const found = fieldsByKey.get(key);
	if (!found) throw new Error(`No control field is called ${key}`);
	return found;
}

/** True for the fields that hold a set of ids. */
export function isSetKey(key: string): key is ControlSetKey {
	return key === 'criteria' || key === 'references';
}

/** True for any field of a control, own columns excluded. */
export function isControlFieldKey(key: string): key is ControlFieldKey {
	return fieldsByKey.has(key);
}

function field(
	key: ControlFieldKey,
	label: string,
	hint: string,
	value: FieldKind,
	width: number,
): ControlField {
	return { key, label, hint, value, width };
}
