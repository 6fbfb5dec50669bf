/** Answers offers of links: one of a device at a time, each for as long as it may take to be met. */
import type { DeviceId } from '../../model/review/member.ts';
import type { LinkAnswer } from '../carrier.ts';
import type { Links } from './links.ts';
import type { SessionTimer } from './session-timer.ts';
import type { Signal } from './signal.ts';
import type { Ways } from './ways.ts';

export interface AnsweringParts {
	readonly links: Links;
	readonly ways: Ways;
	readonly timer: SessionTimer;
	readonly say: (signal: Omit<Signal, 'from'>) => void;
	/** A link stands, or there will be none. */
	readonly onOver: () => void;
}

interface Answering {
	answer?: LinkAnswer;
	stopWaiting: () => void;
}

/** So long whoever answered waits to be met, milliseconds. */
const patience = 60_000;
/** So many are answered at once. */
const most = 16;

export class AnsweringOffers {
	readonly #parts: AnsweringParts;
	readonly #open = new Map<DeviceId, Answering>();

	constructor(parts: AnsweringParts) {
		this.#parts = parts;
	}

	get isFull(): boolean {
		return this.#open.size >= most;
	}

	/** Answers an offer of a device; one before it that led nowhere yet is let go. */
	async answer({ from, offer, packed }: Signal, device: DeviceId): Promise<void> {
		const { links, ways, timer, say, onOver } = this.#parts;
		this.letGo(device);
		const answering: Answering = { stopWaiting: () => undefined };
		this.#open.set(device, answering);
		const made = await links.maker?.answer(packed, { isUnasked: true });
		if (this.#open.get(device) !== answering) {
			if (made?.ok) made.value.cancel();
			return;
		}
		if (made?.ok) {
			const { link, packed: own, opened } = made.value;
			answering.answer = made.value;
			answering.stopWaiting = timer.after(patience, () => this.letGo(device));
			ways.note(link, { device, isOffered: false });
			say({ kind: 'answer', to: from, offer, packed: own });
			if (!(await opened).ok) ways.forget(link);
		}
		answering.stopWaiting();
		if (this.#open.get(device) === answering) this.#open.delete(device);
		onOver();
	}

	/** Waits no more for a device that was answered. */
	letGo(device: DeviceId): void {
		const answering = this.#open.get(device);
		this.#open.delete(device);
		answering?.stopWaiting();
		answering?.answer?.cancel();
	}

	/** Waits for nobody any more, or only for devices that `stays` names. */
	keepOnly(stays: (device: DeviceId) => boolean): void {
		for (const device of [...this.#open.keys()]) if (!stays(device)) this.letGo(device);
	}
}
