/**
 * Word of contradictions: where one device wrote two different entries at one place, both are shown to
 * everybody who is reached, once. So the device itself hears of it, whose person may not know that a
 * copy of the workbook was gone on with elsewhere (SPEC P-23).
 */
import type { ReviewEntry } from '../../model/review/entry.ts';
import type { ReviewLog } from '../log/review-log.ts';
import { entryBodies } from './entries-body.ts';
import { isPeers, type Link } from './link.ts';
import type { Outlet } from './outlet.ts';

export class ForkNews {
	readonly #log: ReviewLog;
	readonly #outlet: Outlet;
	readonly #told = new Set<string>();

	constructor(log: ReviewLog, outlet: Outlet) {
		this.#log = log;
		this.#outlet = outlet;
	}

	/** `entry` came over the link, is signed by its author, and contradicts what stands here. */
	async tell(entry: ReviewEntry, from: Link): Promise<void> {
		const standing = this.#log.standingAt(entry);
		const chain = `${entry.author}.${entry.channel}`;
		if (!standing || this.#told.has(chain)) return;
		this.#told.add(chain);
		// Whoever sent it knows it.
		await this.#say([standing], entry, (link) => link === from);
		await this.#say([standing, entry], entry, (link) => link !== from);
	}

	async #say(
		entries: readonly ReviewEntry[],
		{ channel }: ReviewEntry,
		to: (link: Link) => boolean,
	): Promise<void> {
		for (const body of entryBodies(entries)) {
			const isTold = (link: Link): boolean => isPeers(link) && to(link);
			await this.#outlet.sayToAll('entries', channel, body, 'bulk', isTold);
		}
	}
}
