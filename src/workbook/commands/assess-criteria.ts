/** What people say of criteria: relevance, conclusion, notes, the licensed text of their own copy. */
import { ok, refused } from '../../base/result.ts';
import { isCriterionId } from '../../model/catalog/criterion-ids.ts';
import {
	assessmentFields,
	emptyAssessment,
	type AssessmentKey,
} from '../../model/records/assessment.ts';
import type { CommandDefinition } from '../command.ts';
import type { Write } from '../write.ts';

export interface AssessCriteria {
	readonly edits: readonly {
		/** A published id: CC6.1. */
		readonly criterion: string;
		readonly field: AssessmentKey;
		readonly value: string;
	}[];
	readonly label?: string;
}

/** Sets entries of criteria; an id that is no criterion is refused. */
export const assessCriteria: CommandDefinition<AssessCriteria> = {
	name: 'assessCriteria',
	plan: ({ edits, label }, { workbook }) => {
		const writes: Write[] = [];
		for (const { criterion: id, field, value } of edits) {
			if (!isCriterionId(id)) {
				return refused({ record: id, field, text: `There is no criterion ${id}.` });
			}
			const before = (workbook.assessments.get(id) ?? emptyAssessment(id))[field];
			writes.push({ kind: 'edit', table: 'assessments', id, path: field, before, after: value });
		}
		const [first] = edits;
		const what = assessmentFields.find(({ key }) => key === first?.field)?.label.toLowerCase();
		const whose = new Set(edits.map(({ criterion }) => criterion));
		const of = whose.size === 1 ? first?.criterion : `${whose.size} criteria`;
		return ok({
			writes,
			label: label ?? `Set ${what ?? 'nothing'} of ${of ?? 'nothing'}`,
			...(first ? { place: { record: first.criterion, field: first.field } } : {}),
		});
	},
};
