/** The fields of a control in the order people expect them. */
import { isSetKind, type Field, type FieldKind } from './field.ts';

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
	| 'notes'
	| 'isKey'
	| 'design'
	| 'evidenceModel'
	| 'evidenceKinds'
	| 'performer'
	| 'reviewer'
	| 'backupOwner'
	| 'liveDate'
	| 'cycleAnchor'
	| 'policyNeeded'
	| 'policyFrequency'
	| 'policies'
	| 'systems'
	| 'notApplicableReason'
	| 'tester'
	| 'testedOn'
	| 'testMethods'
	| 'itemsTested'
	| 'deviations'
	| 'managementResponse';

/** Fields whose value is a set of members, edited member by member (law 3). */
export type ControlSetKey =
	'criteria' | 'references' | 'evidenceKinds' | 'policies' | 'systems' | 'testMethods';
/** Fields whose value is one text. */
export type ControlTextKey = Exclude<ControlFieldKey, ControlSetKey>;

export type ControlField = Field<ControlFieldKey>;

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
	...[
		field(
			'isKey',
			'Key control',
			'Whether a criterion would fail without it',
			{ kind: 'term', vocabulary: 'yesNo' },
			100,
		),
		field(
			'design',
			'Design',
			'If it ran perfectly, would it do its part for its criteria?',
			{ kind: 'term', vocabulary: 'design' },
			120,
		),
		field(
			'evidenceModel',
			'Evidence model',
			'What has to be shown: each occurrence, samples of a population, or a configuration',
			{ kind: 'term', vocabulary: 'evidenceModel' },
			170,
		),
		field(
			'evidenceKinds',
			'Kinds of evidence',
			'The records it leaves',
			{ kind: 'evidenceKinds' },
			220,
		),
		field('performer', 'Performer', 'Who carries it out', { kind: 'person' }, 150),
		field('reviewer', 'Reviewer', 'Who approves or reviews it', { kind: 'person' }, 150),
		field('backupOwner', 'Backup owner', 'Who stands in for the owner', { kind: 'person' }, 150),
		field('liveDate', 'Live since', 'The day it began to operate', { kind: 'date' }, 120),
		field(
			'cycleAnchor',
			'Cycle ends on',
			'A day on which one of its rounds is due; empty for calendar rounds',
			{ kind: 'date' },
			130,
		),
		field(
			'policyNeeded',
			'Policy needed',
			'No where it carries out no policy',
			{ kind: 'term', vocabulary: 'yesNo' },
			120,
		),
		field(
			'policyFrequency',
			'Frequency in its policy',
			'How often its policy asks for it, where the policy says',
			{ kind: 'term', vocabulary: 'frequency' },
			150,
		),
		field(
			'policies',
			'Policies',
			'The policies it carries out',
			{ kind: 'links', to: 'policies' },
			180,
		),
		field(
			'systems',
			'Systems in scope',
			'The systems it operates on',
			{ kind: 'links', to: 'systems' },
			180,
		),
		field(
			'notApplicableReason',
			'Not applicable because',
			'Why it does not apply; without a reason it still counts',
			{ kind: 'prose' },
			240,
		),
		field('tester', 'Tester', 'Who tested it, independent of its owner', { kind: 'person' }, 150),
		field('testedOn', 'Tested on', 'The day of the test', { kind: 'date' }, 120),
		field(
			'testMethods',
			'Test methods',
			'Inquiry alone is not enough',
			{ kind: 'terms', vocabulary: 'testMethod' },
			180,
		),
		field(
			'itemsTested',
			'Items tested',
			'How many occurrences or samples were looked at',
			{ kind: 'number' },
			110,
		),
		field(
			'deviations',
			'Deviations',
			'How many of them did not work as described',
			{ kind: 'number' },
			110,
		),
		field(
			'managementResponse',
			'Management response',
			'Cause, effect, remedy, owner and date of an exception',
			{ kind: 'prose' },
			280,
		),
	].map((described) => ({ ...described, isHidden: true })),
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

const setKeys: ReadonlySet<string> = new Set(
	controlFields.filter(({ value }) => isSetKind(value)).map(({ key }) => key),
);

/** True for the fields that hold a set of members. */
export function isSetKey(key: string): key is ControlSetKey {
	return setKeys.has(key);
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
