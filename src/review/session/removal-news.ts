/**
 * Word of a removal, for whoever was removed: they are handed the member list up to the statement that
 * did it, signed by the owner who made it, and their links end. Nothing else goes to them any more,
 * not even sealed, so that they do not see when and how much the others write (SPEC P-7).
 */
import type { DeviceId } from '../../model/review/member.ts';
import { roleOf } from '../../model/review/roster.ts';
import { isPeers, type Link } from './link.ts';
import type { Links } from './links.ts';
import type { Membership } from './membership.ts';
import type { Outlet } from './outlet.ts';

export interface RemovalNewsParts {
	/** This device, whose other tabs are not parted from. */
	readonly identity: { readonly device: DeviceId };
	readonly membership: Membership;
	readonly links: Links;
	readonly outlet: Outlet;
}

export class RemovalNews {
	readonly #parts: RemovalNewsParts;

	constructor(parts: RemovalNewsParts) {
		this.#parts = parts;
	}

	/** The list changed: parts from the links to devices that are in it no more. */
	async rosterChanged(): Promise<void> {
		const { links, membership, identity } = this.#parts;
		for (const link of links.peers) {
			const { device } = link;
			if (device === undefined || device === identity.device) continue;
			if (!roleOf(membership.roster, device)) await this.#part(link, device);
		}
	}

	/** Somebody who is no member asked over a link what there is. Whoever was removed hears of it. */
	async asked(link: Link, device: DeviceId): Promise<void> {
		const { membership, identity } = this.#parts;
		// A member may show what somebody else once said; only the other end itself is parted from.
		const isTheirs = link.device === undefined || link.device === device;
		if (!isPeers(link) || !isTheirs || device === identity.device) return;
		if (membership.isRemoved(device)) await this.#part(link, device);
	}

	/** For a store that has the list up to this place: those who were removed since read it there. */
	async leaveIn(store: Link, place: number): Promise<void> {
		const { membership, outlet } = this.#parts;
		for (const device of membership.removedSince(place)) {
			const parcel = await membership.removalParcel(device);
			if (parcel) await outlet.hand(parcel, store, 'bulk');
		}
	}

	async #part(link: Link, device: DeviceId): Promise<void> {
		const { membership, outlet, links } = this.#parts;
		const parcel = await membership.removalParcel(device);
		if (parcel) await outlet.hand(parcel, link, 'bulk');
		await links.drop(link, removedText);
	}
}

const removedText = 'They were removed from the member list.';
