/**
 * All that was written in the review of one workbook: every device's chains, checked. What this
 * device writes is signed, stored and only then heard of; what others wrote is taken where its
 * signature, its place in its chain and the member list allow it.
 */
import type { Clock } from '../../base/clock.ts';
import { Listeners } from '../../base/observable.ts';
import { ok, type Result } from '../../base/result.ts';
import {
	byClock,
	type EntryBody,
	type ReviewEntry,
	type UnsignedEntry,
} from '../../model/review/entry.ts';
import type { Channel, DeviceId } from '../../model/review/member.ts';
import type { PortProblem } from '../../workbook/ports.ts';
import type { Refusal } from '../frame.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import type { ReviewStore } from '../review-store.ts';
import { entryHash, signEntry, verifyEntry } from '../sealing/entry-signature.ts';
import { Chain, type ChainReturn } from './chain.ts';
import { faultWords, ownForkOf, type OwnFork } from './fault-words.ts';

export interface LogOptions {
	readonly store: ReviewStore;
	readonly identity: DeviceIdentity;
	/** Binds entries to this workbook: read anew, as joining a group brings another. */
	readonly scope: () => string;
	/** Where a device goes on that was removed and let in again; nowhere unless given. */
	readonly returnsOf?: (device: DeviceId, channel: Channel) => readonly ChainReturn[];
	readonly clock: Clock;
	/** What the person is called now. */
	readonly name: () => string;
}

/** `<device>.<channel>` → the place of its last entry. */
export type LogHeads = Readonly<Record<string, number>>;

export interface RefusedEntry {
	readonly entry: ReviewEntry;
	readonly refusal: Refusal;
}

/** An entry that stood stored and is not what its author signed, or has lost its neighbours. */
export interface LogFault {
	readonly entry: ReviewEntry;
	readonly text: string;
}

/** Verifying so many entries at once leaves the page room to breathe. */
const entriesPerStep = 50;

/**
 * How far clocks go on from one entry of a chain to its next at most. Clocks follow the greatest that
 * was seen, so without this a single entry could leave nobody a number to write under.
 */
const greatestLeap = 2 ** 32;

export class ReviewLog {
	readonly #options: LogOptions;
	readonly #chains = new Map<string, Chain>();
	readonly #listeners = new Listeners<readonly ReviewEntry[]>();
	readonly #faults: LogFault[] = [];
	/** Chains whose author wrote two things at one place. */
	readonly #forked = new Set<string>();
	#ownFork: OwnFork | undefined;
	#sorted: readonly ReviewEntry[] | undefined = [];
	#clock = 0;
	#last: Promise<unknown> = Promise.resolve();

	constructor(options: LogOptions) {
		this.#options = options;
	}

	/** Every entry that was taken, in the order all devices agree on. */
	get entries(): readonly ReviewEntry[] {
		this.#sorted ??= [...this.#chains.values()].flatMap((chain) => chain.after(0)).sort(byClock);
		return this.#sorted;
	}

	/** Stored entries that were changed, or whose chain is broken before them (SPEC P-4). */
	get faults(): readonly LogFault[] {
		return this.#faults;
	}

	/** Of this device, from a copy that went on elsewhere. */
	get ownFork(): OwnFork | undefined {
		return this.#ownFork;
	}

	/** What stands here where an entry came that contradicts it: of its place, or the last before. */
	standingAt({ author, channel, seq }: ReviewEntry): ReviewEntry | undefined {
		const chain = this.#chains.get(chainKey(author, channel));
		return chain?.after(Math.min(seq, chain.length) - 1)[0];
	}

