/** Who comes and goes over the links of this page, and what is made of it. */
import * as Y from 'yjs';
import type { Clock } from '../../base/clock.ts';
import { mayEdit, type DeviceId } from '../../model/review/member.ts';
import { roleOf } from '../../model/review/roster.ts';
import type { Carrier } from '../carrier.ts';
import { ComingIn, type ComingInParts } from './coming-in.ts';
import type { Goodbye } from './goodbye.ts';
import { KeepingLinks, type KeepingLinksParts } from './keeping-links.ts';
import type { Heard } from './incoming.ts';
import type { Link } from './link.ts';
import { doubtedLife } from './presence-board.ts';
import type { Farewell } from './session-parts.ts';

export interface CompanyParts
	extends Omit<KeepingLinksParts, 'isComing'>, Pick<ComingInParts, 'store' | 'onProblem'> {
	readonly doc: Y.Doc;
	readonly clock: Clock;
	readonly goodbye: Goodbye;
	/** This page takes offers of links from now on, or no more. */
	readonly onReach: () => void;
	/** Whoever listens to the session hears of it. */
	readonly onChanged: () => void;
}

export class Company {
	readonly #parts: CompanyParts;
	readonly #coming: ComingIn;
	readonly #keeping: KeepingLinks;
	readonly #stops: readonly (() => void)[];
	#farewell: Farewell | undefined;
	/** Direct links that broke without a goodbye, by their ids: those of who sleeps come back. */
	readonly #broken = new Map<string, Link>();

	constructor(parts: CompanyParts) {
		this.#parts = parts;
		this.#coming = new ComingIn({ ...parts, onCutShort: () => parts.onChanged() });
		this.#keeping = new KeepingLinks({ ...parts, isComing: () => this.#isComing });
		this.#stops = [
			parts.presence.subscribe(() => this.#keeping.look()),
			parts.presence.onGone((device) => this.#hasGone(device)),
		];
	}

	/** Where this page takes offers of links; undefined while it takes none. */
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

	/** True where nobody is bringing the rest of a workbook that has not come whole. */
	get isCutShort(): boolean {
		return this.#coming.isCutShort;
	}

	/** This person has just joined: the workbook is about to come. */
	expect(): void {
		const isNew = Y.decodeStateVector(Y.encodeStateVector(this.#parts.doc)).size === 0;
		this.#coming.expect(isNew);
		this.#parts.onChanged();
	}

	/** A carrier is in use; of one that people meet by, the links that stood are known by now. */
	attached(carrier: Carrier): void {
		if (!carrier.maker || this.#parts.links.direct.length > 0) return;
		this.#coming.giveUp();
		this.#parts.onChanged();
	}

	/** A link came up. */
	came({ id }: Link): void {
		this.#broken.delete(id);
		this.#keeping.look();
		this.#parts.onChanged();
	}

	/** A link said whose it is. */
	met(): void {
		const left = this.#farewell?.device;
		if (left !== undefined && this.#parts.links.isLinked(left)) this.#farewell = undefined;
		this.#letGoOfBroken((device) => this.#parts.links.isLinked(device));
		this.#keeping.look();
		this.#parts.onChanged();
	}

	/** A link is no more. */
	went(link: Link, hasLeft: boolean): void {
		const { links, presence, clock, onChanged } = this.#parts;
		const { device, carrier } = link;
		this.#keeping.forget(link);
		const isAlone = links.all.length === 0;
		if (isAlone) this.#coming.giveUp();
		if (device && !links.isLinked(device)) {
			// Whoever was removed is not missed; nor are the others where that was this device.
			const isNoMore = this.#isNoMore(device);
			if (carrier.kind === 'rtc' && !isNoMore) {
				this.#farewell = { device, hasLeft, at: clock.now() };
				if (!hasLeft) this.#broken.set(link.id, link);
			}
			if (hasLeft || isNoMore) presence.forget(device);
			else this.#doubt(device);
		}
		// Whoever was heard of through others is heard of no more.
		if (isAlone) presence.forget();
		this.#keeping.look();
		onChanged();
	}

	/** What somebody has, or what came, may be all of it. */
	lookAtComing(): void {
		const { doc, links, onReach, onChanged } = this.#parts;
		const ours = (): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc));
		const { reach } = this;
		if (!this.#coming.look(links.all, ours)) return;
		if (this.reach !== reach) onReach();
		this.#keeping.look();
		onChanged();
	}

	/** Time went by. */
	beat(): void {
		this.#keeping.look({ isBeat: true });
	}

	/** Members or roles changed. */
	rosterChanged(): void {
		const { membership, presence, links, underWay } = this.#parts;
		const here = new Set(presence.all.map(({ device }) => device));
		for (const device of here) if (this.#isNoMore(device)) presence.forget(device);
		if (this.#farewell && this.#isNoMore(this.#farewell.device)) this.#farewell = undefined;
		if (!membership.role) {
			for (const link of links.direct) underWay.do(() => links.drop(link, removedText));
		}
		this.#keeping.look();
		this.#parts.onChanged();
	}

	hear(signal: Heard): void {
		this.#keeping.hear(signal);
	}

	/** Ends the use of a carrier; of one that makes links, nobody is missed who was reached by it. */
	async leave(carrier: Carrier): Promise<void> {
		const { links, goodbye, onReach, onChanged } = this.#parts;
		if (carrier.maker) {
			this.#keeping.stop();
			goodbye.say(links.all.filter((link) => link.carrier === carrier));
		}
		await links.detach(carrier);
		if (carrier.maker) {
			this.#farewell = undefined;
			// Whoever is reached in another way is told that this page is there still.
			onReach();
		}
		onChanged();
	}

	/** The page goes away, at once. */
	depart(): void {
		this.#parts.goodbye.say(this.#parts.links.all);
	}

	close(): void {
		for (const stop of this.#stops) stop();
		this.#keeping.stop();
	}

	/** The last page of a device said goodbye, to this page or to others: its links lead nowhere. */
	#hasGone(device: DeviceId): void {
		const { links, underWay } = this.#parts;
		for (const link of links.direct) {
			if (link.device === device) underWay.do(() => links.leave(link));
		}
		this.#letGoOfBroken((each) => each === device);
	}

	/** True for another device where it, or this one, is in the member list no more. */
	#isNoMore(device: DeviceId): boolean {
		const { membership, device: own } = this.#parts;
		return device !== own && (!membership.role || !roleOf(membership.roster, device));
	}

	/** Who said goodbye, or came back over another link, is not waited for any more. */
	#letGoOfBroken(isOver: (device: DeviceId) => boolean): void {
		for (const [id, { device, carrier }] of this.#broken) {
			if (!device || !isOver(device)) continue;
			this.#broken.delete(id);
			this.#parts.underWay.do(async () => carrier.drop?.(id, noMoreText));
		}
	}

	/** Whose link broke may still be heard of through others. */
	#doubt(device: DeviceId): void {
		const { presence, timer } = this.#parts;
		presence.doubt(device, timer.now());
		timer.after(doubtedLife, () => presence.sweep(timer.now()));
	}

	/** True while somebody who can is bringing the workbook here. */
	get #isComing(): boolean {
		if (this.#coming.fraction === undefined) return false;
		const { membership, links } = this.#parts;
		const brings = ({ device }: Link): boolean =>
			device === undefined || mayEdit(roleOf(membership.roster, device));
		return links.direct.some(brings);
	}
}

const removedText = 'This browser was removed from the member list.';
const noMoreText = 'It is not waited for any more.';
