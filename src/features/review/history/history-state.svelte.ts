/** The history tab: milestones, what two states differ in, and bringing one back. */
import type { LiveReview } from '../../../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { ReviewState } from '../../../model/review/review-state.ts';
import type { Names } from '../../../workbook/change-words.ts';
import { restoreMilestone } from '../../../workbook/commands/restore-milestone.ts';
import type { RecordChange } from '../../../workbook/record-change.ts';

export type Milestone = ReviewState['milestones'][number];

/** A milestone held against the workbook as it is, or against another milestone. */
export interface Comparison {
	readonly from: Milestone;
	/** Undefined for now. */
	readonly to: Milestone | undefined;
	readonly changes: readonly RecordChange[];
	readonly names: Names;
}

/** What is under way. */
export interface Job {
	/** Such as `Comparing`. */
	readonly what: string;
	/** From 0 to 1; undefined while nobody knows. */
	readonly fraction?: number;
	/** Undefined where it cannot be stopped any more. */
	readonly cancel: (() => void) | undefined;
}

type Told = { readonly signal: AbortSignal; readonly tell: (what: string) => void };
type Outcome<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly problems: readonly { readonly text: string }[] };

export class HistoryState {
	readonly #review: LiveReview;
	readonly #live: LiveWorkbook;
	job = $state.raw<Job>();
	/** What a comparison was asked for from: where focus goes back to. */
	from = $state.raw<Milestone | 'two'>();
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

	/** Names the state as it is now; resolves to true once it is kept. */
	async name(name: string, note: string): Promise<boolean> {
		if (this.job) return false;
		const named = await this.#during('Naming it', (told) =>
			this.#review.history.nameMilestone(name, note, told),
		);
		return named !== undefined;
	}

	/** Works out what differs between a milestone and another, or now. */
	async compare(from: Milestone, to?: Milestone): Promise<void> {
		if (this.job) return;
		this.from = to ? 'two' : from;
		await this.#during('Comparing', async (told) => {
			const compared = await this.#review.history.compare(from, to, told);
			if (compared?.ok) {
				const { changes, gone } = compared.value;
				this.comparison = { from, to, changes, names: namesWith(this.#live.names, gone) };
			}
			return compared;
		});
	}

	/** One command; true where it was done. */
	async restore(milestone: Milestone): Promise<boolean> {
		if (this.job) return false;
		const { name } = milestone.body;
		const restored = await this.#during('Restoring', async (told) => {
			const records = await this.#review.history.whatRestores(milestone, told);
			if (!records?.ok) return records;
			return this.#live.runInSteps(restoreMilestone, { records: records.value, name }, (fraction) =>
				this.#tell({ what: 'Restoring', fraction, cancel: undefined }),
			);
		});
		if (restored) this.close();
		return restored !== undefined;
	}

	close(): void {
		this.comparison = undefined;
		this.problem = undefined;
	}

	/** Ends what is under way; nothing of it stays. */
	cancel(): void {
		this.job?.cancel?.();
	}

	/** Undefined where it was cancelled, or where `problem` says what stood in the way. */
	async #during<Value>(
		what: string,
		work: (told: Told) => Promise<Outcome<Value> | undefined>,
	): Promise<Value | undefined> {
		const stop = new AbortController();
		const cancel = (): void => stop.abort();
		this.job = { what, cancel };
		this.problem = undefined;
		try {
			const tell = (now: string): void => void (this.job = { what: now, cancel });
			const outcome = await work({ signal: stop.signal, tell });
			if (!outcome) return undefined;
			if (outcome.ok) return outcome.value;
			this.problem = outcome.problems.map(({ text }) => text).join(' ');
			return undefined;
		} finally {
			this.job = undefined;
		}
	}

	#tell(job: Job): Promise<void> {
		this.job = job;
		return new Promise((resolve) => setTimeout(resolve));
	}
}

/** What records are called now, or were called where they are gone. */
function namesWith(now: Names, gone: ReadonlyMap<string, RegisterRecord>): Names {
	return { ...now, record: (id) => now.record(id) ?? gone.get(id) };
}
