/**
 * Changes of others that remove many records: the person is asked once (SPEC P-9). What they keep
 * stands here while the rest of the change is merged. Records that are written over cannot be kept
 * apart from the rest: such a change waits as a whole until it is taken.
 */
import type { Clock } from '../../base/clock.ts';
import { Listeners } from '../../base/observable.ts';
import type { DeviceId } from '../../model/review/member.ts';
import type { DocumentGuard, MassDeletion } from './document-guard.ts';
import type { Heard } from './incoming.ts';
import type { KeptRemovals } from './kept-removals.ts';

/** A change that waits because the person left it. */
export interface LeftChange {
	readonly from: DeviceId;
	/** ISO 8601. */
	readonly at: string;
	readonly mass: MassDeletion;
}

/** True to take it, false to keep what it removes; undefined where nobody answered. */
export type AskMass = (from: DeviceId, mass: MassDeletion) => Promise<boolean | undefined>;

export interface MassRemovalsParts {
	readonly kept: KeptRemovals;
	readonly guard: DocumentGuard;
	readonly clock: Clock;
	readonly askMass: AskMass;
	/** Hears a change anew that was left. */
	readonly hear: (heard: Heard) => void;
}

export class MassRemovals {
	readonly #parts: MassRemovalsParts;
	readonly #listeners = new Listeners();
	/** By the name of the records; what is declined is sent again and again. */
	readonly #left = new Map<string, LeftChange & { readonly heard: Heard }>();
	readonly #agreed = new Set<string>();

	constructor(parts: MassRemovalsParts) {
		this.#parts = parts;
		const { kept, guard } = parts;
		guard.keep(kept.ranges);
		// Nothing is kept any more once it was removed here too; other tabs keep for this one as well.
		kept.subscribe(() => guard.keep(kept.ranges));
	}

	/** Changes that wait as a whole, oldest first. */
	get left(): readonly LeftChange[] {
		return [...this.#left.values()];
	}

	/** Whether a change may be merged, without what is kept of it; `onKept` is called where some is. */
	async mayTake(heard: Heard, mass: MassDeletion, onKept: () => void): Promise<boolean> {
		const { kept, clock, askMass } = this.#parts;
		const { signer: from } = heard;
		if (this.#agreed.has(mass.records)) return true;
		const left = this.#left.get(mass.records);
		if (left) {
			this.#left.set(mass.records, { ...left, heard });
			return false;
		}
		const answer = await askMass(from, mass);
		if (answer !== false) return answer ?? false;
		if (mass.overwritten > 0) {
			this.#left.set(mass.records, { from, mass, at: clock.now(), heard });
			this.#listeners.call();
			return false;
		}
		onKept();
		await kept.keep(from, mass.removed, clock.now());
		return true;
	}

	/** Takes a change that was left. */
	agree({ mass }: LeftChange): void {
		const left = this.#left.get(mass.records);
		this.#left.delete(mass.records);
		this.#agreed.add(mass.records);
		this.#listeners.call();
		if (left) this.#parts.hear(left.heard);
	}

	/** Called when a change is left, or taken after all. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}
}
