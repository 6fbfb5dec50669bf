/**
 * A saved copy: a whole workbook, history included, as one file that this program opens again.
 * First line: JSON with format, version, name and the SHA-256 of the rest; then the Yjs state
 * (update format 1) as it is. Source files are not in it.
 */
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { ok, refused, type Result } from '../base/result.ts';
import { sha256 } from './digest.ts';
import type { StorageProblem } from './storage-problem.ts';

/** The ending of a saved copy's file name. */
export const copyExtension = '.workbook';

const format = 'readiness-workbook-copy';
const headerSchema = z.object({
	format: z.literal(format),
	version: z.number(),
	name: z.string(),
	savedAt: z.string(),
	sha256: z.string(),
});

export interface SavedCopy {
	readonly name: string;
	/** ISO 8601. */
	readonly savedAt: string;
	readonly doc: Y.Doc;
}

/** The bytes of a copy of the document as it stands now, saved or not. */
export async function writeCopy(doc: Y.Doc, name: string, savedAt: string): Promise<Uint8Array> {
	const state = Y.encodeStateAsUpdate(doc);
	const header = { format, version: 1, name, savedAt, sha256: await sha256(state) };
	const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
	const bytes = new Uint8Array(line.length + state.length);
	bytes.set(line);
	bytes.set(state, line.length);
	return bytes;
}

/** Reads a copy into a document of its own; a file that is not whole is refused. */
export async function readCopy(bytes: Uint8Array): Promise<Result<SavedCopy, StorageProblem>> {
	const end = bytes.indexOf(10);
	const header = end > 0 && end < 10_000 ? parseHeader(bytes.subarray(0, end)) : undefined;
	if (!header) return refused(copyProblem('This file is not a saved copy of a workbook.'));
	if (header.version !== 1) {
		return refused(copyProblem('This copy was saved by a newer version of this program.'));
	}
	const state = bytes.slice(end + 1);
	if ((await sha256(state)) !== header.sha256) {
		return refused(copyProblem('This copy is damaged: its content does not match its checksum.'));
	}
	const doc = new Y.Doc();
	try {
		Y.applyUpdate(doc, state);
	} catch {
		return refused(copyProblem('This copy cannot be read.'));
	}
	return ok({ name: header.name, savedAt: header.savedAt, doc });
}

function parseHeader(line: Uint8Array): z.infer<typeof headerSchema> | undefined {
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
