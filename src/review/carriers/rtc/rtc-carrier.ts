/**
 * A review session: data channels to other browsers, joined by codes that people hand over. Several
 * links may stand at once, as for the host of a star; frames pass between links only where the
 * session passes them on. No connection object is made before somebody invites or answers, and no
 * server is asked unless the user named one.
 */
import { Listeners } from '../../../base/observable.ts';
import { ok, refused, type Result } from '../../../base/result.ts';
import type { PortProblem } from '../../../workbook/ports.ts';
import type {
	Carrier,
	CarrierEvents,
	CarrierStatus,
	Frame,
	Lane,
	LinkMaker,
	LinkWish,
} from '../../carrier.ts';
import { pageTimer, type Timer } from '../timer.ts';
import { DataLink, type LinkState } from './data-link.ts';
import { isTaken, ownDescription } from './handshake.ts';
import { HeldLinks } from './held-links.ts';
import { linkWords } from './link-words.ts';
import { allSent } from './all-sent.ts';
import { isLocalNetworkDenied } from './local-network.ts';
import { codeProblems, unpackDescription } from './packed-description.ts';
import {
	browserConnection,
	connectionOf,
	type IceServer,
	type MakeConnection,
	type PeerConnection,
} from './peer-connection.ts';
import type { PendingAnswer, PendingOffer } from './pending-link.ts';
import { rtcPatience, type RtcOptions } from './rtc-options.ts';
import { sessionStatus } from './session-status.ts';

/** A link as people are told of it. */
export interface LinkView {
	readonly id: string;
	readonly state: LinkState;
	readonly text: string;
}

interface Begun {
	readonly id: string;
	readonly peer: PeerConnection;
	readonly link: DataLink;
}

export class RtcCarrier implements Carrier, LinkMaker {
	readonly kind = 'rtc';
	readonly keeps = 'peers';
	readonly #iceServers: readonly IceServer[];
	readonly #timer: Timer;
	readonly #makeConnection: MakeConnection;
	readonly #isLocalNetworkDenied: () => Promise<boolean>;
	readonly #links = new Map<string, DataLink>();
	readonly #held = new HeldLinks();
	/** Links that nobody asked for, until they stand. */
	readonly #unasked = new Set<string>();
	readonly #listeners = new Listeners<LinkView>();
	/** Links the session was told of. */
	readonly #told = new Set<string>();
	#events: CarrierEvents | undefined;
	#isStopped = false;
	#count = 0;
	/** How the last link ended, while none stands. */
	#lastEnd: string | undefined;

	constructor(options: RtcOptions = {}) {
		this.#iceServers = options.iceServers ?? [];
		this.#timer = options.timer ?? pageTimer;
		this.#makeConnection = options.makeConnection ?? browserConnection;
		this.#isLocalNetworkDenied = options.isLocalNetworkDenied ?? isLocalNetworkDenied;
	}

