/**
 * Who did what, as screens say it: the one place that decides whose name is shown. A deed is of the
 * device that put it under seal; the name it was stored with counts only where no seal tells. “You” is
 * this browser alone: others who had not said their name are “Somebody” (SPEC N-8).
 */
import { Listeners } from '../base/observable.ts';
import type { DeviceId } from '../model/review/member.ts';
import { cleanName, isUnnamed, somebody } from '../model/review/person-name.ts';
import type { ActivityEntry } from '../workbook/activity.ts';
import type { Actor, DoneBy } from '../workbook/actor.ts';

export interface Doer {
	/** Tells people apart, whatever they are called. */
	readonly key: string;
	readonly name: string;
}

/** What a review knows of who did what. */
export interface KnownDoers {
	readonly me: DeviceId;
	nameOf(device: DeviceId): string;
	/** The device that put a deed under seal, by the deed's id; without those that several did. */
	readonly sealedBy: ReadonlyMap<string, DeviceId>;
}

/** A stamp names who and when, and no deed: it was set by one within this time, milliseconds. */
const stampTime = 10_000;

export class Doers {
	readonly #actor: () => Actor;
	readonly #activity: () => readonly ActivityEntry[];
	readonly #listeners = new Listeners();
	#review = $state.raw<KnownDoers>();
	#browsers:
		{ readonly activity: unknown; readonly sealedBy: unknown; readonly of: Browsers } | undefined;

	constructor(actor: () => Actor, activity: () => readonly ActivityEntry[]) {
		this.#actor = actor;
		this.#activity = activity;
	}

	/** From now on the review tells who put a deed under seal, and what people are called. */
	learn(review: KnownDoers): void {
		this.#review = review;
		this.#listeners.call();
	}

	/** Called once the review is known. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	of({ id, by }: DoneBy): Doer {
		const review = this.#review;
		const actor = this.#actor();
		const isOwn = by.device !== '' && by.device === actor.device;
		const device = review && this.#deviceOf(review, id, by, isOwn);
		if (review && device !== undefined) return { key: device, name: review.nameOf(device) };
		if (isOwn) return { key: by.device, name: cleanName(actor.name) || 'You' };
		const name = isUnnamed(by.name) ? somebody : cleanName(by.name);
		return { key: `${by.device}/${name}`, name };
	}

	/** The name alone. */
	readonly nameOf = (deed: DoneBy): string => this.of(deed).name;

	/**
	 * Who a record names with a moment and without a deed, as for an import or what was retired. One
	 * who had no name yet is whoever did something at that moment, if only one did.
	 */
	nameOfStamp({ by, at }: { readonly by: string; readonly at: string }): string {
		if (!isUnnamed(by)) return cleanName(by);
		const from = Date.parse(at);
		const names = new Map<string, string>();
		for (const entry of this.#activity()) {
			const passed = Date.parse(entry.at) - from;
			// Newest first, by their own clocks.
			if (passed < 0) break;
			if (!(passed <= stampTime && isUnnamed(entry.by.name))) continue;
			const { key, name } = this.of(entry);
			names.set(key, name);
		}
		const [name] = names.values();
		return name !== undefined && names.size === 1 ? name : somebody;
	}

	#deviceOf(
		review: KnownDoers,
		id: string | undefined,
		by: Actor,
		isOwn: boolean,
	): DeviceId | undefined {
		const sealed = id === undefined ? undefined : review.sealedBy.get(id);
		return sealed ?? (isOwn ? review.me : this.#browsersOf(review).get(by.device));
	}

	/** The device of the review that is the browser which deeds name, where all seals agree on it. */
	#browsersOf({ sealedBy }: KnownDoers): Browsers {
		const activity = this.#activity();
		if (this.#browsers?.activity !== activity || this.#browsers.sealedBy !== sealedBy) {
			const of = new Map<string, DeviceId | undefined>();
			for (const { id, by } of activity) {
				const device = sealedBy.get(id);
				if (device === undefined || by.device === '') continue;
				const isOther = of.has(by.device) && of.get(by.device) !== device;
				of.set(by.device, isOther ? undefined : device);
			}
			this.#browsers = { activity, sealedBy, of };
		}
		return this.#browsers.of;
	}
}

type Browsers = ReadonlyMap<string, DeviceId | undefined>;
