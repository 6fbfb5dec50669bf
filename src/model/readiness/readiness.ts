/**
 * Where a workbook stands: findings and scores, kept as records change. After an edit only the rules
 * that asked for what was edited are asked again; totals look again at one group of records in a
 * hundred. The same as a recount from nothing, which a property test holds (SPEC Q-1).
 */
import type { CalendarDate } from '../../base/calendar-date.ts';
import { checkById, type ReportType } from '../catalog/checks.ts';
import { criterionById, criteria, type TrustServicesCategory } from '../catalog/criteria.ts';
import { registerNames, type RegisterName, type RegisterRecord } from '../registers/register.ts';
import { recordName } from '../registers/register.ts';
import { registers } from '../registers/registers.ts';
import { countsOf, sameCounts, type CheckCount } from './check-counts.ts';
import type { CheckRule } from './check-rule.ts';
import { checkRules } from './checks/check-rules.ts';
import { FactStore, type FactChanges } from './fact-store.ts';
import type { Facts, RecordRef } from './facts.ts';
import { findingKey, fingerprintOf, sameFinding, type Finding, type Found } from './finding.ts';
import { memo, sameList } from './memo.ts';
import { controlScore } from './score/control-score.ts';
import { controlStanding, type ControlStanding } from './score/control-standing.ts';
import { criterionScore } from './score/criterion-score.ts';
import { groupScore } from './score/group-score.ts';
import { mainReason, type MainReason } from './score/score-words.ts';
import {
	sameScore,
	type ControlScore,
	type CriterionScore,
	type GroupScore,
} from './score/score.ts';

type AnyRecordRule = (record: RegisterRecord, facts: Facts) => readonly Found[];

const none: readonly Finding[] = Object.freeze([]);

export class Readiness {
	readonly facts: FactStore;
	readonly #rules: readonly CheckRule[];

	/** `rules` are those of the catalogue but in tests of single ones. */
	constructor(today: CalendarDate, rules: readonly CheckRule[] = checkRules) {
		this.facts = new FactStore(today);
		this.#rules = rules;
	}

	/** Takes what changed in the workbook. */
	put(changes: FactChanges): void {
		this.facts.put(changes);
	}

