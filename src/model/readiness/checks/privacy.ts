/** Checks PRV: where privacy is in scope, is the notice current and every privacy criterion answered? */
import { criterionById } from '../../catalog/criteria.ts';
import { isCategoryInScope } from '../category-in-scope.ts';
import { nothing, rule } from '../check-rule.ts';
import { foundNotCurrent } from '../kept-document.ts';

const privacyNotice = {
	policy: 'privacyNotice',
	words: /\bprivacy (?:notice|policy|statement)\b/i,
	evidence: ['ev-privacy-notice'],
	criteria: ['P1.1'],
};

export const privacyRules = [
	rule({
		check: 'PRV-01',
		about: 'workbook',
		find: (facts) =>
			isCategoryInScope(facts, 'privacy') ? foundNotCurrent(facts, privacyNotice) : nothing,
	}),
	rule({
		check: 'PRV-03',
		about: 'criteria',
		find: (criterion, facts) => {
			const isPrivacy = criterionById(criterion)?.category === 'privacy';
			return !isPrivacy || facts.answering(criterion).length > 0
				? nothing
				: [{ records: [], values: { criterion }, at: { kind: 'criterion', criterion } }];
		},
	}),
];
