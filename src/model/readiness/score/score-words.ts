/** The sentence that says what a score comes from most (guide, 3.4). */
import { percent } from '../../../base/percent.ts';
import type { ControlScore, CriterionScore, PartKind, Reason, ScorePart } from './score.ts';

export interface MainReason {
	readonly criterion: CriterionScore;
	/** Undefined where the criterion has no control. */
	readonly control: ControlScore | undefined;
	readonly reason: Reason | undefined;
	/** '72%: pulled down most by CC9.2: no evidence for the round due 31 Mar 2026 (VR-04).' */
	readonly sentence: string;
}

/** What pulls a score down most; undefined where nothing does. */
export function mainReason(
	low: number,
	criteria: readonly CriterionScore[],
	scoreOf: (control: string) => ControlScore | undefined,
	nameOf: (control: string) => string,
): MainReason | undefined {
	const [worst] = [...criteria].sort((a, b) => a.low - b.low);
	if (!worst || worst.low >= 1) return undefined;
	const [cap] = worst.caps;
	const scores = worst.controls.flatMap((id) => scoreOf(id) ?? []);
	const [control] = [...scores].sort((a, b) => lossOf(b) - lossOf(a));
	const part = control && [...control.parts].sort((a, b) => lossIn(b) - lossIn(a))[0];
	const reason = part?.reasons.find(({ holds }) => holds !== 'yes');
	const isCapped = cap !== undefined && worst.low < worst.uncapped.low;
	const what =
		isCapped || !control || !reason
			? lowered(cap?.reason ?? 'No control answers it')
			: `${lowered(reason.text)} (${nameOf(control.control)})`;
	return {
		criterion: worst,
		control,
		reason,
		sentence: `${percent(low)}: pulled down most by ${worst.criterion}: ${what}.`,
	};
}

export const partWords: Readonly<Record<PartKind, string>> = {
	design: 'Design',
	paper: 'Documentation',
	evidence: 'Evidence',
	operation: 'Operation',
};

function lossOf({ low, weight }: ControlScore): number {
	return (1 - low) * weight;
}

function lossIn({ low, weight, isLeftOut }: ScorePart): number {
	return isLeftOut ? 0 : (1 - low) * weight;
}

function lowered(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
