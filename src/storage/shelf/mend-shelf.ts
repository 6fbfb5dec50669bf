/** What the start puts right: interrupted deletions and copies, and workbooks the shelf has lost. */
import type { StorageProblem } from '../storage-problem.ts';
import { removeContent, type RemovalParts } from './remove-workbook.ts';
import type { ShelfEntry } from '../../workbook/ports.ts';

const nextStart = 'It is tried again the next time you start the program.';
/** A copy under way in another tab is not interrupted: it takes seconds. */
const longestCopy = 10 * 60 * 1000;

/** Finishes deletions and takes back copies that were interrupted; returns what still failed. */
export async function finishInterrupted(parts: RemovalParts): Promise<readonly StorageProblem[]> {
	const now = Date.parse(parts.platform.clock.now());
	const problems: StorageProblem[] = [];
	for (const { workbook, work, begunAt } of await parts.db.unfinished.toArray()) {
		if (work === 'duplicate' && now - Date.parse(begunAt) < longestCopy) continue;
		const removed = await parts.db.attempt(nextStart, () => removeContent(workbook, parts));
		if (!removed.ok) problems.push(...removed.problems);
	}
	return problems;
}

/**
 * Lists again every workbook that was witnessed, was not deleted, and is not on the shelf: the
 * browser emptied the shelf. What is left of its content shows when it is opened.
 */
export async function relistWitnessed(parts: RemovalParts): Promise<readonly ShelfEntry[]> {
	const { db, witnesses } = parts;
	return db.transaction('rw', db.workbooks, db.unfinished, async () => {
		const relisted: ShelfEntry[] = [];
		for (const [id, { name, at }] of witnesses.all()) {
			if ((await db.workbooks.get(id)) ?? (await db.unfinished.get(id))) continue;
			const entry: ShelfEntry = {
				...{ id, name: name || 'Workbook without a name', organization: '' },
				...{ createdAt: at, openedAt: at, changedAt: at, controls: 0, documentBytes: 0 },
			};
			await db.workbooks.add(entry);
			relisted.push(entry);
		}
		return relisted;
	});
}
