/**
 * Which deed wrote what stands in the document. An entry of the activity list follows what its deed
 * wrote, so this belongs to the first entry of the same client whose place in Yjs' count is later.
 */
import type * as Y from 'yjs';
import { activityMap } from './layout.ts';

interface Deed {
	readonly clock: number;
	readonly entry: string;
	/** Taking something back, or doing it again. */
	readonly isStep: boolean;
}

const steps: ReadonlySet<unknown> = new Set(['undo', 'redo']);

export class Deeds {
	readonly #entries: Y.Map<unknown>;
	/** The entries of each client, in the order in which they were written. */
	readonly #byClient = new Map<number, Deed[]>();

	constructor(doc: Y.Doc) {
		this.#entries = activityMap(doc);
	}

	/** Takes an entry of the activity list; what none was taken of is known of no deed. */
	add(entry: string): void {
		const item = this.#entries._map.get(entry);
		if (!item) return;
		const added = this.#deed(entry, item);
		const deeds = this.#deedsOf(item);
		const at = placeFrom(deeds, added.clock);
		if (deeds[at]?.entry !== entry) deeds.splice(at, 0, added);
	}

	/** The entry of the deed that wrote an item; undefined while it is not here. */
	entryOf({ client, clock }: Y.ID): string | undefined {
		const deeds = this.#byClient.get(client) ?? [];
		return deeds[placeFrom(deeds, clock)]?.entry;
	}

	/** The entries of steps back and forth that the client of an item made after it, in order. */
	*stepsFrom({ client, clock }: Y.ID): Generator<string> {
		const deeds = this.#byClient.get(client) ?? [];
		for (let at = placeFrom(deeds, clock); at < deeds.length; at += 1) {
			const { entry, isStep } = deeds[at]!;
			if (isStep) yield entry;
		}
	}

	#deed(entry: string, item: Y.Item): Deed {
		const value = this.#entries.get(entry);
		const isStep =
			typeof value === 'object' && value !== null && 'name' in value && steps.has(value.name);
		return { clock: firstOf(item).id.clock, entry, isStep };
	}

	#deedsOf(item: Y.Item): Deed[] {
		const { client } = firstOf(item).id;
		const deeds = this.#byClient.get(client) ?? [];
		this.#byClient.set(client, deeds);
		return deeds;
	}
}

function placeFrom(deeds: readonly Deed[], clock: number): number {
	let [low, high] = [0, deeds.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (deeds[middle]!.clock < clock) low = middle + 1;
		else high = middle;
	}
	return low;
}

function firstOf(item: Y.Item): Y.Item {
	let first = item;
	while (first.left) first = first.left;
	return first;
}
