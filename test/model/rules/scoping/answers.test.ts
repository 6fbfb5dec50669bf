import { describe, expect, it } from 'vitest';

import { facetQuestions } from '../../../../src/model/catalog/company-facets.ts';
import { answerOf } from '../../../../src/model/rules/scoping/answers.ts';
import { companyOf } from '../../../../src/model/rules/scoping/company-of.ts';
import { scopingQuestions } from '../../../../src/model/rules/scoping/questions.ts';
import { answering, aScope } from './a-scope.ts';

describe('answers to scoping questions', () => {
	it('are remembered, changed and taken back', () => {
		const yes = answering({ 'availability.hours': 'yes' });
		expect(answerOf(yes, 'availability.hours')).toBe('yes');
		const no = answering({ 'availability.hours': 'no' }, yes);
		expect(answerOf(no, 'availability.hours')).toBe('no');
		expect(no.saidYes).toEqual([]);
		const open = answering({ 'availability.hours': 'unknown' }, no);
		expect(answerOf(open, 'availability.hours')).toBe('unknown');
		expect(open.saidNo).toEqual([]);
	});

	it('leave a question open where two people said both', () => {
		const both = aScope({
			saidYes: ['availability.hours'],
			saidNo: ['availability.hours', 'serviceLevels'],
			company: ['serviceLevels'],
		});
		expect(answerOf(both, 'availability.hours')).toBe('unknown');
		expect(answerOf(both, 'serviceLevels')).toBe('unknown');
	});

	it('have ids that stand once', () => {
		const ids = scopingQuestions.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('serve the starter library where it asks the same question', () => {
		const shared = scopingQuestions.filter(({ id }) =>
			facetQuestions.some((each) => each.id === id),
		);
		expect(shared.map(({ id }) => id)).toEqual(['serviceLevels', 'processing', 'individuals']);
		const scope = answering({ serviceLevels: 'no', developers: 'yes', individuals: 'unknown' });
		expect(companyOf(scope)).toEqual({ serviceLevels: false, developers: true });
	});
});

describe('what is known of a company', () => {
	it('follows from its role for personal data where nothing else was said', () => {
		expect(companyOf(aScope({ dataRole: 'processor' }))).toEqual({
			personalData: true,
			individuals: false,
		});
		expect(companyOf(aScope({ dataRole: 'none' }))).toEqual({
			personalData: false,
			individuals: false,
		});
		expect(companyOf(aScope({ dataRole: 'both' }))).toEqual({ personalData: true });
	});

	it('is what was said, whatever the role says', () => {
		const scope = answering({ personalData: 'yes' }, aScope({ dataRole: 'none' }));
		expect(companyOf(scope)).toEqual({ personalData: true, individuals: false });
	});
});
