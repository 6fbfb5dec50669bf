/**
 * The member list as this device follows it: read from storage, changed by owners, and taken from
 * others where theirs goes further. Nothing is followed before it is stored.
 */
import type { Clock } from '../../base/clock.ts';
import { Listeners } from '../../base/observable.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import { Turns } from '../../base/turns.ts';
import { channels, type Channel, type DeviceId, type Role } from '../../model/review/member.ts';
import {
	roleOf,
	type Roster,
	type RosterChange,
	type RosterStatement,
} from '../../model/review/roster.ts';
import type { PortProblem } from '../../workbook/ports.ts';
import type { Frame } from '../carrier.ts';
import type { Refusal } from '../frame.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import type { ChainReturn } from '../log/chain.ts';
import type { ReviewStore } from '../review-store.ts';
import {
	appendStatement,
	betterChain,
	foundRoster,
	openChain,
	type RosterChain,
} from '../roster/roster-chain.ts';
import { NotFollowed } from '../roster/not-followed.ts';
import { openParcel, packRemoval, packRoster, removalOf } from '../roster/roster-parcel.ts';
import { epochOf } from '../sealing/frame-layout.ts';
import type { FrameOpener } from '../sealing/open-frame.ts';

/** How far a member list goes: its length and the hash of its last statement. */
export interface RosterStanding {
	readonly length: number;
	readonly head: string;
}

/** What came of a member list of somebody else. */
export type Adopted = 'news' | 'known' | Refusal;

export class Membership {
	readonly #store: ReviewStore;
	readonly #identity: DeviceIdentity;
	readonly #clock: Clock;
	readonly #listeners = new Listeners();
	#chain: RosterChain | undefined;
	#reviewId: string;
	readonly #notFollowed: NotFollowed;
	#fault: string | undefined;
	/** What is taken next depends on what is followed by then. */
	readonly #turns = new Turns();

	constructor(store: ReviewStore, identity: DeviceIdentity, clock: Clock, reviewId: string) {
		this.#store = store;
		this.#identity = identity;
		this.#clock = clock;
		this.#reviewId = reviewId;
		this.#notFollowed = new NotFollowed(store);
	}