	/**
	 * The links that are being made or stand, in the order in which they were begun; what nobody asked
	 * for is not told of before it stands.
	 */
	get links(): readonly LinkView[] {
		const told = [...this.#links].filter(([id]) => !this.#unasked.has(id));
		return told.map(([id, link]) => this.#viewOf(id, link));
	}

	get maker(): LinkMaker {
		return this;
	}

	/** Hears of every change of a link; the last view of a link says that it is gone, and why. */
	onLink(listener: (link: LinkView) => void): () => void {
		return this.#listeners.add(listener);
	}

	/** May be called again with other events, which then hear of the links that stand already. */
	start(events: CarrierEvents): Promise<void> {
		this.#events = events;
		this.#isStopped = false;
		events.status(this.#status());
		// Who joins begins to listen anew once there is a workbook.
		for (const id of this.#told) events.link(id, true);
		return Promise.resolve();
	}

	/** Invites one browser. Refused where this computer cannot be reached by anybody. */
	async offer(wish: LinkWish = {}): Promise<Result<PendingOffer, PortProblem>> {
		const begun = this.#begin(wish);
		if (!begun) return refused({ text: linkWords.impossible });
		const { id, peer, link } = begun;
		const packed = await ownDescription(peer, 'offer', this.#timer);
		if (!packed.ok) return ended(link, packed);
		let isAccepted = false;
		const accept: PendingOffer['accept'] = async (answer, held) => {
			const description = unpackDescription(answer, 'answer');
			if (!description.ok) return description;
			if (isAccepted || link.state !== 'connecting') return refused({ text: linkWords.spent });
			isAccepted = true;
			if (held) this.#held.hold(id, held);
			link.expectWithin(rtcPatience.opening);
			if (!(await isTaken(peer, description.value))) link.end(codeProblems.damaged);
			return this.#opened(id, link);
		};
		return ok({ link: id, packed: packed.value, accept, cancel: () => link.close() });
	}

	/** Answers an invitation; whatever was pasted may be given. */
	async answer(
		packedOffer: Uint8Array,
		wish: LinkWish = {},
	): Promise<Result<PendingAnswer, PortProblem>> {
		const offer = unpackDescription(packedOffer, 'offer');
		if (!offer.ok) return offer;
		const begun = this.#begin(wish);
		if (!begun) return refused({ text: linkWords.impossible });
		const { id, peer, link } = begun;
		if (!(await isTaken(peer, offer.value)))
			return ended(link, refused({ text: codeProblems.damaged }));
		const packed = await ownDescription(peer, 'answer', this.#timer);
		if (!packed.ok) return ended(link, packed);
		link.waitAtMost(rtcPatience.handingBack, linkWords.unanswered);
		return ok({
			link: id,
			packed: packed.value,
			opened: this.#opened(id, link),
			cancel: () => link.close(),
		});
	}

	/** To one link, or to all that stand (none is no failure); rejects with all that went wrong. */
	async send(frame: Frame, options: { to?: string; lane?: Lane } = {}): Promise<void> {
		const { to, lane = 'bulk' } = options;
		if (to !== undefined) {
			const link = this.#links.get(to);
			if (!link) throw new Error(linkWords.broken);
			return link.send(frame, lane);
		}
		const standing = [...this.#links].filter(
			([id, { state }]) => (state === 'up' || state === 'quiet') && !this.#held.has(id),
		);
		await allSent(standing.map(([, link]) => link.send(frame, lane)));
	}

	/** A link that was held carries the session from now on. */
	admit(id: string): void {
		this.#held.release(id);
		const link = this.#links.get(id);
		if (link) this.#changed(id, link);
	}

	/** Ends one link, with what it was handed still going out; nothing more is heard of it. */
	drop(id: string): Promise<void> {
		this.#links.get(id)?.close();
		return Promise.resolve();
	}

	stop(): Promise<void> {
		this.#isStopped = true;
		for (const link of [...this.#links.values()]) link.close();
		this.#events = undefined;
		return Promise.resolve();
	}

	/** Undefined where the browser makes no connection. */
	#begin({ isUnasked = false }: LinkWish): Begun | undefined {
		// The page is about to go: nobody is waited for any more.
		if (isUnasked && this.#isStopped) return undefined;
		const id = `rtc-${++this.#count}`;
		const peer = connectionOf(this.#makeConnection, this.#iceServers);
		if (!peer) return undefined;
		const link: DataLink = new DataLink(peer, this.#timer, {
			frame: (frame) => {
				if (!this.#held.hear(id, frame)) this.#events?.frame(frame, id);
			},
			mayTake: (bytes) => this.#held.mayTake(id, bytes),
			changed: () => this.#changed(id, link),
		});
		this.#links.set(id, link);
		if (isUnasked) this.#unasked.add(id);
		else this.#lastEnd = undefined;
		this.#changed(id, link);
		return { id, peer, link };
	}

	async #opened(id: string, link: DataLink): Promise<Result<string, PortProblem>> {
		if (await link.opened) return ok(id);
		const isDenied = link.text === linkWords.unreachable && (await this.#isLocalNetworkDenied());
		return refused({ text: isDenied ? linkWords.denied : link.text });
	}

	#changed(id: string, link: DataLink): void {
		const { state, text } = link;
		const wasUnasked = this.#unasked.has(id);
		if (state !== 'connecting') this.#unasked.delete(id);
		if (state === 'up' && !this.#told.has(id) && !this.#held.has(id)) {
			this.#told.add(id);
			this.#events?.link(id, true);
		}
		// Who was not let in yet is waited for no longer than they answer.
		if (state === 'asleep' && this.#held.has(id)) return link.end(linkWords.broken);
		if (state === 'asleep' && this.#told.delete(id)) this.#events?.link(id, false);
		if (state === 'gone') {
			this.#links.delete(id);
			if (!wasUnasked) this.#lastEnd = text;
			if (this.#told.delete(id)) this.#events?.link(id, false, text === linkWords.left);
			this.#held.end(id, text);
		}
		this.#events?.status(this.#status());
		if (!wasUnasked || state === 'up') this.#listeners.call(this.#viewOf(id, link));
	}

	/** Nobody is connected who was not let in yet. */
	#viewOf(id: string, { state, text }: DataLink): LinkView {
		return this.#held.has(id)
			? { id, state: 'connecting', text: linkWords.held }
			: { id, state, text };
	}

	#status(): CarrierStatus {
		return sessionStatus(
			this.links.map(({ state }) => state),
			this.#lastEnd,
		);
	}
}

function ended<Value>(
	link: DataLink,
	problem: Result<Value, PortProblem> & { readonly ok: false },
): Result<never, PortProblem> {
	link.close();
	return problem;
}
