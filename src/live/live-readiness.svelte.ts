/**
 * Readiness of an open workbook, for screens: what tables say goes into the engine, and whoever reads a
 * figure in an effect hears when something in the workbook changed. Unchanged answers keep their
 * identity, so that nothing is drawn again that says the same.
 *
 * Where much of a great workbook is news, as when it is first looked at or after an import, another engine
 * is filled in steps while the page stays alive. Until that is done every figure is as it was before, and
 * `isWorkedOut` says so: never a mix of both.
 */
import { createSubscriber } from 'svelte/reactivity';
import type { TrustServicesCategory } from '../model/catalog/criteria.ts';
import type { CheckCount } from '../model/readiness/check-counts.ts';
import type { OutdatedSignOff, RecordRef } from '../model/readiness/facts.ts';
import type { Finding } from '../model/readiness/finding.ts';
import { Readiness } from '../model/readiness/readiness.ts';
import type { MainReason } from '../model/readiness/score/score-words.ts';
import type { ControlScore, CriterionScore, GroupScore } from '../model/readiness/score/score.ts';
import { atOnce } from '../workbook/deed-touches.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { breath, inSlices } from './breath.ts';
import type { Doers } from './doers.svelte.ts';
import { FactNews } from './fact-news.ts';
import type { LiveWorkbook } from './live-workbook.svelte.ts';

/** A workbook of fewer controls is worked out at once: a few milliseconds. */
const manyControls = 200;
/**
 * Of a great workbook, so many changed records are taken in at once at most, and fewer the more controls
 * there are: each may say the same as hundreds, and all of these are asked again. Records times controls.
 */
const fewRecords = 64;
const fewPairs = 200_000;

const known = new WeakMap<LiveWorkbook, LiveReadiness>();

/**
 * Checks and scores of an open workbook, made when first asked for. Whoever imports this brings all
 * checks along: the start does without it.
 */
export function readinessOf(live: LiveWorkbook): LiveReadiness {
	let readiness = known.get(live);
	if (!readiness) {
		readiness = new LiveReadiness(live.workbook, live.doers);
		known.set(live, readiness);
	}
	return readiness;
}

export class LiveReadiness {
	readonly #workbook: Workbook;
	/** Gives every answer. */
	#readiness: Readiness;
	readonly #heard: () => void;
	readonly #news: FactNews;
	readonly #tell = new Set<() => void>();
	/** True before the first answer: everything is news. */
	#isNew = true;
	#work: Promise<void> | undefined;
	#fraction = $state(0);

	constructor(workbook: Workbook, doers: Doers) {
		this.#workbook = workbook;
		this.#readiness = new Readiness(workbook.today);
		this.#news = new FactNews(workbook, doers);
		this.#news.subscribe(() => this.#tellAll());
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
		this.#tellAll();
	}

	/** What the review knows of sign-offs. */
	set outdatedSignOffs(outdated: readonly OutdatedSignOff[]) {
		const { surroundings } = this.#readiness.facts;
		const before = surroundings.outdatedSignOffs ?? [];
		const isSame =
			before.length === outdated.length && before.every(({ key }, at) => key === outdated[at]?.key);
		if (isSame) return;
		this.#readiness.put({ surroundings: { ...surroundings, outdatedSignOffs: outdated } });
		this.#tellAll();
	}

	/** The page may have stood open over night. */
	checkDay(): void {
		if (this.#readiness.facts.today === this.#workbook.today) return;
		this.#readiness.put({ today: this.#workbook.today });
		this.#tellAll();
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

	/** Figures are those of the workbook as it stands; where they are not, `workOut` works them out. */
	get isWorkedOut(): boolean {
		this.#heard();
		return !this.#work && !this.#isMuch;
	}

	/** How far that is, from 0 to 1. */
	get fraction(): number {
		return this.#fraction;
	}

	/** Works out in steps what is much. Resolves when figures are those of the workbook. */
	workOut(): Promise<void> {
		if (!this.#work && this.#isMuch) this.#work = this.#workOutAnew();
		return this.#work ?? Promise.resolve();
	}

	/** So much changed that working it out at once would hold up the page. */
	get #isMuch(): boolean {
		const { count } = this.#news;
		if (count === 0 && !this.#isNew) return false;
		const controls = this.#workbook.controls.all().length;
		if (controls < manyControls) return false;
		return this.#isNew || count > Math.min(fewRecords, fewPairs / controls);
	}

	async #workOutAnew(): Promise<void> {
		let readiness: Readiness;
		do {
			// Whoever asked is drawn first.
			await breath();
			this.#fraction = 0;
			readiness = new Readiness(this.#workbook.today);
			this.#isNew = false;
			await inSlices(this.#fill(readiness), breath);
		} while (this.#isMuch);
		const { copyAgeDays, outdatedSignOffs } = this.#readiness.facts.surroundings;
		const { surroundings } = readiness.facts;
		readiness.put({
			surroundings: {
				...surroundings,
				copyAgeDays,
				...(outdatedSignOffs ? { outdatedSignOffs } : {}),
			},
		});
		this.#readiness = readiness;
		this.#work = undefined;
		this.#fraction = 0;
		this.#tellAll();
	}

	/** Stops where so much changed meanwhile that it is to be begun anew. */
	*#fill(readiness: Readiness): Generator<void, void> {
		const telling = this.#news.tellAll(readiness.facts);
		while (!telling.next().done && !this.#isMuch) yield;
		let total = 0;
		for (const left of readiness.steps()) {
			if (this.#isMuch) return;
			this.#fraction = 1 - left / (total ||= left + 1);
			yield;
		}
	}

	/** The engine, with everything that changed by now in it unless that is much. */
	get #now(): Readiness {
		this.#heard();
		if (this.#work || this.#isMuch) void this.workOut();
		else if (this.#isNew) {
			this.#isNew = false;
			atOnce(this.#news.tellAll(this.#readiness.facts));
		} else this.#news.tell(this.#readiness.facts);
		return this.#readiness;
	}

	#tellAll(): void {
		for (const call of this.#tell) call();
	}
}
