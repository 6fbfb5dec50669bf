/** Reads saved copies of any version (`copy-file.ts`). No size that one claims is believed. */
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { ok, refused, type Result } from '../base/result.ts';
import { copyFormat, copyVersion, type FileForCopy } from './copy-file.ts';
import { sha256 } from './digest.ts';
import { unpackReview, type ReviewInCopy } from './review/review-in-copy.ts';
import type { StorageProblem } from './storage-problem.ts';

/** Bytes of the first line: some 15,000 files. */
const longestHeader = 4 * 2 ** 20;

const byteCount = z.number().check(z.int(), z.nonnegative());
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const partSchema = z.object({ size: byteCount, sha256: digest });
const headerSchema = z.object({
	format: z.literal(copyFormat),
	version: z.number(),
	name: z.string(),
	savedAt: z.string(),
	documentBytes: z.optional(byteCount),
	sha256: digest,
	files: z._default(
		z.array(z.object({ name: z.string(), type: z.string(), size: byteCount, sha256: digest })),
		[],
	),
	review: z.optional(z.extend(partSchema, { files: z.array(partSchema) })),
});
type Part = Readonly<z.infer<typeof partSchema>>;
export type CopyHeader = z.infer<typeof headerSchema>;

/** Bytes that a copy lists. */
export interface BytesInCopy {
	readonly sha256: string;
	/** The bytes, or undefined where they are damaged or missing. */
	readonly read: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** A source file that a copy lists. */
export type FileInCopy = BytesInCopy & Omit<FileForCopy, 'bytes'>;

export interface SavedCopy {
	readonly name: string;
	/** ISO 8601. */
	readonly savedAt: string;
	readonly doc: Y.Doc;
	readonly files: readonly FileInCopy[];
	/** Undefined where the copy holds none. */
	readonly review: ReviewInCopy | 'damaged' | undefined;
	/** What milestones name. */
	readonly milestones: readonly BytesInCopy[];
}

/** Reads a copy into a document of its own; one whose document is not whole is refused. */
export async function readCopy(copy: Blob): Promise<Result<SavedCopy, StorageProblem>> {
	const found = await readHeader(copy);
	if (!found) return refused(copyProblem('This file is not a saved copy of a workbook.'));
	const { header, end } = found;
	if (header.version > copyVersion) {
		return refused(copyProblem('This copy was saved by a newer version of this program.'));
	}
	const { documentBytes = copy.size - end } = header;
	const state = await readPart(copy, end, documentBytes, header.sha256);
	if (!state) {
		return refused(copyProblem('This copy is damaged: its content does not match its checksum.'));
	}
	const doc = new Y.Doc();
	try {
		Y.applyUpdate(doc, state);
	} catch {
		return refused(copyProblem('This copy cannot be read.'));
	}
	const { name, savedAt, files, review } = header;
	const reviewStart = end + documentBytes;
	const filesStart = reviewStart + (review?.size ?? 0);
	return ok({
		...{ name, savedAt, doc },
		files: partsAfter(copy, filesStart, files),
		review: review && (await readReviewPart(copy, reviewStart, review)),
		milestones: partsAfter(copy, filesStart + sum(files), review?.files ?? []),
	});
}

async function readReviewPart(
	copy: Blob,
	start: number,
	part: Part,
): Promise<ReviewInCopy | 'damaged'> {
	const bytes = await readPart(copy, start, part.size, part.sha256);
	return (bytes && unpackReview(bytes)) ?? 'damaged';
}

function partsAfter<Listed extends Part>(
	copy: Blob,
	start: number,
	parts: readonly Listed[],
): readonly (Omit<Listed, 'size'> & BytesInCopy)[] {
	let next = start;
	return parts.map(({ size, ...part }) => {
		const from = next;
		next += size;
		return { ...part, read: () => readPart(copy, from, size, part.sha256) };
	});
}

function sum(parts: readonly Part[]): number {
	return parts.reduce((bytes, { size }) => bytes + size, 0);
}

/** The part that starts at `from`, or undefined where it is not the one that `wanted` is the SHA-256 of. */
async function readPart(
	copy: Blob,
	from: number,
	size: number,
	wanted: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	if (from + size > copy.size) return undefined;
	const bytes = new Uint8Array(await copy.slice(from, from + size).arrayBuffer());
	return (await sha256(bytes)) === wanted ? bytes : undefined;
}

/** The first line, and where what follows it begins. */
async function readHeader(
	copy: Blob,
): Promise<{ readonly header: CopyHeader; readonly end: number } | undefined> {
	const start = new Uint8Array(await copy.slice(0, longestHeader).arrayBuffer());
	const end = start.indexOf(10);
	const header = end > 0 ? parseHeader(start.subarray(0, end)) : undefined;
	return header && { header, end: end + 1 };
}

function parseHeader(line: Uint8Array): CopyHeader | undefined {
	try {
		const parsed = headerSchema.safeParse(JSON.parse(new TextDecoder().decode(line)));
		return parsed.success ? parsed.data : undefined;
	} catch {
		// Not JSON: some other kind of file.
		return undefined;
	}
}

function copyProblem(what: string): StorageProblem {
	return { reason: 'other', text: `${what} Nothing was changed. Choose another file.`, detail: '' };
}
