/**
 * How far a person has read in a review: the place of the last entry that was here, by chain. No clock
 * of an author says what was here when somebody read, as what was written while apart has a small one
 * and a forged one may have any (SPEC P-20).
 */
import * as z from 'zod/mini';
import type { ReviewEntry } from './entry.ts';

const place = z.number().check(z.int(), z.nonnegative());

/** `<device>.<channel>` → the place of the last entry that was read. */
const readMarkSchema = z.readonly(z.record(z.string(), place));
export type ReadMark = Readonly<z.infer<typeof readMarkSchema>>;

/** How far whoever has read all of these has come; never back behind `before`. */
export function readAll(entries: Iterable<ReviewEntry>, before: ReadMark = {}): ReadMark {
	const mark = { ...before };
	for (const entry of entries) {
		const chain = chainOf(entry);
		mark[chain] = Math.max(mark[chain] ?? 0, entry.seq);
	}
	return mark;
}

/** True for what its reader has not had before them. */
export function isUnread(mark: ReadMark, entry: ReviewEntry): boolean {
	return entry.seq > (mark[chainOf(entry)] ?? 0);
}

/**
 * What was stored as a mark. Earlier versions stored a clock: of the entries that are here now, those
 * up to it were read, and whatever comes later is news.
 */
export function storedMark(stored: unknown, entries: readonly ReviewEntry[]): ReadMark {
	if (typeof stored === 'number') return readAll(entries.filter(({ clock }) => clock <= stored));
	const mark = readMarkSchema.safeParse(stored);
	return mark.success ? mark.data : {};
}

function chainOf({ author, channel }: ReviewEntry): string {
	return `${author}.${channel}`;
}
