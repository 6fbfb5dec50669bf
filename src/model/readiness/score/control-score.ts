/** The score of one control from its parts (readiness guide, 3.4). */
import type { Control } from '../../records/control.ts';
import { reportPeriod } from '../../rules/report-period.ts';
import type { Facts } from '../facts.ts';
import { designPart } from './design-part.ts';
import { evidenceOn, evidenceOver } from './evidence-part.ts';
import { operationPart } from './operation-part.ts';
import { paperPart } from './paper-part.ts';
import type { ControlScore, PartKind, Range, Reason, ScorePart } from './score.ts';
import { type1Weights, type2Weights } from './weights.ts';

/**
 * Parts of which nothing is due yet are left out, and the remaining weights make the whole. While no
 * period is set, the control is looked at as on today's date, as Type 1 does.
 */
export function controlScore(control: Control, facts: Facts): ControlScore {
	const parts = partsOf(control, facts);
	const counting = parts.filter(({ isLeftOut }) => !isLeftOut);
	const weights = counting.reduce((sum, { weight }) => sum + weight, 0);
	const mean = (side: 'low' | 'high') =>
		counting.reduce((sum, part) => sum + part.weight * part[side], 0) / weights;
	return {
		control: control.id,
		weight: control.isKey === 'yes' ? 2 : 1,
		low: mean('low'),
		high: mean('high'),
		parts,
		isGone: control.retired !== undefined,
	};
}

function partsOf(control: Control, facts: Facts): readonly ScorePart[] {
	const period = reportPeriod(facts.scope);
	if (period?.type !== 'type2') {
		const asOf = period?.asOf ?? facts.today;
		return [
			part('design', type1Weights.design, designPart(control)),
			part('paper', type1Weights.paper, paperPart(control, facts)),
			part('evidence', type1Weights.evidence, evidenceOn(control, asOf, facts)),
		];
	}
	const evidence = evidenceOver(control, period, facts);
	const nothingDue = evidence.due === 0;
	return [
		part('design', type2Weights.design, designPart(control)),
		part('paper', type2Weights.paper, paperPart(control, facts)),
		part('evidence', type2Weights.evidence, evidence, nothingDue),
		part('operation', type2Weights.operation, operationPart(control), nothingDue),
	];
}

function part(
	kind: PartKind,
	weight: number,
	{ low, high, reasons }: Range & { readonly reasons: readonly Reason[] },
	isLeftOut = false,
): ScorePart {
	return { kind, weight, low, high, reasons, isLeftOut };
}
