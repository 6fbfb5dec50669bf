/**
 * How far a workbook is that comes in for the first time: by the clocks of its document, theirs against
 * ours. Expected from the moment somebody joins until there is nothing more to come.
 */
import type { Link } from './link.ts';

type Clocks = ReadonlyMap<number, number>;

export class ComingIn {
	#isExpected = false;
	/** The most that was missing at once. */
	#most = 0;
	#missing = 0;

	/** Somebody has just joined: nothing is here yet. */
	expect(): void {
		this.#isExpected = true;
	}

	/** From 0 to 1; undefined where nothing is on its way. */
	get fraction(): number | undefined {
		if (!this.#isExpected) return undefined;
		return this.#most === 0 ? 0 : 1 - this.#missing / this.#most;
	}

	/** Looks again at what the links have and what is here; true where that is news. */
	look(links: Iterable<Link>, ours: () => Clocks): boolean {
		if (!this.#isExpected) return false;
		const known = [...links].filter(({ isKnown, carrier }) => isKnown && carrier.keeps === 'peers');
		if (known.length === 0) return false;
		const here = ours();
		this.#missing = Math.max(...known.map(({ vector }) => missingOf(vector, here)));
		this.#most = Math.max(this.#most, this.#missing);
		this.#isExpected = this.#missing > 0;
		return true;
	}

	/** Whoever was to send it is gone: what is here is shown. */
	giveUp(): boolean {
		const was = this.#isExpected;
		this.#isExpected = false;
		return was;
	}
}

function missingOf(theirs: Clocks, ours: Clocks): number {
	let missing = 0;
	for (const [client, clock] of theirs) missing += Math.max(0, clock - (ours.get(client) ?? 0));
	return missing;
}
