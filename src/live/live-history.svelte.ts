/**
 * The history of the open workbook as screens see it: whether it is as it was signed, and milestones,
 * which are named, opened and compared here.
 */
import { createSubscriber } from 'svelte/reactivity';
import { ok, refused, type Result } from '../base/result.ts';
import type { EntryOf, ReviewEntry } from '../model/review/entry.ts';
import { checkHistory } from '../review/history/check-history.ts';
import {
	checkAlarms,
	checkRemarks,
	checkSummary,
	type CheckedHistory,
} from '../review/history/check-words.ts';
import { DeedsChain } from '../review/history/deeds-chain.ts';
import { sha256 } from '../review/keys/hash.ts';
import type { Review } from '../review/review.ts';
import type { SessionTimer } from '../review/session/session-timer.ts';
import { contentDigest } from '../workbook/content-digest.ts';
import { openSnapshot, takeSnapshot } from '../workbook/milestones.ts';
import type { PortProblem } from '../workbook/ports.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { whileInSession } from './while-in-session.ts';
import type { LiveWorkbook } from './live-workbook.svelte.ts';

export type Milestone = EntryOf<'milestone'>;

/** What the check of the history came to. */
export interface HistoryStanding {
	/** When it was checked, ISO 8601. */
	readonly at: string;
	readonly summary: string;
	/** What is wrong, each with what to do. */
	readonly alarms: readonly string[];
	/** What is no fault of anybody. */
	readonly remarks: readonly string[];
}

export interface SealingParts {
	/** The device that this browser's entries of the activity list name. */
	readonly actor: () => string;
	readonly timer: SessionTimer;
	/** Told once, where the check on opening found something wrong. */
	readonly onProblem: (text: string) => void;
}

/** Opening comes first: so long after it the history is checked, milliseconds. */
const checkAfter = 2_000;

export class LiveHistory {
	readonly #review: Review;
	readonly #live: LiveWorkbook;
	readonly #opened = new Map<string, Workbook>();
	readonly #arrivals: () => void;
	#deeds: DeedsChain | undefined;
	#cancel: (() => void) | undefined;
	#isClosed = false;
	#standing = $state.raw<HistoryStanding>();
	#isChecking = $state(false);

	constructor(review: Review, live: LiveWorkbook) {
		this.#review = review;
		this.#live = live;
		this.#arrivals = createSubscriber((update) =>
			whileInSession(review, update, ({ milestones }) => [milestones.subscribe(update)]),
		);
	}

	/** Begins to put under seal what is done here, and checks soon what was. */
	begin({ actor, timer, onProblem }: SealingParts): void {
		const { doc } = this.#live.workbook;
		const parts = { doc, review: this.#review, actor, timer, onProblem };
		this.#deeds = new DeedsChain({ ...parts, pause: breath });
		this.#cancel = timer.after(checkAfter, () => {
			void this.#checkOnOpening(onProblem);
		});
	}

	/** What the last check came to; undefined before there was one. */
	get standing(): HistoryStanding | undefined {
		return this.#standing;
	}

	get isChecking(): boolean {
		return this.#isChecking;
	}

	/** Holds the whole history against its seals. */
	async check(): Promise<HistoryStanding> {
		this.#isChecking = true;
		try {
			const checked: CheckedHistory = {
				...(await checkHistory(this.#live.workbook.doc, this.#review, breath)),
				entryFaults: this.#review.log.faults,
				rosterFault: this.#review.membership.fault,
			};
			const standing = {
				at: this.#review.now(),
				summary: checkSummary(checked),
				alarms: checkAlarms(checked),
				remarks: checkRemarks(checked),
			};
			this.#standing = standing;
			return standing;
		} finally {
			this.#isChecking = false;
		}
	}

	/** What is wrong is said before anything is bound that was not. */
	async #checkOnOpening(onProblem: (text: string) => void): Promise<void> {
		const { alarms } = await this.check();
		for (const alarm of alarms) onProblem(alarm);
		if (!this.#isClosed) await this.sealAndCheck();
	}

	/** Puts under seal what is not yet, then checks. */
	async sealAndCheck(): Promise<HistoryStanding> {
		await this.#deeds?.flush();
		return this.check();
	}

	/** Names the state of the workbook as it is now. Problems mean that nothing was written. */
	async nameMilestone(name: string, note: string): Promise<Result<ReviewEntry, PortProblem>> {
		const { workbook } = this.#live;
		await this.#deeds?.flush();
		const { whole: content } = await contentDigest(workbook.doc, breath);
		const bytes = takeSnapshot(workbook);
		const snapshot = await sha256(bytes);
		const kept = await this.#review.store.keepFile(snapshot, bytes);
		if (!kept.ok) return kept;
		const controls = workbook.controls.all().filter(({ retired }) => !retired).length;
		return this.#review.write({
			...{ kind: 'milestone', name, note, snapshot, content, controls },
			bytes: bytes.length,
		});
	}

	/** The workbook as it was, to be read; refused where its bytes are on another device only. */
	async openMilestone({ body, name }: Milestone): Promise<Result<Workbook, PortProblem>> {
		const known = this.#opened.get(body.snapshot);
		if (known) return ok(known);
		const found = await this.#review.store.file(body.snapshot);
		if (!found.ok) return found;
		if (!found.value) return refused({ text: elsewhereText(body.name, name) });
		await breath();
		const clock = { now: () => this.#review.now(), today: () => this.#live.today };
		// Nothing is ever made in a milestone, so no id is asked for.
		const opened = openSnapshot(found.value, { clock, ids: { next: () => '' } });
		this.#opened.set(body.snapshot, opened);
		return ok(opened);
	}

	/** True where the milestone's bytes are in this browser; asked anew when some have come. */
	async holds({ body }: Milestone): Promise<boolean> {
		this.#arrivals();
		const found = await this.#review.store.file(body.snapshot);
		return found.ok && found.value !== undefined;
	}

	/** Lets go of opened milestones. */
	closeMilestones(): void {
		for (const workbook of this.#opened.values()) workbook.destroy();
		this.#opened.clear();
	}

	/** Puts the rest under seal and ends. */
	async close(): Promise<void> {
		if (this.#isClosed) return;
		this.#isClosed = true;
		this.#cancel?.();
		this.closeMilestones();
		await this.#deeds?.close();
	}
}

function elsewhereText(milestone: string, person: string): string {
	return `The content of “${milestone}” has not come here yet. It comes by itself while ${person}, or another editor who has it, is in the session with you.`;
}

function breath(): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve);
	});
}
