/** Time as a session needs it: given by the composition, turned by hand in tests. */
import type { Timer } from '../carriers/timer.ts';

export interface SessionTimer extends Timer {
	/** Milliseconds that only go forward. */
	now(): number;
}
