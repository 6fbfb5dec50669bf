/**
 * Finds copies that differ although they have seen the same changes. Yjs cannot notice that (equal
 * state vectors are not equal documents: sync.md, 6), so contents are compared, map by map. One
 * mismatch may be a matter of moments; a second one with the same changes is said loudly. What somebody
 * kept of what others removed is left out by both sides, and is told as the reason that it is.
 */
import { Listeners } from '../../base/observable.ts';
import type { DeviceId } from '../../model/review/member.ts';

export interface Difference {
	readonly device: DeviceId;
	/** The shared maps whose contents differ. */
	readonly maps: readonly string[];
	/** ISO 8601. */
	readonly since: string;
}

type Digests = Readonly<Record<string, string>>;

export class CopyComparison {
	readonly #listeners = new Listeners();
	readonly #strikes = new Map<DeviceId, number>();
	readonly #differences = new Map<DeviceId, Difference>();
	readonly #equal = new Map<DeviceId, string>();
	readonly #kept = new Map<DeviceId, number>();

	get differences(): readonly Difference[] {
		return [...this.#differences.values()];
	}

	/** How many records devices keep that others removed, by those that do: why their copies differ. */
	get kept(): ReadonlyMap<DeviceId, number> {
		return this.#kept;
	}

	/** A device says how many records it keeps that others removed. */
	noteKept(device: DeviceId, records: number): void {
		if ((this.#kept.get(device) ?? 0) === records) return;
		if (records === 0) this.#kept.delete(device);
		else this.#kept.set(device, records);
		this.#listeners.call();
	}

	/** When a device's copy was last found to be the same, ISO 8601. */
	sameSince(device: DeviceId): string | undefined {
		return this.#equal.get(device);
	}

	/** Compares digests of two copies that have seen the same changes. */
	compare(device: DeviceId, ours: Digests, theirs: Digests, at: string): void {
		const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
		const maps = [...names].filter((name) => ours[name] !== theirs[name]).sort();
		if (maps.length === 0) {
			this.#strikes.delete(device);
			this.#differences.delete(device);
			this.#equal.set(device, at);
		} else {
			const strikes = (this.#strikes.get(device) ?? 0) + 1;
			this.#strikes.set(device, strikes);
			this.#equal.delete(device);
			if (strikes > 1) {
				const since = this.#differences.get(device)?.since ?? at;
				this.#differences.set(device, { device, maps, since });
			}
		}
		this.#listeners.call();
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}
}
