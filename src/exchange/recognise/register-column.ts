/** What a column of a sheet would become in a register, and why. */
import type { ColumnTarget, FieldKey, Guess } from '../proposal/proposal.ts';

export interface RegisterColumn {
	/** 0-based. */
	readonly index: number;
	readonly target: ColumnTarget;
	readonly guess: Guess;
	/** The next best fields, best first. */
	readonly alternatives: readonly FieldKey[];
}
