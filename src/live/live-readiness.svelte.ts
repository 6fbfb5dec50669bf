/**
 * Readiness of an open workbook, for screens: what tables say goes into the engine, and whoever reads a
 * figure in an effect hears when something in the workbook changed. Unchanged answers keep their
 * identity, so that nothing is drawn again that says the same.
 */
import { createSubscriber } from 'svelte/reactivity';
import type { TrustServicesCategory } from '../model/catalog/criteria.ts';
import type { CheckCount } from '../model/readiness/check-counts.ts';
import type { OutdatedSignOff, RecordRef, Surroundings } from '../model/readiness/facts.ts';
import type { Finding } from '../model/readiness/finding.ts';
import { Readiness } from '../model/readiness/readiness.ts';
import type { MainReason } from '../model/readiness/score/score-words.ts';
import type { ControlScore, CriterionScore, GroupScore } from '../model/readiness/score/score.ts';
import { emptyScope, scopeId } from '../model/records/scope.ts';
import type { RegisterName, RegisterRecord } from '../model/registers/register.ts';
import type { Workbook } from '../workbook/workbook.ts';
import type { LiveWorkbook } from './live-workbook.svelte.ts';

/** Milliseconds of work between two turns of the page: a frame is not missed by much. */
const sliceLength = 12;
/** Up to so many are worked out at once: a few milliseconds. */
const fewControls = 200;

const known = new WeakMap<LiveWorkbook, LiveReadiness>();

/**
 * Checks and scores of an open workbook, made when first asked for. Whoever imports this brings all
 * checks along: the start does without it.
 */
export function readinessOf(live: LiveWorkbook): LiveReadiness {
	let readiness = known.get(live);
	if (!readiness) {
		readiness = new LiveReadiness(live.workbook);
		known.set(live, readiness);
	}
	return readiness;
}

export class LiveReadiness {
	readonly #workbook: Workbook;
	readonly #readiness: Readiness;
	readonly #heard: () => void;
	/** What changed since the engine was last asked, by table. */
	readonly #news = new Map<string, Set<string>>();
	readonly #tell = new Set<() => void>();
	#isPrepared = false;

