/**
 * The facts of one workbook as signals: records go in as they change, and only what was asked for and
 * changed is worked out again (`memo.ts`).
 */
import { endBatch, signal, startBatch } from 'alien-signals';
import type { CalendarDate } from '../../base/calendar-date.ts';
import { criteria, criterionById, type TrustServicesCategory } from '../catalog/criteria.ts';
import type { Acceptance } from '../records/acceptance.ts';
import { emptyAssessment, isNotRelevant, type Assessment } from '../records/assessment.ts';
import { isSetKind } from '../records/field.ts';
import { emptyScope, type Scope } from '../records/scope.ts';
import { registerNames, type RegisterName, type RegisterRecord } from '../registers/register.ts';
import { registers, type RecordsByRegister } from '../registers/registers.ts';
import { AlikeTexts } from './alike-texts.ts';
import type { Facts, IndexedText, Surroundings } from './facts.ts';
import { isLeftOut } from './left-out.ts';
import { memo, sameList } from './memo.ts';
import { RecordIndex } from './record-index.ts';
import { isNotApplicable } from './score/control-standing.ts';

/** Records that changed, as they are now; undefined for those gone from the document. */
export interface FactChanges {
	readonly registers?: Readonly<
		Partial<Record<RegisterName, ReadonlyMap<string, RegisterRecord | undefined>>>
	>;
	readonly scope?: Scope;
	readonly assessments?: ReadonlyMap<string, Assessment | undefined>;
	readonly acceptances?: ReadonlyMap<string, Acceptance | undefined>;
	readonly surroundings?: Surroundings;
	readonly today?: CalendarDate;
}

const indexedTexts: Readonly<Partial<Record<RegisterName, readonly IndexedText[]>>> = {
	controls: ['controlId', 'owner', 'isKey'],
	people: ['name', 'role', 'team', 'email'],
	vendors: ['name'],
	policies: ['kind', 'name'],
	systems: ['name'],
	evidence: ['kind'],
	gaps: ['findingKey'],
};

export class FactStore implements Facts {
	readonly #indexes: ReadonlyMap<RegisterName, RecordIndex<RegisterRecord>>;
	readonly #scope = signal<Scope>(emptyScope);
	readonly #today;
	readonly #surroundings = signal<Surroundings>({ copyAgeDays: undefined, imports: [] });
	readonly #assessments = new Map<string, ReturnType<typeof signal<Assessment>>>();
	readonly #acceptances = signal<ReadonlyMap<string, readonly Acceptance[]>>(new Map());
	#acceptanceById = new Map<string, Acceptance>();
	/** Made when first asked for: reading ten thousand texts takes a while. */
	#alike: AlikeTexts | undefined;

