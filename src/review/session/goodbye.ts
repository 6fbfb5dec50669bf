/**
 * The last word of a page, sealed before it is needed: a page that goes away has no time left to seal
 * anything. One member whom it reaches passes it on to all, so that the others need not wait for this
 * page's silence to tell them.
 */
import type { Frame } from '../carrier.ts';
import { isPeers, type Link } from './link.ts';
import type { Outlet } from './outlet.ts';

export class Goodbye {
	readonly #outlet: Pick<Outlet, 'seal'>;
	#frame: Frame | undefined;

	constructor(outlet: Pick<Outlet, 'seal'>) {
		this.#outlet = outlet;
	}

	/** `body`: this page's word of presence that says it is gone, newer than all it has said. */
	async prepare(body: Uint8Array<ArrayBuffer>): Promise<void> {
		this.#frame = await this.#outlet.seal('presence', 'review', body);
	}

	/** Hands it to these links before this call returns. */
	say(links: readonly Link[]): void {
		const frame = this.#frame;
		if (!frame) return;
		for (const link of links) {
			if (isPeers(link)) link.sendAtOnce(frame);
			else link.carrier.show?.(frame);
		}
	}
}
