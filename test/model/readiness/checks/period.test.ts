import { aRecord } from '../../../support/records.ts';
import { describeChecks } from './check-case.ts';

const review = aRecord('controls', 'a', { controlId: 'AC-05', frequency: 'quarterly' });
const yearly = aRecord('controls', 'b', {
	controlId: 'RA-01',
	frequency: 'annual',
	cycleAnchor: '2027-01-31',
});
const late = aRecord('evidence', 'late', {
	controls: ['control:a'],
	state: 'accepted',
	effective: '2026-06-30',
});
const notApplicable = { status: 'notApplicable', notApplicableReason: 'No offices' };
/** The yearly round of January lies before it. */
const shortened = { periodStart: '2026-03-01' };
const afterLast = { previousEnd: '2025-11-30' };

describeChecks('PRD', [
	{
		check: 'PRD-01',
		when: 'the period ends before it starts',
		world: { scope: { periodStart: '2026-06-01', periodEnd: '2026-05-31' } },
		says: ['The observation period ends before it starts.'],
		at: 'scope periodEnd',
		not: [{}, { scope: { periodStart: '2026-06-01', periodEnd: 'autumn' } }],
		mended: { scope: { periodEnd: '2026-12-31' } },
	},
	{
		check: 'PRD-02',
		when: 'the period is short',
		world: { scope: { periodStart: '2026-02-01', periodEnd: '2026-04-29' } },
		says: ['The observation period is 88 days; buyers and auditors seldom accept under 3 months.'],
		at: 'scope periodEnd',
		// From the first to the last day of three months, 89 days where February is among them.
		not: [{ scope: { periodStart: '2026-02-01', periodEnd: '2026-04-30' } }],
		mended: { scope: { periodEnd: '2026-07-31' } },
	},
	{
		check: 'PRD-02',
		when: 'the workbook sets a longer least period',
		world: { scope: { periodEnd: '2026-05-31', leastPeriodMonths: '6' } },
		says: ['The observation period is 151 days; buyers and auditors seldom accept under 3 months.'],
		at: 'scope periodEnd',
		not: [{ scope: { periodEnd: '2026-05-31', leastPeriodMonths: 'six' } }],
		mended: { scope: { periodEnd: '2026-06-30' } },
	},
	{
		check: 'PRD-03',
		when: 'the period is long',
		world: { scope: { periodEnd: '2027-01-01' } },
		says: ['The observation period is over 12 months.'],
		at: 'scope periodEnd',
		not: [{}],
		mended: { scope: { periodEnd: '2026-12-31' } },
	},
	{
		check: 'PRD-04',
		when: 'a Type 1 report has no date',
		world: { scope: { reportType: 'type1', asOf: 'end of the year' } },
		says: ['A Type 1 workbook needs one as-of date.'],
		at: 'scope asOf',
		not: [{}],
		mended: { scope: { asOf: '2026-12-31' } },
	},
	{
		check: 'PRD-05',
		when: 'a control went live after the start',
		world: { records: [{ ...review, liveDate: '2026-02-03' }] },
		says: ['AC-05 went live on 3 Feb 2026, after the period began.'],
		records: ['control:a'],
		at: 'control:a liveDate',
		not: [
			{ records: [{ ...review, liveDate: '2026-01-01' }] },
			{ records: [{ ...review, ...notApplicable, liveDate: '2026-02-03' }] },
			{ scope: { reportType: 'type1' }, records: [{ ...review, liveDate: '2026-02-03' }] },
		],
		mended: { scope: { periodStart: '2026-02-03' } },
	},
	{
		check: 'PRD-06',
		when: 'the first evidence is later than one round after the start',
		world: { records: [review, late] },
		says: ['Evidence for AC-05 starts 180 days after the period began.'],
		records: ['control:a', 'evidence:late'],
		at: 'evidence:late effective',
		not: [
			{ records: [review] },
			{ records: [review, { ...late, effective: '2026-04-01' }] },
			{ records: [review, { ...late, coversFrom: '2026-01-01', coversTo: '2026-06-30' }] },
			{ records: [{ ...review, frequency: 'perEvent' }, late] },
		],
		mended: { records: [{ ...late, id: 'evidence:early', effective: '2026-03-31' }] },
	},
	{
		check: 'PRD-07',
		when: 'days lie between the last report and this period',
		world: { scope: afterLast },
		says: ['The last report and this period leave 31 days uncovered.'],
		at: 'scope periodStart',
		not: [
			{ scope: { previousEnd: '2025-12-31' } },
			{ scope: { ...afterLast, firstReport: 'yes' } },
		],
		mended: { scope: { bridgeFrom: '2025-12-01', bridgeThrough: '2025-12-31' } },
		offers: 'Start on 1 Dec 2025',
	},
	{
		check: 'PRD-07',
		when: 'one day is uncovered and the letter stops short of it',
		world: { scope: { previousEnd: '2025-12-30', bridgeThrough: '2025-12-30' } },
		says: ['The last report and this period leave 1 day uncovered.'],
		at: 'scope periodStart',
		not: [{ scope: { previousEnd: '2026-01-01' } }],
		mended: { scope: { periodStart: '2025-12-31' } },
		offers: 'Start on 31 Dec 2025',
	},
	{
		check: 'PRD-08',
		when: 'the bridge letter is long',
		world: { scope: { bridgeFrom: '2026-01-01', bridgeThrough: '2026-04-30' } },
		says: ['The bridge letter covers 120 days; users commonly accept up to about 3 months.'],
		at: 'scope bridgeThrough',
		not: [{ scope: { bridgeFrom: '2026-01-01', bridgeThrough: '2026-04-02' } }],
		mended: { scope: { bridgeThrough: '2026-03-31' } },
	},
	{
		check: 'PRD-09',
		when: 'the only round is due after the period',
		world: { scope: shortened, records: [yearly] },
		says: [
			'RA-01 has a due date after the period ends, so it may show no operation in the period.',
		],
		records: ['control:b'],
		at: 'control:b cycleAnchor',
		not: [
			{ records: [yearly] },
			{ scope: shortened, records: [review] },
			{ scope: shortened, records: [yearly, { ...late, controls: ['control:b'] }] },
			{ scope: shortened, records: [{ ...yearly, frequency: 'continuous' }] },
			{ scope: shortened, records: [{ ...yearly, ...notApplicable }] },
		],
		mended: { records: [{ ...yearly, cycleAnchor: '2026-11-30' }] },
	},
]);
