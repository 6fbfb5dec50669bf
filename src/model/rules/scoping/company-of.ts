/** What is known of the company for the starter library: its answers, and its role for personal data. */
import { facetQuestions, type Company } from '../../catalog/company-facets.ts';
import type { Scope } from '../../records/scope.ts';
import { answerOf } from './answers.ts';

/** Facets that were answered; the role for personal data answers what nobody answered itself. */
export function companyOf(scope: Scope): Company {
	const role = scope.dataRole;
	const byRole: Company = {
		...(role === 'none' ? { personalData: false, individuals: false } : {}),
		...(['controller', 'processor', 'both'].includes(role) ? { personalData: true } : {}),
		...(role === 'processor' ? { individuals: false } : {}),
	};
	const answered = facetQuestions.flatMap(({ id }) => {
		const answer = answerOf(scope, id);
		return answer === 'unknown' ? [] : [[id, answer === 'yes'] as const];
	});
	return { ...byRole, ...Object.fromEntries(answered) };
}
