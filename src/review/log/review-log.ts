/**
 * All that was written in the review of one workbook, checked. What this device writes is signed,
 * stored and only then heard of; what others wrote is taken where its signature, its place in its chain
 * and the member list allow it.
 */
import type { Clock } from '../../base/clock.ts';
import { ok, type Result } from '../../base/result.ts';
import { Turns } from '../../base/turns.ts';
import type { EntryBody, ReviewEntry, UnsignedEntry } from '../../model/review/entry.ts';
import type { Channel } from '../../model/review/member.ts';
import type { PortProblem } from '../../workbook/ports.ts';
import type { Refusal } from '../frame.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import type { ReviewStore } from '../review-store.ts';
import { entryHash, signEntry } from '../sealing/entry-signature.ts';
import type { Chain } from './chain.ts';
import { Chains, type ReturnsIn } from './chains.ts';
import { faultWords, ownForkOf, type OwnFork } from './fault-words.ts';
import { follow, nextClock, type FollowingRules } from './following.ts';

export interface LogOptions {
	readonly store: ReviewStore;
	readonly identity: DeviceIdentity;
	/** Binds entries to this workbook: read anew, as joining a group brings another. */
	readonly scope: () => string;
	/** Nowhere unless given. */
	readonly returnsOf?: ReturnsIn;
	readonly clock: Clock;
	/** What the person is called now. */
	readonly name: () => string;
}

export interface RefusedEntry {
	readonly entry: ReviewEntry;
	readonly refusal: Refusal;
}

export interface Admitted {
	readonly taken: readonly ReviewEntry[];
	readonly refused: readonly RefusedEntry[];
}

/** An entry that stood stored and is not what its author signed, or has lost its neighbours. */
export interface LogFault {
	readonly entry: ReviewEntry;
	readonly text: string;
}

/** Verifying so many entries at once leaves the page room to breathe. */
const entriesPerStep = 50;

export class ReviewLog extends Chains {
	readonly #options: LogOptions;
	readonly #faults: LogFault[] = [];
	/** What is signed next depends on what stands. */
	readonly #turns = new Turns();
	#ownFork: OwnFork | undefined;

	constructor(options: LogOptions) {
		super(options.returnsOf);
		this.#options = options;
	}

	/** Stored entries that were changed, or whose chain is broken before them (SPEC P-4). */
	get faults(): readonly LogFault[] {
		return this.#faults;
	}

	/** Of this device, from a copy that went on elsewhere. */
	get ownFork(): OwnFork | undefined {
		return this.#ownFork;
	}

	/** Takes what stands stored, checking all of it. */
	open(stored: readonly ReviewEntry[], pause: () => Promise<void>): Promise<void> {
		return this.#turns.take(async () => {
			const damaged: ReviewEntry[] = [];
			const inOrder = byPlace(stored);
			for (const [at, entry] of inOrder.entries()) {
				if (at % entriesPerStep === entriesPerStep - 1) await pause();
				const refusal = await this.#follow(entry, this.chain(entry.author, entry.channel));
				if (refusal && refusal !== 'replayed') {
					this.#faults.push({ entry, text: faultWords(refusal) });
					// Genuine ones after a gap may stay; in place of the others the right ones may come.
					if (refusal !== 'gap') damaged.push(entry);
				}
			}
			if (damaged.length > 0) await this.#options.store.setAside(damaged);
			this.tell(inOrder);
		});
	}

	/** Signs and stores an entry of this device. Problems mean that nothing was written. */
	write(channel: Channel, body: EntryBody): Promise<Result<ReviewEntry, PortProblem>> {
		const { store, identity, scope, clock, name } = this.#options;
		return this.#turns.take(() =>
			store.alone(async () => {
				const chain = this.chain(identity.device, channel);
				const unsigned: UnsignedEntry = {
					author: identity.device,
					channel,
					...chain.next,
					clock: nextClock(chain, this.clock),
					at: clock.now(),
					name: name(),
					body,
				};
				const entry = await signEntry(unsigned, identity, scope());
				// Refused where another tab, whose news is still on its way, wrote at this place.
				const added = await store.addEntries([entry]);
				if (!added.ok) return added;
				chain.add(entry, await entryHash(entry));
				this.tell([entry]);
				return ok(entry);
			}),
		);
	}

	/**
	 * Takes entries of others: those that `refusedBy` lets pass, whose signature is right and that
	 * follow in their chain. They are stored before anybody hears of them.
	 */
	admit(
		entries: readonly ReviewEntry[],
		refusedBy: NonNullable<FollowingRules['refusedBy']>,
	): Promise<Result<Admitted, PortProblem>> {
		return this.#turns.take(async () => {
			const taken: ReviewEntry[] = [];
			const refusedEntries: RefusedEntry[] = [];
			const trial = this.trial();
			for (const entry of byPlace(entries)) {
				const chain = trial.chain(entry.author, entry.channel);
				const refusal = await this.#follow(entry, chain, refusedBy);
				if (refusal === undefined) taken.push(entry);
				else if (refusal !== 'replayed') refusedEntries.push({ entry, refusal });
			}
			if (taken.length > 0) {
				const added = await this.#options.store.addEntries(taken);
				if (!added.ok) return added;
				trial.adopt();
				this.tell(taken);
			}
			return ok({ taken, refused: refusedEntries });
		});
	}

	/** Takes what another tab of this browser has stored. */
	takeStored(entries: readonly ReviewEntry[]): Promise<void> {
		return this.#turns.take(async () => {
			const news: ReviewEntry[] = [];
			for (const entry of byPlace(entries)) {
				const refusal = await this.#follow(entry, this.chain(entry.author, entry.channel));
				if (refusal === undefined) news.push(entry);
			}
			if (news.length > 0) this.tell(news);
		});
	}

	async #follow(
		entry: ReviewEntry,
		chain: Chain,
		refusedBy?: FollowingRules['refusedBy'],
	): Promise<Refusal | undefined> {
		const refusal = await follow(entry, chain, { scope: this.#options.scope(), refusedBy });
		if (refusal === 'fork') this.#hearFork(entry);
		return refusal;
	}

	#hearFork(entry: ReviewEntry): void {
		this.noteFork(entry.author, entry.channel);
		if (entry.author !== this.#options.identity.device || this.#ownFork) return;
		this.#ownFork = ownForkOf(entry);
		this.tell([]);
	}
}

function byPlace(entries: readonly ReviewEntry[]): readonly ReviewEntry[] {
	return [...entries].sort((a, b) => a.seq - b.seq);
}
