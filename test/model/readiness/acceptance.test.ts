/** How long a warning that somebody lives with stays accepted. */
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import type { Readiness } from '../../../src/model/readiness/readiness.ts';
import type { Acceptance } from '../../../src/model/records/acceptance.ts';
import { aRecord, asChanges } from '../../support/records.ts';
import { readinessOf } from './checks/check-case.ts';

const stale = aRecord('evidence', 'a', {
	title: 'Access review',
	kind: 'ev-access-review',
	state: 'accepted',
	effective: '2026-03-30',
});

function withAccepted(check: string): Readiness {
	const readiness = readinessOf({ records: [stale] });
	const [finding] = readiness.findingsOf(check);
	if (!finding) throw new Error(`${check} found nothing`);
	const acceptance: Acceptance = {
		id: 'acceptance:a',
		finding: finding.key,
		of: readiness.fingerprint(finding),
		by: 'Dana',
		at: '2026-11-21T10:00:00Z',
		reason: 'The next one is due in a week',
		withdrawn: false,
	};
	readiness.put({ acceptances: new Map([[acceptance.id, acceptance]]) });
	return readiness;
}

describe('an accepted warning', () => {
	it('stays accepted on the next day, though it counts one day more', () => {
		const readiness = withAccepted('EVD-04');
		readiness.put({ today: '2026-11-22' as CalendarDate });
		const [finding] = readiness.findingsOf('EVD-04');
		expect(finding?.values['days']).toBe(237);
		expect(finding?.accepted?.by).toBe('Dana');
	});

	it('is open again once its record says something else', () => {
		const readiness = withAccepted('EVD-04');
		const changed = { ...stale, note: 'Only half of the systems' };
		readiness.put(asChanges([changed]));
		expect(readiness.findingsOf('EVD-04').map(({ accepted }) => accepted)).toEqual([undefined]);
	});
});
