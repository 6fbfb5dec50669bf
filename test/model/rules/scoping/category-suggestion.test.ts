import { describe, expect, it } from 'vitest';

import { categorySuggestion } from '../../../../src/model/rules/scoping/category-suggestion.ts';
import {
	chosenCategories,
	questionsOf,
	scopingQuestions,
} from '../../../../src/model/rules/scoping/questions.ts';
import { answering, aScope } from './a-scope.ts';

describe('what the answers say about a category', () => {
	it('is nothing while nothing is answered', () => {
		for (const category of chosenCategories) {
			expect(categorySuggestion(aScope(), category)).toEqual({ kind: 'open', because: [] });
		}
	});

	it('calls for it by one yes that counts, and names what was said', () => {
		expect(
			categorySuggestion(
				answering({ serviceLevels: 'yes', 'availability.hours': 'no' }),
				'availability',
			),
		).toEqual({ kind: 'include', because: ['you promise a service level'] });
		for (const { id, category, saidYes } of scopingQuestions.filter(({ yes }) => yes === 'for')) {
			const suggestion = categorySuggestion(answering({ [id]: 'yes' }), category);
			expect(suggestion).toEqual({ kind: 'include', because: [saidYes] });
		}
	});

	it('speaks for leaving it out once every question that could call for it is a no', () => {
		const some = { serviceLevels: 'no', 'availability.recovery': 'no' } as const;
		expect(categorySuggestion(answering(some), 'availability').kind).toBe('open');
		const all = { ...some, 'availability.hours': 'no' } as const;
		expect(categorySuggestion(answering(all), 'availability')).toMatchObject({
			kind: 'leaveOut',
			because: [
				'you promise no service level',
				'you promise no recovery times',
				'customers can wait',
			],
		});
	});

	it('speaks for leaving it out by one reason against it', () => {
		expect(
			categorySuggestion(answering({ 'confidentiality.public': 'yes' }), 'confidentiality'),
		).toEqual({
			kind: 'leaveOut',
			because: ['all the data you hold is public'],
		});
		expect(
			categorySuggestion(
				answering({ 'processing-integrity.stored': 'yes' }),
				'processing-integrity',
			).kind,
		).toBe('leaveOut');
	});

	it('points both ways where the answers do', () => {
		const scope = answering({ serviceLevels: 'yes', 'availability.trial': 'yes' });
		expect(categorySuggestion(scope, 'availability').kind).toBe('mixed');
	});

	it('calls for privacy only where a company both decides and promises', () => {
		const collects = answering({ 'privacy.collects': 'yes' });
		expect(categorySuggestion(collects, 'privacy').kind).toBe('open');
		expect(categorySuggestion(answering({ individuals: 'yes' }, collects), 'privacy').kind).toBe(
			'include',
		);
		expect(categorySuggestion(answering({ individuals: 'no' }, collects), 'privacy').kind).toBe(
			'leaveOut',
		);
	});

	it('reads the role for personal data for privacy only', () => {
		const scope = aScope({ dataRole: 'processor' });
		expect(categorySuggestion(scope, 'privacy')).toEqual({
			kind: 'leaveOut',
			because: ['you process personal data for customers only'],
		});
		expect(categorySuggestion(scope, 'confidentiality').kind).toBe('open');
	});

	it('is not moved by what buyers ask for alone', () => {
		for (const category of chosenCategories) {
			const scope = answering({ [`${category}.asked`]: 'yes' });
			expect(categorySuggestion(scope, category).kind).toBe('open');
			expect(questionsOf(category).at(-1)?.id).toBe(`${category}.asked`);
		}
	});
});