	constructor(today: CalendarDate) {
		this.#today = signal(today);
		this.#indexes = new Map(
			registerNames.map((name) => [
				name,
				new RecordIndex(
					registers[name].fields.filter(({ value }) => isSetKind(value)).map(({ key }) => key),
					indexedTexts[name] ?? [],
				),
			]),
		);
	}

	/** Takes what changed; what follows from it is worked out when somebody asks. */
	put(changes: FactChanges): void {
		startBatch();
		try {
			for (const [name, records] of Object.entries(changes.registers ?? {})) {
				this.#index(name as RegisterName).put(records);
				if (name === 'controls') this.#readTexts(records);
			}
			if (changes.scope) this.#scope(changes.scope);
			if (changes.today) this.#today(changes.today);
			if (changes.surroundings) this.#surroundings(changes.surroundings);
			for (const [id, assessment] of changes.assessments ?? []) {
				this.#assessmentOf(id)(assessment ?? emptyAssessment(id));
			}
			if (changes.acceptances) this.#putAcceptances(changes.acceptances);
		} finally {
			endBatch();
		}
	}

	get today(): CalendarDate {
		return this.#today();
	}

	get scope(): Scope {
		return this.#scope();
	}

	get surroundings(): Surroundings {
		return this.#surroundings();
	}

	record<Name extends RegisterName>(name: Name, id: string): RecordsByRegister[Name] | undefined {
		return this.#index(name).get(id) as RecordsByRegister[Name] | undefined;
	}

	records<Name extends RegisterName>(name: Name): readonly RecordsByRegister[Name][] {
		return this.#each(name, this.#index(name).ids());
	}

	/** Groups of ids, so that totals over all records need look at one group after an edit. */
	bucketCount(name: RegisterName): number {
		return this.#index(name).bucketCount();
	}

	bucket(name: RegisterName, number: number): readonly string[] {
		return this.#index(name).bucket(number);
	}

	hasKept(name: RegisterName): boolean {
		return this.#index(name).hasKept;
	}

	count(name: RegisterName): number {
		return this.#index(name).count;
	}

	linked<Name extends RegisterName>(
		name: Name,
		field: string,
		member: string,
	): readonly RecordsByRegister[Name][] {
		return this.#each(name, this.#index(name).linked(field, member));
	}

	linkedIds(name: RegisterName, field: string, member: string): readonly string[] {
		return this.#index(name).linked(field, member);
	}

	answering(criterion: string): readonly RecordsByRegister['controls'][] {
		return this.#answering(criterion);
	}

	gone<Name extends RegisterName>(
		name: Name,
		field: string,
		member: string,
	): readonly RecordsByRegister[Name][] {
		return this.#each(name, this.#index(name).gone(field, member));
	}

	said(name: RegisterName, field: IndexedText, text: string): readonly string[] {
		return this.#index(name).said(field, text);
	}

	assessment(criterion: string): Assessment {
		return this.#assessmentOf(criterion)();
	}

	acceptances(finding: string): readonly Acceptance[] {
		return this.#acceptances().get(finding) ?? [];
	}

	get criteria(): readonly string[] {
		return this.#criteria(undefined);
	}

	alike(control: string): readonly string[] {
		return this.#alikeTexts().alike(control);
	}

	/** Compares what controls say; `alike` does so at once where nobody has. */
	*comparing(): Generator<number, void> {
		const texts = this.#alikeTexts();
		let left = texts.stepCount;
		const steps = texts.steps();
		while (!steps.next().done) yield (left = Math.max(0, left - 1));
	}

	readonly #answering = memo<string, readonly RecordsByRegister['controls'][]>(
		(criterion) =>
			this.linked('controls', 'criteria', criterion).filter((one) => !isNotApplicable(one)),
		sameList,
	);

	readonly #criteria = memo<undefined, readonly string[]>(() => {
		const categories = this.#categories(undefined);
		return criteria
			.filter(({ id, category }) => categories.includes(category) && !this.#isLeftOut(id))
			.map(({ id }) => id);
	}, sameList);

	/** Those of the scope; while nobody has decided, security and what controls name (SPEC X-2). */
	readonly #categories = memo<undefined, readonly TrustServicesCategory[]>(() => {
		const { categories } = this.scope;
		if (categories.length > 0) return categories;
		const named = criteria
			.filter(({ category }) => category !== 'security')
			.filter(({ id }) => this.#index('controls').linked('criteria', id).length > 0)
			.map(({ id }) => criterionById(id)?.category)
			.filter((category) => category !== undefined);
		return ['security', ...new Set(named)];
	}, sameList);

	#isLeftOut(criterion: string): boolean {
		return isNotRelevant(this.assessment(criterion));
	}

	#index(name: RegisterName): RecordIndex<RegisterRecord> {
		const index = this.#indexes.get(name);
		if (!index) throw new Error(`There is no register ${name}`);
		return index;
	}

	#each<Name extends RegisterName>(
		name: Name,
		ids: readonly string[],
	): readonly RecordsByRegister[Name][] {
		return ids.flatMap((id) => this.record(name, id) ?? []);
	}

	#assessmentOf(criterion: string) {
		let found = this.#assessments.get(criterion);
		if (!found) {
			found = signal(emptyAssessment(criterion));
			this.#assessments.set(criterion, found);
		}
		return found;
	}

	#putAcceptances(changes: ReadonlyMap<string, Acceptance | undefined>): void {
		for (const [id, acceptance] of changes) {
			if (acceptance && !acceptance.withdrawn) this.#acceptanceById.set(id, acceptance);
			else this.#acceptanceById.delete(id);
		}
		const byFinding = new Map<string, Acceptance[]>();
		for (const acceptance of this.#acceptanceById.values()) {
			byFinding.set(acceptance.finding, [...(byFinding.get(acceptance.finding) ?? []), acceptance]);
		}
		this.#acceptances(byFinding);
	}

	#alikeTexts(): AlikeTexts {
		this.#alike ??= new AlikeTexts(
			Array.from(this.#index('controls').everything()).flatMap(([id, record]) => {
				const text = descriptionOf(record);
				return text === undefined ? [] : [[id, text] as const];
			}),
		);
		return this.#alike;
	}

	#readTexts(records: ControlChanges): void {
		this.#alike?.put(Array.from(records, ([id, record]) => [id, descriptionOf(record)] as const));
	}
}

type ControlChanges = ReadonlyMap<string, RegisterRecord | undefined>;

function descriptionOf(record: RegisterRecord | undefined): string | undefined {
	if (!record || record.retired || isLeftOut(record)) return undefined;
	return 'description' in record && typeof record.description === 'string'
		? record.description
		: undefined;
}
