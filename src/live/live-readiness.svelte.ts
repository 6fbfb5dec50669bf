/**
 * Readiness of an open workbook, for screens: what tables say goes into the engine, and whoever reads a
 * figure in an effect hears when something in the workbook changed. Unchanged answers keep their
 * identity, so that nothing is drawn again that says the same.
 */
import { createSubscriber } from 'svelte/reactivity';
import type { TrustServicesCategory } from '../model/catalog/criteria.ts';
import type { CheckCount } from '../model/readiness/check-counts.ts';
import type { OutdatedSignOff, RecordRef } from '../model/readiness/facts.ts';
import type { Finding } from '../model/readiness/finding.ts';
import { Readiness } from '../model/readiness/readiness.ts';
import type { MainReason } from '../model/readiness/score/score-words.ts';
import type { ControlScore, CriterionScore, GroupScore } from '../model/readiness/score/score.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { FactNews } from './fact-news.ts';
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
	readonly #news: FactNews;
	readonly #tell = new Set<() => void>();
	#isPrepared = false;

	constructor(workbook: Workbook) {
		this.#workbook = workbook;
		this.#readiness = new Readiness(workbook.today);
		this.#news = new FactNews(workbook);
		this.#news.subscribe(() => {
			for (const call of this.#tell) call();
		});
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
		await inSteps(this.#news.steps(), () => pause(0));
		let total = 0;
		await inSteps(this.#now.steps(), (left) => pause(1 - left / (total ||= left + 1)));
		this.#isPrepared = true;
	}

	/** The engine, with everything that changed by now in it. */
	get #now(): Readiness {
		this.#heard();
		this.#news.tell(this.#readiness.facts);
		return this.#readiness;
	}
}

async function inSteps<Left>(
	steps: Generator<Left, void>,
	pause: (left: Left) => Promise<void>,
): Promise<void> {
	let since = performance.now();
	for (const left of steps) {
		if (performance.now() - since < sliceLength) continue;
		await pause(left);
		since = performance.now();
	}
}
