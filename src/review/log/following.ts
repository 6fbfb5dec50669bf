/** Whether an entry follows in its chain: by its place, its signature and its clock. */
import type { ReviewEntry } from '../../model/review/entry.ts';
import type { Refusal } from '../frame.ts';
import { entryHash, verifyEntry } from '../sealing/entry-signature.ts';
import type { Chain } from './chain.ts';

/**
 * How far clocks go on from one entry of a chain to its next at most. Clocks follow the greatest that
 * was seen, so without this a single entry could leave nobody a number to write under.
 */
const greatestLeap = 2 ** 32;

/** What the next entry of a chain counts, where `seen` is the greatest clock of all entries. */
export function nextClock(chain: Chain, seen: number): number {
	return Math.min(seen + 1, chain.clock + greatestLeap);
}

export interface FollowingRules {
	/** Binds entries to this workbook. */
	readonly scope: string;
	/** What else speaks against an entry; nothing unless given. */
	readonly refusedBy?: ((entry: ReviewEntry) => Refusal | undefined) | undefined;
}

/**
 * Adds the entry to the chain where it follows, or says why it does not. Where it says 'fork', its
 * author wrote two things at one place.
 */
export async function follow(
	entry: ReviewEntry,
	chain: Chain,
	{ scope, refusedBy }: FollowingRules,
): Promise<Refusal | undefined> {
	const hash = await entryHash(entry);
	const step = chain.place(entry, hash);
	if (step === 'known') return 'replayed';
	const refusal = refusedBy?.(entry);
	if (refusal) return refusal;
	// Before anything is said of its author.
	if (!(await verifyEntry(entry, scope))) return 'forged';
	if (step !== 'next') return step;
	const leap = entry.clock - chain.clock;
	if (leap < 1 || leap > greatestLeap) return 'unsafe';
	chain.add(entry, hash);
	return undefined;
}
