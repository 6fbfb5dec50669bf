/** Checks CHG: are changes reviewed and approved, and can nobody release alone what he wrote? */
import { nothing, rule } from '../check-rule.ts';
import { controlsDoing, isWorkDone, type Work } from '../control-work.ts';
import { itemsAtHand } from '../evidence-at-hand.ts';
import { foundMissing, inLibrary } from '../found-missing.ts';

const changeReview: Work = {
	kinds: ['ev-change-ticket', 'ev-branch-protection'],
	words: [
		/\b(?:chang|code|commit|merg|pull request|releas|deploy)/i,
		/\b(?:review|approv|authori[sz]|sign(?:s|ed)?[- ]off)/i,
	],
	criteria: ['CC8.1'],
};

const separateRelease: Work = {
	kinds: ['ev-deploy-access-list', 'ev-branch-protection'],
	words: [
		/\b(?:merg|releas|deploy|production|branch)/i,
		/\b(?:only|limit|restrict|separat|segregat|other than|cannot|different|block|protect|gate)/i,
	],
	criteria: ['CC8.1', 'CC6.8', 'CC6.3'],
};

export const changeRules = [
	rule({
		check: 'CHG-01',
		about: 'criteria',
		find: (criterion, facts) => {
			if (criterion !== 'CC8.1') return nothing;
			for (const { criteria } of controlsDoing(changeReview, facts)) {
				if (criteria.includes('CC8.1')) return nothing;
			}
			return [foundMissing(facts, inLibrary('CC8.1'), ['CC8.1'])];
		},
	}),
	rule({
		check: 'CHG-05',
		about: 'criteria',
		find: (criterion, facts) =>
			criterion !== 'CC8.1' ||
			isWorkDone(separateRelease, facts) ||
			itemsAtHand(facts, separateRelease.kinds).length > 0
				? nothing
				: [foundMissing(facts, inLibrary('CC8.1'), separateRelease.criteria)],
	}),
];
