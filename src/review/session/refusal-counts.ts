/** What was not taken, counted by reason and by who sent it (SPEC P-2). */
import { Listeners } from '../../base/observable.ts';
import type { DeviceId } from '../../model/review/member.ts';
import { refusals, type Refusal } from '../frame.ts';

export interface RefusalCount {
	readonly refusal: Refusal;
	readonly text: string;
	/** The device that signed it, or, where that cannot be told, what carried it. */
	readonly from: string;
	readonly count: number;
	/** ISO 8601, by this device's clock. */
	readonly last: string;
}

/** So many pairs of reason and sender are told apart; the rest are counted as from 'others'. */
const mostSenders = 200;

export class RefusalCounts {
	readonly #listeners = new Listeners();
	readonly #counts = new Map<string, RefusalCount>();

	note(refusal: Refusal, from: DeviceId, at: string): void {
		const known = this.#counts.has(`${refusal} ${from}`) || this.#counts.size < mostSenders;
		const sender = known ? from : 'others';
		const key = `${refusal} ${sender}`;
		const count = (this.#counts.get(key)?.count ?? 0) + 1;
		const text = refusals[refusal];
		this.#counts.set(key, { refusal, text, from: sender, count, last: at });
		this.#listeners.call();
	}

	get all(): readonly RefusalCount[] {
		return [...this.#counts.values()];
	}

	/** How many were not taken for this reason. */
	of(refusal: Refusal): number {
		return this.all
			.filter((each) => each.refusal === refusal)
			.reduce((sum, { count }) => sum + count, 0);
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}
}
