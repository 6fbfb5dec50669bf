/** A criterion with all that the map, the list and the panel say of it. */
import { counted } from '../../base/counted.ts';
import type { Criterion } from '../../model/catalog/criteria.ts';
import type { Finding } from '../../model/readiness/finding.ts';
import { percentRange } from '../../base/percent.ts';
import type { CriterionScore } from '../../model/readiness/score/score.ts';
import { isNotRelevant, type Assessment } from '../../model/records/assessment.ts';
import { termLabel } from '../../model/records/vocabulary.ts';
import type { EvidenceItem } from '../../model/registers/evidence.ts';
import { isOpenGap, type Gap } from '../../model/registers/gaps.ts';
import { standingWords, type CriterionStanding } from '../../model/rules/criteria/standing.ts';

export interface CriterionRow {
	/** The criterion's published id. */
	readonly id: string;
	readonly criterion: Criterion;
	readonly assessment: Assessment;
	/** Undefined where it is set aside as not relevant: then nothing of it counts. */
	readonly standing: CriterionStanding | undefined;
	readonly score: CriterionScore;
	/** Those nobody accepted. */
	readonly findings: readonly Finding[];
	readonly accepted: readonly Finding[];
	readonly gaps: readonly Gap[];
	readonly evidence: readonly EvidenceItem[];
}

export function openGaps({ gaps }: Pick<CriterionRow, 'gaps'>): readonly Gap[] {
	return gaps.filter(isOpenGap);
}

export function acceptedEvidence({ evidence }: Pick<CriterionRow, 'evidence'>): number {
	return evidence.filter(({ state }) => state === 'accepted').length;
}

/** The words of what a person concludes; '' where nobody did. */
export function conclusionWords({ conclusion }: Assessment): string {
	return conclusion === 'notAssessed' ? '' : termLabel('conclusion', conclusion);
}

/** What a person concludes and the figures do not bear out: met, and it is not; not met, and it is. */
export function isAtOdds({ standing, assessment }: CriterionRow): boolean {
	if (standing === undefined) return false;
	return assessment.conclusion === 'met'
		? standing !== 'met'
		: assessment.conclusion === 'notMet' && standing === 'met';
}

/** How it stands, in words. */
export function standingLabel({ standing }: Pick<CriterionRow, 'standing'>): string {
	return standing === undefined ? notRelevantWords : standingWords[standing];
}

export const notRelevantWords = 'Not relevant';

/** "72–85%, 4 controls, 2 findings, 1 open gap. Your conclusion: Partly met" */
export function rowWords(row: CriterionRow): string {
	if (isNotRelevant(row.assessment)) return row.assessment.notRelevantReason;
	const { score, findings, assessment } = row;
	const controls = score.controls.length;
	const parts = [
		controls > 0 ? percentRange(score.low, score.high) : '',
		controls > 0 ? counted(controls, 'control') : '',
		findings.length > 0 ? counted(findings.length, 'finding') : '',
		openGaps(row).length > 0 ? counted(openGaps(row).length, 'open gap') : '',
	];
	const conclusion = conclusionWords(assessment);
	return [parts.filter(Boolean).join(', '), conclusion && `Your conclusion: ${conclusion}`]
		.filter(Boolean)
		.join('. ');
}
