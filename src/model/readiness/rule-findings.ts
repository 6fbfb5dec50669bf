/**
 * What the rules of the checks find: each is asked of what it is about, and asked again only when
 * something that it asked for has changed.
 */
import { checkById, type ReportType } from '../catalog/checks.ts';
import type { RegisterName, RegisterRecord } from '../registers/register.ts';
import type { CheckRule } from './check-rule.ts';
import type { Facts, RecordRef } from './facts.ts';
import { findingKey, fingerprintOf, sameFinding, type Finding, type Found } from './finding.ts';
import { memo, sameList } from './memo.ts';

type RecordRule = Extract<CheckRule, { about: RegisterName }>;
type AnyRecordRule = (record: RegisterRecord, facts: Facts) => readonly Found[];

const none: readonly Finding[] = Object.freeze([]);

export class RuleFindings {
	readonly rules: readonly CheckRule[];
	readonly #facts: Facts;

	constructor(facts: Facts, rules: readonly CheckRule[]) {
		this.#facts = facts;
		this.rules = rules;
	}

	/** Of rules about the record's register; none for one that is retired or not there. */
	ofRecord({ register, id }: RecordRef): readonly Finding[] {
		return this.#ofRecord(`${register} ${id}`);
	}

	/** None for a criterion that is not in scope. */
	ofCriterion(criterion: string): readonly Finding[] {
		return this.#ofCriterion(criterion);
	}

	/** Of a rule about the workbook, by its place, since a check may have several; none of another. */
	ofWorkbook(place: number): readonly Finding[] {
		return this.#ofWorkbook(place);
	}

	readonly #ofRecord = memo<string, readonly Finding[]>((key) => {
		const [register, id] = key.split(' ') as [RegisterName, string];
		const record = this.#facts.record(register, id);
		if (!record || record.retired) return none;
		return this.#applying(register).flatMap((rule) => {
			// `#applying` gave the rules of this very register.
			const find = rule.find as unknown as AnyRecordRule;
			return find(record, this.#facts).map((found) => this.#finding(rule.check, id, found));
		});
	}, sameFindings);

	readonly #ofCriterion = memo<string, readonly Finding[]>((criterion) => {
		if (!this.#facts.criteria.includes(criterion)) return none;
		return this.rules.flatMap((rule) => {
			if (rule.about !== 'criteria' || !this.#applies(rule.check)) return [];
			return rule
				.find(criterion, this.#facts)
				.map((found) => this.#finding(rule.check, criterion, { criteria: [criterion], ...found }));
		});
	}, sameFindings);

	readonly #ofWorkbook = memo<number, readonly Finding[]>((place) => {
		const rule = this.rules[place];
		if (rule?.about !== 'workbook' || !this.#applies(rule.check)) return none;
		return rule.find(this.#facts).map((found) => this.#finding(rule.check, '', found));
	}, sameFindings);

	readonly #applying = memo<RegisterName, readonly RecordRule[]>(
		(register) =>
			this.rules.filter(
				(rule): rule is RecordRule => rule.about === register && this.#applies(rule.check),
			),
		sameList,
	);

	/** Checks of a Type 2 period are not asked of a Type 1 date, nor the other way round. */
	#applies(check: string): boolean {
		const { reportType } = this.#facts.scope;
		const type: ReportType | undefined =
			reportType === 'type1' || reportType === 'type2' ? reportType : undefined;
		const applies = checkById(check)?.appliesTo ?? [];
		return type === undefined ? applies.length === 2 : applies.includes(type);
	}

	#finding(check: string, subject: string, found: Found): Finding {
		const key = findingKey(check, subject, found.of);
		const severity = checkById(check)?.severity ?? 'warning';
		const acceptances = severity === 'error' ? [] : this.#facts.acceptances(key);
		const print = acceptances.length > 0 ? fingerprintOf(this.#facts, found) : '';
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
		const record = first && this.#facts.record(first.register, first.id);
		return record && 'criteria' in record ? record.criteria : [];
	}
}

function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
	return sameList(a, b, sameFinding);
}
