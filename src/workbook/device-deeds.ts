/** How many deeds each device had done at a deed of its own, as far as the activity list tells. */
import type * as Y from 'yjs';
import type { CountedDeed } from '../model/rules/dropped-edits.ts';
import { activityMap } from './layout.ts';

export class DeviceDeeds {
	readonly #entries: Y.Map<unknown>;
	/** By device, in order. */
	readonly #places = new Map<string, number[]>();
	#highest = -1;

	constructor(doc: Y.Doc) {
		this.#entries = activityMap(doc);
	}

	/** Takes an entry. True where it tells of a deed that others, which were taken, may have counted. */
	add(entry: string): boolean {
		const counted = countedDeed(this.#entries.get(entry));
		if (!counted) return false;
		const { by, place } = counted;
		const places = this.#places.get(by.device) ?? [];
		this.#places.set(by.device, places);
		places.splice(firstFrom(places, place), 0, place);
		const isLate = place <= this.#highest;
		this.#highest = Math.max(this.#highest, place);
		return isLate;
	}

	/** How many deeds its device had done before it. */
	ownBefore = ({ by, place }: CountedDeed): number =>
		firstFrom(this.#places.get(by.device) ?? [], place);
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
