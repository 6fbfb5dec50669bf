/** Scores of controls, criteria, categories and the workbook, worked out when asked for and kept. */
import { criterionById, type TrustServicesCategory } from '../../catalog/criteria.ts';
import { recordName } from '../../registers/register.ts';
import { registers } from '../../registers/registers.ts';
import type { Facts } from '../facts.ts';
import { memo } from '../memo.ts';
import { controlScore } from './control-score.ts';
import { controlStanding, type ControlStanding } from './control-standing.ts';
import { criterionScore } from './criterion-score.ts';
import { groupScore } from './group-score.ts';
import { mainReason, type MainReason } from './score-words.ts';
import { sameScore, type ControlScore, type CriterionScore, type GroupScore } from './score.ts';

export class Scores {
	readonly #facts: Facts;

	constructor(facts: Facts) {
		this.#facts = facts;
	}

	/** Undefined for an id that is no control's. */
	readonly ofControl = memo<string, ControlScore | undefined>((id) => {
		const control = this.#facts.record('controls', id);
		return control && controlScore(control, this.#facts);
	}, sameScore);

	readonly ofCriterion = memo<string, CriterionScore>(
		(criterion) => criterionScore(criterion, this.#facts, this.#standing),
		sameScore,
	);

	/** Undefined where none of its criteria is in scope. */
	readonly ofCategory = memo<TrustServicesCategory, GroupScore | undefined>((category) => {
		const ids = this.#facts.criteria.filter((id) => criterionById(id)?.category === category);
		return groupScore(ids.map(this.ofCriterion));
	}, sameScore);

	/** Over all criteria in scope. */
	get ofAll(): GroupScore | undefined {
		return this.#ofAll(undefined);
	}

	/** What pulls the score down most. */
	get mainReason(): MainReason | undefined {
		return this.#mainReason(undefined);
	}

	readonly #standing = memo<string, ControlStanding | undefined>((id) => {
		const control = this.#facts.record('controls', id);
		const score = this.ofControl(id);
		return control && score && controlStanding(control, score, this.#facts);
	}, sameScore);

	readonly #ofAll = memo<undefined, GroupScore | undefined>(
		() => groupScore(this.#facts.criteria.map(this.ofCriterion)),
		sameScore,
	);

	readonly #mainReason = memo<undefined, MainReason | undefined>(() => {
		const score = this.ofAll;
		if (!score) return undefined;
		const scores = score.criteria.map(this.ofCriterion);
		return mainReason(score.low, scores, this.ofControl, (id) =>
			recordName(registers.controls, this.#facts.record('controls', id)),
		);
	}, sameScore);
}
