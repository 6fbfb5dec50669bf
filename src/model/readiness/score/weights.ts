/** How much each part counts (readiness guide, 3.4; our proposal, nothing official). */
import type { PartKind } from './score.ts';

type Weights = Readonly<Record<PartKind, number>>;

/** Type 1 looks at one date: whether controls operated over time is not asked. */
export const type1Weights: Weights = { design: 0.5, paper: 0.2, evidence: 0.3, operation: 0 };
export const type2Weights: Weights = { design: 0.3, paper: 0.1, evidence: 0.3, operation: 0.3 };