	/** Ids of the checks that this program can run, in the catalogue's order. */
	get checks(): readonly string[] {
		return [...new Set(this.#rules.map(({ check }) => check))];
	}

	/** Every finding of a check, accepted ones too. */
	findingsOf(check: string): readonly Finding[] {
		return this.#byCheck(check);
	}

	/** Findings about one record: of rules about its register, and of the workbook where it comes first. */
	findingsAbout({ register, id }: RecordRef): readonly Finding[] {
		return this.#about(`${register} ${id}`);
	}

	/** Findings that touch a criterion: its own, and those of the controls that answer it. */
	findingsTouching(criterion: string): readonly Finding[] {
		return this.#touching(criterion);
	}

	/** By check, only those that found something. */
	get counts(): ReadonlyMap<string, CheckCount> {
		return this.#counts(undefined);
	}

	/** Open findings of the error level, in all: while there is one, nothing is called ready. */
	get errors(): number {
		let errors = 0;
		for (const [check, { open }] of this.counts) {
			if (checkById(check)?.severity === 'error') errors += open;
		}
		return errors;
	}

	/** What an acceptance of the finding keeps, to end when a record concerned changes. */
	fingerprint(finding: Finding): string {
		return fingerprintOf(this.facts, finding);
	}

	/** Undefined for an id that is no control's. */
	controlScore(id: string): ControlScore | undefined {
		return this.#controlScore(id);
	}

	criterionScore(criterion: string): CriterionScore {
		return this.#criterionScore(criterion);
	}

	/** Undefined where none of its criteria is in scope. */
	categoryScore(category: TrustServicesCategory): GroupScore | undefined {
		return this.#categoryScore(category);
	}

	/** Over all criteria in scope. */
	get score(): GroupScore | undefined {
		return this.#score(undefined);
	}

	/** What pulls the score down most. */
	get mainReason(): MainReason | undefined {
		return this.#mainReason(undefined);
	}

	/**
	 * Works out what is not yet known of a great workbook in steps, each of a few milliseconds. Returns
	 * how many are left; whatever is asked for before is worked out then and there.
	 */
	*steps(): Generator<number, void> {
		const groups = registerNames.flatMap((name) =>
			Array.from({ length: this.facts.bucketCount(name) }, (_, number) => `${name} ${number}`),
		);
		let left = groups.length + criteria.length;
		for (const comparing of this.facts.comparing()) yield left + comparing;
		for (const group of groups) {
			this.#groupFindings(group);
			const [name, number] = group.split(' ') as [RegisterName, string];
			if (name === 'controls') {
				for (const id of this.facts.bucket(name, Number(number))) this.#controlScore(id);
			}
			yield (left -= 1);
		}
		for (const { id } of criteria) {
			this.#criterionScore(id);
			yield (left -= 1);
		}
	}

	readonly #recordFindings = memo<string, readonly Finding[]>((key) => {
		const [register, id] = key.split(' ') as [RegisterName, string];
		const record = this.facts.record(register, id);
		if (!record || record.retired) return none;
		return this.#applying(register).flatMap((rule) => {
			// `#applying` gave the rules of this very register.
			const find = rule.find as unknown as AnyRecordRule;
			const found = find(record, this.facts);
			return found.map((one) => this.#finding(rule.check, id, one));
		});
	}, sameFindings);

	readonly #about = memo<string, readonly Finding[]>((key) => {
		const ofWorkbook = this.#rules
			.flatMap((_, place) => this.#workbookFindings(place))
			.filter(({ records: [first] }) => first && `${first.register} ${first.id}` === key);
		return [...this.#recordFindings(key), ...ofWorkbook];
	}, sameList);

	readonly #criterionFindings = memo<string, readonly Finding[]>((criterion) => {
		if (!this.facts.criteria.includes(criterion)) return none;
		return this.#rules.flatMap((rule) => {
			if (rule.about !== 'criteria' || !this.#applies(rule.check)) return [];
			return rule
				.find(criterion, this.facts)
				.map((found) => this.#finding(rule.check, criterion, { criteria: [criterion], ...found }));
		});
	}, sameFindings);

	/** By the rule's place, since a check may have several. */
	readonly #workbookFindings = memo<number, readonly Finding[]>((place) => {
		const rule = this.#rules[place];
		if (rule?.about !== 'workbook' || !this.#applies(rule.check)) return none;
		return rule.find(this.facts).map((found) => this.#finding(rule.check, '', found));
	}, sameFindings);

	/** Findings about a group of records of a register: `controls 3`. */
	readonly #groupFindings = memo<string, readonly Finding[]>((key) => {
		const [register, number] = key.split(' ') as [RegisterName, string];
		return this.facts
			.bucket(register, Number(number))
			.flatMap((id) => this.#recordFindings(`${register} ${id}`));
	}, sameList);

	readonly #groupCounts = memo<string, ReadonlyMap<string, CheckCount>>(
		(key) => countsOf(this.#groupFindings(key)),
		sameCounts,
	);

	readonly #othersFindings = memo<undefined, readonly Finding[]>(
		() => [
			...this.#rules.flatMap((_, place) => this.#workbookFindings(place)),
			...criteria.flatMap(({ id }) => this.#criterionFindings(id)),
		],
		sameList,
	);

	readonly #counts = memo<undefined, ReadonlyMap<string, CheckCount>>(() => {
		const sum = new Map(countsOf(this.#othersFindings(undefined)));
		for (const group of this.#groups()) {
			for (const [check, { open, accepted }] of this.#groupCounts(group)) {
				const before = sum.get(check);
				sum.set(check, {
					open: open + (before?.open ?? 0),
					accepted: accepted + (before?.accepted ?? 0),
				});
			}
		}
		return sum;
	}, sameCounts);

	readonly #byCheck = memo<string, readonly Finding[]>((check) => {
		const ofRecords = this.#groups().flatMap((group) =>
			this.#groupCounts(group).has(check) ? this.#checkInGroup(`${check} ${group}`) : none,
		);
		const others = this.#othersFindings(undefined).filter((finding) => finding.check === check);
		return [...others, ...ofRecords];
	}, sameList);

	/** By check and group: `CTL-01 controls 3`. */
	readonly #checkInGroup = memo<string, readonly Finding[]>((key) => {
		const [check] = key.split(' ', 1);
		const findings = this.#groupFindings(key.slice(key.indexOf(' ') + 1));
		return findings.filter((finding) => finding.check === check);
	}, sameList);

	readonly #touching = memo<string, readonly Finding[]>((criterion) => {
		const own = this.#othersFindings(undefined).filter(({ criteria: touched }) =>
			touched.includes(criterion),
		);
		const ofControls = this.facts
			.linked('controls', 'criteria', criterion)
			.flatMap(({ id }) => this.#recordFindings(`controls ${id}`));
		const ofOthers = (
			['gaps', 'vendors', 'risks', 'policies', 'complementary', 'commitments'] as const
		).flatMap((register) =>
			this.facts
				.linked(register, 'criteria', criterion)
				.flatMap(({ id }) => this.#recordFindings(`${register} ${id}`)),
		);
		return [...own, ...ofControls, ...ofOthers];
	}, sameList);

	readonly #controlScore = memo<string, ControlScore | undefined>((id) => {
		const control = this.facts.record('controls', id);
		return control && controlScore(control, this.facts);
	}, sameScore);

	readonly #standing = memo<string, ControlStanding | undefined>((id) => {
		const control = this.facts.record('controls', id);
		const score = this.#controlScore(id);
		return control && score && controlStanding(control, score, this.facts);
	}, sameScore);

	readonly #criterionScore = memo<string, CriterionScore>(
		(criterion) => criterionScore(criterion, this.facts, this.#standing),
		sameScore,
	);

	readonly #categoryScore = memo<TrustServicesCategory, GroupScore | undefined>((category) => {
		const ids = this.facts.criteria.filter((id) => criterionById(id)?.category === category);
		return groupScore(ids.map(this.#criterionScore));
	}, sameScore);

	readonly #score = memo<undefined, GroupScore | undefined>(
		() => groupScore(this.facts.criteria.map(this.#criterionScore)),
		sameScore,
	);

	readonly #mainReason = memo<undefined, MainReason | undefined>(() => {
		const score = this.score;
		if (!score) return undefined;
		const scores = score.criteria.map(this.#criterionScore);
		return mainReason(score.low, scores, this.#controlScore, (id) =>
			recordName(registers.controls, this.facts.record('controls', id)),
		);
	}, sameScore);

	#groups(): readonly string[] {
		return registerNames.flatMap((name) =>
			Array.from({ length: this.facts.bucketCount(name) }, (_, number) => `${name} ${number}`),
		);
	}

	readonly #applying = memo<RegisterName, readonly Extract<CheckRule, { about: RegisterName }>[]>(
		(register) =>
			this.#rules.filter(
				(rule): rule is Extract<CheckRule, { about: RegisterName }> =>
					rule.about === register && this.#applies(rule.check),
			),
		sameList,
	);

	/** Checks of a Type 2 period are not asked of a Type 1 date, nor the other way round. */
	#applies(check: string): boolean {
		const { reportType } = this.facts.scope;
		const type: ReportType | undefined =
			reportType === 'type1' || reportType === 'type2' ? reportType : undefined;
		const applies = checkById(check)?.appliesTo ?? [];
		return type === undefined ? applies.length === 2 : applies.includes(type);
	}

	#finding(check: string, subject: string, found: Found): Finding {
		const key = findingKey(check, subject, found.of);
		const severity = checkById(check)?.severity ?? 'warning';
		const acceptances = severity === 'error' ? [] : this.facts.acceptances(key);
		const print = acceptances.length > 0 ? fingerprintOf(this.facts, found) : '';
		return {
			...found,
			check,
			key,
			severity,
			criteria: found.criteria ?? this.#criteriaOf(found.records),
			accepted: acceptances.find(({ of }) => of === print),
		};
	}

	/** The criteria of the first record concerned. */
	#criteriaOf([first]: readonly RecordRef[]): readonly string[] {
		const record = first && this.facts.record(first.register, first.id);
		return record && 'criteria' in record ? record.criteria : [];
	}
}

function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
	return sameList(a, b, sameFinding);
}
