/** 68 gaps that readiness work often finds, in our own words: how each shows and what closes it. */
import data from './common-gaps.json' with { type: 'json' };
import type { FactBasis } from './fact-basis.ts';

export interface CommonGap {
	/** `gap-late-offboarding`. */
	readonly id: string;
	readonly label: string;
	/** Token of the vocabulary `gapKind`. */
	readonly kind: 'design' | 'operating' | 'evidence' | 'documentation';
	/** Token of the vocabulary `severity`. */
	readonly severity: 'high' | 'medium' | 'low';
	/** What in the records gives it away, as a clause. */
	readonly signal: string;
	/** What to do, without full stop. */
	readonly fix: string;
	/** A gap of the whole engagement has no criteria. */
	readonly scope: 'engagement' | 'criterion';
	readonly basis: FactBasis;
	readonly criteria: readonly string[];
}

export const commonGaps = data as readonly CommonGap[];

const gapById = new Map(commonGaps.map((gap) => [gap.id, gap]));

/** The common gap of an id, or undefined where none exists. */
export function commonGapById(id: string): CommonGap | undefined {
	return gapById.get(id);
}
