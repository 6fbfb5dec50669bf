/**
 * Sends a link what it lacks: the member list, pieces of the document where this device may edit it,
 * and entries. One link is caught up at a time, and again if it learned to lack more meanwhile.
 */
import * as Y from 'yjs';
import { channels, mayEdit, maySeeTeam, type Channel } from '../../model/review/member.ts';
import { roleOf } from '../../model/review/roster.ts';
import { entriesSince } from '../log/admission.ts';
import type { ReviewLog } from '../log/review-log.ts';
import type { DeletionsHash } from './deletions-hash.ts';
import type { DocumentGuard } from './document-guard.ts';
import { entryBodies } from './entries-body.ts';
import { exceeds, type Link } from './link.ts';
import type { Membership } from './membership.ts';
import type { MilestoneBytes } from './milestone-bytes.ts';
import type { Outlet } from './outlet.ts';
import type { RemovalNews } from './removal-news.ts';

export interface CatchingUpParts {
	readonly doc: Y.Doc;
	readonly deletions: DeletionsHash;
	readonly guard: DocumentGuard;
	readonly log: ReviewLog;
	readonly membership: Membership;
	readonly outlet: Outlet;
	readonly milestones: MilestoneBytes;
	readonly removals: RemovalNews;
}

interface Busy {
	/** True where more is to be sent when this is. */
	again: boolean;
	/** True where something new went by meanwhile. */
	hasMissed: boolean;
}

export class CatchingUp {
	readonly #parts: CatchingUpParts;
	readonly #busy = new Map<Link, Busy>();

	constructor(parts: CatchingUpParts) {
		this.#parts = parts;
	}

	/** Resolves when the link has been handed what it lacked. */
	async catchUp(link: Link): Promise<void> {
		const busy = this.#busy.get(link);
		if (busy) {
			busy.again = true;
			return;
		}
		const state = { again: true, hasMissed: false };
		this.#busy.set(link, state);
		try {
			while (state.again && link.isUp && link.isKnown) {
				state.again = false;
				await this.#send(link);
			}
		} finally {
			this.#busy.delete(link);
		}
	}

	/** True where what is new may be sent at once; else it is sent with what the link lacks anyway. */
	mayPass(link: Link): boolean {
		const busy = this.#busy.get(link);
		if (busy) busy.again = busy.hasMissed = true;
		return link.isKnown && !busy;
	}

	/** True while something is on its way to a link. */
	get isBusy(): boolean {
		return this.#busy.size > 0;
	}

	async #send(link: Link): Promise<void> {
		const { membership, outlet, removals } = this.#parts;
		// Whoever was removed has nothing to say to the others, nor a key to say it under.
		if (!membership.role) return;
		if (membership.exceeds(link.roster)) {
			const { length } = link.roster;
			const parcel = await membership.parcel();
			if (parcel && !(await outlet.hand(parcel, link, 'bulk'))) return;
			link.roster = membership.standing;
			if (link.carrier.keeps === 'store') await removals.leaveIn(link, length);
		}
		if (mayEdit(membership.role) && link.carrier.skipsDocument !== true) {
			if (!(await this.#sendDocument(link))) return;
		}
		for (const channel of this.channelsOf(link)) {
			if (!(await this.#sendEntries(link, channel))) return;
		}
		// Peers ask for what they lack.
		if (link.carrier.keeps === 'store') await this.#parts.milestones.keepIn(link);
	}

	async #sendDocument(link: Link): Promise<boolean> {
		const { doc, guard, outlet, deletions } = this.#parts;
		const ours = Y.decodeStateVector(Y.encodeStateVector(doc));
		const deletes = await deletions.current;
		if (!exceeds(ours, link.vector) && this.#hasDeletes(link, deletes)) return true;
		for await (const piece of guard.diff(vectorOf(link.vector), { deflate: true })) {
			if (!(await outlet.sayPiece(link, piece))) return false;
		}
		link.noteVector(ours);
		link.deletes = deletes;
		return true;
	}

	/**
	 * True where the other side has the deletions of this hash. A store never says what it has; it was
	 * sent all of them once, and each one since when it came.
	 */
	#hasDeletes(link: Link, deletes: string): boolean {
		const busy = this.#busy.get(link);
		if (link.carrier.keeps === 'peers' || busy?.hasMissed) return deletes === link.deletes;
		return link.deletes !== '';
	}

	async #sendEntries(link: Link, channel: Channel): Promise<boolean> {
		const { log, membership, outlet } = this.#parts;
		const entries = entriesSince(log, membership.roster, link.heads, [channel]);
		for (const body of entryBodies(entries)) {
			if (!(await outlet.say(link, 'entries', channel, body, 'bulk'))) return false;
		}
		for (const { author, seq } of entries) link.noteHeads({ [`${author}.${channel}`]: seq });
		return true;
	}

	/** What is the team's goes to those who may see it, and to stores, which cannot read it. */
	channelsOf({ device, carrier }: Link): readonly Channel[] {
		const { membership } = this.#parts;
		const isTeams =
			carrier.keeps === 'store' ||
			(device !== undefined && maySeeTeam(roleOf(membership.roster, device)));
		return channels.filter(
			(channel) => channel === 'review' || (isTeams && maySeeTeam(membership.role)),
		);
	}
}

function vectorOf(clocks: ReadonlyMap<number, number>): Uint8Array<ArrayBuffer> {
	return Y.encodeStateVector(new Map(clocks)) as Uint8Array<ArrayBuffer>;
}
