/** The bytes that milestones name, as far as they are here: what is named, what is held, what is kept. */
import { Listeners } from '../../base/observable.ts';
import type { ReviewEntry } from '../../model/review/entry.ts';
import { entriesSince } from '../log/admission.ts';
import type { ReviewLog } from '../log/review-log.ts';
import type { ReviewStore } from '../review-store.ts';
import type { Membership } from './membership.ts';
import type { UnderWay } from './under-way.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface MilestoneStockParts {
	readonly log: ReviewLog;
	readonly membership: Membership;
	readonly store: Pick<ReviewStore, 'file' | 'keepFile'>;
	readonly underWay: UnderWay;
	readonly onProblem: (text: string) => void;
}

export interface NamedBytes {
	/** SHA-256, hexadecimal. */
	readonly digest: string;
	/** How many there are, as the milestone says. */
	readonly bytes: number;
}

/** Bytes of milestones that a store or a file is given: the newest of them. */
const mostInStore = 64 * 2 ** 20;

export class MilestoneStock {
	readonly #parts: MilestoneStockParts;
	readonly #listeners = new Listeners();
	readonly #held = new Set<string>();
	/** What could not be kept here is not asked for again. */
	readonly #givenUp = new Set<string>();
	#looking: Promise<void> = Promise.resolve();

	constructor(parts: MilestoneStockParts) {
		this.#parts = parts;
	}

	/** What milestones that count name, the newest first. */
	get named(): readonly NamedBytes[] {
		const { log, membership } = this.#parts;
		const milestones = entriesSince(log, membership.roster, {}, ['review'])
			.flatMap(milestoneOf)
			.sort((a, b) => b.clock - a.clock);
		const named = new Map(milestones.map(({ digest, bytes }) => [digest, { digest, bytes }]));
		return [...named.values()];
	}

	get missing(): readonly NamedBytes[] {
		return this.named.filter(({ digest }) => !this.#held.has(digest) && !this.#givenUp.has(digest));
	}

	/** What stores and files are given of what is here. */
	get forStores(): readonly string[] {
		let rest = mostInStore;
		return this.named
			.filter(({ digest, bytes }) => this.#held.has(digest) && (rest -= bytes) >= 0)
			.map(({ digest }) => digest);
	}

	isNamed(digest: string): boolean {
		return this.named.some((each) => each.digest === digest);
	}

	/** True where they are known to be here: `look` finds out. */
	holds(digest: string): boolean {
		return this.#held.has(digest);
	}

	/** Looks in the own store for what was not here when it was looked last. */
	look(): Promise<void> {
		const { store, underWay } = this.#parts;
		const work = async (): Promise<void> => {
			let isNews = false;
			for (const { digest } of this.missing) {
				const found = await store.file(digest);
				if (!found.ok || !found.value) continue;
				this.#held.add(digest);
				isNews = true;
			}
			if (isNews) this.#listeners.call();
		};
		this.#looking = this.#looking.then(() => underWay.finished(work));
		return this.#looking;
	}

	/** None where they cannot be read any more: others are asked for them. */
	async bytesOf(digest: string): Promise<Bytes> {
		const found = await this.#parts.store.file(digest);
		if (found.ok && found.value) return found.value;
		this.#held.delete(digest);
		return new Uint8Array(0);
	}

	/** Keeps what came and was checked. */
	async keep(digest: string, bytes: Bytes): Promise<void> {
		const kept = await this.#parts.store.keepFile(digest, bytes);
		if (kept.ok) this.#held.add(digest);
		else {
			this.#givenUp.add(digest);
			this.#parts.onProblem(kept.problems.map(({ text }) => text).join(' '));
		}
		this.#listeners.call();
	}

	/** Called when bytes of a milestone have come. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}
}

function milestoneOf({ body, clock }: ReviewEntry) {
	return body.kind === 'milestone' ? [{ digest: body.snapshot, bytes: body.bytes, clock }] : [];
}
