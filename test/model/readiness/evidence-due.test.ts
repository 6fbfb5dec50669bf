import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import { dueEvidence } from '../../../src/model/readiness/evidence-due.ts';
import { aRecord, type RecordValues } from '../../support/records.ts';

const period = {
	start: '2026-01-01' as CalendarDate,
	end: '2026-06-30' as CalendarDate,
};
const afterwards = '2026-08-01';
const quarterly = { frequency: 'quarterly' };

/** `due state`, with the item's name and the days late where there are such. */
function due(
	control: RecordValues<'controls'>,
	items: readonly RecordValues<'evidence'>[],
	today = afterwards,
): readonly string[] {
	const records = items.map((values, at) =>
		aRecord('evidence', String(at + 1), { state: 'accepted', ...values }),
	);
	return dueEvidence(aRecord('controls', 'a', control), records, period, today as CalendarDate).map(
		({ due: day, state, item, daysLate }) =>
			[day ?? 'sample', state, item?.slice('evidence:'.length), daysLate || undefined]
				.filter((part) => part !== undefined)
				.join(' '),
	);
}

describe('what is due of a rhythm', () => {
	it('counts once its window is over', () => {
		expect(due(quarterly, [], '2026-04-15')).toEqual([]);
		expect(due(quarterly, [], '2026-04-16')).toEqual(['2026-03-31 missing']);
		expect(due(quarterly, [{ effective: '2026-02-01' }], '2026-04-15')).toEqual([]);
	});

	it('is shown inside the 15 days of grace as in the round itself', () => {
		expect(due(quarterly, [{ effective: '2026-04-10' }], '2026-05-15')).toEqual([
			'2026-03-31 accepted 1',
		]);
	});

	it('takes what was done just after a due date for that date, not for the round it begins', () => {
		expect(due(quarterly, [{ effective: '2026-04-10' }])).toEqual([
			'2026-03-31 accepted 1',
			'2026-06-30 missing',
		]);
		expect(due(quarterly, [{ effective: '2026-04-10' }, { effective: '2026-04-08' }])).toEqual([
			'2026-03-31 accepted 2',
			'2026-06-30 accepted 1',
		]);
	});

	it('does not fill a round that was missed with the evidence of the next', () => {
		expect(due(quarterly, [{ effective: '2026-05-30' }])).toEqual([
			'2026-03-31 missing',
			'2026-06-30 accepted 1',
		]);
	});

	it('is late after its window, up to 60 days after it was due', () => {
		const second = { effective: '2026-06-30' };
		expect(due(quarterly, [{ effective: '2026-05-30' }, second])).toEqual([
			'2026-03-31 late 1 60',
			'2026-06-30 accepted 2',
		]);
		expect(due(quarterly, [{ effective: '2026-05-31' }, second])).toEqual([
			'2026-03-31 missing',
			'2026-06-30 accepted 2',
		]);
	});

	it('is late where the quarter that is covered was looked at after its window', () => {
		const review = { coversFrom: '2026-01-01', coversTo: '2026-03-31', effective: '2026-05-04' };
		expect(due(quarterly, [review], '2026-05-15')).toEqual(['2026-03-31 late 1 34']);
	});

	it('prefers what is accepted to what waits, and what waits to nothing', () => {
		const waiting = { effective: '2026-03-31', state: 'submitted' };
		expect(due(quarterly, [waiting, { effective: '2026-02-01' }], '2026-05-15')).toEqual([
			'2026-03-31 accepted 2',
		]);
		expect(due(quarterly, [waiting], '2026-05-15')).toEqual(['2026-03-31 waiting 1']);
		for (const state of ['expected', 'returned', '']) {
			expect(due(quarterly, [{ ...waiting, state }], '2026-05-15')).toEqual(['2026-03-31 missing']);
		}
	});

	it('is not due where it is excused with a reason', () => {
		const excused = { effective: '2026-03-31', state: 'excused', note: 'No staff before April' };
		expect(due(quarterly, [excused], '2026-05-15')).toEqual([]);
		expect(due(quarterly, [{ ...excused, note: ' ' }], '2026-05-15')).toEqual([
			'2026-03-31 missing',
		]);
	});

	it('can be shown by one item for several rounds', () => {
		const six = { coversFrom: '2026-01-01', coversTo: '2026-06-30', items: '6' };
		expect(due({ frequency: 'monthly' }, [six]).map((each) => each.slice(11))).toEqual(
			Array.from({ length: 6 }, () => 'accepted 1'),
		);
		expect(due({ frequency: 'monthly' }, [{ ...six, items: '4' }])).toContain('2026-01-31 missing');
	});

	it('takes no item whose date nobody can read', () => {
		expect(due(quarterly, [{ effective: 'last spring' }], '2026-05-15')).toEqual([
			'2026-03-31 missing',
		]);
	});
});

describe('what is due of a setting', () => {
	it('is a capture every 90 days, the last with the rest of the period', () => {
		expect(due({ frequency: 'continuous' }, [{ effective: '2026-06-30' }])).toEqual([
			'2026-03-31 missing',
			'2026-06-30 accepted 1',
		]);
	});
});

describe('what is due without a rhythm', () => {
	it('is asked for after 90 days, and shown by any day of the period', () => {
		const once = { evidenceModel: 'occurrence', frequency: 'perEvent' };
		expect(due(once, [], '2026-03-31')).toEqual([]);
		expect(due(once, [], '2026-04-01')).toEqual(['2026-03-31 missing']);
		expect(due(once, [{ effective: '2026-06-15' }])).toEqual(['2026-03-31 accepted 1']);
	});
});

describe('what is due of a population', () => {
	const sampled = { frequency: 'perEvent', itemsTested: '3' };

	it('is each item that was tested, shown by as many as the evidence says', () => {
		expect(due(sampled, [{ effective: '2026-03-01', items: '2' }])).toEqual([
			'sample accepted 1',
			'sample accepted 1',
			'sample missing',
		]);
	});

	it('is late where it was done after the event it is about', () => {
		expect(due(sampled, [{ coversTo: '2026-03-01', effective: '2026-03-04' }])).toEqual([
			'sample late 1 3',
			'sample missing',
			'sample missing',
		]);
	});

	it('is not shown by what lies outside the period', () => {
		expect(due({ ...sampled, itemsTested: '1' }, [{ effective: '2025-12-31' }])).toEqual([
			'sample missing',
		]);
	});

	it('stays a list where somebody types a number without end', () => {
		expect(due({ ...sampled, itemsTested: '999999999' }, []).length).toBeLessThanOrEqual(10_000);
	});
});
