import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import { commonGapById, commonGaps } from '../../../../src/model/catalog/common-gaps.ts';
import type { Finding } from '../../../../src/model/readiness/finding.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { isTerm } from '../../../../src/model/records/vocabulary.ts';
import {
	gapFromAssessment,
	gapFromCommon,
	gapFromFinding,
	gapFromTest,
} from '../../../../src/model/rules/remediation/gap-drafts.ts';
import { gapSuggestions } from '../../../../src/model/rules/remediation/gap-suggestions.ts';
import { aRecord, anAssessment } from '../../../support/records.ts';

const today = '2026-11-21' as CalendarDate;

function aFinding(said: Partial<Finding>): Finding {
	return {
		check: 'CTL-01',
		key: 'CTL-01/control:a/',
		severity: 'error',
		criteria: ['CC6.3'],
		accepted: undefined,
		records: [{ register: 'controls', id: 'control:a' }],
		values: { control: 'AC-05' },
		at: { kind: 'criterion', criterion: 'CC6.3' },
		...said,
	};
}

test('a finding becomes a gap with its message, fix, criteria, controls and key', () => {
	const control = aRecord('controls', 'a', { isKey: 'yes' });
	const facts = { today, control: () => control, isAnswered: () => true };
	const draft = gapFromFinding(aFinding({}), facts);
	expect(draft).toMatchObject({
		status: 'open',
		opened: today,
		foundBy: 'check',
		severity: 'high',
		criteria: ['CC6.3'],
		controls: ['control:a'],
		findingKey: 'CTL-01/control:a/',
	});
	expect(draft.title).toContain('AC-05');
	expect(draft.title).not.toMatch(/[{}]|\.$/);
	expect(draft.steps).toMatch(/^\[ \] [A-Z]/);
});

test('a criterion that nothing answers makes the gap critical', () => {
	const facts = { today, control: () => undefined, isAnswered: () => false };
	const finding = aFinding({ check: 'COV-01', records: [], values: { criterion: 'CC7.3' } });
	expect(gapFromFinding(finding, facts)).toMatchObject({ kind: 'design', severity: 'critical' });
});

test('an assessment gives severity and leaves the kind to be asked', () => {
	const notMet = gapFromAssessment(
		anAssessment('CC6.1', { conclusion: 'notMet', note: 'x' }),
		today,
	);
	expect(notMet).toMatchObject({ severity: 'critical', criteria: ['CC6.1'], finding: 'x' });
	expect(notMet.kind).toBeUndefined();
	const partly = gapFromAssessment(anAssessment('CC6.1', { conclusion: 'partlyMet' }), today);
	expect(partly.severity).toBe('medium');
	expect(partly.title).toMatch(/^CC6\.1 is only partly met: /);
});

test('a test with exceptions says how many there were', () => {
	const control = aRecord('controls', 'a', {
		controlId: 'AC-06',
		itemsTested: '25',
		deviations: '2',
		isKey: 'yes',
		criteria: ['CC6.3'],
	});
	expect(gapFromTest(control, today)).toMatchObject({
		title: 'AC-06: 2 of 25 items did not work as described',
		kind: 'operating',
		severity: 'high',
		foundBy: 'test',
		controls: [control.id],
	});
});

test('every common gap gives values that the register knows', () => {
	const known = new Set(registers.gaps.fields.map(({ key }) => key));
	for (const gap of commonGaps) {
		const draft = gapFromCommon(gap, gap.criteria, today);
		expect(Object.keys(draft).filter((key) => !known.has(key))).toEqual([]);
		expect(isTerm('gapKind', draft.kind ?? '')).toBe(true);
		expect(isTerm('severity', draft.severity ?? '')).toBe(true);
	}
});

test('a common gap names its criteria in scope only', () => {
	const gap = commonGapById('gap-access-review-inconsistent');
	expect(gapFromCommon(gap!, ['CC6.3'], today).criteria).toEqual(['CC6.3']);
});

test('what has an open gap is not suggested again', () => {
	const control = aRecord('controls', 'a', { testResult: 'exceptionNoted' });
	const known = {
		controls: [control],
		assessments: [anAssessment('CC6.1', { conclusion: 'notMet' }), anAssessment('CC6.2')],
		criteria: ['CC6.1', 'CC6.2'],
		today,
	};
	const ids = (found: ReturnType<typeof gapSuggestions>, from: string) =>
		found.filter((each) => each.from === from).map(({ id }) => id);
	const before = gapSuggestions({ ...known, gaps: [] });
	expect(ids(before, 'assessment')).toEqual(['CC6.1']);
	expect(ids(before, 'test')).toEqual([control.id]);
	expect(ids(before, 'common')).toContain('gap-late-offboarding');
	const gaps = [
		aRecord('gaps', 'a', { foundBy: 'assessment', criteria: ['CC6.1'], status: 'open' }),
		aRecord('gaps', 'b', { foundBy: 'test', controls: [control.id], status: 'open' }),
		aRecord('gaps', 'c', { title: commonGapById('gap-late-offboarding')!.label, status: 'open' }),
	];
	const after = gapSuggestions({ ...known, gaps });
	expect(ids(after, 'assessment')).toEqual([]);
	expect(ids(after, 'test')).toEqual([]);
	expect(ids(after, 'common')).not.toContain('gap-late-offboarding');
	const closed = gaps.map((gap) => ({ ...gap, status: 'closed' }));
	expect(gapSuggestions({ ...known, gaps: closed })).toHaveLength(before.length);
});
