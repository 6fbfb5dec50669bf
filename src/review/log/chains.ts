/**
 * What was taken in the review of one workbook: every device's chains, how far they go, and which of
 * them contradict themselves. What is done with them is in `review-log.ts`.
 */
import { Listeners } from '../../base/observable.ts';
import { byClock, type ReviewEntry } from '../../model/review/entry.ts';
import type { Channel, DeviceId } from '../../model/review/member.ts';
import { Chain, type ChainReturn } from './chain.ts';

/** `<device>.<channel>` → the place of its last entry. */
export type LogHeads = Readonly<Record<string, number>>;

/** Where a device goes on that was removed and let in again. */
export type ReturnsIn = (device: DeviceId, channel: Channel) => readonly ChainReturn[];

interface ChainTrial {
	readonly chain: (device: DeviceId, channel: Channel) => Chain;
	/** Puts those that were gone on with in the place of those they go on from. */
	readonly adopt: () => void;
}

export class Chains {
	readonly #returnsIn: ReturnsIn;
	readonly #chains = new Map<string, Chain>();
	/** Chains whose author wrote two things at one place. */
	readonly #forked = new Set<string>();
	readonly #listeners = new Listeners<readonly ReviewEntry[]>();
	#sorted: readonly ReviewEntry[] | undefined = [];
	#clock = 0;

	constructor(returnsIn: ReturnsIn = () => []) {
		this.#returnsIn = returnsIn;
	}

	/** Every entry that was taken, in the order all devices agree on. */
	get entries(): readonly ReviewEntry[] {
		this.#sorted ??= [...this.#chains.values()].flatMap((chain) => chain.after(0)).sort(byClock);
		return this.#sorted;
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

	/** What stands here where an entry came that contradicts it: of its place, or the last before. */
	standingAt({ author, channel, seq }: ReviewEntry): ReviewEntry | undefined {
		const chain = this.#chains.get(chainKey(author, channel));
		return chain?.after(Math.min(seq, chain.length) - 1)[0];
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

	/** The greatest clock of all entries. */
	protected get clock(): number {
		return this.#clock;
	}

	/** The chain of a device in a channel, begun where there was none. */
	protected chain(device: DeviceId, channel: Channel): Chain {
		const chain = this.#chains.get(chainKey(device, channel)) ?? this.#newChain(device, channel);
		this.#chains.set(chainKey(device, channel), chain);
		return chain;
	}

	/** Chains that go on from those here, so that nothing is taken before it is stored. */
	protected trial(): ChainTrial {
		const tried = new Map<string, Chain>();
		return {
			chain: (device, channel) => {
				const key = chainKey(device, channel);
				const chain =
					tried.get(key) ?? this.#chains.get(key)?.copy() ?? this.#newChain(device, channel);
				tried.set(key, chain);
				return chain;
			},
			adopt: () => {
				for (const [key, chain] of tried) {
					if (chain.length > (this.#chains.get(key)?.length ?? 0)) this.#chains.set(key, chain);
				}
			},
		};
	}

	protected noteFork(device: DeviceId, channel: Channel): void {
		this.#forked.add(chainKey(device, channel));
	}

	/** Once entries stand in their chains, or where something else is to be looked at anew. */
	protected tell(entries: readonly ReviewEntry[]): void {
		if (entries.length > 0) this.#sorted = undefined;
		for (const { clock } of entries) this.#clock = Math.max(this.#clock, clock);
		this.#listeners.call(entries);
	}

	#newChain(device: DeviceId, channel: Channel): Chain {
		return new Chain(() => this.#returnsIn(device, channel));
	}
}

function chainKey(device: DeviceId, channel: Channel): string {
	return `${device}.${channel}`;
}
