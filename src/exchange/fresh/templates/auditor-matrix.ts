/**
 * Criteria × controls as auditors read them: one row a criterion and control, a control again under
 * each criterion it serves, so that no criterion can be overlooked (SPEC X-2).
 */
import { criterionById } from '../../../model/catalog/criteria.ts';
import { compareCriteria, isCriterionId } from '../../../model/catalog/criterion-ids.ts';
import { isNotRelevant } from '../../../model/records/assessment.ts';
import type { Control } from '../../../model/records/control.ts';
import { termLabel } from '../../../model/records/vocabulary.ts';
import { controlsByCriterion, criteriaInScope } from '../../../model/rules/criteria-in-scope.ts';
import { controlText, labelsOf } from './control-words.ts';
import { choice, column, type Template, type TemplateFacts } from './template.ts';

interface Pair {
	/** '' for a control that names no criterion. */
	readonly criterion: string;
	/** Undefined where no control names the criterion. */
	readonly control: Control | undefined;
	/** Why the criterion is not relevant; '' where it is. */
	readonly notRelevant?: string;
}

/** As wide as one page across takes, so that a row can be read on paper. */
export const auditorMatrix: Template<Pair> = {
	title: 'Criteria and controls',
	columns: [
		column('Criteria', 'text', 10, ({ criterion }) => criterion),
		column('Criterion in short', 'prose', 30, ({ criterion }) => labelOf(criterion)),
		column('Control ID', 'text', 12, ({ control }) => control?.controlId ?? ''),
		column('Control', 'prose', 48, ({ control, notRelevant }) => {
			if (control) return controlText(control);
			return notRelevant ? `Not relevant: ${notRelevant}` : noControl;
		}),
		column('Owner', 'text', 18, ({ control }) => control?.owner ?? ''),
		choice('Frequency', labelsOf('frequency'), 14, ({ control }) =>
			termLabel('frequency', control?.frequency ?? ''),
		),
		choice('Nature', labelsOf('nature'), 16, ({ control }) =>
			termLabel('nature', control?.nature ?? ''),
		),
		choice('Type', labelsOf('controlType'), 12, ({ control }) =>
			termLabel('controlType', control?.type ?? ''),
		),
		column('Evidence', 'prose', 36, ({ control }) => control?.evidence ?? ''),
		choice('Status', labelsOf('status'), 14, ({ control }) =>
			termLabel('status', control?.status ?? ''),
		),
	],
	rows: pairs,
	about: [
		{
			label: 'Rows',
			text: 'One row for each criterion and control. A control that serves several criteria stands under each of them. Retired controls are left out.',
		},
		{
			label: 'Criteria',
			text: 'All criteria of the categories in scope; where nobody has decided on them, of security and of every other category that a control names a criterion of. A criterion that no control names has a row that says so, and one that is not relevant a row with the reason. The short words are ours; the AICPA’s own text is in its publication.',
		},
	],
};

const noControl = 'No control in the workbook names this criterion.';

function pairs({ controls, categories, assessments = {} }: TemplateFacts): readonly Pair[] {
	const named = controlsByCriterion(controls);
	const unknown = [...named.keys()].filter((id) => !isCriterionId(id)).sort(compareCriteria);
	const ids = [...criteriaInScope(controls, categories).map(({ id }) => id), ...unknown];
	const without = controls.filter(({ retired, criteria }) => !retired && criteria.length === 0);
	return [
		...ids.flatMap((criterion): readonly Pair[] => {
			const assessment = assessments[criterion];
			const notRelevant = isNotRelevant(assessment) ? assessment?.notRelevantReason : undefined;
			const pairs = (named.get(criterion) ?? []).map((control) => ({ criterion, control }));
			if (notRelevant) return [{ criterion, control: undefined, notRelevant }, ...pairs];
			return pairs.length > 0 ? pairs : [{ criterion, control: undefined }];
		}),
		...without.map((control) => ({ criterion: '', control })),
	];
}

function labelOf(criterion: string): string {
	if (criterion === '') return 'Names no criterion';
	return criterionById(criterion)?.label ?? 'Not among the published criteria';
}
