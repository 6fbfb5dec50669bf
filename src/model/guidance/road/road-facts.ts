/** The facts that say where a workbook stands on the road, from its records. */
import type { CalendarDate } from '../../../base/calendar-date.ts';
import { criteriaOf } from '../../catalog/criteria.ts';
import { isNotRelevant } from '../../records/assessment.ts';
import type { Control } from '../../records/control.ts';
import { isTerm } from '../../records/vocabulary.ts';
import { isNotApplicable } from '../../readiness/score/control-standing.ts';
import { isOpenGap, type Gap } from '../../registers/gaps.ts';
import { controlsByCriterion } from '../../rules/criteria-in-scope.ts';
import { reportPeriod } from '../../rules/report-period.ts';
import {
	answeredSections,
	scopeSections,
	type ScopeRecords,
	type ScopeSection,
} from '../../rules/scoping/scope-sections.ts';
import type { RoadFacts } from './standing.ts';

interface RoadRecords extends ScopeRecords {
	readonly today: CalendarDate;
	readonly controls: readonly Control[];
	readonly gaps: readonly Gap[];
}

/** As one says what is missing: “The scope still lacks …”. */
const sectionWords: Readonly<Record<ScopeSection, string>> = {
	company: 'the organization and its service',
	categories: 'categories',
	dates: 'report type and dates',
	boundary: 'the system boundary',
	commitments: 'service commitments',
	systems: 'systems and people',
	vendors: 'vendors and how each is treated',
	complementary: 'what customers must do',
	'not-relevant': 'a word on criteria that are not relevant',
};

/** Retired records and controls that are not applicable, with a reason, count for nothing. */
export function roadFacts(records: RoadRecords): RoadFacts {
	const { today, scope, assessment, gaps } = records;
	const controls = records.controls.filter(
		(control) => !control.retired && !isNotApplicable(control),
	);
	const criteria = scope.categories
		.flatMap((category) => criteriaOf(category))
		.filter(({ id }) => !isNotRelevant(assessment(id)));
	const answered = answeredSections(records);
	const answers = controlsByCriterion(controls);
	const period = reportPeriod(scope);
	return {
		today,
		reportType: reportTypeOf(scope.reportType),
		scopeLacks: scopeSections
			.filter((section) => !answered.has(section))
			.map((section) => sectionWords[section]),
		criteriaInScope: criteria.length,
		criteriaAnswered: criteria.filter(({ id }) => answers.has(id)).length,
		controls: controls.length,
		controlsJudged: controls.filter(({ design }) => isTerm('design', design)).length,
		openGaps: gaps.filter(isOpenGap).length,
		...(period?.type === 'type1' && { asOfDate: period.asOf }),
		...(period?.type === 'type2' && { periodStart: period.start, periodEnd: period.end }),
	};
}

function reportTypeOf(token: string): RoadFacts['reportType'] {
	return token === 'type1' || token === 'type2' ? token : undefined;
}
