/**
 * A store that keeps frames for whoever comes later, as a shared folder or a relay does: in memory,
 * handing them over in any order.
 */
import type { Carrier, CarrierEvents, Frame } from '../../src/review/carrier.ts';
import type { GroupDevice } from './a-group.ts';

export class SharedStore {
	readonly frames: Frame[] = [];
	/** The order in which frames are handed over. */
	shuffled: (frames: readonly Frame[]) => readonly Frame[] = (frames) => frames;
	/** True for a writing that fails. */
	rejects: () => boolean = () => false;

	/** Begins to use the store on a device, in its present session. */
	async usedBy({ session, review }: GroupDevice): Promise<StoreCarrier> {
		const carrier = new StoreCarrier(this);
		await session.attach(carrier);
		// As standing-stores does: what came before its keys is read again.
		review.membership.subscribe(() => carrier.readAgain());
		return carrier;
	}
}

export class StoreCarrier implements Carrier {
	readonly kind = 'folder';
	readonly keeps = 'store';
	readonly #store: SharedStore;
	readonly #known = new Set<Frame>();
	/** How many frames this device has put there. */
	written = 0;
	#events: CarrierEvents | undefined;

	constructor(store: SharedStore) {
		this.#store = store;
	}

	start(events: CarrierEvents): Promise<void> {
		this.#events = events;
		this.look();
		events.link('store', true);
		return Promise.resolve();
	}

	/** Hands over what others have written since; false where there was nothing. */
	look(): boolean {
		const news = this.#store.frames.filter((frame) => !this.#known.has(frame));
		for (const frame of this.#store.shuffled(news)) {
			this.#known.add(frame);
			this.#events?.frame(frame.slice(), 'store');
		}
		return news.length > 0;
	}

	readAgain(): void {
		this.#known.clear();
		this.look();
	}

	send(frame: Frame): Promise<void> {
		if (this.#store.rejects()) return Promise.reject(new Error('The folder cannot be written'));
		const copy = frame.slice();
		this.#known.add(copy);
		this.#store.frames.push(copy);
		this.written += 1;
		return Promise.resolve();
	}

	stop(): Promise<void> {
		this.#events?.link('store', false);
		this.#events = undefined;
		return Promise.resolve();
	}
}
