/** The worked example of the readiness guide (part 3.4), through records, to the third decimal. */
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import { criteria } from '../../../../src/model/catalog/criteria.ts';
import { Readiness } from '../../../../src/model/readiness/readiness.ts';
import { bandOf } from '../../../../src/model/readiness/score/score.ts';
import { percentRange } from '../../../../src/base/percent.ts';
import { aRecord, anAssessment, aScope, asChanges } from '../../../support/records.ts';

const inScope = ['CC6.3', 'CC8.1', 'CC9.2'];
const description =
	'The security lead reviews all accounts every quarter and signs the review record.';

const paper = { owner: 'Dana', frequency: 'perEvent', description, policyNeeded: 'no' } as const;

const policyOld = aRecord('policies', 'old', { name: 'Access policy', approved: '2024-11-02' });

const controls = [
	aRecord('controls', 'ac05', {
		...{ ...paper, controlId: 'AC-05', isKey: 'yes', criteria: ['CC6.3'], design: 'met' },
		frequency: 'quarterly',
		itemsTested: '1',
		deviations: '0',
	}),
	aRecord('controls', 'ac03', {
		...{ ...paper, controlId: 'AC-03', isKey: 'yes', criteria: ['CC6.3'], design: 'met' },
		policyNeeded: '',
		policies: [policyOld.id],
		itemsTested: '10',
		deviations: '1',
	}),
	aRecord('controls', 'ac08', {
		...{ ...paper, controlId: 'AC-08', criteria: ['CC6.3'], design: 'partly' },
		frequency: 'annual',
		cycleAnchor: '2026-05-31',
	}),
	aRecord('controls', 'cm02', {
		...{ ...paper, controlId: 'CM-02', isKey: 'yes', criteria: ['CC8.1'], design: 'met' },
		itemsTested: '25',
		deviations: '2',
	}),
	aRecord('controls', 'cm06', {
		...{ ...paper, controlId: 'CM-06', criteria: ['CC8.1'], design: 'met' },
		owner: '',
		policyNeeded: '',
		itemsTested: '3',
		deviations: '2',
	}),
	aRecord('controls', 'vr04', {
		...{ ...paper, controlId: 'VR-04', isKey: 'yes', criteria: ['CC9.2'], design: 'met' },
		frequency: 'annual',
		cycleAnchor: '2026-03-31',
	}),
];

const evidence = [
	accepted('q1', 'ac05', { effective: '2026-04-10' }),
	accepted('requests', 'ac03', { effective: '2026-05-01', items: '10' }),
	accepted('merges', 'cm02', { effective: '2026-05-02', items: '25' }),
	accepted('emergency1', 'cm06', { effective: '2026-02-03', coversTo: '2026-02-03' }),
	accepted('emergency2', 'cm06', { effective: '2026-03-20', coversTo: '2026-03-11' }),
	accepted('emergency3', 'cm06', { effective: '2026-04-20', coversTo: '2026-04-12' }),
];

const cloud = aRecord('vendors', 'cloud', { name: 'Cloud host', method: 'carveOut' });

const today = '2026-05-15' as CalendarDate;

function theExample(): Readiness {
	const readiness = new Readiness(today);
	readiness.put({
		...asChanges([...controls, ...evidence, policyOld, cloud]),
		scope: aScope({
			categories: ['security'],
			reportType: 'type2',
			periodStart: '2026-01-01',
			periodEnd: '2026-06-30',
		}),
		assessments: new Map(
			criteria
				.filter(({ id }) => !inScope.includes(id))
				.map(({ id }) => [
					id,
					anAssessment(id, { relevance: 'no', notRelevantReason: 'Left out of this example' }),
				]),
		),
	});
	return readiness;
}

describe('the worked example of the guide', () => {
	it.each([
		['ac05', 1],
		['ac03', 0.945],
		['ac08', 0.625],
		['cm02', 0.976],
		['cm06', 0.65],
		['vr04', 0.4],
	])('scores control %s', (id, score) => {
		expect(theExample().controlScore(`control:${id}`)?.low).toBeCloseTo(score, 9);
	});

	it.each([
		['CC6.3', 0.903],
		['CC8.1', 0.8673],
		['CC9.2', 0.4],
	])('scores criterion %s', (criterion, score) => {
		expect(theExample().criterionScore(criterion).low).toBeCloseTo(score, 3);
	});

	it('[Q-4] comes to 72 percent, and says what is unknown', () => {
		const { score } = theExample();
		expect(score?.low).toBeCloseTo(0.723, 3);
		// VR-04 is due and untested: its operation counts as 0 to 1.
		expect(score?.high).toBeCloseTo((0.903 + 0.8673 + 0.7) / 3, 3);
		expect(score && percentRange(score.low, score.high)).toBe('72–82%');
		expect(score && bandOf(score.low)).toBe('workToDo');
	});

	it('says what pulls it down most, with the record to look at', () => {
		const main = theExample().mainReason;
		expect(main?.sentence).toBe(
			'72%: pulled down most by CC9.2: no evidence for the round due 31 Mar 2026 (VR-04).',
		);
		expect(main?.reason?.records).toEqual([{ register: 'controls', id: 'control:vr04' }]);
	});

	it('[Q-6] is blocked by the report review that is missing, whatever the score', () => {
		const readiness = theExample();
		expect(readiness.findingsOf('VEN-02').map(({ records }) => records[0]?.id)).toEqual([cloud.id]);
		expect(readiness.errors).toBeGreaterThan(0);
	});
});

function accepted(
	name: string,
	control: string,
	values: Parameters<typeof aRecord<'evidence'>>[2],
) {
	return aRecord('evidence', name, {
		controls: [`control:${control}`],
		state: 'accepted',
		...values,
	});
}
