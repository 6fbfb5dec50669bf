/**
 * Where each criterion stands: by what people concluded, else by the status of its controls, with its
 * open gaps (SPEC X-4). It can be read back in (SPEC X-7).
 */
import type { Criterion } from '../../../model/catalog/criteria.ts';
import { isNotRelevant, type Assessment } from '../../../model/records/assessment.ts';
import type { Control } from '../../../model/records/control.ts';
import { isTerm, termLabel, vocabularies } from '../../../model/records/vocabulary.ts';
import { isOpenGap, type Gap } from '../../../model/registers/gaps.ts';
import { controlsByCriterion, criteriaInScope } from '../../../model/rules/criteria-in-scope.ts';
import { criterionState } from '../../../model/rules/criterion-state.ts';
import { controlLabel, labelsOf, statusCounts } from './control-words.ts';
import { choice, column, type Template } from './template.ts';

interface Assessed {
	readonly criterion: Criterion;
	readonly assessment: Assessment | undefined;
	/** The active ones that name it. */
	readonly controls: readonly Control[];
	/** The open ones that touch it. */
	readonly gaps: readonly Gap[];
}

const notApplicable = 'Not applicable';

export const gapAssessment: Template<Assessed> = {
	title: 'Gap assessment',
	columns: [
		column('Criteria', 'text', 12, ({ criterion }) => criterion.id),
		column('Criterion in short', 'prose', 30, ({ criterion }) => criterion.label),
		column('What is expected', 'prose', 50, ({ criterion }) => criterion.lookFor),
		column('Existing controls', 'references', 22, ({ controls }) =>
			controls.map(controlLabel).join(', '),
		),
		column('Current state', 'prose', 26, currentState),
		choice('Assessment', [...labelsOf('conclusion'), notApplicable], 16, conclusion),
		column('Not relevant because', 'prose', 26, ({ assessment }) =>
			isNotRelevant(assessment) ? (assessment?.notRelevantReason ?? '') : '',
		),
		column('Notes', 'prose', 36, ({ assessment }) => assessment?.note ?? ''),
		choice('Gap type', labelsOf('gapKind'), 16, ({ gaps }) => ofAll(gaps, 'gapKind', 'kind')),
		column('Gap description', 'prose', 40, ({ gaps }) => gaps.map(gapText).join('\n')),
		choice('Severity', labelsOf('severity'), 12, ({ gaps }) => worst(gaps)),
		column('Recommendation', 'prose', 40, ({ gaps }) => joined(gaps, 'steps')),
		column('Owner', 'text', 20, ({ gaps }) => joined(gaps, 'owner', ', ')),
		column('Target date', 'date', 14, ({ gaps }) => earliest(gaps)),
	],
	rows: ({ controls, categories, assessments = {}, gaps = [] }) => {
		const named = controlsByCriterion(controls);
		const open = gaps.filter(isOpenGap);
		return criteriaInScope(controls, categories).map((criterion) => ({
			criterion,
			assessment: assessments[criterion.id],
			controls: named.get(criterion.id) ?? [],
			gaps: open.filter((gap) => gap.criteria.includes(criterion.id)),
		}));
	},
	about: [
		{
			label: 'Rows',
			text: 'One row for each criterion of the categories in scope; where nobody has decided on them, of security and of every other category that a control names a criterion of. Retired controls do not count.',
		},
		{
			label: 'Assessment',
			text: [
				'What was concluded in the workbook. Where nothing was, from the status of the controls that name the criterion, those marked as not applicable aside:',
				'Met: every one is implemented.',
				'Partly met: at least one is implemented or in progress.',
				'Not met: no control names the criterion, or every one is planned or not started.',
				'Not assessed: anything else, such as a control without a status.',
				'This is a count of statuses, not a judgement of design or operation.',
			].join('\n'),
		},
		{
			label: 'Gaps',
			text: 'Gap type, description, severity, recommendation, owner and target date are those of the open gaps that touch the criterion: the highest severity, the earliest date. They are changed in the workbook or by importing the remediation plan.',
		},
		{
			label: 'Reading it back',
			text: 'Imported again, the assessment, the reason why a criterion is not relevant and the notes are compared with the workbook, and what differs is shown before it is taken.',
		},
	],
};

function conclusion({ assessment, controls }: Assessed): string {
	if (isNotRelevant(assessment)) return notApplicable;
	return termLabel('conclusion', assessment?.conclusion || criterionState(controls));
}

function currentState({ controls }: Assessed): string {
	return controls.length === 0
		? 'No control in the workbook names this criterion.'
		: statusCounts(controls);
}

function gapText({ gapId, title, finding }: Gap): string {
	return [gapId, title || finding].filter((part) => part !== '').join(' ');
}

/** Each different value once. */
function joined(gaps: readonly Gap[], key: 'steps' | 'owner', separator = '\n'): string {
	return [...new Set(gaps.map((gap) => gap[key]).filter((text) => text !== ''))].join(separator);
}

/** The term where all gaps agree on it. */
function ofAll(gaps: readonly Gap[], vocabulary: 'gapKind', key: 'kind'): string {
	const [first, ...others] = [...new Set(gaps.map((gap) => gap[key]))];
	return first === undefined || others.length > 0 ? '' : termLabel(vocabulary, first);
}

function worst(gaps: readonly Gap[]): string {
	const known = gaps.map(({ severity }) => severity).filter((token) => isTerm('severity', token));
	const highest = vocabularies.severity.terms.find(({ token }) => known.includes(token));
	return highest?.label ?? '';
}

function earliest(gaps: readonly Gap[]): string {
	return (
		gaps
			.map(({ due }) => due)
			.filter((due) => due !== '')
			.sort()[0] ?? ''
	);
}
