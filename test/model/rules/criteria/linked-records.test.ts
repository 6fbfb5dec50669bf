/** Gaps and evidence of criteria, named by the criterion or through its controls. */
import { expect, test } from 'vitest';
import { LinkedRecords } from '../../../../src/model/rules/criteria/linked-records.ts';
import { aRecord } from '../../../support/records.ts';

const away = { at: '2026-01-01T00:00:00Z', by: 'Dana', reason: '' };

test('a gap counts for the criteria it names, and for those of its controls only where it names none', () => {
	const named = aRecord('gaps', 'named', { criteria: ['CC6.1'], controls: ['control:a'] });
	const through = aRecord('gaps', 'through', { controls: ['control:a', 'control:b'] });
	const gone = aRecord('gaps', 'gone', { criteria: ['CC6.1'], retired: away });
	const linked = new LinkedRecords([named, through, gone], []);
	expect(linked.gaps('CC6.1', ['control:a', 'control:b'])).toEqual([named, through]);
	expect(linked.gaps('CC6.2', ['control:a'])).toEqual([through]);
	expect(linked.gaps('CC6.2', [])).toEqual([]);
});

test('evidence of several controls counts once', () => {
	const item = aRecord('evidence', 'item', { controls: ['control:a', 'control:b'] });
	const gone = aRecord('evidence', 'gone', { controls: ['control:a'], retired: away });
	const linked = new LinkedRecords([], [item, gone]);
	expect(linked.evidence(['control:a', 'control:b'])).toEqual([item]);
	expect(linked.evidence(['control:c'])).toEqual([]);
});
