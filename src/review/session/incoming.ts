/**
 * What comes in, in its order: each frame is opened, weighed against the member list, and handed to
 * whoever deals with its kind. What is not taken is counted, with its reason and its sender.
 */
import type { Clock } from '../../base/clock.ts';
import { mayEdit, maySeeTeam, type DeviceId } from '../../model/review/member.ts';
import { roleOf } from '../../model/review/roster.ts';
import type { Frame } from '../carrier.ts';
import { greatestFrame, type FrameKind, type OpenedFrame, type Refusal } from '../frame.ts';
import { frameVersions, isOfTeam } from '../sealing/frame-layout.ts';
import { openFrame } from '../sealing/open-frame.ts';
import { slotsOf } from '../roster/roster-parcel.ts';
import { sha256 } from '../keys/hash.ts';
import {
	Allowance,
	reviewerAllowance,
	signalAllowance,
	type AllowanceLimits,
} from './allowance.ts';
import { FrameCopies } from './frame-copies.ts';
import { isPeers, type Link } from './link.ts';
import type { Membership } from './membership.ts';
import { RecentFrames } from './recent-frames.ts';
import type { RefusalCounts } from './refusal-counts.ts';
import type { SessionTimer } from './session-timer.ts';
import type { UnderWay } from './under-way.ts';

/** A frame that was opened and may be heard, with how it came. */
export interface Heard extends OpenedFrame {
	readonly frame: Frame;
	/** SHA-256 of the frame. */
	readonly digest: string;
	readonly link: Link;
}

export interface IncomingParts {
	readonly membership: Membership;
	readonly refusals: RefusalCounts;
	readonly clock: Clock;
	readonly timer: SessionTimer;
	readonly underWay: UnderWay;
	readonly hear: Readonly<Record<FrameKind, (heard: Heard) => void | Promise<void>>>;
	readonly takeParcel: (frame: Frame, link: Link) => Promise<Refusal | undefined>;
	/** True for a frame that this page has sealed. */
	readonly isOwn: (frame: Frame) => boolean;
	/** Called where a link sends so much that is no frame that it is to be closed. */
	readonly onNonsense: (link: Link) => void;
	/** Something came that others can only explain by what is missing here. */
	readonly onBehind: (link: Link) => void;
	/** Somebody who is no member said what they have, to be told what they lack. */
	readonly onStranger: (link: Link, device: DeviceId) => void;
}

/** Frames that are none, since a link came up, after which it is closed. */
const mostNonsense = 200;
/** Why. */
export const tooMuchNonsense = 'It sent too much that is no frame of this workbook.';

export class Incoming {
	readonly #parts: IncomingParts;
	readonly #recent = new RecentFrames();
	readonly #copies = new FrameCopies();
	readonly #allowances = new Map<DeviceId, Allowance>();
	readonly #signals = new Map<DeviceId, Allowance>();
	#last: Promise<void> = Promise.resolve();

	constructor(parts: IncomingParts) {
		this.#parts = parts;
	}

	/** Takes a frame after those before it. `isShown`: a store passed it on and does not keep it. */
	add(frame: Frame, link: Link, isShown = false): void {
		const { underWay } = this.#parts;
		const take = (): Promise<void> =>
			isShown ? this.#open(frame, link, isShown) : this.#take(frame, link);
		this.#last = this.#last.then(() => underWay.finished(take));
	}

	/** Resolves when all that came by now has been heard or refused. */
	get settled(): Promise<void> {
		return this.#last;
	}

	/** Counts what was not taken. */
	refuse(refusal: Refusal, link: Link, from: DeviceId = link.device ?? link.carrier.kind): void {
		const { refusals, clock, onNonsense } = this.#parts;
		refusals.note(refusal, from, clock.now());
		if (refusal === 'replayed' || refusal === 'old-epoch' || refusal === 'new-epoch') return;
		if (this.#isPassedOn(link, from)) return;
		link.nonsense += 1;
		if (link.nonsense === mostNonsense && link.carrier.keeps === 'peers') onNonsense(link);
	}

	/** It was not taken, and is heard if it comes again. */
	forget({ signer, id, digest }: Heard): void {
		this.#recent.forget(nameOf(signer, id));
		this.#copies.forget(digest);
	}

	/** True where another member wrote what this link passed on in good faith. */
	#isPassedOn({ device }: Link, from: DeviceId): boolean {
		const { membership } = this.#parts;
		return device !== undefined && from !== device && roleOf(membership.roster, from) !== undefined;
	}

