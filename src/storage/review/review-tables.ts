/** The tables of reviews, for what is done with all that belongs to one workbook. */
import type { Table } from 'dexie';
import type { WorkbookId } from '../../workbook/ports.ts';
import type { ShelfDatabase } from '../shelf/shelf-database.ts';

/** Those whose rows belong to one workbook; the keys of the browser belong to none. */
export function reviewTables(db: ShelfDatabase): readonly Table[] {
	return [db.reviews, db.reviewEntries, db.reviewFaults, db.reviewFiles, db.reviewMarks];
}

/** Removes all that is stored of a workbook's review. */
export function releaseReview(db: ShelfDatabase, workbook: WorkbookId): Promise<void> {
	const tables = reviewTables(db);
	return db.transaction('rw', tables, async () => {
		for (const table of tables) await table.where('workbook').equals(workbook).delete();
	});
}
