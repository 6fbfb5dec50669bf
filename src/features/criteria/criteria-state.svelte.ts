/** The criteria of a workbook as the place shows them: rows, what is chosen of them, neighbours. */
import { readinessOf } from '../../live/live-readiness.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import {
	categories,
	criteria,
	type CategoryFacts,
	type TrustServicesCategory,
} from '../../model/catalog/criteria.ts';
import { isNotRelevant } from '../../model/records/assessment.ts';
import { LinkedRecords } from '../../model/rules/criteria/linked-records.ts';
import { criterionStanding, type CriterionStanding } from '../../model/rules/criteria/standing.ts';
import type { CriterionRow } from './criterion-row.ts';

export type StandingFilter = CriterionStanding | 'notRelevant' | '';

export class CriteriaState {
	readonly workbook: LiveWorkbook;
	/** What is shown of the criteria; '' for all. */
	standing = $state<StandingFilter>('');
	category = $state<TrustServicesCategory | ''>('');
	text = $state('');
	isList = $state(false);

	/** Categories that the examination covers, and those it leaves out. */
	readonly inScope: readonly CategoryFacts[] = $derived.by(() => {
		const chosen = new Set<string>(this.workbook.scope.categories);
		const counted = new Set(readinessOf(this.workbook).criteria);
		return categories.filter(({ id, mandatory }) =>
			chosen.size > 0
				? chosen.has(id)
				: mandatory || criteria.some((one) => one.category === id && counted.has(one.id)),
		);
	});
	readonly leftOut: readonly CategoryFacts[] = $derived(
		categories.filter((category) => !this.inScope.includes(category)),
	);
	readonly #linked = $derived.by(
		() => new LinkedRecords(this.workbook.records('gaps'), this.workbook.records('evidence')),
	);
	/** Every criterion of the categories in scope, those set aside too, in the catalogue's order. */
	readonly rows: readonly CriterionRow[] = $derived.by(() => {
		const covered = new Set(this.inScope.map(({ id }) => id));
		return criteria.filter(({ category }) => covered.has(category)).map(({ id }) => this.rowOf(id));
	});
	readonly shown: readonly CriterionRow[] = $derived(this.rows.filter((row) => this.#shows(row)));

	constructor(workbook: LiveWorkbook) {
		this.workbook = workbook;
	}

	get isFiltered(): boolean {
		return this.standing !== '' || this.category !== '' || this.text.trim() !== '';
	}

	showAll(): void {
		this.standing = '';
		this.category = '';
		this.text = '';
	}

	/** A criterion by its id; one of the 61, in scope or not. */
	rowOf(id: string): CriterionRow {
		const criterion = criteria.find((one) => one.id === id);
		if (!criterion) throw new Error(`There is no criterion ${id}`);
		const readiness = readinessOf(this.workbook);
		const assessment = this.workbook.assessment(id);
		const score = readiness.criterionScore(id);
		const touching = readiness.findingsTouching(id);
		const findings = touching.filter(({ accepted }) => !accepted);
		const statuses = score.controls.map(
			(control) => this.workbook.record('controls', control)?.status ?? '',
		);
		return {
			id,
			criterion,
			assessment,
			standing: isNotRelevant(assessment)
				? undefined
				: criterionStanding(score, statuses, findings),
			score,
			findings,
			accepted: touching.filter(({ accepted }) => accepted),
			gaps: this.#linked.gaps(id, score.controls),
			evidence: this.#linked.evidence(score.controls),
		};
	}

	/** The criterion before or after another among those shown, or among all where it is not shown. */
	neighbour(id: string, step: 1 | -1): CriterionRow | undefined {
		const among = this.shown.some((row) => row.id === id) ? this.shown : this.rows;
		const at = among.findIndex((row) => row.id === id);
		return at < 0 ? undefined : among[at + step];
	}

	#shows({ criterion, standing }: CriterionRow): boolean {
		const wanted = this.text.trim().toLowerCase();
		return (
			(this.standing === '' || (standing ?? 'notRelevant') === this.standing) &&
			(this.category === '' || criterion.category === this.category) &&
			(wanted === '' || `${criterion.id} ${criterion.label}`.toLowerCase().includes(wanted))
		);
	}
}
