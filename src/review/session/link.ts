/** One other side that frames go to and come from, and what is known of what it has. */
import * as Y from 'yjs';
import { toBase64Url } from '../../base/base64url.ts';
import type { DeviceId } from '../../model/review/member.ts';
import type { Carrier, Frame, Lane } from '../carrier.ts';
import type { LogHeads } from '../log/chains.ts';
import { Allowance, slotAllowance } from './allowance.ts';
import type { Have } from './have.ts';

export class Link {
	readonly id: string;
	readonly carrier: Carrier;
	/** The device at the other end, once it has said so; a store is nobody's. */
	device: DeviceId | undefined;
	/** Client → clock: what the other side has of the document, or was sent. */
	vector = new Map<number, number>();
	deletes = '';
	heads: Record<string, number> = {};
	roster = { length: 0, head: '' };
	/** Bytes of milestones that a store has, or that the other side was sent. */
	files = new Set<string>();
	/** True where its last word was of more than there is here. */
	wasAhead = false;
	/** True where it was asked for that since the last beat: what it has may be what is not taken here. */
	wasAskedForMore = false;
	/** True while frames can be sent to it. */
	isUp = false;
	/** True once something is known of it, so that what it lacks can be told. */
	isKnown = false;
	/** Bad frames since it came up. */
	nonsense = 0;
	/** Random: whoever says it again is there now, and no recording. */
	readonly challenge = toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
	/** What the other side wants to be told again, to know that nobody plays old frames to it. */
	theirChallenge: string | undefined;
	/** Frames that it was handed, for as long as anything here holds them. */
	handed = new WeakSet<Frame>();
	/** True while an answer to what it was asked may still come. */
	isAsked = false;
	#sending: Promise<void> = Promise.resolve();
	#slots: Allowance | undefined;

	constructor(id: string, carrier: Carrier) {
		this.id = id;
		this.carrier = carrier;
	}

	/** What the other side says it has. One that asks anew has less than it was sent. */
	learn(have: Have): void {
		const vector = Y.decodeStateVector(have.vector);
		this.vector = have.asks ? vector : greater(this.vector, vector);
		this.heads = have.asks ? { ...have.heads } : greaterHeads(this.heads, have.heads);
		this.deletes = have.deletes;
		this.roster = have.roster;
		this.isKnown = true;
		// Whoever asks before it is known has heard nothing yet.
		if (have.asks && !this.device) this.handed = new WeakSet();
	}

	/** Nothing is known of it any more: something it was to be sent did not arrive. */
	forget(): void {
		this.vector = new Map();
		this.deletes = '';
		this.heads = {};
		this.files = new Set();
		this.roster = { length: 0, head: '' };
		// A store never says what it has: it is sent everything again.
		this.isKnown = this.carrier.keeps === 'store';
	}

	/** What it keeps counts no more, except the member list. */
	forgetFrames(): void {
		const { roster } = this;
		this.forget();
		this.roster = roster;
	}

	/** The other side has this update now. */
	noteUpdate(update: Uint8Array): void {
		this.vector = greater(this.vector, Y.parseUpdateMeta(update).to);
	}

	/** The other side was sent all up to here. */
	noteVector(vector: ReadonlyMap<number, number>): void {
		this.vector = greater(this.vector, vector);
	}

	noteHeads(heads: LogHeads): void {
		this.heads = greaterHeads(this.heads, heads);
	}

	/** True while trying member lists that came over it has not cost too much. `now`: milliseconds. */
	mayTry(slots: number, now: number): boolean {
		this.#slots ??= new Allowance(slotAllowance, now);
		return this.#slots.take(slots, now);
	}

	/** Sends past whatever waits; what is lost of it is not missed. */
	sendAtOnce(frame: Frame): void {
		void this.carrier.send(frame, { to: this.id, lane: 'live' }).catch(() => undefined);
	}

	/** Sends in the order of the calls; rejects where the carrier could not take the frame. */
	send(frame: Frame, lane: Lane): Promise<void> {
		const sent = this.#sending.then(() => this.carrier.send(frame, { to: this.id, lane }));
		this.#sending = sent.catch(() => undefined);
		return sent;
	}
}

/** True where `ours` holds insertions that `theirs` lacks. */
export function exceeds(
	ours: ReadonlyMap<number, number>,
	theirs: ReadonlyMap<number, number>,
): boolean {
	for (const [client, clock] of ours) if (clock > (theirs.get(client) ?? 0)) return true;
	return false;
}

/** True where somebody has entries that we lack. */
export function exceedsHeads(theirs: LogHeads, ours: LogHeads): boolean {
	return Object.entries(theirs).some(([key, length]) => length > (ours[key] ?? 0));
}

/** True for a link to a device, not to a store. */
export function isPeers({ carrier }: Link): boolean {
	return carrier.keeps === 'peers';
}

function greater(
	a: ReadonlyMap<number, number>,
	b: ReadonlyMap<number, number>,
): Map<number, number> {
	const both = new Map(a);
	for (const [client, clock] of b) both.set(client, Math.max(clock, both.get(client) ?? 0));
	return both;
}

function greaterHeads(a: LogHeads, b: LogHeads): Record<string, number> {
	const both = { ...a };
	for (const [key, length] of Object.entries(b)) both[key] = Math.max(length, both[key] ?? 0);
	return both;
}
