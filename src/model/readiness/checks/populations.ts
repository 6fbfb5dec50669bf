/** Checks POP, as far as a workbook without lists and samples can tell. */
import { sampleRange } from '../../catalog/sampling.ts';
import { reportPeriod } from '../../rules/report-period.ts';
import { nothing } from '../check-rule.ts';
import { controlRule, foundAboutControl } from '../control-rule.ts';
import { wholeNumber } from '../evidence-due.ts';
import { evidenceModelOf, hasRhythm, roundsOf } from '../evidence-rounds.ts';

export const populationRules = [
	controlRule('POP-05', (control, { scope, today }) => {
		const period = reportPeriod(scope);
		const n = wholeNumber(control.itemsTested);
		// How many events there were, nobody could say yet: only a rhythm tells how many to expect.
		if (period?.type !== 'type2' || n === 0 || !hasRhythm(control.frequency)) return nothing;
		if (evidenceModelOf(control) === 'configuration') return nothing;
		const usual = sampleRange(control.frequency)?.low;
		const rounds = roundsOf(control, period).filter(({ due }) => due <= today).length;
		if (typeof usual !== 'number' || rounds === 0) return nothing;
		const min = Math.min(usual, rounds);
		return n < min ? [foundAboutControl(control, 'itemsTested', { n, min })] : nothing;
	}),
	controlRule('POP-07', (control, facts) => {
		const isEmpty =
			evidenceModelOf(control) === 'population' && control.testResult === 'didNotOperate';
		if (!isEmpty) return nothing;
		const isStated = facts
			.linked('evidence', 'controls', control.id)
			.some(({ kind, state }) => kind === 'ev-representation' && state === 'accepted');
		return isStated ? nothing : [foundAboutControl(control, 'testResult')];
	}),
];
