/** Checks AVL: where availability is promised, is recovery tested, data backed up and capacity watched? */
import { isCategoryInScope } from '../category-in-scope.ts';
import { nothing, rule } from '../check-rule.ts';
import { isWorkDone, type Work } from '../control-work.ts';
import { isCurrentlyShown, itemsAtHand } from '../evidence-at-hand.ts';
import { foundAbout } from '../found-about.ts';
import { foundMissing, inEvidence, inLibrary } from '../found-missing.ts';
import { gapOf } from '../logged-deviation.ts';

const capacityWatch: Work = {
	kinds: ['ev-capacity-report'],
	words: [/\b(?:capacit|utili[sz]ation|headroom|auto-?scal|quota)/i],
	criteria: ['A1.1'],
};

export const availabilityRules = [
	rule({
		check: 'AVL-01',
		about: 'workbook',
		find: (facts) =>
			!isCategoryInScope(facts, 'availability') ||
			isCurrentlyShown(facts, ['ev-restore-test', 'ev-recovery-test'])
				? nothing
				: [foundMissing(facts, inEvidence, ['A1.2', 'A1.3'])],
	}),
	rule({
		check: 'AVL-02',
		about: 'workbook',
		find: (facts) =>
			!isCategoryInScope(facts, 'availability') ||
			itemsAtHand(facts, ['ev-backup-config', 'ev-backup-log']).length > 0
				? nothing
				: [foundMissing(facts, inEvidence, ['A1.2'])],
	}),
	rule({
		check: 'AVL-03',
		about: 'workbook',
		find: (facts) =>
			!isCategoryInScope(facts, 'availability') || isWorkDone(capacityWatch, facts)
				? nothing
				: [foundMissing(facts, inLibrary('A1.1'), ['A1.1'])],
	}),
	rule({
		check: 'AVL-04',
		about: 'systems',
		find: (system, facts) => {
			const [target, took] = [hours(system.recoveryTarget), hours(system.recoveryTested)];
			const isOver = target !== undefined && took !== undefined && took > target;
			if (!isOver || system.scope === 'out' || gapOf(facts, 'AVL-04', system.id)) return nothing;
			const values = { time: hoursInWords(took), target: hoursInWords(target) };
			const criteria = ['A1.2', 'A1.3', 'CC7.5'].filter((id) => facts.criteria.includes(id));
			return [foundAbout('systems', system, 'recoveryTested', values, { criteria })];
		},
	}),
];

function hours(text: string): number | undefined {
	const number = Number(text);
	return text.trim() !== '' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

function hoursInWords(number: number): string {
	return number === 1 ? '1 hour' : `${number} hours`;
}
