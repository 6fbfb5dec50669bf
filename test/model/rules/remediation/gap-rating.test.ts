import { expect, test } from 'vitest';
import { checks } from '../../../../src/model/catalog/checks.ts';
import { isTerm } from '../../../../src/model/records/vocabulary.ts';
import { kindOfCheck, kindQuestions } from '../../../../src/model/rules/remediation/gap-kind.ts';
import {
	raised,
	severities,
	severityOfFinding,
	severityRank,
} from '../../../../src/model/rules/remediation/gap-severity.ts';

test('the kinds are asked in the order of the guide', () => {
	expect(kindQuestions.map(({ kind }) => kind)).toEqual([
		'design',
		'operating',
		'evidence',
		'documentation',
	]);
});

test('every check of the catalogue leads to a kind of gap', () => {
	for (const { id } of checks) expect([id, isTerm('gapKind', kindOfCheck(id))]).toEqual([id, true]);
	expect(kindOfCheck('COV-01')).toBe('design');
});

test('what a reader would notice is one step worse, critical stays', () => {
	expect(severities.map(raised)).toEqual(['critical', 'critical', 'high', 'medium']);
	expect(severityRank('none of them')).toBe(4);
});

const finding = {
	check: 'warning',
	kind: 'operating',
	isAboutKeyControl: false,
	leavesCriterionOpen: false,
} as const;

test.each([
	['a criterion without a control', { kind: 'design', leavesCriterionOpen: true }, 'critical'],
	['an error', { check: 'error' }, 'high'],
	['a warning about a key control', { isAboutKeyControl: true }, 'high'],
	['a warning about another control', {}, 'medium'],
	['paperwork, even of a key control', { kind: 'documentation', isAboutKeyControl: true }, 'low'],
	['a note', { check: 'info', isAboutKeyControl: true }, 'low'],
] as const)('%s is rated', (_, said, severity) => {
	expect(severityOfFinding({ ...finding, ...said })).toBe(severity);
});
