/** What a control brings to each criterion it answers: its score, and what may cap the criterion's. */
import type { Control } from '../../records/control.ts';
import { isOpenGap, type Gap } from '../../registers/gaps.ts';
import type { Facts } from '../facts.ts';
import type { ControlScore } from './score.ts';

export interface ControlStanding {
	readonly score: ControlScore;
	/** It does not apply, for a reason: left out. */
	readonly isNotApplicable: boolean;
	readonly isOnlyPlanned: boolean;
	/** A key control whose design is not met. */
	readonly failsDesign: boolean;
	/** Open critical or high gaps of it that name no criterion of their own. */
	readonly severeGaps: readonly string[];
}

export function controlStanding(
	control: Control,
	score: ControlScore,
	facts: Facts,
): ControlStanding {
	const gaps = [
		...facts.linked('gaps', 'controls', control.id),
		...facts.gone('gaps', 'controls', control.id),
	];
	return {
		score,
		isNotApplicable: isNotApplicable(control),
		isOnlyPlanned: isOnlyPlanned(control),
		failsDesign: control.isKey === 'yes' && control.design === 'notMet',
		severeGaps: gaps
			.filter((gap) => gap.criteria.length === 0 && isSevere(gap))
			.map(({ id }) => id),
	};
}

/** Left out only where somebody said why. */
export function isNotApplicable({
	status,
	notApplicableReason,
}: Pick<Control, 'status' | 'notApplicableReason'>): boolean {
	return status === 'notApplicable' && notApplicableReason.trim() !== '';
}

/** An open gap that caps a criterion; one that was retired without a reason still does. */
export function isSevere(gap: Gap): boolean {
	const isOpen = isOpenGap({ status: gap.status, retired: undefined });
	return isOpen && (gap.severity === 'critical' || gap.severity === 'high');
}

/** One that is said not to apply without a reason is no better than planned. */
function isOnlyPlanned({ status }: Control): boolean {
	return status === 'planned' || status === 'notStarted' || status === 'notApplicable';
}
