/** How the states of the road look, and what its places are called. */
import type { RoadPlace, StandingState } from '../../model/guidance/road/standing.ts';
import type { PillState } from '../../ui/feedback/pill-state.ts';

interface Look {
	readonly pill: PillState;
	readonly label: string;
}

export const standingLooks: Readonly<Record<StandingState, Look>> = {
	done: { pill: 'met', label: 'Done' },
	now: { pill: 'part', label: 'Under way' },
	later: { pill: 'planned', label: 'Ahead' },
	unknown: { pill: 'none', label: 'Not recorded' },
};

export const placeWords: Readonly<Record<RoadPlace, string>> = {
	scope: 'Open the scope',
	criteria: 'Open the criteria',
	gaps: 'Open the gaps',
	evidence: 'Open the evidence',
};
