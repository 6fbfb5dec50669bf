/**
 * A review session: keeps this device's copy and those of the other members alike, over whatever
 * carriers there are. Frames come in, are opened, weighed against the member list, tried out and only
 * then taken; what is news is passed on as it came. What each link lacks is worked out from what it
 * says it has, so that late, lost and doubled frames all end alike (SPEC P-1).
 */
import { Listeners } from '../../base/observable.ts';
import type { Carrier, Frame } from '../carrier.ts';
import { Beat, type SayWhere } from './beat.ts';
import { CatchingUp } from './catching-up.ts';
import { Company } from './company.ts';
import { CopyComparison } from './copy-comparison.ts';
import { DeletionsHash } from './deletions-hash.ts';
import { everythingOf } from './everything.ts';
import { ForkNews } from './fork-news.ts';
import { Goodbye } from './goodbye.ts';
import { HaveTalk } from './have-talk.ts';
import { Incoming, tooMuchNonsense } from './incoming.ts';
import { isPeers, Link } from './link.ts';
import { Links } from './links.ts';
import type { MassRemovals } from './mass-removals.ts';
import { MilestoneBytes } from './milestone-bytes.ts';
import { MilestoneStock } from './milestone-stock.ts';
import { Outlet } from './outlet.ts';
import { OwnChanges } from './own-changes.ts';
import { PresenceBoard } from './presence-board.ts';
import { RefusalCounts } from './refusal-counts.ts';
import { RemovalNews } from './removal-news.ts';
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
	readonly #outlet: Outlet;
	readonly #deletions: DeletionsHash;
	readonly #bytes: MilestoneBytes;
	readonly #incoming: Incoming;
	readonly #catchingUp: CatchingUp;
	readonly #takingIn: TakingIn;
	readonly #talk: HaveTalk;
	readonly #beat: Beat;
	readonly #company: Company;
	readonly #own: OwnChanges;
	#hasHeard = false;
	#fileLink: Link | undefined;

	constructor(parts: SessionParts) {
		this.#parts = parts;
		const { timer, log, membership, identity } = parts;
		const underWay = (this.#underWay = new UnderWay(parts.onProblem));
		this.#links = new Links({
			frame: (...came) => this.#incoming.add(...came),
			up: (link) => {
				this.#beat.came(link);
				this.#company.came(link);
			},
			down: (link, hasLeft) => this.#company.went(link, hasLeft),
			changed: () => this.#listeners.call(),
		});
		const links = this.#links;
		const outlet = (this.#outlet = new Outlet(links, identity, membership));
		const goodbye = new Goodbye(outlet);
		this.milestones = new MilestoneStock({ ...parts, underWay });
		this.#bytes = new MilestoneBytes({
			...{ ...parts, stock: this.milestones, outlet, underWay },
			links: () => links.all,
			refuse: (...refused) => this.#incoming.refuse(...refused),
			forget: (heard) => this.#incoming.forget(heard),
		});
		const deletions = (this.#deletions = new DeletionsHash(parts.doc, parts.kept));
		const removals = new RemovalNews({ ...parts, links, outlet });
		this.#catchingUp = new CatchingUp({
			...{ ...parts, outlet, deletions, removals, milestones: this.#bytes },
		});
		this.#incoming = new Incoming({
			...{ ...parts, underWay, refusals: this.refusals },
			isOwn: (frame) => outlet.isOwn(frame),
			takeParcel: (frame, link) => this.#takingIn.takeParcel(frame, link),
			onNonsense: (link) => underWay.do(() => links.drop(link, tooMuchNonsense)),
			onBehind: (link) => this.#talk.askOnce(link),
			onStranger: (link, device) => underWay.do(() => removals.asked(link, device)),
			hear: {
				update: (heard) => this.#takingIn.update(heard),
				entries: (heard) => {
					this.#takingIn.entries(heard);
					// Others wrote there what they knew of this device's entries.
					if (!isPeers(heard.link) && heard.signer !== identity.device) this.#heardOfSelf();
				},
				have: async (heard) => {
					await this.#talk.hear(heard);
					this.#company.lookAtComing();
				},
				presence: (heard) => this.#takingIn.presence(heard),
				file: (heard) => this.#bytes.hear(heard),
				signal: (heard) => this.#company.hear(heard),
			},
		});
		const forks = new ForkNews(log, outlet);
		this.#takingIn = new TakingIn({
			...{ ...parts, outlet, underWay, presence: this.presence },
			refuse: (...refused) => this.#incoming.refuse(...refused),
			forget: (heard) => this.#incoming.forget(heard),
			catchUpAll: () => this.#own.catchUpAll(),
			onFork: (entry, link) => underWay.do(() => forks.tell(entry, link)),
			ask: (link) => this.#talk.askOnce(link),
			mayPass: (link) => this.#catchingUp.mayPass(link),
			onChanged: () => {
				this.#beat.stir();
				this.#company.lookAtComing();
			},
		});
		this.#talk = new HaveTalk({
			...{ ...parts, outlet, underWay, catchingUp: this.#catchingUp },
			...{ comparison: this.comparison, milestones: this.#bytes, deletions },
			isTakingIn: () => this.#takingIn.isBusy,
			refuse: (...refused) => this.#incoming.refuse(...refused),
			onMet: (link) => {
				this.#beat.stir();
				this.#beat.met(link);
				this.#company.met();
			},
			onHeardOfSelf: () => this.#heardOfSelf(),
		});
		this.#beat = new Beat({
			...{ timer, links, outlet, membership, underWay, goodbye, talk: this.#talk },
			...{ catchingUp: this.#catchingUp, presence: this.presence },
			heard: () => this.#heard(),
			onBeat: () => {
				this.#bytes.beat();
				this.#company.beat();
			},
		});
		this.#company = new Company({
			...{ ...parts, links, outlet, underWay, goodbye, device: identity.device },
			presence: this.presence,
			refuse: (...refused) => this.#incoming.refuse(...refused),
			onReach: () => this.#beat.sayWhere(),
			onChanged: () => this.#listeners.call(),
		});
		this.#own = new OwnChanges({
			...{ ...parts, links, outlet, underWay, catchingUp: this.#catchingUp, talk: this.#talk },
			removals,
			onChanged: () => this.#beat.stir(),
			onRoster: () => this.#company.rosterChanged(),
		});
	}

	get carriers(): readonly CarrierView[] {
		return this.#links.views;
	}

	/** Called when carriers, links or their states change. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	/** Begins to use a carrier. */
	async attach(carrier: Carrier): Promise<void> {
		await this.#links.attach(carrier);
		this.#company.attached(carrier);
	}

	/** Ends the use of a carrier. */
	detach(carrier: Carrier): Promise<void> {
		return this.#company.leave(carrier);
	}

	/** Where this page takes offers of direct links, for its presence; undefined while it takes none. */
	get reach(): string | undefined {
		return this.#company.reach;
	}

	/** How the last direct link to somebody ended that no other link leads to. */
	get farewell(): Farewell | undefined {
		return this.#company.farewell;
	}

	/** How far the workbook is that this person has just joined, 0 to 1; undefined once it is here. */
	get coming(): number | undefined {
		return this.#company.coming;
	}

	/** True where nobody is bringing the rest of a workbook that has not come whole. */
	get isCutShort(): boolean {
		return this.#company.isCutShort;
	}

	/** This person has just joined: the workbook is about to come. */
	expect(): void {
		this.#company.expect();
	}

	/** Somebody is about to come: what they will lack is put together sooner. */
	prime(): void {
		this.#parts.guard.prime();
	}

	/** How many updates of others were merged. */
	get changes(): number {
		return this.#takingIn.changes;
	}

	/** How many entries came that were not here. */
	get entriesTaken(): number {
		return this.#takingIn.entriesTaken;
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
	here(say: SayWhere): void {
		this.#beat.here(say);
	}

	/** The page goes away, at once: all who are reached hear of it. */
	depart(): void {
		this.#company.depart();
	}

	/** Resolves when what came and what was changed by now has been dealt with. */
	async settled(): Promise<void> {
		this.#own.flush();
		await this.#heard();
		await this.#underWay.settled();
	}

	/** Ends the session: everything is let go. */
	async close(): Promise<void> {
		await this.settled();
		for (const part of [this.#own, this.#talk, this.#bytes, this.#beat, this.#company])
			part.close();
		await this.#links.detachAll();
		this.#deletions.close();
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
}
