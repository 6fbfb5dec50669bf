/** The direct links of this page by the devices at their other ends, and who made which. */
import type { DeviceId } from '../../model/review/member.ts';
import type { Link } from './link.ts';
import type { Links } from './links.ts';

/** A link that was made by an offer through others: with whom, and whether this page offered it. */
interface Way {
	readonly device: DeviceId;
	readonly isOffered: boolean;
}

export class Ways {
	readonly #links: Links;
	/** This device. */
	readonly #own: DeviceId;
	/** By the id of the link, also while it is being made. */
	readonly #made = new Map<string, Way>();

	constructor(links: Links, own: DeviceId) {
		this.#links = links;
		this.#own = own;
	}

	note(link: string, way: Way): void {
		this.#made.set(link, way);
	}

	forget(link: string): void {
		this.#made.delete(link);
	}

	/** Devices that a direct link leads to. */
	get linked(): ReadonlySet<DeviceId> {
		return new Set(this.#links.direct.flatMap((link) => this.#deviceOf(link) ?? []));
	}

	/** True while the other end of some direct link has not said whose it is. */
	get hasUnmet(): boolean {
		return this.#links.direct.some((link) => !this.#deviceOf(link));
	}

	stands(link: string): boolean {
		return this.#links.direct.some(({ id }) => id === link);
	}

	/**
	 * Links that this page offered to devices that another link leads to as well. Of two that were
	 * offered, from both sides, that of the smaller id stays; each side ends its own alone.
	 */
	get doubles(): readonly Link[] {
		return this.#links.direct.filter((link) => {
			const way = this.#made.get(link.id);
			if (!way?.isOffered) return false;
			return this.#links.direct.some((other) => {
				if (other === link || this.#deviceOf(other) !== way.device) return false;
				const theirs = this.#made.get(other.id);
				return !theirs || (!theirs.isOffered && way.device < this.#own);
			});
		});
	}

	/** What it has proved itself, else with whom the link was made. */
	#deviceOf({ id, device }: Link): DeviceId | undefined {
		return device ?? this.#made.get(id)?.device;
	}
}
