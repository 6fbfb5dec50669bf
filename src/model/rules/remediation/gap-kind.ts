/**
 * Which kind a gap is (readiness guide, 3.1). The questions are asked in this order and the first “no”
 * decides, so that one gap gets one kind.
 */
import { checkById } from '../../catalog/checks.ts';
import { commonGapById, type CommonGap } from '../../catalog/common-gaps.ts';

export type GapKind = CommonGap['kind'];

/** In the order of asking. */
export const kindQuestions: readonly { readonly kind: GapKind; readonly question: string }[] = [
	{ kind: 'design', question: 'If the control ran perfectly, would the criterion be met?' },
	{ kind: 'operating', question: 'Did it run each time it should have?' },
	{ kind: 'evidence', question: 'Can it be shown that it ran, by a record?' },
	{ kind: 'documentation', question: 'Is it written down, and is the text up to date?' },
];

/** Areas of checks whose findings have no common gap that says their kind. */
const kindByArea: Readonly<Record<string, GapKind>> = {
	SCP: 'documentation',
	PRD: 'documentation',
	COV: 'design',
	CTL: 'documentation',
	EVD: 'evidence',
	POP: 'evidence',
	TST: 'operating',
	ACC: 'operating',
	CHG: 'operating',
	VEN: 'operating',
	INC: 'operating',
	AVL: 'operating',
	CNF: 'design',
	PIN: 'design',
	PRV: 'design',
	RSK: 'operating',
	GOV: 'design',
	DSC: 'documentation',
	WKB: 'documentation',
};

/** The kind a finding of a check most likely is: that of the common gap it is a sign of, else its area's. */
export function kindOfCheck(check: string): GapKind {
	const facts = checkById(check);
	const [sign] = facts?.gaps ?? [];
	const common = sign === undefined ? undefined : commonGapById(sign);
	return common?.kind ?? kindByArea[facts?.area ?? ''] ?? 'documentation';
}
