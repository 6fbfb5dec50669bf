/**
 * A review session: keeps this device's copy and those of the other members alike, over whatever
 * carriers there are. Frames come in, are opened, weighed against the member list, tried out and only
 * then taken; what is news is passed on as it came. What each link lacks is worked out from what it
 * says it has, so that late, lost and doubled frames all end alike (SPEC P-1).
 */
import * as Y from 'yjs';
import { Listeners } from '../../base/observable.ts';
import { mayEdit } from '../../model/review/member.ts';
import { roleOf } from '../../model/review/roster.ts';
import { PeerOrigin } from '../../workbook/peer-origin.ts';
import type { Carrier, Frame } from '../carrier.ts';
import { Beat } from './beat.ts';
import { CatchingUp } from './catching-up.ts';
import { ComingIn } from './coming-in.ts';
import { CopyComparison } from './copy-comparison.ts';
import { everythingOf } from './everything.ts';
import { ForkNews } from './fork-news.ts';
import { HaveTalk } from './have-talk.ts';
import { Incoming } from './incoming.ts';
import { KeepingLinks } from './keeping-links.ts';
import { isPeers, Link } from './link.ts';
import { Links } from './links.ts';
import type { MassRemovals } from './mass-removals.ts';
import { MilestoneBytes } from './milestone-bytes.ts';
import { MilestoneStock } from './milestone-stock.ts';
import { OutgoingChanges, type Outgoing } from './outgoing.ts';
import { Outlet } from './outlet.ts';
import { PresenceBoard } from './presence-board.ts';
import { RefusalCounts } from './refusal-counts.ts';
import type { CarrierView, Farewell, SessionParts } from './session-parts.ts';
import { TakingIn } from './taking-in.ts';
import { UnderWay } from './under-way.ts';

export class ReviewSession {
	readonly refusals = new RefusalCounts();
	readonly presence = new PresenceBoard();
	readonly comparison = new CopyComparison();
	/** Bytes of milestones that are here. */
	readonly milestones: MilestoneStock;
	readonly #parts: SessionParts;
	readonly #links: Links;
	readonly #listeners = new Listeners();
	readonly #underWay: UnderWay;
	readonly #outgoing: OutgoingChanges;
	readonly #outlet: Outlet;
	readonly #bytes: MilestoneBytes;
	readonly #incoming: Incoming;
	readonly #catchingUp: CatchingUp;
	readonly #takingIn: TakingIn;
	readonly #talk: HaveTalk;
	readonly #beat: Beat;
	readonly #keeping: KeepingLinks;
	readonly #coming = new ComingIn();
	readonly #stops: (() => void)[];
	#hasHeard = false;
	#farewell: Farewell | undefined;
	#fileLink: Link | undefined;
	#epoch: number;

