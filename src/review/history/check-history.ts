/**
 * Holds the activity list against what was put under seal: each bound entry is hashed again. Says what
 * was altered, what is missing, and what nobody has bound yet.
 */
import type * as Y from 'yjs';
import type { DeviceId } from '../../model/review/member.ts';
import { standingOfDeed, storedDeeds } from '../../workbook/stored-deeds.ts';
import { sha256Text } from '../keys/hash.ts';
import type { Review } from '../review.ts';
import { bindingsOf, type Binding } from './bound-deeds.ts';

export interface DeedFault {
	/** The id of the entry of the activity list. */
	readonly id: string;
	/**
	 * `altered`: it says something else than was bound. `removed`: somebody took it out. `missing`: it
	 * is not in this copy although this device bound it. `awaited`: another member bound it, and it
	 * has not reached this copy, or is gone.
	 */
	readonly kind: 'altered' | 'removed' | 'missing' | 'awaited';
	/** Who put it under seal, by name. */
	readonly by: string;
}

export interface HistoryCheck {
	/** How many entries of the activity list are bound and as they were bound. */
	readonly whole: number;
	/** How many people bound them. */
	readonly people: number;
	/** Entries that nobody has bound. */
	readonly unbound: number;
	readonly faults: readonly DeedFault[];
}

/** Entries looked at, and characters hashed, between two breaths: some 4 ms. */
const perStep = 50;
const textPerStep = 150_000;

/** Compares every bound entry, in steps. `pause` lets the page breathe between two of them. */
export async function checkHistory(
	doc: Y.Doc,
	{ log, identity }: Pick<Review, 'log' | 'identity'>,
	pause: () => Promise<void>,
): Promise<HistoryCheck> {
	const bindings = bindingsOf(log.entries);
	const faults: DeedFault[] = [];
	const people = new Set<DeviceId>();
	let [whole, unbound, looked, hashed] = [0, 0, 0, 0];
	const seen = new Set<string>();
	for (const { id, text } of [...storedDeeds(doc)]) {
		seen.add(id);
		const bound = bindings.get(id);
		if (!bound) {
			unbound += 1;
			continue;
		}
		if (++looked % perStep === 0 || hashed > textPerStep) {
			await pause();
			hashed = 0;
		}
		const stored = text();
		hashed += stored.length;
		const digest = await sha256Text(stored);
		const other = bound.find((binding) => binding.digest !== digest);
		if (other) faults.push({ id, kind: 'altered', by: other.name });
		else whole += 1;
		for (const { author } of bound) people.add(author);
	}
	for (const [id, bound] of bindings) {
		if (!seen.has(id)) faults.push(gone(doc, id, bound, identity.device));
	}
	return { whole, people: people.size, unbound, faults };
}

function gone(doc: Y.Doc, id: string, bound: readonly Binding[], me: DeviceId): DeedFault {
	const mine = bound.find(({ author }) => author === me);
	const by = (mine ?? bound[0])?.name ?? '';
	if (standingOfDeed(doc, id) === 'removed') return { id, kind: 'removed', by };
	return { id, kind: mine ? 'missing' : 'awaited', by };
}
