/**
 * The review of a workbook as a saved copy carries it: member list, entries of both channels and the
 * bytes of milestones. Never the keys of a device; they cannot leave their browser. Nothing is judged
 * here: what cannot be read in this browser may be readable elsewhere.
 */
import type { WorkbookId } from '../../workbook/ports.ts';
import type { ShelfDatabase } from '../shelf/shelf-database.ts';
import { reviewTables } from './review-tables.ts';

export interface ReviewForCopy {
	readonly reviewId: string;
	readonly statements: readonly unknown[];
	readonly entries: readonly unknown[];
	readonly files: readonly { readonly sha256: string; readonly bytes: Blob }[];
}

/** The review's part of a copy: JSON in UTF-8. */
export function packReview({ reviewId, statements, entries }: ReviewForCopy): Blob {
	return new Blob([JSON.stringify({ reviewId, statements, entries })]);
}

/** What is stored of a workbook's review; undefined where nobody ever looked at one. */
export function reviewForCopy(
	db: ShelfDatabase,
	workbook: WorkbookId,
): Promise<ReviewForCopy | undefined> {
	return db.transaction('r', reviewTables(db), async () => {
		const review = await db.reviews.get(workbook);
		if (!review) return undefined;
		const { reviewId, statements } = review;
		const entries = await db.reviewEntries.where('workbook').equals(workbook).toArray();
		const files = await db.reviewFiles.where('workbook').equals(workbook).toArray();
		return {
			...{ reviewId, statements, entries: entries.map(({ entry }) => entry) },
			// A blob leaves the page's memory when there is little of it.
			files: files.map(({ sha256, bytes }) => ({ sha256, bytes: new Blob([bytes]) })),
		};
	});
}
