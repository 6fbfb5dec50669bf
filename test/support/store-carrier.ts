/**
 * A store that keeps frames for whoever comes later, as a shared folder or a relay does: in memory,
 * handing them over in any order.
 */
import type { Carrier, CarrierEvents, Frame } from '../../src/review/carrier.ts';
import type { GroupDevice } from './a-group.ts';

export class SharedStore {
	readonly frames: Frame[] = [];
	/** Who is there now, for a store that shows frames to them. */
	readonly present = new Set<StoreCarrier>();
	/** The order in which frames are handed over. */
	shuffled: (frames: readonly Frame[]) => readonly Frame[] = (frames) => frames;
	/** True for a writing that fails. */
	rejects: () => boolean = () => false;

	/** Begins to use the store on a device, in its present session. */
	async usedBy({ session, review }: GroupDevice, shows = false): Promise<StoreCarrier> {
		const carrier = new StoreCarrier(this, shows);
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

	/** Only where the store shows frames. */
	readonly show?: (frame: Frame) => void;

	constructor(store: SharedStore, shows = false) {
		this.#store = store;
		if (shows) this.show = (frame) => this.#showToOthers(frame);
	}

	start(events: CarrierEvents): Promise<void> {
		this.#events = events;
		this.#store.present.add(this);
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

	/** Puts a frame before this device that somebody shows. */
	see(frame: Frame): void {
		this.#events?.shown?.(frame, 'store');
	}

	#showToOthers(frame: Frame): void {
		for (const carrier of this.#store.present) if (carrier !== this) carrier.see(frame.slice());
	}

	stop(): Promise<void> {
		this.#store.present.delete(this);
		this.#events?.link('store', false);
		this.#events = undefined;
		return Promise.resolve();
	}
}
