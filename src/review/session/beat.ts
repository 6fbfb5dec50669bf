/**
 * What this device says without being asked: where its person is and what it has, at every beat and
 * to whoever comes, so that nothing missing stays unnoticed.
 */
import type { CatchingUp } from './catching-up.ts';
import type { Goodbye } from './goodbye.ts';
import type { HaveTalk } from './have-talk.ts';
import { isPeers, type Link } from './link.ts';
import type { Links } from './links.ts';
import type { Membership } from './membership.ts';
import type { Outlet } from './outlet.ts';
import { presenceBeat, type PresenceBoard } from './presence-board.ts';
import { QuietWatch } from './quiet-watch.ts';
import type { SessionTimer } from './session-timer.ts';
import type { UnderWay } from './under-way.ts';

export interface BeatParts {
	readonly timer: SessionTimer;
	readonly links: Links;
	readonly talk: HaveTalk;
	readonly catchingUp: CatchingUp;
	readonly outlet: Outlet;
	readonly membership: Membership;
	readonly presence: PresenceBoard;
	readonly goodbye: Goodbye;
	readonly underWay: UnderWay;
	/** Resolves when what came by now has been taken or refused. */
	readonly heard: () => Promise<void>;
	/** Called at every beat. */
	readonly onBeat: () => void;
}

/** This page's next word of presence; `gone` for the one that is said as it goes away. */
export type SayWhere = (state?: 'gone') => Uint8Array<ArrayBuffer>;

export class Beat {
	readonly #parts: BeatParts;
	readonly #stir: QuietWatch;
	#whereabouts: SayWhere | undefined;
	#cancel: (() => void) | undefined;

	constructor(parts: BeatParts) {
		this.#parts = parts;
		this.#stir = new QuietWatch(parts.timer, () => parts.underWay.do(() => this.#tellPeers()));
		this.#next();
	}

	/** Something changed: contents are compared once all is quiet again. */
	stir(): void {
		this.#stir.note();
	}

	/** From now on says where this person is as `say` has it. */
	here(say: SayWhere): void {
		this.#whereabouts = say;
		this.sayWhere();
	}

	/** Says where this person is, out of turn. */
	sayWhere(): void {
		this.#parts.underWay.do(() => this.#tellWhereabouts());
	}

	/** A link said whose it is. */
	met(link: Link): void {
		this.#parts.underWay.do(() => this.#introduce(link));
	}

	/** A link has come up: peers are greeted, stores are given what they lack. */
	came(link: Link): void {
		const { underWay, catchingUp, heard } = this.#parts;
		if (isPeers(link)) underWay.do(() => this.#greet(link));
		else {
			// A store tells what it has by what was read from it.
			link.isKnown = true;
			underWay.do(async () => {
				await heard();
				await catchingUp.catchUp(link);
			});
			if (link.carrier.show) this.sayWhere();
		}
	}

	/** Says to a link that has just come up all that it may need first. */
	async #greet(link: Link): Promise<void> {
		const { membership, outlet, talk } = this.#parts;
		// Who comes may not know the newest member list, without which nothing can be opened.
		const parcel = await membership.parcel();
		if (parcel) await outlet.hand(parcel, link, 'live');
		await talk.ask(link);
	}

	/**
	 * Shows who is here to whoever has just said whose link it is. Those who are here speak every ten
	 * seconds; whoever comes sees them at once. Not sooner: while a newcomer opens the workbook, nobody
	 * there hears what is said.
	 */
	async #introduce(link: Link): Promise<void> {
		const { outlet, presence, goodbye } = this.#parts;
		const say = this.#whereabouts;
		if (say) {
			await outlet.say(link, 'presence', 'review', say(), 'live');
			await goodbye.prepare(say('gone'));
		}
		for (const { frame } of presence.all) await outlet.hand(frame, link, 'live');
	}

	close(): void {
		this.#cancel?.();
		this.#stir.close();
	}

	async #tellWhereabouts(): Promise<void> {
		const { outlet, goodbye, links } = this.#parts;
		const say = this.#whereabouts;
		if (!say) return;
		await outlet.sayNow('presence', say());
		if (links.all.length > 0) await goodbye.prepare(say('gone'));
	}

	#next(): void {
		const { timer, presence, underWay, onBeat } = this.#parts;
		this.#cancel = timer.after(presenceBeat, () => {
			this.#next();
			presence.sweep(timer.now());
			onBeat();
			this.sayWhere();
			underWay.do(() => this.#tellHave());
		});
	}

	/** Contents are compared as soon as all is quiet, not only with the next beat. */
	async #tellPeers(): Promise<void> {
		const { talk, links, catchingUp } = this.#parts;
		const have = await talk.have({ withDigests: !catchingUp.isBusy });
		for (const link of links.peers) await talk.tell(link, have);
	}

	async #tellHave(): Promise<void> {
		const { talk, links, catchingUp, underWay } = this.#parts;
		const isQuiet = this.#stir.isQuiet && !catchingUp.isBusy;
		const have = await talk.have({ withDigests: isQuiet });
		for (const link of links.all) {
			link.isAsked = link.wasAskedForMore = false;
			if (isPeers(link)) await talk.tell(link, have);
			else underWay.do(() => catchingUp.catchUp(link));
		}
	}
}
