/** Gaps and evidence of criteria: what names the criterion itself, and what comes through its controls. */
import type { EvidenceItem } from '../../registers/evidence.ts';
import type { Gap } from '../../registers/gaps.ts';

export class LinkedRecords {
	readonly #gapsByCriterion = new Map<string, Gap[]>();
	/** Gaps that name no criterion of their own count for those of their controls. */
	readonly #gapsByControl = new Map<string, Gap[]>();
	readonly #evidenceByControl = new Map<string, EvidenceItem[]>();

	/** Retired records are left out. */
	constructor(gaps: readonly Gap[], evidence: readonly EvidenceItem[]) {
		for (const gap of gaps) {
			if (gap.retired) continue;
			for (const id of gap.criteria) put(this.#gapsByCriterion, id, gap);
			if (gap.criteria.length > 0) continue;
			for (const id of gap.controls) put(this.#gapsByControl, id, gap);
		}
		for (const item of evidence) {
			if (item.retired) continue;
			for (const id of item.controls) put(this.#evidenceByControl, id, item);
		}
	}

	/** Gaps of a criterion that these controls answer, closed ones too; each once. */
	gaps(criterion: string, controls: readonly string[]): readonly Gap[] {
		const through = controls.flatMap((id) => this.#gapsByControl.get(id) ?? []);
		return [...new Set([...(this.#gapsByCriterion.get(criterion) ?? []), ...through])];
	}

	/** Evidence of these controls, each item once. */
	evidence(controls: readonly string[]): readonly EvidenceItem[] {
		return [...new Set(controls.flatMap((id) => this.#evidenceByControl.get(id) ?? []))];
	}
}

function put<Record>(index: Map<string, Record[]>, id: string, record: Record): void {
	const found = index.get(id);
	if (found) found.push(record);
	else index.set(id, [record]);
}
