/**
 * What the rows of a sheet change in what is said of the criteria: an empty cell says nothing, and a
 * conclusion that the statuses of the controls come to anyway is no conclusion (SPEC X-7).
 */
import { compareCriteria } from '../../model/catalog/criterion-ids.ts';
import {
	assessmentFields,
	isNotRelevant,
	type Assessment,
	type AssessmentKey,
} from '../../model/records/assessment.ts';
import type { LeftOutRow } from '../../model/records/import-record.ts';
import type { CriterionState } from '../../model/rules/criterion-state.ts';
import { readCellIds } from '../recognise/criteria-ids.ts';
import type { DraftRow } from './proposal.ts';

export interface AssessmentChange {
	readonly criterion: string;
	readonly field: AssessmentKey;
	readonly before: string;
	readonly after: string;
}

export interface AssessedRows {
	/** In catalogue order. */
	readonly changes: readonly AssessmentChange[];
	/** Rows that name no criterion, several at once, or one that an earlier row named. */
	readonly leftOut: readonly LeftOutRow[];
	/** How many criteria the rows speak of, changed or not. */
	readonly criteria: number;
}

/** What stands in the workbook. */
export interface AssessmentFacts {
	readonly assessment: (criterion: string) => Assessment;
	/** What the statuses of its controls come to. */
	readonly state: (criterion: string) => CriterionState;
}

/** The changes that the rows of a sheet would make. */
export function assessedRows(rows: readonly DraftRow[], facts: AssessmentFacts): AssessedRows {
	const named = new Map<string, number>();
	const changes: AssessmentChange[] = [];
	const leftOut: LeftOutRow[] = [];
	for (const { row, texts } of rows) {
		const text = texts['criterion'] ?? '';
		const { criteria } = readCellIds(text, 'criteria');
		const [id, ...others] = criteria;
		const reason = reasonOut(id, others, named);
		if (id === undefined || reason !== undefined) {
			leftOut.push({ row, reason: reason ?? noCriterion, text });
			continue;
		}
		named.set(id, row);
		changes.push(...changesOf(id, texts, facts));
	}
	changes.sort((a, b) => compareCriteria(a.criterion, b.criterion));
	return { changes, leftOut, criteria: named.size };
}

const noCriterion = 'Names no criterion of the catalogue';

function reasonOut(
	id: string | undefined,
	others: readonly string[],
	named: ReadonlyMap<string, number>,
): string | undefined {
	if (id === undefined) return noCriterion;
	if (others.length > 0) return 'Names several criteria at once';
	return named.has(id) ? `Row ${named.get(id)} speaks of ${id} already` : undefined;
}

function changesOf(
	criterion: string,
	texts: DraftRow['texts'],
	{ assessment, state }: AssessmentFacts,
): readonly AssessmentChange[] {
	const present = assessment(criterion);
	return assessmentFields.flatMap(({ key }): AssessmentChange[] => {
		const after = saidOf(key, texts, present, state(criterion));
		const before = present[key];
		return after === '' || after === before ? [] : [{ criterion, field: key, before, after }];
	});
}

const notApplicable = /^(?:not applicable|n\/?a|not relevant|excluded)$/i;

/** '' where the row says nothing new of it. */
function saidOf(
	key: AssessmentKey,
	texts: DraftRow['texts'],
	present: Assessment,
	state: CriterionState,
): string {
	const said = texts[key] ?? '';
	const conclusion = texts['conclusion'] ?? '';
	const saysNotApplicable = notApplicable.test(conclusion.trim());
	if (key === 'conclusion') {
		return saysNotApplicable || (present.conclusion === '' && said === state) ? '' : said;
	}
	if (key !== 'relevance' || said !== '' || conclusion === '') return said;
	if (saysNotApplicable) return 'no';
	return isNotRelevant(present) ? 'yes' : '';
}
