/**
 * Duplicating a workbook: the copy is stored under a new id, acknowledged, and only then listed. A
 * copy that was interrupted is removed at the next start. It is a workbook of its own: the review of
 * the original, with its members and what they wrote, stays with the original.
 */
import * as Y from 'yjs';
import { newId } from '../../base/ids.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import type { ShelfEntry, WorkbookId } from '../../workbook/ports.ts';
import { openDocument, type DocumentDependencies } from '../document/open-document.ts';
import type { StorageProblem } from '../storage-problem.ts';
import { removeContent } from './remove-workbook.ts';
import type { ShelfDatabase } from './shelf-database.ts';
import { unknownWorkbook } from './shelf.ts';

export interface DuplicationParts extends DocumentDependencies {
	readonly db: ShelfDatabase;
}

const notDuplicated = 'The workbook was not duplicated; the original is unchanged. Try again.';

/**
 * Copies what is stored of `workbook`, with references to the same source files, under `name`.
 * Flush the document first where it is open.
 */
export async function duplicateWorkbook(
	workbook: WorkbookId,
	name: string,
	parts: DuplicationParts,
): Promise<Result<ShelfEntry, StorageProblem>> {
	const found = await parts.db.attempt(notDuplicated, () => parts.db.workbooks.get(workbook));
	if (!found.ok) return found;
	if (!found.value) return refused(unknownWorkbook);
	const copy = entryOfCopy(found.value, name.trim(), parts);
	const noted = await parts.db.attempt(notDuplicated, () =>
		parts.db.unfinished.add({
			...{ workbook: copy.id, work: 'duplicate', begunAt: copy.createdAt },
		}),
	);
	if (!noted.ok) return noted;
	const copied = await copyDocument(workbook, copy.id, parts);
	if (!copied.ok) {
		// Whatever is left now goes at the next start.
		await parts.db.attempt(notDuplicated, () => removeContent(copy.id, parts));
		return copied;
	}
	return parts.db.attempt(notDuplicated, async () => {
		await list(copy, workbook, parts.db);
		parts.witnesses.noteName(copy.id, copy.name, copy.createdAt);
		return copy;
	});
}

function entryOfCopy(
	{ retiredAt: _retired, savedCopyAt: _saved, ...original }: ShelfEntry,
	name: string,
	{ platform }: DuplicationParts,
): ShelfEntry {
	const now = platform.clock.now();
	return {
		...original,
		id: newId('workbook', platform.ids),
		name: name || `Copy of ${original.name}`,
		...{ createdAt: now, openedAt: now, changedAt: now },
	};
}

async function copyDocument(
	from: WorkbookId,
	to: WorkbookId,
	parts: DuplicationParts,
): Promise<Result<void, StorageProblem>> {
	const doc = new Y.Doc();
	try {
		const original = await openDocument(from, doc, parts);
		if (!original.ok) return original;
		await original.value.close();
		// Not listed yet, so the question whether it still is has to be answered here.
		const copy = await openDocument(to, doc, { ...parts, isListed: () => Promise.resolve(true) });
		if (!copy.ok) return copy;
		const state = await copy.value.close();
		if (state.kind === 'saved') return ok(undefined);
		const text = `${state.kind === 'failed' ? state.text : ''} ${notDuplicated}`.trim();
		const reason = state.kind === 'failed' ? state.reason : 'other';
		return refused({ reason, text, detail: '' });
	} finally {
		doc.destroy();
	}
}

function list(copy: ShelfEntry, original: WorkbookId, db: ShelfDatabase): Promise<void> {
	const tables = [db.workbooks, db.fileReferences, db.unfinished];
	return db.transaction('rw', tables, async () => {
		const references = await db.fileReferences.where('workbook').equals(original).toArray();
		await db.fileReferences.bulkPut(references.map((each) => ({ ...each, workbook: copy.id })));
		await db.workbooks.add(copy);
		await db.unfinished.delete(copy.id);
	});
}
