/** How many deeds each device had done at a deed of its own, as far as the activity list tells. */
import type * as Y from 'yjs';
import type { CountedDeed } from '../model/rules/dropped-edits.ts';
import { activityMap } from './layout.ts';

export class DeviceDeeds {
	readonly #entries: Y.Map<unknown>;
	/** By device, in order. */
	readonly #places = new Map<string, number[]>();

	constructor(doc: Y.Doc) {
		this.#entries = activityMap(doc);
		for (const value of this.#entries.values()) {
			const counted = countedDeed(value);
			if (counted) this.#placesOf(counted).push(counted.place);
		}
		for (const places of this.#places.values()) places.sort((a, b) => a - b);
	}

	/** Takes an entry that came since. */
	add(entry: string): void {
		const counted = countedDeed(this.#entries.get(entry));
		if (!counted) return;
		const places = this.#placesOf(counted);
		places.splice(firstFrom(places, counted.place), 0, counted.place);
	}

	/** How many deeds its device had done before it. */
	ownBefore = ({ by, place }: CountedDeed): number =>
		firstFrom(this.#places.get(by.device) ?? [], place);

	#placesOf({ by: { device } }: CountedDeed): number[] {
		const places = this.#places.get(device) ?? [];
		this.#places.set(device, places);
		return places;
	}
}

function countedDeed(entry: unknown): CountedDeed | undefined {
	if (!isPlain(entry) || !isPlain(entry['by'])) return undefined;
	const [{ place }, { device }] = [entry, entry['by']];
	return typeof place === 'number' && typeof device === 'string'
		? { by: { device }, place }
		: undefined;
}

function firstFrom(places: readonly number[], place: number): number {
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (places[middle]! < place) low = middle + 1;
		else high = middle;
	}
	return low;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
