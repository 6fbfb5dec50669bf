/**
 * Links to newcomers whose words are still being compared: the session knows nothing of them, and
 * what comes over them is for the invitation alone, and little.
 */
import type { Frame } from '../../carrier.ts';

/** What whoever holds a link hears of it. */
export interface HeldEvents {
	frame(frame: Frame): void;
	/** It ended before anybody was let in; why, in words. */
	gone(text: string): void;
}

/**
 * What may come over a link before its newcomer is let in, in bytes: their few words, and an hour of
 * signs of life, each of which counts as `leastCost`.
 */
const greatestTalk = 64 * 2 ** 10;
const leastCost = 16;

interface Held {
	readonly events: HeldEvents;
	cost: number;
}

export class HeldLinks {
	readonly #held = new Map<string, Held>();

	hold(id: string, events: HeldEvents): void {
		this.#held.set(id, { events, cost: 0 });
	}

	has(id: string): boolean {
		return this.#held.has(id);
	}

	/** False where a message of so many bytes is more than may come over this link. */
	mayTake(id: string, bytes: number): boolean {
		const held = this.#held.get(id);
		if (!held) return true;
		held.cost += Math.max(bytes, leastCost);
		return held.cost <= greatestTalk;
	}

	/** True where the frame was for whoever holds the link. */
	hear(id: string, frame: Frame): boolean {
		const held = this.#held.get(id);
		held?.events.frame(frame);
		return held !== undefined;
	}

	/** It carries the session from now on. */
	release(id: string): void {
		this.#held.delete(id);
	}

	/** The link is gone. */
	end(id: string, text: string): void {
		const held = this.#held.get(id);
		this.#held.delete(id);
		held?.events.gone(text);
	}
}
