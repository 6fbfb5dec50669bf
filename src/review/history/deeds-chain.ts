/**
 * Puts what was done in the workbook under seal: entries of the activity list by this browser are
 * bound, by their id and their SHA-256, to this device's chain of signed entries. Who changes or
 * removes one of them later is found out (check-history.ts).
 */
import type * as Y from 'yjs';
import type { Review } from '../review.ts';
import { sha256Text } from '../keys/hash.ts';
import type { SessionTimer } from '../session/session-timer.ts';
import { onDeedHere, storedDeeds, type StoredDeed } from '../../workbook/stored-deeds.ts';
import { isBound } from './bound-deeds.ts';

export interface DeedsChainParts {
	readonly doc: Y.Doc;
	readonly review: Review;
	/** The device that this browser's entries name (workbook/actor.ts). */
	readonly actor: () => string;
	readonly timer: SessionTimer;
	readonly pause: () => Promise<void>;
	readonly onProblem: (text: string) => void;
}

/** Quiet after the last deed before it is bound, milliseconds: one gesture seldom comes alone. */
const idleFor = 5_000;
/** As many as an entry of a review holds. */
const perEntry = 500;
/** Hashed between two breaths. */
const perStep = 50;
/** Looked at between two breaths, of lists with a hundred thousand entries. */
const lookedPerStep = 5_000;

export class DeedsChain {
	readonly #parts: DeedsChainParts;
	readonly #stop: () => void;
	#cancel: (() => void) | undefined;
	#last: Promise<void> = Promise.resolve();

	/** Binds what has been left unbound too, after the first quiet. */
	constructor(parts: DeedsChainParts) {
		this.#parts = parts;
		this.#stop = onDeedHere(parts.doc, () => this.#wait());
		this.#wait();
	}

	/** Binds what is not bound yet, now. */
	flush(): Promise<void> {
		this.#cancel?.();
		this.#cancel = undefined;
		this.#last = this.#last.then(() => this.#bind());
		return this.#last;
	}

	/** Binds the rest and ends. */
	close(): Promise<void> {
		this.#stop();
		return this.flush();
	}

	#wait(): void {
		this.#cancel?.();
		this.#cancel = this.#parts.timer.after(idleFor, () => void this.flush());
	}

	async #bind(): Promise<void> {
		const { review, pause, onProblem } = this.#parts;
		// Reviewers and viewers do nothing in the workbook that could be bound.
		if (review.role !== 'owner' && review.role !== 'editor') return;
		const open = await this.#unbound();
		for (let from = 0; from < open.length; from += perEntry) {
			const items: [string, string][] = [];
			for (const [at, { id, text }] of open.slice(from, from + perEntry).entries()) {
				if (at % perStep === perStep - 1) await pause();
				items.push([id, await sha256Text(text())]);
			}
			const written = await review.write({ kind: 'deeds', items });
			if (written.ok) continue;
			onProblem(
				`What was done is kept, but not under seal yet: ${written.problems.map(({ text }) => text).join(' ')}`,
			);
			return;
		}
	}

	async #unbound(): Promise<readonly StoredDeed[]> {
		const { doc, review, actor, pause } = this.#parts;
		const device = actor();
		const unbound: StoredDeed[] = [];
		let looked = 0;
		for (const deed of storedDeeds(doc)) {
			if (++looked % lookedPerStep === 0) await pause();
			if (deed.device === device && !isBound(review.log.entries, deed.id)) unbound.push(deed);
		}
		return unbound;
	}
}
