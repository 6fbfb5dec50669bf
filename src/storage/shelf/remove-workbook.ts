/**
 * Deleting a workbook for good. It leaves the shelf in the same transaction that notes the work as
 * unfinished; whatever interrupts the rest is made up for at the next start.
 */
import { clearDocument } from 'y-indexeddb';
import { refused, type Result } from '../../base/result.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import { Snapshots } from '../document/snapshots.ts';
import { tellDeleted } from '../document/tab-relay.ts';
import { releaseFiles } from '../files/source-files.ts';
import { withinPatience } from '../patience.ts';
import type { Platform } from '../platform.ts';
import { releaseReview } from '../review/review-tables.ts';
import type { StorageProblem } from '../storage-problem.ts';
import type { Witnesses } from '../witnesses.ts';
import type { ShelfDatabase } from './shelf-database.ts';
import { unknownWorkbook } from './shelf.ts';

export interface RemovalParts {
	readonly db: ShelfDatabase;
	readonly platform: Platform;
	readonly snapshots: Snapshots;
	readonly witnesses: Witnesses;
}

const stillListed = 'The workbook is still there. Try again.';
const willBeFinished =
	'It is off the shelf; what is left of it is removed the next time you start the program.';

/**
 * Removes the workbook, its snapshots, its review, its witness, and the files that no other workbook refers to.
 * `typedName` must be its name: there is no way back.
 */
export async function deleteForGood(
	workbook: WorkbookId,
	typedName: string,
	parts: RemovalParts,
): Promise<Result<void, StorageProblem>> {
	const found = await parts.db.attempt(stillListed, () => parts.db.workbooks.get(workbook));
	if (!found.ok) return found;
	if (!found.value) return refused(unknownWorkbook);
	if (typedName.trim() !== found.value.name)
		return refused({
			reason: 'other',
			text: `The name typed is not “${found.value.name}”. Nothing was deleted.`,
			detail: '',
		});
	const taken = await parts.db.attempt(stillListed, () => takeOffShelf(workbook, parts));
	return taken.ok ? parts.db.attempt(willBeFinished, () => removeContent(workbook, parts)) : taken;
}

/** The rest of a deletion, again from the start where it was interrupted: each step may be repeated. */
export async function removeContent(workbook: WorkbookId, parts: RemovalParts): Promise<void> {
	// Tabs that show it let go of the database first; else the browser would wait for them.
	tellDeleted(workbook);
	await withinPatience(parts.platform.timer, clearDocument(workbook));
	await parts.snapshots.remove(workbook);
	await releaseFiles(parts.db, workbook);
	await releaseReview(parts.db, workbook);
	parts.witnesses.forget(workbook);
	await parts.db.unfinished.delete(workbook);
}

function takeOffShelf(workbook: WorkbookId, { db, platform }: RemovalParts): Promise<void> {
	return db.transaction('rw', db.workbooks, db.unfinished, async () => {
		const begunAt = platform.clock.now();
		await db.unfinished.put({ workbook, work: 'delete', begunAt });
		await db.workbooks.delete(workbook);
	});
}
