/**
 * Source files: the bytes of imported workbooks by their SHA-256, once each, and which workbook
 * refers to which. A file stays until no workbook refers to it.
 */
import type { Clock } from '../../base/clock.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import { sha256 } from '../digest.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import type { FileReferenceRow, ShelfDatabase } from '../shelf/shelf-database.ts';
import { problemOf, type StorageProblem } from '../storage-problem.ts';

export type FileReference = FileReferenceRow;

export interface KeptFile extends FileReference {
	/** False where the workbook referred to this file before. */
	readonly isNew: boolean;
}

export interface SourceFile {
	readonly name: string;
	/** Media type as the browser gave it; '' where it gave none. */
	readonly type: string;
	readonly bytes: Uint8Array;
}

const notKept = 'The source file was not kept. Keep your own copy of it.';
const notDropped = 'A source file that is not needed takes up room; it is dropped another time.';
const notHere = 'The source file is not in this browser.';
const notRead = 'Use your own copy of it.';

export class SourceFiles {
	readonly #db: ShelfDatabase;
	readonly #clock: Clock;

	constructor(db: ShelfDatabase, clock: Clock) {
		this.#db = db;
		this.#clock = clock;
	}

	/** Keeps a file for a workbook. Storing it again is harmless, and mends bytes that were damaged. */
	async put(
		workbook: WorkbookId,
		{ name, type, bytes }: SourceFile,
	): Promise<Result<KeptFile, StorageProblem>> {
		const kept = await this.#db.attempt(notKept, async () => {
			const digest = await sha256(bytes);
			const { length: size } = bytes;
			const addedAt = this.#clock.now();
			const reference = { workbook, sha256: digest, name, type, size, addedAt };
			const { workbooks, files, fileReferences } = this.#db;
			return this.#db.transaction('rw', workbooks, files, fileReferences, async () => {
				// Nobody would ever drop what is kept for a workbook that was deleted in another tab.
				if (!(await workbooks.get(workbook))) return undefined;
				const known = await fileReferences.get([workbook, digest]);
				await files.put({ sha256: digest, size, bytes });
				await fileReferences.put(reference);
				return { ...reference, isNew: known === undefined };
			});
		});
		if (!kept.ok) return kept;
		return kept.value ? ok(kept.value) : refused(problemOf('deleted', notKept));
	}

	/**
	 * Takes a `put` back: an import was called off. Nothing is dropped where the workbook referred to
	 * the file before, or where it was kept once more since, in this tab or another.
	 */
	takeBack(kept: KeptFile): Promise<Result<void, StorageProblem>> {
		return this.#drop(
			kept.workbook,
			({ sha256: digest, addedAt }) =>
				kept.isNew && digest === kept.sha256 && addedAt === kept.addedAt,
		);
	}

	/**
	 * Drops the files that the workbook refers to, that are not among `named`, and that were kept
	 * before the instant `before`: an import under way, here or in another tab, keeps its file first.
	 */
	dropUnnamed(
		workbook: WorkbookId,
		named: ReadonlySet<string>,
		before: string,
	): Promise<Result<void, StorageProblem>> {
		return this.#drop(
			workbook,
			({ sha256: digest, addedAt }) => !named.has(digest) && addedAt < before,
		);
	}

	/** How large a file of the workbook is, in bytes, without reading it. */
	async find(workbook: WorkbookId, digest: string): Promise<Result<number, StorageProblem>> {
		const found = await this.#db.attempt(notRead, async () => {
			const { files, fileReferences } = this.#db;
			const isHere = (await files.where('sha256').equals(digest).count()) > 0;
			return isHere ? await fileReferences.get([workbook, digest]) : undefined;
		});
		if (!found.ok) return found;
		return found.value ? ok(found.value.size) : refused(fileProblem(notHere, digest));
	}

	/** The file's bytes, checked against their digest. */
	async get(digest: string): Promise<Result<Uint8Array, StorageProblem>> {
		const found = await this.#db.attempt(notRead, async () => {
			const row = await this.#db.files.get(digest);
			return { bytes: row?.bytes, digest: row && (await sha256(row.bytes)) };
		});
		if (!found.ok) return found;
		const { bytes } = found.value;
		if (!bytes) return refused(fileProblem(notHere, digest));
		if (found.value.digest !== digest)
			return refused(fileProblem('The source file kept here is damaged.', digest));
		return { ok: true, value: bytes };
	}

	/** The files a workbook refers to. */
	list(workbook: WorkbookId): Promise<Result<readonly FileReference[], StorageProblem>> {
		return this.#db.attempt(notRead, () =>
			this.#db.fileReferences.where('workbook').equals(workbook).sortBy('addedAt'),
		);
	}

	#drop(
		workbook: WorkbookId,
		which: (reference: FileReference) => boolean,
	): Promise<Result<void, StorageProblem>> {
		return this.#db.attempt(notDropped, () => releaseFiles(this.#db, workbook, which));
	}
}

/**
 * Drops a workbook's references, or those `which` holds for, and the files that nobody refers to
 * then, in one transaction.
 */
export function releaseFiles(
	db: ShelfDatabase,
	workbook: WorkbookId,
	which: (reference: FileReference) => boolean = () => true,
): Promise<void> {
	return db.transaction('rw', db.files, db.fileReferences, async () => {
		const own = await db.fileReferences.where('workbook').equals(workbook).toArray();
		for (const { sha256: digest } of own.filter(which)) {
			await db.fileReferences.delete([workbook, digest]);
			const others = await db.fileReferences.where('sha256').equals(digest).count();
			if (others === 0) await db.files.delete(digest);
		}
	});
}

function fileProblem(what: string, digest: string): StorageProblem {
	return { reason: 'other', text: `${what} ${notRead}`, detail: `SHA-256 ${digest}` };
}
