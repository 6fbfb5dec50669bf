/**
 * Opens a saved copy as a new workbook: its document first, then its review and the source files its
 * imports name.
 */
import { isCalendarDate, readableDate } from '../base/calendar-date.ts';
import { ok, type Result } from '../base/result.ts';
import type { CopyOpened } from '../app/services.ts';
import { readCopy, type SavedCopy } from '../storage/read-copy.ts';
import type { BrowserStorage } from '../storage/storage.ts';
import type { PortProblem, WorkbookId } from '../workbook/ports.ts';
import { controlKind, importKind } from '../workbook/record-kinds.ts';
import { Table } from '../workbook/table.ts';
import { takeReview } from './take-review.ts';
import { filesNamed, lackWords } from './workbook-files.ts';

/** A copy whose document is not whole is refused; source files that it lacks are named. */
export async function openCopy(
	copy: Blob,
	storage: BrowserStorage,
): Promise<Result<CopyOpened, PortProblem>> {
	const read = await readCopy(copy);
	if (!read.ok) return read;
	const { savedAt } = read.value;
	const created = await storage.shelf.create(await freeName(read.value, storage));
	if (!created.ok) return created;
	const { id, name } = created.value;
	const controls = new Table(read.value.doc, controlKind).all();
	const opened = await storage.openDocument(id, read.value.doc);
	const last = opened.ok ? await opened.value.close() : undefined;
	if (last?.kind === 'saved') {
		const active = controls.filter(({ retired }) => !retired).length;
		// The file it was opened from is its copy outside the browser.
		await storage.shelf.note(id, { controls: active, savedCopyAt: savedAt });
		return ok({ workbook: id, lacks: await takeRest(id, read.value, storage) });
	}
	// A full disk leaves no empty workbook behind.
	await storage.deleteForGood(id, name);
	const text = last?.kind === 'failed' ? last.text : 'The copy could not be stored.';
	return opened.ok ? { ok: false, problems: [{ text }] } : opened;
}

/** The copy's name, told apart from a workbook that has it already: `Acme (copy of 21 Nov 2026)`. */
async function freeName({ name, savedAt }: SavedCopy, storage: BrowserStorage): Promise<string> {
	const listed = await storage.shelf.list();
	const isTaken = listed.ok && listed.value.some((entry) => entry.name === name.trim());
	const day = savedAt.slice(0, 10);
	if (!isTaken) return name.trim() || 'Workbook';
	return `${name.trim()} (copy of ${isCalendarDate(day) ? readableDate(day) : 'another day'})`;
}

/** Stores what is beside the document; returns in words what is not here now, or undefined. */
async function takeRest(
	workbook: WorkbookId,
	copy: SavedCopy,
	storage: BrowserStorage,
): Promise<string | undefined> {
	const lacks = [
		...(await takeReview(workbook, copy, storage)),
		...(await takeFiles(workbook, copy, storage)),
	];
	return lacks.length > 0 ? `${lacks.join(' ')} Everything else is here.` : undefined;
}

/** Stores the source files; returns in words which of them are not here now. */
async function takeFiles(
	workbook: WorkbookId,
	{ doc, files }: SavedCopy,
	storage: BrowserStorage,
): Promise<readonly string[]> {
	const inCopy = new Map(files.map((file) => [file.sha256, file]));
	const missing: string[] = [];
	const unstored: string[] = [];
	for (const [sha256, { fileName }] of filesNamed(new Table(doc, importKind).all())) {
		const file = inCopy.get(sha256);
		const bytes = await file?.read();
		if (!file || !bytes) missing.push(fileName);
		else {
			const { name, type } = file;
			const kept = await storage.files.put(workbook, { name, type, bytes });
			if (!kept.ok) unstored.push(`“${name}”: ${kept.problems.map(({ text }) => text).join(' ')}`);
		}
	}
	return [...(missing.length > 0 ? [lackWords(missing, 'in this copy')] : []), ...unstored];
}
