import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import { planOrder } from '../../../../src/model/rules/remediation/plan-order.ts';
import { aRecord } from '../../../support/records.ts';

const today = '2026-11-21' as CalendarDate;
const controls = new Map(
	[
		aRecord('controls', 'key', { isKey: 'yes', frequency: 'daily' }),
		aRecord('controls', 'year', { frequency: 'annual' }),
		aRecord('controls', 'quarter', { frequency: 'quarterly' }),
		aRecord('controls', 'event', { frequency: 'perEvent' }),
	].map((control) => [control.id as string, control]),
);

function planned(gaps: readonly Parameters<typeof aRecord<'gaps'>>[2][]): readonly string[] {
	const records = gaps.map((values, at) =>
		aRecord('gaps', String(at), { status: 'open', ...values }),
	);
	return planOrder(records, (id) => controls.get(id), today).map(
		({ gap, reason }) => `${gap.title} ${reason}`,
	);
}

test('design of key controls, then the longest rhythm, then the other kinds', () => {
	expect(
		planned([
			{ title: 'i', kind: '' },
			{ title: 'h', kind: 'documentation', controls: ['control:year'] },
			{ title: 'g', kind: 'evidence' },
			{ title: 'f', kind: 'operating', controls: ['control:event'] },
			{ title: 'e', kind: 'design' },
			{ title: 'd', kind: 'operating', controls: ['control:quarter'] },
			{ title: 'c', kind: 'evidence', controls: ['control:year'] },
			{ title: 'b', kind: 'design', controls: ['control:key'] },
		]),
	).toEqual([
		'b keyDesign',
		'c rhythm',
		'd rhythm',
		'e design',
		'f operating',
		'g evidence',
		'h documentation',
		'i unclassified',
	]);
});

test('overdue comes first within a reason, then the worse, then the sooner', () => {
	expect(
		planned([
			{ title: 'undated', kind: 'evidence', severity: 'low' },
			{ title: 'later', kind: 'evidence', severity: 'low', due: '2027-01-01' },
			{ title: 'worse', kind: 'evidence', severity: 'critical', due: '2027-02-01' },
			{ title: 'overdue', kind: 'evidence', severity: 'low', due: '2026-11-20' },
		]),
	).toEqual(['overdue', 'worse', 'later', 'undated'].map((title) => `${title} evidence`));
});

test('a gap that an earlier one waits for is pulled before it', () => {
	const records = [
		aRecord('gaps', 'first', {
			status: 'open',
			kind: 'design',
			controls: ['control:key'],
			dependsOn: ['gap:second'],
		}),
		aRecord('gaps', 'second', { status: 'open', kind: 'documentation' }),
	];
	const [one, other] = planOrder(records, (id) => controls.get(id), today);
	expect(one).toMatchObject({ gap: { id: 'gap:second' }, before: { id: 'gap:first' } });
	expect(other).toMatchObject({ gap: { id: 'gap:first' }, before: undefined });
});
