/**
 * The review of a workbook as a saved copy carries it: member list, entries of both channels and the
 * bytes of milestones. Never the keys of a device; they cannot leave their browser.
 */
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

/** As it is stored: what cannot be read here may be readable elsewhere. */
export interface ReviewForCopy extends Readonly<z.infer<typeof partSchema>> {
	readonly files: readonly { readonly sha256: string; readonly bytes: Blob }[];
}

/** What a copy holds of a review, the bytes of milestones aside. */
export interface ReviewInCopy {
	readonly reviewId: string;
	readonly statements: readonly unknown[];
	readonly entries: readonly ReviewEntry[];
	/** How many entries could not be read, or contradict another at their place. */
	readonly leftOut: number;
}

/** The review's part of a copy: JSON in UTF-8. */
export function packReview({ reviewId, statements, entries }: ReviewForCopy): Blob {
	return new Blob([JSON.stringify({ reviewId, statements, entries })]);
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

/** What is stored of a workbook's review; undefined where nobody ever looked at one. */
export function reviewForCopy(
	db: ShelfDatabase,
	workbook: WorkbookId,
): Promise<ReviewForCopy | undefined> {
	return db.transaction('r', reviewTables(db), async () => {
		const review = await db.reviews.get(workbook);
		if (!review) return undefined;
		const entries = await new Entries(db, workbook).all();
		const files = await db.reviewFiles.where('workbook').equals(workbook).toArray();
		return {
			...{ reviewId: review.reviewId, statements: [...review.statements] },
			entries: entries.map(({ entry }) => entry),
			// A blob leaves the page's memory when there is little of it.
			files: files.map(({ sha256, bytes }) => ({ sha256, bytes: new Blob([bytes]) })),
		};
	});
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