	/** Takes what stands stored, checking all of it. */
	async open(statements: readonly RosterStatement[]): Promise<void> {
		if (statements.length === 0) return;
		await this.#notFollowed.open();
		const opened = await openChain(statements, this.#identity);
		if (opened.ok) {
			this.#follow(opened.value);
			this.#fault = opened.value.fault?.text;
		} else this.#fault = opened.problems.map(({ text }) => text).join(' ');
	}

	/** Undefined while the workbook is shared with nobody. */
	get roster(): Roster | undefined {
		return this.#chain?.roster;
	}

	/** Names the group for ever, hexadecimal. */
	get group(): string | undefined {
		return this.#chain?.group;
	}

	/** What entries are bound to. */
	get reviewId(): string {
		return this.#reviewId;
	}

	get epoch(): number {
		return this.#chain?.roster.epoch ?? 0;
	}

	/** This device's role; undefined where it is no member, or no more. */
	get role(): Role | undefined {
		return roleOf(this.roster, this.#identity.device);
	}

	/** Where the chain of a device goes on that was removed and let in again, oldest first. */
	returnsOf(device: DeviceId, channel: Channel): readonly ChainReturn[] {
		const member = this.roster?.members.find((each) => each.device === device);
		return (member?.returns ?? []).map(({ statement, until, from }) => ({
			...{ until: until[channel], from: from[channel] },
			previous: this.#chain?.hashes[statement] ?? '',
		}));
	}

	/** Changes of other owners that were not followed, as another came first. */
	get dropped(): readonly RosterStatement[] {
		return this.#notFollowed.without(this.#chain?.statements ?? []);
	}

	/** Why what stands stored is not followed to its end. */
	get fault(): string | undefined {
		return this.#fault;
	}

	get standing(): RosterStanding {
		return { length: this.#chain?.statements.length ?? 0, head: this.#chain?.hashes.at(-1) ?? '' };
	}

	/** True where somebody of that standing lacks something of ours, as far as lengths tell. */
	exceeds({ length, head }: RosterStanding): boolean {
		const ours = this.#chain;
		if (!ours) return false;
		// One that parted from ours is told of ours, and both decide alike.
		return length < ours.hashes.length || ours.hashes[length - 1] !== head;
	}

	keyOf(channel: Channel, epoch: number): CryptoKey | undefined {
		return this.#chain?.keyOf(channel, epoch);
	}

	/** What opens a frame; undefined where this workbook is not shared. Older epochs are opened too. */
	openerOf(frame: Frame): FrameOpener | undefined {
		const chain = this.#chain;
		if (!chain) return undefined;
		const present = chain.roster.epoch;
		const said = Math.min(epochOf(frame) ?? present, present);
		// Without its key there is nothing more to be known of it than that it is old.
		const epoch = chain.keyOf('review', said) ? said : present;
		return { group: chain.group, epoch, keyOf: (...place) => chain.keyOf(...place) };
	}

	/** Begins the member list with this device as its owner. */
	found(name: string): Promise<Result<void, PortProblem>> {
		return this.#turns.take(async () => {
			if (this.#chain) return ok(undefined);
			const chain = await foundRoster({
				...{ identity: this.#identity, name, nonce: this.#reviewId, at: this.#clock.now() },
			});
			return this.#keep(chain);
		});
	}

	/** Changes the member list as an owner. */
	change(change: RosterChange): Promise<Result<void, PortProblem>> {
		return this.#turns.take(async () => {
			if (!this.#chain) return refused({ text: 'This workbook is shared with nobody yet.' });
			const at = this.#clock.now();
			const next = await appendStatement(this.#chain, change, this.#identity, at);
			if (!next.ok) return refused(...next.problems.map((text) => ({ text })));
			return this.#keep(next.value);
		});
	}

	/**
	 * Takes a member list that somebody sent: 'news' where it goes further than ours. `length` is how
	 * many statements it has.
	 */
	take(frame: Frame): Promise<{ readonly outcome: Adopted; readonly length: number }> {
		return this.#turns.take(async () => {
			const opened = await openParcel(frame, this.#identity);
			if (!opened.ok) return { outcome: opened.problems[0] ?? 'malformed', length: 0 };
			return { outcome: await this.#adopt(opened.value), length: opened.value.length };
		});
	}

	/** Takes the member list of a group that this device has just joined. */
	join(statements: readonly RosterStatement[]): Promise<Adopted> {
		return this.#turns.take(() => this.#adopt(statements));
	}

	/** The member list, addressed to its members; undefined where there is none. */
	async parcel(): Promise<Frame | undefined> {
		return this.#chain && packRoster(this.#chain);
	}

	/** True for somebody who was removed and not let in again. */
	isRemoved(device: DeviceId): boolean {
		return this.removedSince(0).includes(device);
	}

	/** Who was removed by the statement of this place or a later one, and not let in again. */
	removedSince(place: number): readonly DeviceId[] {
		const chain = this.#chain;
		if (!chain) return [];
		return chain.roster.members
			.filter((member) => member.removedAt !== undefined)
			.map(({ device }) => device)
			.filter((device) => removalOf(chain.statements, device) >= place);
	}

	/** The list up to somebody's removal, which they can read; undefined where there was none. */
	async removalParcel(device: DeviceId): Promise<Frame | undefined> {
		return this.#chain && packRemoval(this.#chain, device);
	}

	/** The chain itself: for welcoming somebody. */
	get chain(): RosterChain | undefined {
		return this.#chain;
	}

	/** Called when another member list is followed. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	/** Called when a statement came that is not followed. */
	onDropped(listener: () => void): () => void {
		return this.#notFollowed.subscribe(listener);
	}

	/** Channels that this device has the present keys of. */
	get channels(): readonly Channel[] {
		return channels.filter((channel) => this.keyOf(channel, this.epoch) !== undefined);
	}

	async #adopt(statements: readonly RosterStatement[]): Promise<Adopted> {
		const theirs = await openChain(statements, this.#identity);
		if (!theirs.ok || theirs.value.fault) return 'forged';
		const ours = this.#chain;
		const choice = ours
			? betterChain(ours, theirs.value)
			: { chain: theirs.value, dropped: [] as const };
		if (!choice) return 'stranger';
		await this.#notFollowed.add(choice.dropped);
		if (choice.chain === ours) return 'known';
		const kept = await this.#keep(choice.chain);
		return kept.ok ? 'news' : 'known';
	}

	async #keep(chain: RosterChain): Promise<Result<void, PortProblem>> {
		const saved = await this.#store.saveRoster(chain.statements, chain.reviewId);
		if (saved.ok) this.#follow(chain);
		return saved;
	}

	#follow(chain: RosterChain): void {
		this.#chain = chain;
		this.#reviewId = chain.reviewId;
		this.#listeners.call();
	}
}
