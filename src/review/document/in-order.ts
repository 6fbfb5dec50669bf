/**
 * Walks changes of several clients so that whatever a change follows from (the one before it by the
 * same client, and its origin) comes first. Yjs integrates in this way; pieces are cut, and updates
 * of others checked, along it.
 */

export interface ChangeId {
	readonly client: number;
	readonly clock: number;
}

export interface Change extends ChangeId {
	/** How many clocks it takes, from `clock` on. */
	readonly length: number;
	/** The value of the same key before it. */
	readonly origin: ChangeId | undefined;
}

/** Changes of one client without gaps, from clock `from` on. */
export interface ChangesOfClient<One extends Change> {
	readonly from: number;
	readonly changes: readonly One[];
}

/** Why the walk cannot go on. */
export class Unreachable extends Error {
	readonly kind: 'gap' | 'circle';

	constructor(kind: Unreachable['kind']) {
		super(kind);
		this.kind = kind;
	}
}

interface Lane<One extends Change> {
	readonly client: number;
	readonly changes: readonly One[];
	next: number;
}

/**
 * Every change in such an order, higher clients first as Yjs writes them. `reached`: up to which clock
 * each client's changes are there already; it is moved on as the walk goes. Throws `Unreachable` where
 * a change follows from one that is neither there nor among them.
 */
export function* inOrder<One extends Change>(
	byClient: ReadonlyMap<number, ChangesOfClient<One>>,
	reached: Map<number, number>,
): Generator<One, void, undefined> {
	const lanes = new Map<number, Lane<One>>();
	for (const [client, { from, changes }] of byClient) {
		if (from > (reached.get(client) ?? 0)) throw new Unreachable('gap');
		lanes.set(client, { client, changes, next: 0 });
	}
	for (const client of [...lanes.keys()].sort((a, b) => b - a)) {
		yield* walk(client, lanes, reached);
	}
}

/** Walks one client's changes to their end, and of others what they follow from. */
function* walk<One extends Change>(
	first: number,
	lanes: ReadonlyMap<number, Lane<One>>,
	reached: Map<number, number>,
): Generator<One, void, undefined> {
	const waiting: { readonly client: number; readonly until: number }[] = [];
	const awaited = new Set<number>();
	const wait = (client: number, until: number): void => {
		if (awaited.has(client)) throw new Unreachable('circle');
		awaited.add(client);
		waiting.push({ client, until });
	};
	wait(first, Infinity);
	for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
		const lane = lanes.get(top.client);
		const change = lane?.changes[lane.next];
		if ((reached.get(top.client) ?? 0) > top.until || (!change && top.until === Infinity)) {
			awaited.delete(top.client);
			waiting.pop();
		} else if (!lane || !change) {
			throw new Unreachable('gap');
		} else {
			const { origin } = change;
			if (origin && (reached.get(origin.client) ?? 0) <= origin.clock) {
				wait(origin.client, origin.clock);
			} else {
				lane.next++;
				reached.set(
					change.client,
					Math.max(reached.get(change.client) ?? 0, change.clock + change.length),
				);
				yield change;
			}
		}
	}
}
