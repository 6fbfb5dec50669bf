/** How far a criterion is, as far as the status of its controls tells (SPEC X-4). */
import type { Control } from '../records/control.ts';
import { isTerm } from '../records/vocabulary.ts';

export type CriterionState = 'met' | 'partlyMet' | 'notMet' | 'notAssessed';

/** `controls` are the active ones that name the criterion. */
export function criterionState(controls: readonly Pick<Control, 'status'>[]): CriterionState {
	if (controls.length === 0) return 'notMet';
	const all = controls.map(({ status }) => status).filter((status) => status !== 'notApplicable');
	if (all.length === 0) return 'notAssessed';
	if (all.every((status) => status === 'implemented')) return 'met';
	if (all.some((status) => status === 'implemented' || status === 'inProgress')) return 'partlyMet';
	return all.every((status) => isTerm('status', status)) ? 'notMet' : 'notAssessed';
}
