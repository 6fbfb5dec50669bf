/** Who is here: the last word of each tab of each device, until it falls silent. */
import { Listeners } from '../../base/observable.ts';
import type { Frame } from '../carrier.ts';
import type { DeviceId } from '../../model/review/member.ts';
import { presenceSchema, type Presence } from '../../model/review/presence.ts';
import { parseJson } from './have.ts';

/** Somebody is told of every ten seconds; after two beats without a word they go at the next. */
export const presenceBeat = 10_000;
const presenceLife = 22_000;
/** Whose direct link broke has this long to be heard of through others: a beat, and what it takes to arrive. */
export const doubtedLife = 12_000;
/** Devices' clocks differ; what is older than this was recorded and played again. */
const oldest = 5 * 60_000;
/** Tabs of one device; of more only the newest are kept. */
const mostTabs = 8;

export interface Present {
	readonly device: DeviceId;
	readonly presence: Presence;
	/** Milliseconds of the session's clock. */
	readonly seenAt: number;
	/** Without another word they are gone by then, milliseconds of the session's clock. */
	readonly until: number;
	/** As it came, to be shown to whoever comes later. */
	readonly frame: Frame;
}

export class PresenceBoard {
	readonly #listeners = new Listeners();
	readonly #goneListeners = new Listeners<DeviceId>();
	/** The last word of runs that said goodbye: what is older may still be on its way. */
	readonly #gone = new Map<string, { readonly seq: number; readonly until: number }>();
	readonly #present = new Map<string, Present>();
	#all: readonly Present[] = [];

	/** The newest word first, of each run of each device. */
	get all(): readonly Present[] {
		return this.#all;
	}

	/**
	 * Takes a word of somebody, or says why not: it is malformed, or a recording. One that is older
	 * than what is known changes nothing. `wall`: this device's time, ISO 8601; `now`: milliseconds.
	 */
	take(
		device: DeviceId,
		{ body, frame }: { readonly body: Uint8Array<ArrayBuffer>; readonly frame: Frame },
		wall: string,
		now: number,
	): 'malformed' | 'replayed' | undefined {
		const parsed = presenceSchema.safeParse(parseJson(body));
		if (!parsed.success) return 'malformed';
		const presence = parsed.data;
		const key = `${device} ${presence.run}`;
		const known = this.#present.get(key);
		if (!(Math.abs(Date.parse(wall) - Date.parse(presence.at)) <= oldest)) return 'replayed';
		// It took another way than a newer word, which came before it.
		const last = known?.presence.seq ?? this.#gone.get(key)?.seq ?? -1;
		if (last >= presence.seq) return undefined;
		this.#present.delete(key);
		if (presence.state === 'gone') {
			this.#gone.set(key, { seq: presence.seq, until: now + presenceLife });
		} else {
			this.#gone.delete(key);
			this.#present.set(key, { device, presence, seenAt: now, until: now + presenceLife, frame });
		}
		const tabs = [...this.#present].filter(([, each]) => each.device === device);
		for (const [oldestTab] of tabs.slice(0, -mostTabs)) this.#present.delete(oldestTab);
		this.#changed();
		if (known && tabs.length === 0) this.#goneListeners.call(device);
		return undefined;
	}

	/** Forgets those who fell silent. */
	sweep(now: number): void {
		const silent = [...this.#present].filter(([, { until }]) => until <= now);
		for (const [key] of silent) this.#present.delete(key);
		for (const [key, { until }] of this.#gone) if (until <= now) this.#gone.delete(key);
		if (silent.length > 0) this.#changed();
	}

	/** The link to a device broke without a goodbye: its tabs are gone soon, unless heard of again. */
	doubt(device: DeviceId, now: number): void {
		for (const [key, present] of this.#present) {
			if (present.device !== device) continue;
			const until = Math.min(present.until, now + doubtedLife);
			this.#present.set(key, { ...present, until });
		}
	}

	/** Forgets all tabs of a device, or of everybody. */
	forget(device?: DeviceId): void {
		for (const [key, present] of [...this.#present]) {
			if (!device || present.device === device) this.#present.delete(key);
		}
		this.#changed();
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	/** Called when the last page of a device has said goodbye. */
	onGone(listener: (device: DeviceId) => void): () => void {
		return this.#goneListeners.add(listener);
	}

	#changed(): void {
		this.#all = [...this.#present.values()].sort((a, b) => b.seenAt - a.seenAt);
		this.#listeners.call();
	}
}
