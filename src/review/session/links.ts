/** The carriers in use and the links over them: whom frames go to and come from now. */
import type { DeviceId } from '../../model/review/member.ts';
import type { Carrier, CarrierStatus, Frame, LinkMaker } from '../carrier.ts';
import { isPeers, Link } from './link.ts';
import type { CarrierView } from './session-parts.ts';

/** What becomes of links, for whoever talks over them. */
export interface LinksEvents {
	/** `isShown`: it is of this moment, and kept nowhere. */
	frame(frame: Frame, link: Link, isShown: boolean): void;
	up(link: Link): void;
	/** It is no more among the links. `hasLeft`: the other side said goodbye. */
	down(link: Link, hasLeft: boolean): void;
	/** A carrier said something else of itself. */
	changed(): void;
}

export class Links {
	readonly #events: LinksEvents;
	readonly #carriers = new Map<Carrier, CarrierStatus>();
	readonly #links = new Map<string, Link>();

	constructor(events: LinksEvents) {
		this.#events = events;
	}

	/** The carriers in the order in which their use began. */
	get views(): readonly CarrierView[] {
		return [...this.#carriers].map(([carrier, status]) => ({
			carrier,
			status,
			links: this.all.filter((link) => link.carrier === carrier),
		}));
	}

	get all(): readonly Link[] {
		return [...this.#links.values()];
	}

	get peers(): readonly Link[] {
		return this.all.filter(isPeers);
	}

	get stores(): readonly Link[] {
		return this.all.filter((link) => !isPeers(link));
	}

	/** Links to other devices that lead there without anybody between, tabs of this one left out. */
	get direct(): readonly Link[] {
		return this.all.filter(({ carrier, isUp }) => isUp && carrier.kind === 'rtc');
	}

	/** What makes further links; undefined while this page is in no session. */
	get maker(): LinkMaker | undefined {
		return [...this.#carriers.keys()].find(({ maker }) => maker)?.maker;
	}

	/** Whether a device is at the other end of a link. */
	isLinked(device: DeviceId): boolean {
		return this.all.some((link) => link.device === device);
	}

	/** Begins to use a carrier. */
	async attach(carrier: Carrier): Promise<void> {
		this.#carriers.set(carrier, { kind: 'off' });
		await carrier.start({
			frame: (frame, from) => this.#events.frame(frame, this.#linkOf(from, carrier), false),
			shown: (frame, from) => this.#events.frame(frame, this.#linkOf(from, carrier), true),
			link: (id, isUp, hasLeft = false) => {
				if (isUp) this.#up(this.#linkOf(id, carrier));
				else this.#down(id, hasLeft);
			},
			status: (status) => {
				if (!this.#carriers.has(carrier)) return;
				this.#carriers.set(carrier, status);
				this.#events.changed();
			},
		});
	}

	/** Ends the use of a carrier. */
	async detach(carrier: Carrier): Promise<void> {
		this.#carriers.delete(carrier);
		await carrier.stop();
		for (const link of this.all) if (link.carrier === carrier) this.#down(link.id, false);
		this.#events.changed();
	}

	async detachAll(): Promise<void> {
		for (const carrier of [...this.#carriers.keys()]) await this.detach(carrier);
	}

	/** Closes one link, with the reason. */
	async drop(link: Link, reason: string): Promise<void> {
		this.#down(link.id, false);
		await link.carrier.drop?.(link.id, reason);
	}

	/** The other side said goodbye, by whatever way. */
	async leave(link: Link): Promise<void> {
		this.#down(link.id, true);
		await link.carrier.drop?.(link.id, 'The other side left.');
	}

	#linkOf(id: string, carrier: Carrier): Link {
		const link = this.#links.get(id) ?? new Link(id, carrier);
		this.#links.set(id, link);
		return link;
	}

	#up(link: Link): void {
		link.isUp = true;
		link.nonsense = 0;
		this.#events.up(link);
	}

	#down(id: string, hasLeft: boolean): void {
		const link = this.#links.get(id);
		if (!link) return;
		link.isUp = false;
		link.forget();
		this.#links.delete(id);
		this.#events.down(link, hasLeft);
	}
}
