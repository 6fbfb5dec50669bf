/**
 * Whether this copy and those of the others are alike: what waits for a word of this person, what they
 * kept or left of the changes of others, what of theirs others replaced, and what differs for no reason
 * anybody knows.
 */
import type { Result } from '../base/result.ts';
import type { DeviceId } from '../model/review/member.ts';
import { keepForAll } from '../review/keep-for-all.ts';
import { ReplacedValues, type ReplacedValue } from '../review/replaced-values.ts';
import type { MassQuestion } from '../review/mass-questions.ts';
import type { Review } from '../review/review.ts';
import type { Difference } from '../review/session/copy-comparison.ts';
import type { KeptRemoval } from '../review/session/kept-removals.ts';
import type { LeftChange } from '../review/session/mass-removals.ts';
import type { CommandProblem } from '../workbook/command.ts';
import type { Done } from '../workbook/workbook.ts';
import type { LiveWorkbook } from './live-workbook.svelte.ts';
import { subscriber, type ReviewSources } from './review-sources.ts';

export class LiveCopies {
	readonly #review: Review;
	readonly #live: LiveWorkbook;
	readonly #sources: ReviewSources;
	readonly #replaced: ReplacedValues;
	readonly #replacedTold: () => void;

	constructor(review: Review, live: LiveWorkbook, sources: ReviewSources) {
		this.#review = review;
		this.#live = live;
		this.#sources = sources;
		const replaced = new ReplacedValues(live.workbook, review.store, () => review.now());
		this.#replaced = replaced;
		this.#replacedTold = subscriber((listener) => replaced.subscribe(listener));
		void replaced.open();
	}

	/** Changes that remove much and wait for this person's word. */
	get questions(): readonly MassQuestion[] {
		this.#sources.session();
		return this.#review.questions;
	}

	/** What others removed and this person kept, which stands in this copy alone. */
	get kept(): readonly KeptRemoval[] {
		this.#sources.copies();
		return this.#review.kept.all;
	}

	/** Changes that this person left and that wait as a whole. */
	get left(): readonly LeftChange[] {
		this.#sources.copies();
		return this.#review.session?.removals.left ?? [];
	}

	/** Values of this person whose place changes of others took, newest first, until they are dismissed. */
	get replaced(): readonly ReplacedValue[] {
		this.#replacedTold();
		return this.#replaced.all;
	}

	/** How many records other members keep that were removed, by those that do. */
	get keptByOthers(): ReadonlyMap<DeviceId, number> {
		this.#sources.copies();
		return this.#review.session?.comparison.kept ?? nobody;
	}

	/** Copies that differ from ours although they saw the same changes, and for no other reason. */
	get differences(): readonly Difference[] {
		this.#sources.copies();
		return this.#review.session?.comparison.differences ?? [];
	}

	/** When a member's copy was last found to be the same as ours in all, ISO 8601. */
	sameSince(device: DeviceId): string | undefined {
		if (this.kept.length > 0 || this.keptByOthers.has(device)) return undefined;
		return this.#review.session?.comparison.sameSince(device);
	}

	/** Removes here too what somebody removed: their change is taken after all. */
	removeHere(kept: KeptRemoval): void {
		this.#review.kept.removeHere(kept);
	}

	/** Brings back for everybody what somebody removed, by a command of this person. */
	keepForAll(kept: KeptRemoval): Result<Done, CommandProblem> {
		return keepForAll(this.#live.workbook, this.#review.kept, kept);
	}

	/** Puts values of this person back, by one command; they are said until they are dismissed. */
	putBack(values: readonly ReplacedValue[]): Result<Done, CommandProblem> {
		return this.#replaced.putBack(values);
	}

	/** Says no more of these. */
	dismiss(values: readonly ReplacedValue[]): Promise<void> {
		return this.#replaced.dismiss(values);
	}

	/** Resolves when what was seen is stored. */
	close(): Promise<void> {
		return this.#replaced.close();
	}

	/** Takes a change that this person had left. */
	take(left: LeftChange): void {
		this.#review.session?.removals.agree(left);
	}
}

const nobody: ReadonlyMap<DeviceId, number> = new Map();
