/**
 * Updates of the document that others sent: each is proved by the scratch copy, which a worker does
 * while the one before it is merged; then merged, and passed on as it came.
 */
import type * as Y from 'yjs';
import { mergeUpdate } from '../../workbook/merge-update.ts';
import { PeerOrigin } from '../../workbook/peer-origin.ts';
import type { MassDeletion, TakeOutcome } from './document-guard.ts';
import type { Heard } from './incoming.ts';
import type { MassRemovals } from './mass-removals.ts';
import type { TakingInParts } from './taking-in.ts';

/** What came of checking an update. */
interface Checked {
	readonly outcome: TakeOutcome;
	/** True where the person kept something that it removes. */
	readonly isKept: boolean;
}

export interface MergingUpdatesParts extends Pick<
	TakingInParts,
	'guard' | 'outlet' | 'refuse' | 'mayPass'
> {
	readonly doc: Y.Doc;
	readonly removals: MassRemovals;
	/** It came before what it builds on. */
	readonly wait: (heard: Heard) => void;
	/** The document is another now. */
	readonly onNews: () => void;
}

export class MergingUpdates {
	readonly #parts: MergingUpdatesParts;
	/** The last check and the one before it: while one is merged here, the worker is at the next. */
	#checking: Promise<unknown> = Promise.resolve();
	#before: Promise<unknown> = Promise.resolve();
	#changes = 0;

	constructor(parts: MergingUpdatesParts) {
		this.#parts = parts;
	}

	/** How many updates brought something new. */
	get changes(): number {
		return this.#changes;
	}

	/**
	 * Checks an update after those before it. It is given to the worker together with the one before it,
	 * and found to build on something missing where that is refused or waits for a word of the person.
	 */
	check(heard: Heard): Promise<Checked> {
		const last = this.#checking;
		const checked = this.#before.then(() => this.#check(heard, last));
		// Whoever merges hears of a failure.
		[this.#before, this.#checking] = [last, checked.catch(() => undefined)];
		return checked;
	}

	/**
	 * `last`: the check before this one. While the person is asked about that, nothing is asked here, as
	 * the answer may settle it: the same change comes again, or one that holds it.
	 */
	async #check(heard: Heard, last: Promise<unknown>): Promise<Checked> {
		const { guard, removals } = this.#parts;
		const state = { isKept: false, isLastOver: false, mustWait: false };
		void last.then(() => (state.isLastOver = true));
		const mayTake = async (mass: MassDeletion): Promise<boolean> => {
			state.mustWait = !state.isLastOver;
			if (state.mustWait) return false;
			return removals.mayTake(heard, mass, () => (state.isKept = true));
		};
		let outcome = await guard.take(heard.body, mayTake);
		if (state.mustWait) {
			await last;
			outcome = await guard.take(heard.body, mayTake);
		}
		return { outcome, isKept: state.isKept };
	}

	/** Merges an update that was checked. */
	async merge(heard: Heard, { outcome, isKept }: Checked): Promise<void> {
		const { body, signer, frame, link } = heard;
		const { doc, refuse, outlet, wait, onNews, mayPass } = this.#parts;
		if (outcome.kind === 'refused') {
			if (outcome.refusal === 'gap') wait(heard);
			else refuse(outcome.refusal, link, signer);
			return;
		}
		if (outcome.kind === 'left') return;
		const isNews = mergeUpdate(doc, outcome.instead ?? body, new PeerOrigin(signer));
		link.noteVector(outcome.upTo);
		if (isNews) {
			this.#changes += 1;
			onNews();
		}
		// What is kept here is for each of the others to weigh.
		if (!isNews && !isKept) return;
		await outlet.passOn(frame, 'review', link, 'bulk', (other) => {
			const takes = mayPass(other) && other.carrier.skipsDocument !== true;
			if (takes) other.noteVector(outcome.upTo);
			return takes;
		});
	}
}
