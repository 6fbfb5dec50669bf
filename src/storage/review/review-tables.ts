/** The tables of reviews, for what is done with all that belongs to one workbook. */
import type { Table } from 'dexie';
import { ok, refused, type Result } from '../../base/result.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import type { ShelfDatabase } from '../shelf/shelf-database.ts';
import { problemOf, type StorageProblem } from '../storage-problem.ts';

/** Those whose rows belong to one workbook; the keys of the browser belong to none. */
export function reviewTables(db: ShelfDatabase): readonly Table[] {
	return [db.reviews, db.reviewEntries, db.reviewFaults, db.reviewFiles, db.reviewMarks];
}

/**
 * Works on a workbook's review in one strict transaction, where the workbook is still listed: nobody
 * would ever remove what is kept for one that was deleted in another tab.
 */
export async function inListedReview<Value>(
	db: ShelfDatabase,
	workbook: WorkbookId,
	whatToDo: string,
	work: () => Promise<Value>,
): Promise<Result<Value, StorageProblem>> {
	const done = await db.attempt(whatToDo, () =>
		db.transaction('rw', [db.workbooks, ...reviewTables(db)], async () =>
			(await db.workbooks.get(workbook)) ? { value: await work() } : undefined,
		),
	);
	if (!done.ok) return done;
	return done.value ? ok(done.value.value) : refused(problemOf('deleted', whatToDo));
}

/** Removes all that is stored of a workbook's review. */
export function releaseReview(db: ShelfDatabase, workbook: WorkbookId): Promise<void> {
	const tables = reviewTables(db);
	return db.transaction('rw', tables, async () => {
		for (const table of tables) await table.where('workbook').equals(workbook).delete();
	});
}
