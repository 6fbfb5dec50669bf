/**
 * Gaps that could be opened: criteria that an assessment calls not or partly met, controls whose test
 * found exceptions, and the common gaps of what is in scope. What has an open gap already is left out.
 */
import type { CalendarDate } from '../../../base/calendar-date.ts';
import { commonGaps } from '../../catalog/common-gaps.ts';
import type { Assessment } from '../../records/assessment.ts';
import type { Control } from '../../records/control.ts';
import { isOpenGap, type Gap } from '../../registers/gaps.ts';
import { gapFromAssessment, gapFromCommon, gapFromTest, type GapDraft } from './gap-drafts.ts';

export interface GapSuggestion {
	readonly id: string;
	readonly from: 'assessment' | 'test' | 'common';
	readonly draft: GapDraft;
}

interface Known {
	readonly gaps: readonly Gap[];
	readonly controls: readonly Control[];
	/** Of the criteria in scope. */
	readonly assessments: readonly Assessment[];
	/** Criteria in scope. */
	readonly criteria: readonly string[];
	readonly today: CalendarDate;
}

/** Assessments first, then tests, then the catalogue; each in its own order. */
export function gapSuggestions(known: Known): readonly GapSuggestion[] {
	const open = known.gaps.filter(isOpenGap);
	const titles = new Set(open.map(({ title }) => title.trim().toLowerCase()));
	const { today } = known;
	const fromAssessments = known.assessments
		.filter(
			({ id, conclusion }) =>
				(conclusion === 'notMet' || conclusion === 'partlyMet') &&
				!open.some(({ foundBy, criteria }) => foundBy === 'assessment' && criteria.includes(id)),
		)
		.map((assessment) => ({
			id: assessment.id,
			from: 'assessment' as const,
			draft: gapFromAssessment(assessment, today),
		}));
	const fromTests = known.controls
		.filter(
			(control) =>
				!control.retired &&
				control.testResult === 'exceptionNoted' &&
				!open.some(({ foundBy, controls }) => foundBy === 'test' && controls.includes(control.id)),
		)
		.map((control) => ({
			id: control.id,
			from: 'test' as const,
			draft: gapFromTest(control, today),
		}));
	const common = commonGaps
		.filter(
			({ label, scope, criteria }) =>
				!titles.has(label.toLowerCase()) &&
				(scope === 'engagement' || criteria.some((id) => known.criteria.includes(id))),
		)
		.map((gap) => ({
			id: gap.id,
			from: 'common' as const,
			draft: gapFromCommon(gap, known.criteria, today),
		}));
	return [...fromAssessments, ...fromTests, ...common];
}
