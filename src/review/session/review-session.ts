/**
 * A review session: keeps this device's copy and those of the other members alike, over whatever
 * carriers there are. Frames come in, are opened, weighed against the member list, tried out and only
 * then taken; what is news is passed on as it came. What each link lacks is worked out from what it
 * says it has, so that late, lost and doubled frames all end alike (SPEC P-1).
 */
import * as Y from 'yjs';
import { Listeners } from '../../base/observable.ts';
import { mayEdit } from '../../model/review/member.ts';
import { PeerOrigin } from '../../workbook/peer-origin.ts';
import type { Carrier, CarrierStatus, Frame } from '../carrier.ts';
import { CatchingUp } from './catching-up.ts';
import { ComingIn } from './coming-in.ts';
import { CopyComparison } from './copy-comparison.ts';
import { everythingOf } from './everything.ts';
import { ForkNews } from './fork-news.ts';
import { HaveTalk } from './have-talk.ts';
import { Incoming } from './incoming.ts';
import { isPeers, Link } from './link.ts';
import { MilestoneBytes } from './milestone-bytes.ts';
import { MilestoneStock } from './milestone-stock.ts';
import { OutgoingChanges, type Outgoing } from './outgoing.ts';
import { Outlet } from './outlet.ts';
import { presenceBeat, PresenceBoard } from './presence-board.ts';
import { QuietWatch } from './quiet-watch.ts';
import { RefusalCounts } from './refusal-counts.ts';
import type { CarrierView, SessionParts } from './session-parts.ts';
import { TakingIn } from './taking-in.ts';
import { UnderWay } from './under-way.ts';

export class ReviewSession {
	readonly refusals = new RefusalCounts();
	readonly presence = new PresenceBoard();
	readonly comparison = new CopyComparison();
	/** Bytes of milestones that are here. */
	readonly milestones: MilestoneStock;
	readonly #parts: SessionParts;
	readonly #carriers = new Map<Carrier, CarrierStatus>();
	readonly #links = new Map<string, Link>();
	readonly #listeners = new Listeners();
	readonly #underWay: UnderWay;
	readonly #outgoing: OutgoingChanges;
	readonly #outlet: Outlet;
	readonly #bytes: MilestoneBytes;
	readonly #incoming: Incoming;
	readonly #catchingUp: CatchingUp;
	readonly #takingIn: TakingIn;
	readonly #talk: HaveTalk;
	readonly #stops: (() => void)[];
	#hasHeard = false;
	readonly #coming = new ComingIn();
	readonly #stir: QuietWatch;
	#fileLink: Link | undefined;
	#whereabouts: (() => Uint8Array<ArrayBuffer>) | undefined;
	#epoch: number;
	#cancelBeat: (() => void) | undefined;

