/**
 * Keeps this page linked so that nobody is parted when somebody leaves: offers links to those whom
 * the rule names (whom-to-link.ts) and answers their offers, all through links that stand already.
 * Nothing of it happens before this page is in a session, which only an invitation brings it into.
 */
import type { DeviceId } from '../../model/review/member.ts';
import { roleOf } from '../../model/review/roster.ts';
import type { LinkOffer } from '../carrier.ts';
import type { Refusal } from '../frame.ts';
import { AnsweringOffers } from './answering.ts';
import type { Heard } from './incoming.ts';
import { isPeers, type Link } from './link.ts';
import type { Links } from './links.ts';
import type { Membership } from './membership.ts';
import type { Outlet } from './outlet.ts';
import type { PresenceBoard } from './presence-board.ts';
import { Rests } from './rests.ts';
import type { SessionTimer } from './session-timer.ts';
import { newReach, readSignal, writeSignal, type Signal } from './signal.ts';
import type { UnderWay } from './under-way.ts';
import { Ways } from './ways.ts';
import { whomToLink, type OpenPage } from './whom-to-link.ts';

export interface KeepingLinksParts {
	/** This device. */
	readonly device: DeviceId;
	readonly membership: Membership;
	readonly links: Links;
	readonly presence: PresenceBoard;
	readonly outlet: Outlet;
	readonly underWay: UnderWay;
	readonly timer: SessionTimer;
	readonly refuse: (refusal: Refusal, link: Link, from: DeviceId) => void;
	/** True while the workbook is on its way here, which a second link would only bring twice. */
	readonly isComing: () => boolean;
}

/** An offer of this page; one at a time. */
interface Attempt {
	readonly page: OpenPage;
	readonly number: number;
	offer?: LinkOffer;
	isAnswered: boolean;
	stopWaiting: () => void;
}

/** So long an answer is waited for, milliseconds. */
const patience = 10_000;

export class KeepingLinks {
	readonly #parts: KeepingLinksParts;
	readonly #reach = newReach();
	readonly #ways: Ways;
	readonly #answering: AnsweringOffers;
	readonly #rests = new Rests();
	/** The number of the last offer of each page that was heard. */
	readonly #heard = new Map<string, number>();
	#attempt: Attempt | undefined;
	#count = 0;

