/**
 * How severe a gap is (readiness guide, 3.2): critical where the criterion cannot be met now and nothing
 * makes up for it, high where a key control is missing or fails, medium where it is partly met, low for
 * paperwork. What a reader of the report would likely notice is raised by one.
 */
import type { CheckSeverity } from '../../catalog/checks.ts';
import type { GapKind } from './gap-kind.ts';

export type GapSeverity = 'critical' | 'high' | 'medium' | 'low';

/** Worst first. */
export const severities: readonly GapSeverity[] = ['critical', 'high', 'medium', 'low'];

/** In the order of asking; the first “yes” decides. */
export const severityQuestions: readonly {
	readonly severity: GapSeverity;
	readonly question: string;
}[] = [
	{
		severity: 'critical',
		question: 'Is it impossible to meet the criterion now, with nothing that makes up for it?',
	},
	{ severity: 'high', question: 'Is a key control missing or failing?' },
	{
		severity: 'medium',
		question: 'Is the criterion only partly met, or does another control make up for it?',
	},
	{ severity: 'low', question: 'Is it paperwork and no more?' },
];

/** One step worse: a reader of the report would likely notice. */
export function raised(severity: GapSeverity): GapSeverity {
	return severities[Math.max(0, severities.indexOf(severity) - 1)] ?? severity;
}

/** Place among the severities, 0 for critical; what is none of them comes last. */
export function severityRank(severity: string): number {
	const at = severities.findIndex((each) => each === severity);
	return at < 0 ? severities.length : at;
}

/** What is known of a finding when its gap is rated. */
export interface FindingWeight {
	readonly check: CheckSeverity;
	readonly kind: GapKind;
	readonly isAboutKeyControl: boolean;
	/** A criterion it touches has no control at all. */
	readonly leavesCriterionOpen: boolean;
}

/** A first rating of a finding; people have the last word. */
export function severityOfFinding({
	check,
	kind,
	isAboutKeyControl,
	leavesCriterionOpen,
}: FindingWeight): GapSeverity {
	if (leavesCriterionOpen && kind === 'design') return 'critical';
	if (check === 'error') return 'high';
	if (kind === 'documentation' || check === 'info') return 'low';
	return isAboutKeyControl ? 'high' : 'medium';
}