	get heads(): LogHeads {
		return Object.fromEntries([...this.#chains].map(([key, chain]) => [key, chain.length]));
	}

	/** The same, without end where a device contradicts itself: more of the other chain is not taken. */
	get reach(): LogHeads {
		const endless = [...this.#forked].map((key) => [key, Infinity] as const);
		return { ...this.heads, ...Object.fromEntries(endless) };
	}

	/** The place of a device's last entry in a channel. */
	headOf(device: DeviceId, channel: Channel): number {
		return this.#chains.get(chainKey(device, channel))?.length ?? 0;
	}

	/** Takes what stands stored, checking all of it. */
	open(stored: readonly ReviewEntry[], pause: () => Promise<void>): Promise<void> {
		return this.#inTurn(async () => {
			const inOrder = [...stored].sort((a, b) => a.seq - b.seq);
			const damaged: ReviewEntry[] = [];
			for (const [at, entry] of inOrder.entries()) {
				if (at % entriesPerStep === entriesPerStep - 1) await pause();
				const refusal = await this.#follow(entry, this.#chain(entry.author, entry.channel));
				if (refusal && refusal !== 'replayed') {
					this.#faults.push({ entry, text: faultWords(refusal) });
					// Genuine ones after a gap may stay; in place of the others the right ones may come.
					if (refusal !== 'gap') damaged.push(entry);
				}
			}
			if (damaged.length > 0) await this.#options.store.setAside(damaged);
			this.#tell(inOrder);
		});
	}

	/** Signs and stores an entry of this device. Problems mean that nothing was written. */
	write(channel: Channel, body: EntryBody): Promise<Result<ReviewEntry, PortProblem>> {
		const { store, identity, scope, clock, name } = this.#options;
		return this.#inTurn(() =>
			store.alone(async () => {
				const chain = this.#chain(identity.device, channel);
				const unsigned: UnsignedEntry = {
					author: identity.device,
					channel,
					...chain.next,
					clock: Math.min(this.#clock + 1, chain.clock + greatestLeap),
					at: clock.now(),
					name: name(),
					body,
				};
				const entry = await signEntry(unsigned, identity, scope());
				// Refused where another tab, whose news is still on its way, wrote at this place.
				const added = await store.addEntries([entry]);
				if (!added.ok) return added;
				chain.add(entry, await entryHash(entry));
				this.#tell([entry]);
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
		refusedBy: (entry: ReviewEntry) => Refusal | undefined,
	): Promise<Result<Admitted, PortProblem>> {
		return this.#inTurn(async () => {
			const taken: ReviewEntry[] = [];
			const refusedEntries: RefusedEntry[] = [];
			const longer = new Map<string, Chain>();
			// Chains of their own that continue ours, so that nothing is taken before it is stored.
			const tried = new Map<string, Chain>();
			for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
				const key = chainKey(entry.author, entry.channel);
				const { author, channel } = entry;
				const chain =
					tried.get(key) ?? this.#chains.get(key)?.copy() ?? this.#newChain(author, channel);
				tried.set(key, chain);
				const refusal = await this.#follow(entry, chain, refusedBy);
				if (refusal === undefined) {
					taken.push(entry);
					longer.set(key, chain);
				} else if (refusal !== 'replayed') refusedEntries.push({ entry, refusal });
			}
			if (taken.length > 0) {
				const added = await this.#options.store.addEntries(taken);
				if (!added.ok) return added;
				for (const [key, chain] of longer) this.#chains.set(key, chain);
				this.#tell(taken);
			}
			return ok({ taken, refused: refusedEntries });
		});
	}

	/** Takes what another tab of this browser has stored. */
	takeStored(entries: readonly ReviewEntry[]): Promise<void> {
		return this.#inTurn(async () => {
			const news: ReviewEntry[] = [];
			for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
				const refusal = await this.#follow(entry, this.#chain(entry.author, entry.channel));
				if (refusal === undefined) news.push(entry);
			}
			if (news.length > 0) this.#tell(news);
		});
	}

	/** The entries of these channels that somebody with these heads lacks. */
	since(heads: LogHeads, channels: readonly Channel[]): readonly ReviewEntry[] {
		return [...this.#chains].flatMap(([key, chain]) =>
			channels.some((channel) => key.endsWith(`.${channel}`)) ? chain.after(heads[key] ?? 0) : [],
		);
	}

	/** Called with the entries that came. */
	subscribe(listener: (entries: readonly ReviewEntry[]) => void): () => void {
		return this.#listeners.add(listener);
	}

	/** One thing after the other: what is signed next depends on what stands. */
	#inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
		const done = this.#last.then(work);
		this.#last = done.catch(() => undefined);
		return done;
	}

	/** Adds the entry to the chain where it follows, or says why it does not. */
	async #follow(
		entry: ReviewEntry,
		chain: Chain,
		refusedBy: (entry: ReviewEntry) => Refusal | undefined = () => undefined,
	): Promise<Refusal | undefined> {
		const hash = await entryHash(entry);
		const step = chain.place(entry, hash);
		if (step === 'known') return 'replayed';
		const refusal = refusedBy(entry);
		if (refusal) return refusal;
		// Before anything is said of its author.
		if (!(await verifyEntry(entry, this.#options.scope()))) return 'forged';
		if (step === 'fork') this.#noteFork(entry);
		if (step !== 'next') return step;
		const leap = entry.clock - chain.clock;
		if (leap < 1 || leap > greatestLeap) return 'unsafe';
		chain.add(entry, hash);
		return undefined;
	}

	#noteFork(entry: ReviewEntry): void {
		this.#forked.add(chainKey(entry.author, entry.channel));
		if (entry.author !== this.#options.identity.device || this.#ownFork) return;
		this.#ownFork = ownForkOf(entry);
		this.#listeners.call([]);
	}

	#chain(device: DeviceId, channel: Channel): Chain {
		const key = chainKey(device, channel);
		const chain = this.#chains.get(key) ?? this.#newChain(device, channel);
		this.#chains.set(key, chain);
		return chain;
	}

	#newChain(device: DeviceId, channel: Channel): Chain {
		return new Chain(() => this.#options.returnsOf?.(device, channel) ?? []);
	}

	#tell(entries: readonly ReviewEntry[]): void {
		this.#sorted = undefined;
		for (const { clock } of entries) this.#clock = Math.max(this.#clock, clock);
		this.#listeners.call(entries);
	}
}

export interface Admitted {
	readonly taken: readonly ReviewEntry[];
	readonly refused: readonly RefusedEntry[];
}

function chainKey(device: DeviceId, channel: Channel): string {
	return `${device}.${channel}`;
}
