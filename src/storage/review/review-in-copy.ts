/** The review that came in a saved copy (`review-for-copy.ts`), read and kept for the workbook made of it. */
import * as z from 'zod/mini';
import { entryId, type ReviewEntry } from '../../model/review/entry.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import type { ShelfDatabase } from '../shelf/shelf-database.ts';
import { Entries } from './entries.ts';
import { reviewTables } from './review-tables.ts';
import { readReview } from './stored-review.ts';

const partSchema = z.object({
	reviewId: z.string().check(z.minLength(1), z.maxLength(200)),
	statements: z.array(z.unknown()),
	entries: z.array(z.unknown()),
});

/** What a copy holds of a review, the bytes of milestones aside. */
export interface ReviewInCopy {
	readonly reviewId: string;
	readonly statements: readonly unknown[];
	readonly entries: readonly ReviewEntry[];
	/** How many entries could not be read, or contradict another at their place. */
	readonly leftOut: number;
}

/** Undefined where the bytes are no such part. */
export function unpackReview(bytes: Uint8Array): ReviewInCopy | undefined {
	const part = partSchema.safeParse(jsonIn(bytes));
	if (!part.success) return undefined;
	const { reviewId, statements, entries: raw } = part.data;
	const { entries } = readReview(
		[],
		raw.map((entry, index) => ({ id: `${index}`, entry })),
	);
	const byId = new Map<string, ReviewEntry>();
	for (const entry of entries) if (!byId.has(entryId(entry))) byId.set(entryId(entry), entry);
	return { reviewId, statements, entries: [...byId.values()], leftOut: raw.length - byId.size };
}

/** Stores the review of a copy that was saved at `copiedAt` for the workbook made of it at `now`. */
export function keepReview(
	db: ShelfDatabase,
	workbook: WorkbookId,
	{ reviewId, statements, entries }: ReviewInCopy,
	{ copiedAt, now }: { readonly copiedAt: string; readonly now: string },
): Promise<void> {
	return db.transaction('rw', reviewTables(db), async () => {
		await db.reviews.put({ workbook, reviewId, statements, copiedAt });
		await new Entries(db, workbook).add(entries, now);
	});
}

function jsonIn(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		// Damaged, or not ours.
		return undefined;
	}
}
