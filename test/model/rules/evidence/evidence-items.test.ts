import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import { controlLibrary } from '../../../../src/model/catalog/control-library.ts';
import { kindToShow, newEvidence } from '../../../../src/model/rules/evidence/new-evidence.ts';
import {
	reviewerRemark,
	reviewProblem,
} from '../../../../src/model/rules/evidence/review-problem.ts';
import { suggestedKinds } from '../../../../src/model/rules/evidence/suggested-kinds.ts';
import { aRecord } from '../../../support/records.ts';

const today = '2026-11-21' as CalendarDate;

test('an item is written with what its controls say', () => {
	const controls = [
		aRecord('controls', 'a', { controlId: 'AC-05', systems: ['system:1'] }),
		aRecord('controls', 'b', { controlId: 'AC-06', systems: ['system:1', 'system:2'] }),
	];
	const said = {
		kind: 'ev-policy-doc',
		effective: '2026-09-30',
		address: 'https://example.com/a',
		preparer: 'Ana',
	};
	expect(newEvidence(controls, said, today)).toEqual({
		title: 'Approved policy or procedure: AC-05, AC-06',
		kind: 'ev-policy-doc',
		controls: ['control:a', 'control:b'],
		systems: ['system:1', 'system:2'],
		state: 'submitted',
		effective: '2026-09-30',
		captured: today,
		submitted: today,
		preparer: 'Ana',
		address: 'https://example.com/a',
	});
});

test('the kind that is not shown yet is offered first', () => {
	const control = aRecord('controls', 'a', { evidenceKinds: ['ev-a', 'ev-b'] });
	const shown = [aRecord('evidence', '1', { kind: 'ev-a' })];
	expect(kindToShow(control, [])).toBe('ev-a');
	expect(kindToShow(control, shown)).toBe('ev-b');
	expect(kindToShow(control, [...shown, aRecord('evidence', '2', { kind: 'ev-b' })])).toBe('ev-a');
	expect(kindToShow(aRecord('controls', 'b'), [])).toBe('');
});

test.each([
	[{ review: 'accepted', reviewer: 'Ana', note: '' }, undefined],
	[{ review: 'accepted', reviewer: ' ', note: '' }, 'reviewer'],
	[{ review: 'returned', reviewer: 'Ana', note: '' }, 'note'],
	[{ review: 'excused', reviewer: '', note: ' ' }, 'note'],
	[{ review: 'excused', reviewer: '', note: 'The office was closed' }, undefined],
] as const)('a review %o lacks %s', (said, field) => {
	expect(reviewProblem(said)?.field).toBe(field);
});

test('one person who prepares and reviews is remarked on', () => {
	expect(reviewerRemark('Ana', 'ana ')).toMatch(/^ana prepared it as well/);
	expect(reviewerRemark('Ana', 'Ben')).toBeUndefined();
	expect(reviewerRemark('', '')).toBeUndefined();
});

test('kinds are suggested for active controls of the library that name none', () => {
	const [known] = controlLibrary;
	const control = aRecord('controls', 'a', { title: ` ${known?.title.toUpperCase()} ` });
	const found = suggestedKinds(
		[
			control,
			aRecord('controls', 'b', { title: known?.title ?? '', evidenceKinds: ['ev-policy-doc'] }),
			aRecord('controls', 'c', { title: 'Something of their own' }),
		],
		controlLibrary,
	);
	expect(found).toEqual([{ control, kinds: known?.evidence }]);
});
