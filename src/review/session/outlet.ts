/** The way out: seals what this device says and hands it to links; passes on what others sealed. */
import { toBase64Url } from '../../base/base64url.ts';
import type { Channel } from '../../model/review/member.ts';
import { maySeeTeam } from '../../model/review/member.ts';
import { roleOf } from '../../model/review/roster.ts';
import type { Frame, Lane } from '../carrier.ts';
import type { FrameKind } from '../frame.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import { cipherStart, nonceStart } from '../sealing/frame-layout.ts';
import { sealFrame } from '../sealing/seal-frame.ts';
import { isPeers, type Link } from './link.ts';
import type { Links } from './links.ts';
import type { Membership } from './membership.ts';
import { RecentFrames } from './recent-frames.ts';

/** Bodies from this size on are deflated: smaller ones hardly shrink. */
const worthDeflating = 512;

export class Outlet {
	readonly #links: Pick<Links, 'all'>;
	readonly #identity: DeviceIdentity;
	readonly #membership: Membership;
	readonly #sealed = new RecentFrames();

	constructor(links: Pick<Links, 'all'>, identity: DeviceIdentity, membership: Membership) {
		this.#links = links;
		this.#identity = identity;
		this.#membership = membership;
	}

	/** True for a frame that was sealed here since the page was loaded, but for those of long ago. */
	isOwn(frame: Frame): boolean {
		return this.#sealed.has(nonceOf(frame));
	}

	/** Undefined where this device has no key for it: it is no member, or no more. */
	async seal(
		kind: FrameKind,
		channel: Channel,
		body: Uint8Array<ArrayBuffer>,
		deflate: boolean | 'done' = body.length >= worthDeflating,
	): Promise<Frame | undefined> {
		const { group, epoch } = this.#membership;
		const key = this.#membership.keyOf(channel, epoch);
		if (!group || !key) return undefined;
		const frame = await sealFrame({
			...{ group, channel, epoch, key, identity: this.#identity, kind, body, deflate },
		});
		this.#sealed.note(nonceOf(frame));
		return frame;
	}

	/** Says something to one link; false where it could not be handed over. */
	async say(
		link: Link,
		kind: FrameKind,
		channel: Channel,
		body: Uint8Array<ArrayBuffer>,
		lane: Lane,
	): Promise<boolean> {
		const frame = await this.seal(kind, channel, body);
		return frame !== undefined && (await this.hand(frame, link, lane));
	}

	/** A piece of the document, deflated already, in a frame. */
	sealPiece(piece: Uint8Array<ArrayBuffer>): Promise<Frame | undefined> {
		return this.seal('update', 'review', piece, 'done');
	}

	/** Sends a piece of the document, deflated already; false where it could not be handed over. */
	async sayPiece(link: Link, piece: Uint8Array<ArrayBuffer>): Promise<boolean> {
		const frame = await this.sealPiece(piece);
		return frame !== undefined && (await this.hand(frame, link, 'bulk'));
	}

	/** Says something to all links that `to` picks. */
	async sayToAll(
		kind: FrameKind,
		channel: Channel,
		body: Uint8Array<ArrayBuffer>,
		lane: Lane,
		to: (link: Link) => boolean = () => true,
	): Promise<void> {
		const links = this.#reached(channel).filter(to);
		const frame = links.length > 0 ? await this.seal(kind, channel, body) : undefined;
		if (frame) await Promise.all(links.map((link) => this.hand(frame, link, lane)));
	}

	/** Says something of this moment: to all peers, and to whoever is at a store that shows it now. */
	async sayNow(kind: FrameKind, body: Uint8Array<ArrayBuffer>): Promise<void> {
		const links = this.#reached('review').filter((link) => isPeers(link) || link.carrier.show);
		const frame = links.length > 0 ? await this.seal(kind, 'review', body) : undefined;
		if (!frame) return;
		for (const link of links) if (!isPeers(link)) link.carrier.show?.(frame);
		await Promise.all(links.filter(isPeers).map((link) => this.hand(frame, link, 'live')));
	}

	/** Passes a frame on as it came to all links but the one it came from. */
	async passOn(frame: Frame, channel: Channel, from: Link, lane: Lane, to = always): Promise<void> {
		const links = this.#reached(channel).filter((link) => link !== from && to(link));
		await Promise.all(links.map((link) => this.hand(frame, link, lane)));
	}

	/** Hands a frame to a link, once. One that could not take it is asked anew what it has. */
	async hand(frame: Frame, link: Link, lane: Lane): Promise<boolean> {
		// Whoever has just come is shown who is here, and may be passed the same word just then.
		if (link.handed.has(frame)) return true;
		link.handed.add(frame);
		try {
			await link.send(frame, lane);
			return true;
		} catch {
			// The carrier says in its status why; what did not arrive is worked out again.
			link.handed.delete(frame);
			link.forget();
			return false;
		}
	}

	/**
	 * Links that may be sent this channel: nothing goes to whoever is no member any more, and what is
	 * the team's never to others, sealed or not.
	 */
	#reached(channel: Channel): readonly Link[] {
		const { roster } = this.#membership;
		return this.#links.all.filter(({ isUp, device, carrier }) => {
			if (!isUp) return false;
			if (carrier.keeps === 'store') return true;
			// Who they are a link says soon; until then it is told only what all members hear.
			if (device === undefined) return channel === 'review';
			const role = roleOf(roster, device);
			return channel === 'team' ? maySeeTeam(role) : role !== undefined;
		});
	}
}

function nonceOf(frame: Frame): string {
	return toBase64Url(frame.subarray(nonceStart, cipherStart));
}

function always(_link: Link): boolean {
	return true;
}