	async #take(frame: Frame, link: Link): Promise<void> {
		if (frame.length > greatestFrame) this.refuse('oversized', link);
		// What is left of a welcome: its invitation has dealt with it.
		else if (frame[0] === frameVersions.pairing) return;
		else if (frame[0] === frameVersions.roster) {
			const mayTry = link.mayTry(slotsOf(frame), this.#parts.timer.now());
			const refusal = mayTry ? await this.#parts.takeParcel(frame, link) : 'flood';
			if (refusal) this.refuse(refusal, link);
		} else await this.#open(frame, link);
	}

	async #open(frame: Frame, link: Link, isShown = false): Promise<void> {
		const { membership, hear, isOwn, onBehind, onStranger, timer } = this.#parts;
		// What this device said comes back from those who do not know yet whose it is.
		if (isPeers(link) && isOwn(frame)) return;
		// Files and stores hold what is the team's too, for those who may read it.
		if (!isPeers(link) && isOfTeam(frame) && !maySeeTeam(membership.role)) return;
		const digest = await sha256(frame);
		if (this.#copies.has(digest, link, timer.now())) return;
		const opener = membership.openerOf(frame);
		const opened = opener ? await openFrame(frame, opener) : undefined;
		if (!opened?.ok) {
			const refusal = opened?.problems[0] ?? 'sealed';
			this.refuse(refusal, link);
			if (refusal === 'new-epoch') onBehind(link);
			return;
		}
		const size = Math.max(frame.length, opened.value.body.length);
		const refusal = this.#weigh(opened.value, size, { link, isShown });
		const { signer, kind } = opened.value;
		if (refusal) {
			this.refuse(refusal, link, signer);
			if (refusal === 'stranger' && kind === 'have') onStranger(link, signer);
		} else {
			this.#copies.note(digest, link, timer.now());
			await hear[kind]({ ...opened.value, frame, digest, link });
		}
	}

	/** Why an opened frame is not heard, whatever it says. */
	#weigh(
		{ id, kind, channel, signer, epoch }: OpenedFrame,
		size: number,
		{ link, isShown }: { readonly link: Link; readonly isShown: boolean },
	): Refusal | undefined {
		const { membership } = this.#parts;
		const role = roleOf(membership.roster, signer);
		if (!role) return 'stranger';
		// Who has not heard of the newest epoch may still ask for it.
		if (epoch < membership.epoch && kind !== 'have') return 'old-epoch';
		if (channel === 'team' && !maySeeTeam(role)) return 'not-allowed';
		const isEditors = kind === 'update' || kind === 'file';
		if (isEditors && (channel !== 'review' || !mayEdit(role))) return 'not-allowed';
		const name = nameOf(signer, id);
		if (this.#recent.has(name)) return 'replayed';
		// What a store kept comes at once, and cannot be asked for again; of what was said there of the
		// moment, the moment has gone.
		const isKept = !isPeers(link) && !isShown;
		if (isKept && isOfMoment(kind)) return 'replayed';
		// Whatever else matters is kept, and is heard with the rest.
		if (isShown && kind !== 'presence') return 'not-allowed';
		const said = { signer, size };
		const isLimited = !isKept && !mayEdit(role);
		if (isLimited && !this.#isWithin(this.#allowances, reviewerAllowance, said)) return 'flood';
		const isSignal = kind === 'signal';
		if (isSignal && !this.#isWithin(this.#signals, signalAllowance, said)) return 'flood';
		this.#recent.note(name);
		return undefined;
	}

	/** `spent`: by signer, what was taken of it. */
	#isWithin(
		spent: Map<DeviceId, Allowance>,
		limits: AllowanceLimits,
		{ signer, size }: { readonly signer: DeviceId; readonly size: number },
	): boolean {
		const now = this.#parts.timer.now();
		const allowance = spent.get(signer) ?? new Allowance(limits, now);
		spent.set(signer, allowance);
		return allowance.take(size, now);
	}
}

/** True for what says only how things stand just now. */
function isOfMoment(kind: FrameKind): boolean {
	return kind === 'have' || kind === 'presence' || kind === 'signal';
}

/** A nonce alone is not enough: whoever saw one could use it first, so that the other counts as known. */
function nameOf(signer: DeviceId, id: string): string {
	return `${signer} ${id}`;
}