	constructor(parts: SessionParts) {
		this.#parts = parts;
		const { doc, timer, log, membership, identity } = parts;
		this.#stir = new QuietWatch(timer, () => this.#underWay.do(() => this.#tellPeers()));
		this.#epoch = membership.epoch;
		this.#underWay = new UnderWay(parts.onProblem);
		this.#outlet = new Outlet(this.#links, identity, membership);
		this.milestones = new MilestoneStock({ ...parts, underWay: this.#underWay });
		this.#bytes = new MilestoneBytes({
			...{ ...parts, stock: this.milestones, outlet: this.#outlet, underWay: this.#underWay },
			links: () => [...this.#links.values()],
			refuse: (...refused) => this.#incoming.refuse(...refused),
			forget: (heard) => this.#incoming.forget(heard),
		});
		this.#catchingUp = new CatchingUp({
			...{ ...parts, outlet: this.#outlet, milestones: this.#bytes },
		});
		this.#outgoing = new OutgoingChanges(timer, (change) => this.#sendOut(change));
		this.#incoming = new Incoming({
			...parts,
			underWay: this.#underWay,
			refusals: this.refusals,
			takeParcel: (frame, link) => this.#takingIn.takeParcel(frame, link),
			onNonsense: (link) => this.#underWay.do(() => this.#cutOff(link)),
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
				presence: (heard) => this.#takingIn.presence(heard),
				file: (heard) => this.#bytes.hear(heard),
				// Nothing of this kind is said by this version.
				signal: () => undefined,
			},
		});
		const forks = new ForkNews(log, this.#outlet);
		this.#takingIn = new TakingIn({
			...parts,
			outlet: this.#outlet,
			underWay: this.#underWay,
			presence: this.presence,
			refuse: (...refused) => this.#incoming.refuse(...refused),
			forget: (heard) => this.#incoming.forget(heard),
			catchUpAll: () => this.#catchUpAll(),
			onFork: (entry, link) => this.#underWay.do(() => forks.tell(entry, link)),
			ask: (link) => this.#talk.askOnce(link),
			mayPass: (link) => this.#catchingUp.mayPass(link),
			onChanged: () => {
				this.#stir.note();
				this.#lookAtComing();
			},
		});
		this.#talk = new HaveTalk({
			...parts,
			outlet: this.#outlet,
			underWay: this.#underWay,
			catchingUp: this.#catchingUp,
			comparison: this.comparison,
			milestones: this.#bytes,
			isTakingIn: () => this.#takingIn.isBusy,
			refuse: (...refused) => this.#incoming.refuse(...refused),
			onMet: () => {
				this.#stir.note();
				this.#listeners.call();
			},
			onHeardOfSelf: () => this.#heardOfSelf(),
		});
		doc.on('update', this.#onUpdate);
		this.#stops = [
			() => doc.off('update', this.#onUpdate),
			() => this.#talk.close(),
			() => this.#bytes.close(),
			log.subscribe((entries) => {
				const own = entries.filter(({ author }) => author === identity.device);
				if (own.length > 0) this.#underWay.do(() => this.#catchUpAll());
			}),
			membership.subscribe(() => this.#underWay.do(() => this.#rosterChanged())),
		];
		this.#beat();
	}

	get carriers(): readonly CarrierView[] {
		return [...this.#carriers].map(([carrier, status]) => ({
			carrier,
			status,
			links: [...this.#links.values()].filter((link) => link.carrier === carrier),
		}));
	}

	/** Called when carriers, links or their states change. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	/** Begins to use a carrier. */
	async attach(carrier: Carrier): Promise<void> {
		this.#carriers.set(carrier, { kind: 'off' });
		await carrier.start({
			frame: (frame, from) => this.#incoming.add(frame, this.#linkOf(from, carrier)),
			link: (id, isUp) => {
				if (isUp) this.#up(this.#linkOf(id, carrier));
				else this.#down(id);
			},
			status: (status) => {
				this.#carriers.set(carrier, status);
				this.#listeners.call();
			},
		});
	}

	/** Ends the use of a carrier. */
	async detach(carrier: Carrier): Promise<void> {
		await carrier.stop();
		for (const link of [...this.#links.values()]) {
			if (link.carrier === carrier) this.#down(link.id);
		}
		this.#carriers.delete(carrier);
		this.#listeners.call();
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
		return this.#takingIn.early + unread > 0 || this.#bytes.hasUnread;
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
		this.#whereabouts = say;
		this.#underWay.do(() => this.#tellWhereabouts());
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
		this.#cancelBeat?.();
		this.#stir.close();
		this.#outgoing.close();
		for (const stop of this.#stops) stop();
		for (const carrier of [...this.#carriers.keys()]) await this.detach(carrier);
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

	#linkOf(id: string, carrier: Carrier): Link {
		const link = this.#links.get(id) ?? new Link(id, carrier);
		this.#links.set(id, link);
		return link;
	}

	#up(link: Link): void {
		link.isUp = true;
		link.nonsense = 0;
		// A store tells what it has by what was read from it.
		if (link.carrier.keeps === 'store') {
			link.isKnown = true;
			this.#underWay.do(async () => {
				await this.#heard();
				await this.#catchUp(link);
			});
		} else this.#underWay.do(() => this.#greet(link));
		this.#listeners.call();
	}

	#lookAtComing(): void {
		const { doc } = this.#parts;
		const ours = (): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc));
		if (this.#coming.look(this.#links.values(), ours)) this.#listeners.call();
	}

	#down(id: string): void {
		const link = this.#links.get(id);
		if (!link) return;
		link.isUp = false;
		link.forget();
		this.#links.delete(id);
		if (link.device) this.presence.forget(link.device);
		if (this.#links.size === 0) this.#coming.giveUp();
		this.#listeners.call();
	}

	async #greet(link: Link): Promise<void> {
		// Who comes may not know the newest member list, without which nothing can be opened.
		const parcel = await this.#parts.membership.parcel();
		if (parcel) await this.#outlet.hand(parcel, link, 'live');
		await this.#talk.ask(link);
		await this.#tellWhereabouts();
		// Those who are here speak every ten seconds; whoever comes sees them at once.
		for (const { frame } of this.presence.all) await this.#outlet.hand(frame, link, 'live');
	}

	/** Keys or roles changed: what was refused before may be taken now. */
	async #rosterChanged(): Promise<void> {
		const { membership, identity } = this.#parts;
		const isNewEpoch = membership.epoch !== this.#epoch;
		this.#epoch = membership.epoch;
		// What a store keeps under older keys is read by nobody any more.
		if (isNewEpoch) for (const link of this.#stores) link.forgetFrames();
		const parcel = await membership.parcel();
		for (const link of [...this.#links.values()].filter(isPeers)) {
			if (parcel) await this.#outlet.hand(parcel, link, 'bulk');
			await this.#talk.ask(link);
		}
		// Others do so with their next beat, and find most of it done.
		const isOurs = membership.chain?.statements.at(-1)?.signer === identity.device;
		if (isOurs) await Promise.all(this.#stores.map((link) => this.#catchUp(link)));
		this.#listeners.call();
	}

	get #stores(): readonly Link[] {
		return [...this.#links.values()].filter((link) => !isPeers(link));
	}

	readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
		if (origin instanceof PeerOrigin) return;
		this.#parts.guard.noteLocal(update as Uint8Array<ArrayBuffer>);
		this.#stir.note();
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

	async #catchUpAll(): Promise<void> {
		await Promise.all([...this.#links.values()].map((link) => this.#catchUp(link)));
	}

	async #catchUp(link: Link): Promise<void> {
		await this.#catchingUp.catchUp(link);
	}

	async #cutOff(link: Link): Promise<void> {
		this.#down(link.id);
		await link.carrier.drop?.(link.id, 'It sent too much that is no frame of this workbook.');
	}

	async #tellWhereabouts(): Promise<void> {
		const say = this.#whereabouts;
		if (say) await this.#outlet.sayToAll('presence', 'review', say(), 'live', isPeers);
	}

	/** Every side says now and then what it has, so that nothing missing stays unnoticed. */
	#beat(): void {
		const { timer } = this.#parts;
		this.#cancelBeat = timer.after(presenceBeat, () => {
			this.#beat();
			this.presence.sweep(timer.now());
			this.#bytes.beat();
			this.#underWay.do(() => this.#tellWhereabouts());
			this.#underWay.do(() => this.#tellHave());
		});
	}

	/** Contents are compared as soon as all is quiet, not only with the next beat. */
	async #tellPeers(): Promise<void> {
		const have = await this.#talk.have({ withDigests: !this.#catchingUp.isBusy });
		for (const link of [...this.#links.values()].filter(isPeers)) await this.#talk.tell(link, have);
	}

	async #tellHave(): Promise<void> {
		const isQuiet = this.#stir.isQuiet && !this.#catchingUp.isBusy;
		const have = await this.#talk.have({ withDigests: isQuiet });
		for (const link of [...this.#links.values()]) {
			link.isAsked = link.wasAskedForMore = false;
			if (isPeers(link)) await this.#talk.tell(link, have);
			else this.#underWay.do(() => this.#catchUp(link));
		}
	}
}
