/**
 * The history of the open workbook as screens see it: whether it is as it was signed, and milestones,
 * which are named, compared and brought back here.
 */
import { createSubscriber } from 'svelte/reactivity';
import type { ReviewEntry } from '../model/review/entry.ts';
import { checkHistory } from '../review/history/check-history.ts';
import {
	checkAlarms,
	checkRemarks,
	checkSummary,
	type CheckedHistory,
} from '../review/history/check-words.ts';
import { DeedsChain } from '../review/history/deeds-chain.ts';
import type { StartHistoryWorker } from '../review/history/history-client.ts';
import type { Review } from '../review/review.ts';
import type { SessionTimer } from '../review/session/session-timer.ts';
import type { RecordToRestore } from '../workbook/restoring.ts';
import { breath, quietBreath } from './breath.ts';
import type { LiveWorkbook } from './live-workbook.svelte.ts';
import {
	MilestoneStates,
	type Milestone,
	type StateComparison,
	type Waiting,
	type Worked,
} from './milestone-states.ts';
import { whileInSession } from './while-in-session.ts';

/** What the check of the history came to. */
export interface HistoryStanding {
	/** When it was checked, ISO 8601. */
	readonly at: string;
	readonly summary: string;
	/** How many entries are as they were signed. */
	readonly whole: number;
	/** What is wrong, each with what to do. */
	readonly alarms: readonly string[];
	/** What is no fault of anybody. */
	readonly remarks: readonly string[];
}

export interface SealingParts {
	/** The device that this browser's entries of the activity list name. */
	readonly actor: () => string;
	readonly timer: SessionTimer;
	/** Told where something could not be put under seal. */
	readonly onProblem: (text: string) => void;
}

/** Opening comes first: so long after it the history is checked, milliseconds. */
const checkAfter = 2_000;

export class LiveHistory {
	readonly #review: Review;
	readonly #live: LiveWorkbook;
	readonly #states: MilestoneStates;
	readonly #arrivals: () => void;
	#deeds: DeedsChain | undefined;
	#cancel: (() => void) | undefined;
	#isClosed = false;
	#standing = $state.raw<HistoryStanding>();
	#isChecking = $state(false);

	constructor(review: Review, live: LiveWorkbook, startWorker: StartHistoryWorker) {
		this.#review = review;
		this.#live = live;
		this.#states = new MilestoneStates(review, live, startWorker);
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
			void this.#checkOnOpening();
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
	async check(pause = breath): Promise<HistoryStanding> {
		this.#isChecking = true;
		try {
			const checked: CheckedHistory = {
				...(await checkHistory(this.#live.workbook.doc, this.#review, pause)),
				entryFaults: this.#review.log.faults,
				rosterFault: this.#review.membership.fault,
			};
			const standing = {
				at: this.#review.now(),
				summary: checkSummary(checked),
				whole: checked.whole,
				alarms: checkAlarms(checked),
				remarks: checkRemarks(checked),
			};
			this.#standing = standing;
			return standing;
		} finally {
			this.#isChecking = false;
		}
	}

	/** What is wrong is known before anything is bound that was not. */
	async #checkOnOpening(): Promise<void> {
		await this.check(quietBreath);
		if (this.#isClosed) return;
		await this.#deeds?.flush();
		await this.check(quietBreath);
	}

	/** Puts under seal what is not yet, then checks. */
	async sealAndCheck(): Promise<HistoryStanding> {
		await this.#deeds?.flush();
		return this.check();
	}

	/** Names the state of the workbook as it is now. Problems mean that nothing was written. */
	async nameMilestone(
		name: string,
		note: string,
		waiting: Waiting = {},
	): Promise<Worked<ReviewEntry>> {
		await this.#deeds?.flush();
		return this.#states.name(name, note, waiting);
	}

	/** What a milestone and another differ in, or the workbook as it is now. */
	compare(
		from: Milestone,
		to?: Milestone,
		waiting: Waiting = {},
	): Promise<Worked<StateComparison>> {
		return this.#states.compare(from, to, waiting);
	}

	/** What has to be written for the workbook to be as it was at a milestone. */
	whatRestores(
		milestone: Milestone,
		waiting: Waiting = {},
	): Promise<Worked<readonly RecordToRestore[]>> {
		return this.#states.whatRestores(milestone, waiting);
	}

	/** True where the milestone's bytes are in this browser; asked anew when some have come. */
	holds({ body }: Milestone): Promise<boolean> {
		this.#arrivals();
		return this.#review.store.holdsFile(body.snapshot);
	}

	/** Lets go of opened milestones. */
	closeMilestones(): void {
		this.#states.close();
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