	constructor(parts: KeepingLinksParts) {
		this.#parts = parts;
		this.#ways = new Ways(parts.links, parts.device);
		this.#answering = new AnsweringOffers({
			...{ ...parts, ways: this.#ways },
			say: (signal) => this.#say(signal),
			onOver: () => this.look(),
		});
	}

	/** Where this page takes offers, for its presence; undefined while it takes none. */
	get reach(): string | undefined {
		return this.#parts.links.maker && !this.#parts.isComing() ? this.#reach : undefined;
	}

	/** Looks again at who is here and linked. `isBeat`: no link is about to say whose it is. */
	look({ isBeat = false } = {}): void {
		this.#forgetGone();
		for (const link of this.#ways.doubles) {
			this.#parts.underWay.do(() => this.#parts.links.drop(link, doubleText));
		}
		const { linked, hasUnmet } = this.#ways;
		const pages = this.reach === undefined ? [] : this.#pages(linked);
		const attempt = this.#attempt;
		if (attempt) {
			const isHere = pages.some(({ reach }) => reach === attempt.page.reach);
			if (isHere && !linked.has(attempt.page.device)) return;
			this.#end(attempt);
		}
		if (hasUnmet && !isBeat) return;
		const page = whomToLink(linked, pages);
		if (page) void this.#parts.underWay.finished(() => this.#offer(page));
	}

	/** A link is no more. */
	forget({ id }: Link): void {
		this.#ways.forget(id);
	}

	/** A signal of somebody: to this page, or to be passed on. */
	hear({ body, channel, signer, frame, link }: Heard): void {
		const { underWay, outlet, refuse } = this.#parts;
		const signal = channel === 'review' ? readSignal(body) : undefined;
		if (!signal) refuse('malformed', link, signer);
		else if (signal.to !== this.#reach) {
			underWay.do(() => outlet.passOn(frame, 'review', link, 'live', isPeers));
		} else if (signal.kind === 'answer') {
			if (this.#awaits(signal, signer)) void underWay.finished(() => this.#take(signal));
			else refuse('replayed', link, signer);
		} else if (!this.#isFresh(signal, signer)) refuse('replayed', link, signer);
		else if (this.#mayAnswer(signer)) {
			void underWay.finished(() => this.#answering.answer(signal, signer));
		}
	}

	/** Lets go of all that is no link yet. */
	stop(): void {
		if (this.#attempt) this.#end(this.#attempt);
		this.#answering.keepOnly(() => false);
	}

	async #offer(page: OpenPage): Promise<void> {
		const attempt: Attempt = {
			...{ page, number: ++this.#count, isAnswered: false },
			stopWaiting: () => undefined,
		};
		this.#attempt = attempt;
		const made = await this.#parts.links.maker?.offer({ isUnasked: true });
		if (this.#attempt !== attempt) {
			if (made?.ok) made.value.cancel();
		} else if (!made?.ok) this.#fail(attempt);
		else {
			const { link, packed } = made.value;
			attempt.offer = made.value;
			attempt.stopWaiting = this.#parts.timer.after(patience, () => this.#fail(attempt));
			this.#ways.note(link, { device: page.device, isOffered: true });
			this.#say({ kind: 'offer', to: page.reach, offer: attempt.number, packed });
		}
	}

	/** Takes the answer to the offer that stands. */
	async #take({ packed }: Signal): Promise<void> {
		const attempt = this.#attempt;
		if (!attempt?.offer) return;
		attempt.isAnswered = true;
		attempt.stopWaiting();
		const opened = await attempt.offer.accept(packed);
		if (opened.ok) this.look();
		else this.#fail(attempt);
	}

	#say(signal: Omit<Signal, 'from'>): void {
		const { outlet, underWay } = this.#parts;
		const body = writeSignal({ ...signal, from: this.#reach });
		underWay.do(() => outlet.sayToAll('signal', 'review', body, 'live', isPeers));
	}

	/** Pages that may be offered a link, and those of devices that have one. */
	#pages(linked: ReadonlySet<DeviceId>): readonly OpenPage[] {
		const { presence, membership, device: own, timer } = this.#parts;
		const pages = new Map<DeviceId, OpenPage>();
		for (const { device, presence: word } of presence.all) {
			const { reach } = word;
			if (reach === undefined || device === own || pages.has(device)) continue;
			const mayTry = linked.has(device) || !this.#rests.has(reach, timer.now());
			if (mayTry && roleOf(membership.roster, device)) pages.set(device, { device, reach });
		}
		return [...pages.values()];
	}

	/** True for an offer of a page that is here now, newer than those heard of it. */
	#isFresh({ from, offer }: Signal, device: DeviceId): boolean {
		const isHere = this.#parts.presence.all.some(
			(present) => present.device === device && present.presence.reach === from,
		);
		if (!isHere || offer <= (this.#heard.get(from) ?? 0)) return false;
		this.#heard.set(from, offer);
		return true;
	}

	/** True for the answer to the offer that stands. */
	#awaits({ from, offer }: Signal, device: DeviceId): boolean {
		const attempt = this.#attempt;
		return (
			attempt?.offer !== undefined &&
			!attempt.isAnswered &&
			attempt.number === offer &&
			attempt.page.device === device &&
			attempt.page.reach === from
		);
	}

	/** Of two that offer to each other at once, the offer of the smaller id counts. */
	#mayAnswer(device: DeviceId): boolean {
		if (this.reach === undefined || this.#answering.isFull) return false;
		if (this.#ways.linked.has(device)) return false;
		const attempt = this.#attempt;
		if (attempt?.page.device !== device) return true;
		if (this.#parts.device < device) return false;
		this.#end(attempt);
		return true;
	}

	#fail(attempt: Attempt): void {
		if (this.#attempt !== attempt) return;
		this.#rests.begin(attempt.page.reach, this.#parts.timer.now());
		this.#end(attempt);
		this.look();
	}

	/** The attempt is over; a link that came of it stays. */
	#end({ offer, stopWaiting }: Attempt): void {
		this.#attempt = undefined;
		stopWaiting();
		if (!offer || this.#ways.stands(offer.link)) return;
		this.#ways.forget(offer.link);
		offer.cancel();
	}

	/** What is kept of pages and members that are gone. */
	#forgetGone(): void {
		const { presence, membership } = this.#parts;
		const here = new Set(presence.all.flatMap((each) => each.presence.reach ?? []));
		this.#rests.keepOnly(here);
		for (const page of [...this.#heard.keys()]) if (!here.has(page)) this.#heard.delete(page);
		this.#answering.keepOnly((device) => roleOf(membership.roster, device) !== undefined);
	}
}

const doubleText = 'Another link leads to the same browser.';
