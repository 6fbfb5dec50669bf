/**
 * Where a workbook stands: findings and scores, kept as records change. After an edit only the rules
 * that asked for what was edited are asked again. The same as a recount from nothing, which a property
 * test holds (SPEC Q-1).
 */
import type { CalendarDate } from '../../base/calendar-date.ts';
import { criteria, type TrustServicesCategory } from '../catalog/criteria.ts';
import { registerNames } from '../registers/register.ts';
import type { CheckCount } from './check-counts.ts';
import type { CheckRule } from './check-rule.ts';
import { checkRules } from './checks/check-rules.ts';
import { FactStore, type FactChanges } from './fact-store.ts';
import type { RecordRef } from './facts.ts';
import { fingerprintOf, type Finding } from './finding.ts';
import { Findings } from './findings.ts';
import { RuleFindings } from './rule-findings.ts';
import type { MainReason } from './score/score-words.ts';
import type { ControlScore, CriterionScore, GroupScore } from './score/score.ts';
import { Scores } from './score/scores.ts';

/** Records looked at in one step. */
const recordsPerStep = 16;

export class Readiness {
	readonly facts: FactStore;
	readonly #found: RuleFindings;
	readonly #findings: Findings;
	readonly #scores: Scores;

	/** `rules` are those of the catalogue but in tests of single ones. */
	constructor(today: CalendarDate, rules: readonly CheckRule[] = checkRules) {
		this.facts = new FactStore(today);
		this.#found = new RuleFindings(this.facts, rules);
		this.#findings = new Findings(this.facts, this.#found);
		this.#scores = new Scores(this.facts);
	}

	/** Takes what changed in the workbook. */
	put(changes: FactChanges): void {
		this.facts.put(changes);
	}

	/** Ids of the checks that this program can run, in the catalogue's order. */
	get checks(): readonly string[] {
		return [...new Set(this.#found.rules.map(({ check }) => check))];
	}

	/** Every finding of a check, accepted ones too. */
	findingsOf(check: string): readonly Finding[] {
		return this.#findings.of(check);
	}

	/** Findings about one record: of rules about its register, and of the workbook where it comes first. */
	findingsAbout(record: RecordRef): readonly Finding[] {
		return this.#findings.about(record);
	}

	/** Findings that touch a criterion: its own, and those of the records that answer it. */
	findingsTouching(criterion: string): readonly Finding[] {
		return this.#findings.touching(criterion);
	}

	/** By check, only those that found something. */
	get counts(): ReadonlyMap<string, CheckCount> {
		return this.#findings.counts;
	}

	/** Open findings of the error level, in all: while there is one, nothing is called ready. */
	get errors(): number {
		return this.#findings.errors;
	}

	/** What an acceptance of the finding keeps, to end when a record concerned changes. */
	fingerprint(finding: Finding): string {
		return fingerprintOf(this.facts, finding);
	}

	/** Undefined for an id that is no control's. */
	controlScore(id: string): ControlScore | undefined {
		return this.#scores.ofControl(id);
	}

	criterionScore(criterion: string): CriterionScore {
		return this.#scores.ofCriterion(criterion);
	}

	/** Undefined where none of its criteria is in scope. */
	categoryScore(category: TrustServicesCategory): GroupScore | undefined {
		return this.#scores.ofCategory(category);
	}

	/** Over all criteria in scope. */
	get score(): GroupScore | undefined {
		return this.#scores.ofAll;
	}

	/** What pulls the score down most. */
	get mainReason(): MainReason | undefined {
		return this.#scores.mainReason;
	}

	/**
	 * Works out what is not yet known of a great workbook in steps, each of a few milliseconds. Returns
	 * how many are left, about; whatever is asked for before is worked out then and there.
	 */
	*steps(): Generator<number, void> {
		const records = this.#records();
		const { rules } = this.#found;
		let left = Math.ceil(records.length / recordsPerStep) + rules.length + criteria.length;
		for (const comparing of this.facts.comparing()) yield left + comparing;
		for (const [at, record] of records.entries()) {
			this.#found.ofRecord(record);
			if (record.register === 'controls') this.#scores.ofControl(record.id);
			if (at % recordsPerStep === recordsPerStep - 1) yield (left -= 1);
		}
		for (const place of rules.keys()) {
			this.#found.ofWorkbook(place);
			yield (left -= 1);
		}
		for (const { id } of criteria) {
			this.#found.ofCriterion(id);
			this.#scores.ofCriterion(id);
			yield (left -= 1);
		}
		const groups = this.#findings.stepsOfGroups();
		while (!groups.next().done) yield left;
	}

	#records(): readonly RecordRef[] {
		return registerNames.flatMap((register) =>
			Array.from({ length: this.facts.bucketCount(register) }, (_, number) =>
				this.facts.bucket(register, number).map((id) => ({ register, id })),
			).flat(),
		);
	}
}