	constructor(parts: SessionParts) {
		this.#parts = parts;
		const { doc, timer, log, membership, identity } = parts;
		this.#epoch = membership.epoch;
		const underWay = (this.#underWay = new UnderWay(parts.onProblem));
		this.#links = new Links({
			frame: (...came) => this.#incoming.add(...came),
			up: (link) => this.#up(link),
			down: (link, hasLeft) => this.#down(link, hasLeft),
			changed: () => this.#listeners.call(),
		});
		const links = this.#links;
		const outlet = (this.#outlet = new Outlet(links, identity, membership));
		this.milestones = new MilestoneStock({ ...parts, underWay });
		this.#bytes = new MilestoneBytes({
			...{ ...parts, stock: this.milestones, outlet, underWay },
			links: () => links.all,
			refuse: (...refused) => this.#incoming.refuse(...refused),
			forget: (heard) => this.#incoming.forget(heard),
		});
		this.#catchingUp = new CatchingUp({ ...parts, outlet, milestones: this.#bytes });
		this.#outgoing = new OutgoingChanges(timer, (change) => this.#sendOut(change));
		this.#incoming = new Incoming({
			...{ ...parts, underWay, refusals: this.refusals },
			isOwn: (frame) => outlet.isOwn(frame),
			takeParcel: (frame, link) => this.#takingIn.takeParcel(frame, link),
			onNonsense: (link) => underWay.do(() => links.drop(link, tooMuchNonsense)),
			onBehind: (link) => this.#talk.askOnce(link),
			hear: {
				update: (heard) => this.#takingIn.update(heard),
				entries: (heard) => {
					this.#takingIn.entries(heard);
					// Others wrote there what they knew of this device's entries.
					if (!isPeers(heard.link) && heard.signer !== identity.device) this.#heardOfSelf();
				},
				have: async (heard) => {
					await this.#talk.hear(heard);
					this.#lookAtComing();
				},
				presence: (heard) => {
					const isOwn = heard.signer === identity.device && this.presence.isOwn(heard.body);
					if (!isOwn) this.#takingIn.presence(heard);
				},
				file: (heard) => this.#bytes.hear(heard),
				signal: (heard) => this.#keeping.hear(heard),
			},
		});
		const forks = new ForkNews(log, outlet);
		this.#takingIn = new TakingIn({
			...{ ...parts, outlet, underWay, presence: this.presence },
			refuse: (...refused) => this.#incoming.refuse(...refused),
			forget: (heard) => this.#incoming.forget(heard),
			catchUpAll: () => this.#catchUpAll(),
			onFork: (entry, link) => underWay.do(() => forks.tell(entry, link)),
			ask: (link) => this.#talk.askOnce(link),
			mayPass: (link) => this.#catchingUp.mayPass(link),
			onChanged: () => {
				this.#beat.stir();
				this.#lookAtComing();
			},
		});
		this.#talk = new HaveTalk({
			...{ ...parts, outlet, underWay, catchingUp: this.#catchingUp },
			...{ comparison: this.comparison, milestones: this.#bytes },
			isTakingIn: () => this.#takingIn.isBusy,
			refuse: (...refused) => this.#incoming.refuse(...refused),
			onMet: () => {
				const left = this.#farewell?.device;
				if (left !== undefined && links.isLinked(left)) this.#farewell = undefined;
				this.#beat.stir();
				this.#keeping.look();
				this.#listeners.call();
			},
			onHeardOfSelf: () => this.#heardOfSelf(),
		});
		this.#beat = new Beat({
			...{ timer, links, outlet, membership, underWay, talk: this.#talk },
			...{ catchingUp: this.#catchingUp, presence: this.presence },
			onBeat: () => {
				this.#bytes.beat();
				this.#keeping.look({ isBeat: true });
			},
		});
		this.#keeping = new KeepingLinks({
			...{ ...parts, links, outlet, underWay, device: identity.device, presence: this.presence },
			refuse: (...refused) => this.#incoming.refuse(...refused),
			isComing: () => this.#isComing,
		});
		doc.on('update', this.#onUpdate);
		this.#stops = [
			() => doc.off('update', this.#onUpdate),
			() => this.#talk.close(),
			() => this.#bytes.close(),
			() => this.#beat.close(),
			() => this.#keeping.stop(),
			this.presence.subscribe(() => this.#keeping.look()),
			log.subscribe((entries) => {
				const own = entries.filter(({ author }) => author === identity.device);
				if (own.length > 0) underWay.do(() => this.#catchUpAll());
			}),
			membership.subscribe(() => underWay.do(() => this.#rosterChanged())),
		];
	}

	get carriers(): readonly CarrierView[] {
		return this.#links.views;
	}

	/** Called when carriers, links or their states change. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	/** Begins to use a carrier. */
	attach(carrier: Carrier): Promise<void> {
		return this.#links.attach(carrier);
	}

	/** Ends the use of a carrier. */
	async detach(carrier: Carrier): Promise<void> {
		if (carrier.maker) this.#keeping.stop();
		await this.#links.detach(carrier);
		this.#farewell = undefined;
		this.#listeners.call();
	}

	/** Where this page takes offers of direct links, for its presence; undefined while it takes none. */
	get reach(): string | undefined {
		return this.#keeping.reach;
	}

	/** How the last direct link to somebody ended that no other link leads to. */
	get farewell(): Farewell | undefined {
		return this.#farewell;
	}

	/** How far the workbook is that this person has just joined, 0 to 1; undefined once it is here. */
	get coming(): number | undefined {
		return this.#coming.fraction;
	}

	/** This person has just joined: the workbook is about to come. */
	expect(): void {
		this.#coming.expect();
		this.#listeners.call();
	}

	/** Somebody is about to come: what they will lack is put together sooner. */
	prime(): void {
		this.#parts.guard.prime();
	}

	/** How many updates of others were merged. */
	get changes(): number {
		return this.#takingIn.changes;
	}

	/** True where something came that could not be read or merged yet. */
	get hasUnread(): boolean {
		const unread = this.refusals.of('new-epoch') + this.refusals.of('newer');
		return this.#takingIn.waiting + unread > 0 || this.#bytes.hasUnread;
	}

	/** Changes that remove much, and what became of them. */
	get removals(): MassRemovals {
		return this.#takingIn.removals;
	}

	/** True once another member's word has shown how far this device's own entries go. */
	get hasHeardOfSelf(): boolean {
		return this.#hasHeard;
	}

	/** Takes a frame of a file that somebody sent, like any other; resolves when it was weighed. */
	async takeOne(frame: Frame, from: Carrier): Promise<void> {
		this.#incoming.add(frame, (this.#fileLink ??= new Link('file', from)));
		await this.#incoming.settled;
	}

	/** All that this device has, in frames that every member can take: for a file, or a store. */
	everything(): AsyncIterable<Frame> {
		return everythingOf({ ...this.#parts, outlet: this.#outlet, bytes: this.#bytes });
	}

	/** Says where this person is, now and at every beat. */
	here(say: () => Uint8Array<ArrayBuffer>): void {
		this.#beat.here(say);
	}

	/** Resolves when what came and what was changed by now has been dealt with. */
	async settled(): Promise<void> {
		this.#outgoing.flush();
		await this.#heard();
		await this.#underWay.settled();
	}

	/** Ends the session: everything is let go. */
	async close(): Promise<void> {
		await this.settled();
		this.#outgoing.close();
		for (const stop of this.#stops) stop();
		await this.#links.detachAll();
		this.#parts.guard.close();
	}

	/** Resolves when what came by now has been taken or refused. */
	async #heard(): Promise<void> {
		await this.#incoming.settled;
		await this.#takingIn.settled;
	}

	#heardOfSelf(): void {
		if (this.#hasHeard) return;
		this.#hasHeard = true;
		this.#listeners.call();
	}

	#up(link: Link): void {
		// A store tells what it has by what was read from it.
		if (!isPeers(link)) {
			link.isKnown = true;
			this.#underWay.do(async () => {
				await this.#heard();
				await this.#catchingUp.catchUp(link);
			});
			if (link.carrier.show) this.#beat.sayWhere();
		} else this.#underWay.do(() => this.#beat.greet(link));
		this.#keeping.look();
		this.#listeners.call();
	}

	#down(link: Link, hasLeft: boolean): void {
		const { device, carrier } = link;
		this.#keeping.forget(link);
		if (this.#links.all.length === 0) this.#coming.giveUp();
		if (device && !this.#links.isLinked(device)) {
			const at = this.#parts.clock.now();
			if (carrier.kind === 'rtc') this.#farewell = { device, hasLeft, at };
			// Whose link broke may still be heard of through others.
			if (hasLeft || this.#links.peers.length === 0) this.presence.forget(device);
		}
		this.#keeping.look();
		this.#listeners.call();
	}

	/** True while somebody who can is bringing the workbook here. */
	get #isComing(): boolean {
		if (this.#coming.fraction === undefined) return false;
		const { roster } = this.#parts.membership;
		return this.#links.direct.some(({ device }) => !device || mayEdit(roleOf(roster, device)));
	}

	#lookAtComing(): void {
		const { doc } = this.#parts;
		const ours = (): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc));
		const { reach } = this;
		if (!this.#coming.look(this.#links.all, ours)) return;
		// From now on others may offer it links.
		if (this.reach !== reach) this.#beat.sayWhere();
		this.#keeping.look();
		this.#listeners.call();
	}

	/** Keys or roles changed: what was refused before may be taken now. */
	async #rosterChanged(): Promise<void> {
		const { membership, identity } = this.#parts;
		const isNewEpoch = membership.epoch !== this.#epoch;
		this.#epoch = membership.epoch;
		// What a store keeps under older keys is read by nobody any more.
		if (isNewEpoch) for (const link of this.#links.stores) link.forgetFrames();
		const parcel = await membership.parcel();
		for (const link of this.#links.peers) {
			if (parcel) await this.#outlet.hand(parcel, link, 'bulk');
			await this.#talk.ask(link);
		}
		// Others do so with their next beat, and find most of it done.
		const isOurs = membership.chain?.statements.at(-1)?.signer === identity.device;
		if (isOurs) await this.#catchUp(this.#links.stores);
		this.#keeping.look();
		this.#listeners.call();
	}

	readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
		if (origin instanceof PeerOrigin) return;
		this.#parts.guard.noteLocal(update as Uint8Array<ArrayBuffer>);
		this.#beat.stir();
		if (!mayEdit(this.#parts.membership.role)) return;
		this.#outgoing.add(update);
	};

	#sendOut(change: Outgoing): void {
		this.#underWay.do(async () => {
			if (change.kind === 'much') await this.#catchUpAll();
			else {
				const { update } = change;
				await this.#outlet.sayToAll('update', 'review', update, 'bulk', (link) => {
					const takes = this.#catchingUp.mayPass(link) && link.carrier.skipsDocument !== true;
					if (takes) link.noteUpdate(update);
					return takes;
				});
			}
		});
	}

	#catchUpAll(): Promise<void> {
		return this.#catchUp(this.#links.all);
	}

	async #catchUp(links: readonly Link[]): Promise<void> {
		await Promise.all(links.map((link) => this.#catchingUp.catchUp(link)));
	}
}

const tooMuchNonsense = 'It sent too much that is no frame of this workbook.';
