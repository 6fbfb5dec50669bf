/**
 * All findings, by check, record and criterion, and how many there are. After an edit the sums look
 * again at one group of records in a hundred.
 */
import { checkById } from '../catalog/checks.ts';
import { criteria } from '../catalog/criteria.ts';
import { registerNames, type RegisterName } from '../registers/register.ts';
import { countsOf, sameCounts, type CheckCount } from './check-counts.ts';
import type { FactStore } from './fact-store.ts';
import type { RecordRef } from './facts.ts';
import type { Finding } from './finding.ts';
import { memo, sameList } from './memo.ts';
import type { RuleFindings } from './rule-findings.ts';

/** A group of records of a register, by its name: `controls 3`. */
type GroupName = `${RegisterName} ${number}`;

const none: readonly Finding[] = Object.freeze([]);

export class Findings {
	readonly #facts: FactStore;
	readonly #found: RuleFindings;

	constructor(facts: FactStore, found: RuleFindings) {
		this.#facts = facts;
		this.#found = found;
	}

	/** Every finding of a check, accepted ones too. */
	of(check: string): readonly Finding[] {
		return this.#ofCheck(check);
	}

	/** Findings about one record: of rules about its register, and of the workbook where it comes first. */
	about({ register, id }: RecordRef): readonly Finding[] {
		return this.#about(`${register} ${id}`);
	}

	/** Findings that touch a criterion: its own, and those of the records that answer it. */
	touching(criterion: string): readonly Finding[] {
		return this.#touching(criterion);
	}

	/** By check, only those that found something. */
	get counts(): ReadonlyMap<string, CheckCount> {
		return this.#counts(undefined);
	}

	/** Open ones of the error level, in all: while there is one, nothing is called ready. */
	get errors(): number {
		let errors = 0;
		for (const [check, { open }] of this.counts) {
			if (checkById(check)?.severity === 'error') errors += open;
		}
		return errors;
	}

	/** Works out in steps, each of a few milliseconds, what is asked of groups. */
	*stepsOfGroups(): Generator<void, void> {
		for (const group of this.#groups()) {
			this.#countsInGroup(group);
			yield;
		}
	}

	readonly #about = memo<string, readonly Finding[]>((key) => {
		const [register, id] = key.split(' ') as [RegisterName, string];
		const ofWorkbook = this.#ofWorkbook().filter(
			({ records: [first] }) => first?.register === register && first.id === id,
		);
		return [...this.#found.ofRecord({ register, id }), ...ofWorkbook];
	}, sameList);

	readonly #touching = memo<string, readonly Finding[]>((criterion) => {
		const own = this.#ofNoRecord(undefined).filter(({ criteria: touched }) =>
			touched.includes(criterion),
		);
		const registers = [
			...(['controls', 'gaps', 'vendors', 'risks'] as const),
			...(['policies', 'complementary', 'commitments'] as const),
		];
		const ofRecords = registers.flatMap((register) =>
			this.#facts
				.linkedIds(register, 'criteria', criterion)
				.flatMap((id) => this.#found.ofRecord({ register, id })),
		);
		return [...own, ...ofRecords];
	}, sameList);

	readonly #ofCheck = memo<string, readonly Finding[]>((check) => {
		const ofRecords = this.#groups().flatMap((group) =>
			this.#countsInGroup(group).has(check) ? this.#ofCheckInGroup(`${check} ${group}`) : none,
		);
		const others = this.#ofNoRecord(undefined).filter((finding) => finding.check === check);
		return [...others, ...ofRecords];
	}, sameList);

	readonly #counts = memo<undefined, ReadonlyMap<string, CheckCount>>(() => {
		const sum = new Map(countsOf(this.#ofNoRecord(undefined)));
		for (const group of this.#groups()) {
			for (const [check, { open, accepted }] of this.#countsInGroup(group)) {
				const before = sum.get(check);
				sum.set(check, {
					open: open + (before?.open ?? 0),
					accepted: accepted + (before?.accepted ?? 0),
				});
			}
		}
		return sum;
	}, sameCounts);

	readonly #inGroup = memo<GroupName, readonly Finding[]>((group) => {
		const [register, number] = group.split(' ') as [RegisterName, string];
		return this.#facts
			.bucket(register, Number(number))
			.flatMap((id) => this.#found.ofRecord({ register, id }));
	}, sameList);

	readonly #countsInGroup = memo<GroupName, ReadonlyMap<string, CheckCount>>(
		(group) => countsOf(this.#inGroup(group)),
		sameCounts,
	);

	readonly #ofCheckInGroup = memo<`${string} ${GroupName}`, readonly Finding[]>((key) => {
		const [check, ...group] = key.split(' ');
		const findings = this.#inGroup(group.join(' ') as GroupName);
		return findings.filter((finding) => finding.check === check);
	}, sameList);

	/** Those of the workbook and of criteria. */
	readonly #ofNoRecord = memo<undefined, readonly Finding[]>(
		() => [...this.#ofWorkbook(), ...criteria.flatMap(({ id }) => this.#found.ofCriterion(id))],
		sameList,
	);

	#ofWorkbook(): readonly Finding[] {
		return this.#found.rules.flatMap((_, place) => this.#found.ofWorkbook(place));
	}

	#groups(): readonly GroupName[] {
		return registerNames.flatMap((name) =>
			Array.from(
				{ length: this.#facts.bucketCount(name) },
				(_, number): GroupName => `${name} ${number}`,
			),
		);
	}
}
