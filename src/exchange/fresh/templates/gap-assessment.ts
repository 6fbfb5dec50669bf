/** Where each criterion stands, from the status of its controls; what the gap is, people say (SPEC X-4). */
import type { Criterion } from '../../../model/catalog/criteria.ts';
import type { Control } from '../../../model/records/control.ts';
import { controlsByCriterion, criteriaInScope } from '../../../model/rules/criteria-in-scope.ts';
import { criterionState, type CriterionState } from '../../../model/rules/criterion-state.ts';
import { controlLabel, statusCounts } from './control-words.ts';
import { choice, column, forPeople, type Template } from './template.ts';

interface Assessed {
	readonly criterion: Criterion;
	/** The active ones that name it. */
	readonly controls: readonly Control[];
}

const states: Readonly<Record<CriterionState, string>> = {
	met: 'Met',
	partlyMet: 'Partly met',
	notMet: 'Not met',
	notAssessed: 'Not assessed',
};

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
		choice('Assessment', [...Object.values(states), 'Not applicable'], 16, ({ controls }) => {
			return states[criterionState(controls)];
		}),
		choice('Gap type', ['Design', 'Operating', 'Evidence', 'Documentation'], 16, forPeople),
		column('Gap description', 'prose', 40, forPeople),
		choice('Severity', ['Critical', 'High', 'Medium', 'Low'], 12, forPeople),
		column('Recommendation', 'prose', 40, forPeople),
		column('Owner', 'text', 20, forPeople),
		column('Target date', 'date', 14, forPeople),
	],
	rows: ({ controls }) => {
		const named = controlsByCriterion(controls);
		return criteriaInScope(controls).map((criterion) => ({
			criterion,
			controls: named.get(criterion.id) ?? [],
		}));
	},
	about: [
		{
			label: 'Rows',
			text: 'One row for each criterion of security, and of every other category that a control names a criterion of. Retired controls do not count.',
		},
		{
			label: 'Assessment',
			text: [
				'From the status of the controls that name the criterion, those marked as not applicable aside:',
				'Met: every one is implemented.',
				'Partly met: at least one is implemented or in progress.',
				'Not met: no control names the criterion, or every one is planned or not started.',
				'Not assessed: anything else, such as a control without a status.',
				'This is a count of statuses, not a judgement of design or operation.',
			].join('\n'),
		},
		{
			label: 'Left for people',
			text: 'Gap type, description, severity, recommendation, owner and target date are empty: nobody can tell them from a status.',
		},
	],
};

function currentState({ controls }: Assessed): string {
	return controls.length === 0
		? 'No control in the workbook names this criterion.'
		: statusCounts(controls);
}
