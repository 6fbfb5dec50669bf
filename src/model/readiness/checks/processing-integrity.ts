/** Checks PIN: where processing is relied on, does any control notice what went wrong? */
import { isCategoryInScope } from '../category-in-scope.ts';
import { nothing, rule } from '../check-rule.ts';
import { isWorkDone, type Work } from '../control-work.ts';
import { foundMissing, inLibrary } from '../found-missing.ts';

const errorHandling: Work = {
	kinds: ['ev-reconciliation', 'ev-job-monitoring'],
	words: [/\b(?:reconcil|error|exception|fails?\b|failed|failure|reject|balanc|monitor)/i],
	criteria: ['PI1.2', 'PI1.3', 'PI1.4'],
};

export const processingIntegrityRules = [
	rule({
		check: 'PIN-01',
		about: 'workbook',
		find: (facts) =>
			!isCategoryInScope(facts, 'processing-integrity') || isWorkDone(errorHandling, facts)
				? nothing
				: [foundMissing(facts, inLibrary('PI1.3'), errorHandling.criteria)],
	}),
];