	constructor(workbook: Workbook) {
		this.#workbook = workbook;
		this.#readiness = new Readiness(workbook.today);
		this.#readAll();
		for (const table of workbook.tables) {
			table.subscribe((ids) => {
				const news = this.#news.get(table.kind.name) ?? new Set();
				for (const id of ids) news.add(id);
				this.#news.set(table.kind.name, news);
				for (const call of this.#tell) call();
			});
		}
		this.#heard = createSubscriber((update) => {
			this.#tell.add(update);
			return () => this.#tell.delete(update);
		});
	}

	/** What the shelf knows of copies. */
	set copyAgeDays(copyAgeDays: number | undefined) {
		const { surroundings } = this.#readiness.facts;
		if (surroundings.copyAgeDays === copyAgeDays) return;
		this.#readiness.put({ surroundings: { ...surroundings, copyAgeDays } });
		for (const call of this.#tell) call();
	}

	/** What the review knows of sign-offs. */
	set outdatedSignOffs(outdated: readonly OutdatedSignOff[]) {
		const { surroundings } = this.#readiness.facts;
		const before = surroundings.outdatedSignOffs ?? [];
		const isSame =
			before.length === outdated.length && before.every(({ key }, at) => key === outdated[at]?.key);
		if (isSame) return;
		this.#readiness.put({ surroundings: { ...surroundings, outdatedSignOffs: outdated } });
		for (const call of this.#tell) call();
	}

	/** The page may have stood open over night. */
	checkDay(): void {
		if (this.#readiness.facts.today === this.#workbook.today) return;
		this.#readiness.put({ today: this.#workbook.today });
		for (const call of this.#tell) call();
	}

	/** Checks that this program can run. */
	get checks(): readonly string[] {
		return this.#now.checks;
	}

	/** By check, only those that found something. */
	get counts(): ReadonlyMap<string, CheckCount> {
		return this.#now.counts;
	}

	/** Open findings of the error level. */
	get errors(): number {
		return this.#now.errors;
	}

	findingsOf(check: string): readonly Finding[] {
		return this.#now.findingsOf(check);
	}

	findingsAbout(record: RecordRef): readonly Finding[] {
		return this.#now.findingsAbout(record);
	}

	findingsTouching(criterion: string): readonly Finding[] {
		return this.#now.findingsTouching(criterion);
	}

	/** What an acceptance of the finding keeps. */
	fingerprint(finding: Finding): string {
		return this.#now.fingerprint(finding);
	}

	controlScore(id: string): ControlScore | undefined {
		return this.#now.controlScore(id);
	}

	criterionScore(criterion: string): CriterionScore {
		return this.#now.criterionScore(criterion);
	}

	categoryScore(category: TrustServicesCategory): GroupScore | undefined {
		return this.#now.categoryScore(category);
	}

	get score(): GroupScore | undefined {
		return this.#now.score;
	}

	get mainReason(): MainReason | undefined {
		return this.#now.mainReason;
	}

	/** Criteria in scope by id, in the catalogue's order. */
	get criteria(): readonly string[] {
		return this.#now.facts.criteria;
	}

	/** So little is to be worked out, or has been, that asking for anything costs no frame. */
	get isPrepared(): boolean {
		return this.#isPrepared || this.#workbook.controls.all().length < fewControls;
	}

	/** Works out a great workbook in steps, so that the page stays alive. */
	async prepare(pause: (fraction: number) => Promise<void>): Promise<void> {
		let total = 0;
		let since = performance.now();
		for (const left of this.#now.steps()) {
			total ||= left + 1;
			if (performance.now() - since < sliceLength) continue;
			await pause(1 - left / total);
			since = performance.now();
		}
		this.#isPrepared = true;
	}

	/** The engine, with everything that changed by now in it. */
	get #now(): Readiness {
		this.#heard();
		this.#readNews();
		return this.#readiness;
	}

	#readAll(): void {
		for (const { kind } of this.#workbook.tables) this.#news.set(kind.name, new Set());
		const { registers, assessments, acceptances, imports } = this.#workbook;
		for (const table of registers.all) {
			for (const { id } of table.all()) this.#news.get(table.kind.name)?.add(id);
		}
		for (const { id } of assessments.all()) this.#news.get('assessments')?.add(id);
		for (const { id } of acceptances.all()) this.#news.get('acceptances')?.add(id);
		for (const { id } of imports.all()) this.#news.get('imports')?.add(id);
	}

	#readNews(): void {
		if (this.#news.size === 0) return;
		const news = new Map(this.#news);
		this.#news.clear();
		const { registers, assessments, acceptances, scope } = this.#workbook;
		const changed = <Item>(name: string, get: (id: string) => Item | undefined) =>
			new Map([...(news.get(name) ?? [])].map((id) => [id, get(id)]));
		const records: Partial<Record<RegisterName, ReadonlyMap<string, RegisterRecord | undefined>>> =
			{};
		for (const table of registers.all) {
			const name = table.kind.name as RegisterName;
			if (news.has(name)) records[name] = changed(name, (id) => table.get(id));
		}
		this.#readiness.put({
			registers: records,
			assessments: changed('assessments', (id) => assessments.get(id)),
			...(news.has('acceptances')
				? { acceptances: changed('acceptances', (id) => acceptances.get(id)) }
				: {}),
			...(news.has('scope') ? { scope: scope.get(scopeId) ?? emptyScope } : {}),
			...(news.has('imports') ? { surroundings: this.#surroundings() } : {}),
		});
	}

	#surroundings(): Surroundings {
		return {
			...this.#readiness.facts.surroundings,
			imports: this.#workbook.imports.all().map(({ fileName, leftOut, columns }) => ({
				fileName,
				rows: leftOut.length,
				columns: columns.filter(({ target }) => target === '').length,
			})),
		};
	}
}
