import type { PillState } from '../feedback/pill-state.ts';

/** What a state means here, in words of the caller. */
export interface StateWord {
	readonly state: PillState;
	readonly label: string;
}
