/** The history tab: milestones, what two states differ in, and bringing one back. */
import type { LiveReview } from '../../../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { ReviewState } from '../../../model/review/review-state.ts';
import { registerOfId } from '../../../model/registers/registers.ts';
import type { Names } from '../../../workbook/change-words.ts';
import { restoreMilestone } from '../../../workbook/commands/restore-milestone.ts';
import { compareWorkbooks, withPeople, type RecordChange } from '../../../workbook/net-change.ts';
import type { Workbook } from '../../../workbook/workbook.ts';

export type Milestone = ReviewState['milestones'][number];

/** A milestone held against the workbook as it is, or against another milestone. */
export interface Comparison {
	readonly from: Milestone;
	/** Undefined for now. */
	readonly to: Milestone | undefined;
	readonly changes: readonly RecordChange[];
	readonly names: Names;
}

export class HistoryState {
	readonly #review: LiveReview;
	readonly #live: LiveWorkbook;
	/** What is under way, such as `Comparing …`. */
	busy = $state<string>();
	problem = $state<string>();
	comparison = $state.raw<Comparison>();

	constructor(review: LiveReview, live: LiveWorkbook) {
		this.#review = review;
		this.#live = live;
	}

	/** Newest first. */
	get milestones(): readonly Milestone[] {
		return this.#review.state.milestones.toReversed();
	}

	/** Resolves to what stood in the way, if anything did. */
	async name(name: string, note: string): Promise<string | undefined> {
		const named = await this.#review.history.nameMilestone(name, note);
		return named.ok ? undefined : named.problems.map(({ text }) => text).join(' ');
	}

	/** Works out what differs between a milestone and another, or now. */
	async compare(from: Milestone, to?: Milestone): Promise<void> {
		const { workbook } = this.#live;
		await this.#during('Comparing', async () => {
			const older = await this.#open(from);
			const newer = to ? await this.#open(to) : workbook;
			if (!older || !newer) return;
			const known = new Set(older.activity.latest().map(({ id }) => id));
			const within = newer.activity.latest().filter(({ id }) => !known.has(id));
			const changes = withPeople(compareWorkbooks(older, newer), newer, within);
			this.comparison = { from, to, changes, names: namesOf(this.#live.names, older, newer) };
		});
	}

	/** One command; true where it was done. */
	async restore(milestone: Milestone): Promise<boolean> {
		const isDone = await this.#during('Restoring', () => this.#restore(milestone));
		if (isDone) this.close();
		return isDone;
	}

	close(): void {
		this.comparison = undefined;
		this.problem = undefined;
	}

	async #restore(milestone: Milestone): Promise<boolean> {
		const opened = await this.#open(milestone);
		if (!opened) return false;
		const restored = await this.#live.runInSteps(
			restoreMilestone,
			{ milestone: opened, name: milestone.body.name },
			() => new Promise((resolve) => setTimeout(resolve)),
		);
		if (!restored.ok) this.problem = restored.problems.map(({ text }) => text).join(' ');
		return restored.ok;
	}

	async #open(milestone: Milestone): Promise<Workbook | undefined> {
		const opened = await this.#review.history.openMilestone(milestone);
		if (opened.ok) return opened.value;
		this.problem = opened.problems.map(({ text }) => text).join(' ');
		return undefined;
	}

	async #during<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
		this.busy = what;
		this.problem = undefined;
		try {
			return await work();
		} finally {
			this.busy = undefined;
		}
	}
}

/** What records are called now, or were called where they are gone. */
function namesOf(now: Names, ...workbooks: readonly Workbook[]): Names {
	return {
		...now,
		record(id) {
			const register = registerOfId(id);
			const standing = now.record(id);
			if (standing || !register) return standing;
			return workbooks.map(({ registers }) => registers.of(register.name).get(id)).find(Boolean);
		},
	};
}
