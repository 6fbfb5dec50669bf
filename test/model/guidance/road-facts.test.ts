import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import { roadFacts } from '../../../src/model/guidance/road/road-facts.ts';
import { standOnRoad } from '../../../src/model/guidance/road/standing.ts';
import { emptyAssessment } from '../../../src/model/records/assessment.ts';
import { anAssessment, aRecord, aScope } from '../../support/records.ts';

type Records = Parameters<typeof roadFacts>[0];

const nothing: Records = {
	today: '2026-11-21' as CalendarDate,
	scope: aScope(),
	assessment: emptyAssessment,
	boundary: [],
	commitments: [],
	systems: [],
	people: [],
	vendors: [],
	complementary: [],
	controls: [],
	gaps: [],
};

const security = aScope({ categories: ['security'] });
const retired = { at: '2026-11-20T00:00:00.000Z', by: 'Dana', reason: '' };

describe('the facts of the road, from records', () => {
	test('an empty workbook lacks its whole scope', () => {
		const facts = roadFacts(nothing);
		expect(facts).toMatchObject({ reportType: undefined, criteriaInScope: 0, controls: 0 });
		expect(facts.scopeLacks).toHaveLength(9);
		const [scope] = standOnRoad(facts);
		expect(scope?.why).toBe(
			'The scope still lacks the organization and its service, categories, report type and dates and 6 more.',
		);
	});

	test('criteria in scope are those of the categories, without those set aside with a reason', () => {
		expect(roadFacts({ ...nothing, scope: security }).criteriaInScope).toBe(33);
		const setAside = (notRelevantReason: string) =>
			roadFacts({
				...nothing,
				scope: security,
				assessment: (id) =>
					anAssessment(id, id === 'CC6.4' ? { relevance: 'no', notRelevantReason } : {}),
			}).criteriaInScope;
		expect(setAside('No sites of our own')).toBe(32);
		expect(setAside('')).toBe(33);
	});

	test('controls that are retired, or not applicable with a reason, count for nothing', () => {
		const facts = roadFacts({
			...nothing,
			scope: security,
			controls: [
				aRecord('controls', 'a', { criteria: ['CC6.1', 'A1.1'], design: 'met' }),
				aRecord('controls', 'b', { criteria: ['CC6.2'], design: 'perhaps' }),
				aRecord('controls', 'c', { criteria: ['CC6.3'], retired }),
				aRecord('controls', 'd', {
					criteria: ['CC6.4'],
					status: 'notApplicable',
					notApplicableReason: 'No sites',
				}),
				aRecord('controls', 'e', { criteria: ['CC6.5'], status: 'notApplicable' }),
			],
		});
		expect(facts).toMatchObject({ controls: 3, controlsJudged: 1, criteriaAnswered: 3 });
	});

	test('open gaps are counted', () => {
		const gaps = ['open', 'toVerify', 'closed', 'accepted'].map((status) =>
			aRecord('gaps', status, { status }),
		);
		expect(roadFacts({ ...nothing, gaps }).openGaps).toBe(2);
	});

	test('dates are those of the report type, while they make sense', () => {
		const dates = { periodStart: '2026-12-01', periodEnd: '2027-05-31', asOf: '2026-11-30' };
		expect(
			roadFacts({ ...nothing, scope: aScope({ ...dates, reportType: 'type2' }) }),
		).toMatchObject({ reportType: 'type2', periodStart: '2026-12-01', periodEnd: '2027-05-31' });
		const type1 = roadFacts({ ...nothing, scope: aScope({ ...dates, reportType: 'type1' }) });
		expect(type1.asOfDate).toBe('2026-11-30');
		expect(type1).not.toHaveProperty('periodStart');
		const wrong = aScope({
			reportType: 'type2',
			periodStart: '2027-01-01',
			periodEnd: '2026-01-01',
		});
		expect(roadFacts({ ...nothing, scope: wrong })).not.toHaveProperty('periodStart');
	});
});
