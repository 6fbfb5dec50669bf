/** Which evidence shows which round, against a naive look at every pair. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../../src/base/calendar-date.ts';
import { dueEvidence } from '../../../src/model/readiness/evidence-due.ts';
import { slotsBetween } from '../../../src/model/readiness/slots.ts';
import { aRecord } from '../../support/records.ts';

const period = { start: '2026-01-01' as CalendarDate, end: '2026-12-31' as CalendarDate };
const afterwards = '2027-12-31' as CalendarDate;

const item = fc.record({
	days: fc.integer({ min: -30, max: 420 }),
	state: fc.constantFrom('accepted', 'submitted', 'returned'),
	items: fc.constantFrom('', '2'),
});
const items = fc.array(item, { maxLength: 8 });
const frequency = fc.constantFrom('monthly', 'quarterly', 'semiAnnual', 'annual');

type Drawn = typeof item extends fc.Arbitrary<infer Item> ? Item : never;

function evidenceOf(drawn: readonly Drawn[]) {
	return drawn.map(({ days, ...values }, at) =>
		aRecord('evidence', String(at), { ...values, effective: addDays(period.start, days) }),
	);
}

function dueOf(rhythm: string, drawn: readonly Drawn[]) {
	const control = aRecord('controls', 'a', { frequency: rhythm });
	return dueEvidence(control, evidenceOf(drawn), period, afterwards);
}

describe('evidence of rounds', () => {
	it('is asked for once a round', () => {
		fc.assert(
			fc.property(frequency, items, (rhythm, drawn) => {
				expect(dueOf(rhythm, drawn).map(({ due }) => due)).toEqual(
					slotsBetween(period.start, period.end, rhythm, '').map(({ due }) => due),
				);
			}),
		);
	});

	it('is used no more often than an item says', () => {
		fc.assert(
			fc.property(frequency, items, (rhythm, drawn) => {
				const used = dueOf(rhythm, drawn).flatMap(({ item: id }) => id ?? []);
				for (const { id, items: count } of evidenceOf(drawn)) {
					const most = count === '2' ? 2 : 1;
					expect(used.filter((each) => each === id).length).toBeLessThanOrEqual(most);
				}
			}),
		);
	});

	it('is missing in no round while an accepted item of its window is left', () => {
		fc.assert(
			fc.property(frequency, items, (rhythm, drawn) => {
				const due = dueOf(rhythm, drawn);
				const used = new Set(due.map(({ item: id }) => id));
				for (const round of slotsBetween(period.start, period.end, rhythm, '')) {
					const left = evidenceOf(drawn).filter(
						({ id, state, effective }) =>
							state === 'accepted' &&
							!used.has(id) &&
							effective >= round.start &&
							effective <= round.closes,
					);
					const found = due.find(({ due: day }) => day === round.due);
					if (left.length > 0) expect(found?.state).toBe('accepted');
				}
			}),
		);
	});

	it('makes no round worse by an item more', () => {
		fc.assert(
			fc.property(frequency, items, item, (rhythm, drawn, more) => {
				const [before, after] = [dueOf(rhythm, drawn), dueOf(rhythm, [...drawn, more])];
				for (const [at, { credit }] of before.entries()) {
					expect(after[at]?.credit).toBeGreaterThanOrEqual(credit);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('is the same in whatever order the items come', () => {
		fc.assert(
			fc.property(frequency, items, (rhythm, drawn) => {
				const control = aRecord('controls', 'a', { frequency: rhythm });
				const turned = [...evidenceOf(drawn)].reverse();
				expect(dueEvidence(control, turned, period, afterwards)).toEqual(dueOf(rhythm, drawn));
			}),
		);
	});
});
