/** Checks INC: is there a plan for incidents, was it exercised, and is it said what happened? */
import { reportPeriod } from '../../rules/report-period.ts';
import { nothing, rule } from '../check-rule.ts';
import { isAboutPeriod, isCurrentlyShown, itemsAtHand } from '../evidence-at-hand.ts';
import { foundMissing, inEvidence } from '../found-missing.ts';
import { foundNotCurrent, type KeptDocument } from '../kept-document.ts';

const incidentPlan: KeptDocument = {
	policy: 'incidentResponse',
	words: /\bincident\b/i,
	evidence: ['ev-incident-plan'],
	criteria: ['CC7.3', 'CC7.4', 'CC7.5'],
};

/** Records of incidents, or a signed statement that there were none. */
const saysWhatHappened = ['ev-incident-record', 'ev-postmortem', 'ev-representation'];

export const incidentRules = [
	rule({
		check: 'INC-01',
		about: 'workbook',
		find: (facts) => foundNotCurrent(facts, incidentPlan),
	}),
	rule({
		check: 'INC-02',
		about: 'workbook',
		find: (facts) =>
			isCurrentlyShown(facts, ['ev-incident-test'])
				? nothing
				: [foundMissing(facts, inEvidence, ['CC7.4', 'CC7.5'])],
	}),
	rule({
		check: 'INC-05',
		about: 'workbook',
		find: (facts) => {
			const period = reportPeriod(facts.scope);
			if (period?.type !== 'type2' || facts.today < period.start) return nothing;
			const isSaid = itemsAtHand(facts, saysWhatHappened).some((item) =>
				isAboutPeriod(item, period),
			);
			return isSaid ? nothing : [foundMissing(facts, inEvidence, ['CC7.3', 'CC7.4'])];
		},
	}),
];
