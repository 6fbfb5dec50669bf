/**
 * A file that holds sign-offs with whatever is needed to check them anywhere, offline: the signed
 * entries as they are, the content each covers, and the member list as the chain of statements that
 * says whose keys these are (SPEC P-21). It holds no threads and nothing of the team.
 */
import * as z from 'zod/mini';
import { canonicalJson } from '../../base/canonical-json.ts';
import { refused, ok, type Result } from '../../base/result.ts';
import { entryId, entrySchema, type BodyOf, type EntryOf, type ReviewEntry } from './entry.ts';
import type { ReviewState } from './review-state.ts';
import { statementSchema, type RosterStatement } from './roster.ts';

const fileSchema = z.object({
	format: z.literal('readiness-workbook/sign-offs'),
	version: z.literal(1),
	/** What the workbook was called where the file was made. Not signed. */
	workbook: z.string().check(z.maxLength(200)),
	/** ISO 8601 of the device that made the file. Not signed. */
	madeAt: z.string().check(z.maxLength(40)),
	/** What binds the entries to their workbook: part of what is signed. */
	scope: z.string().check(z.maxLength(200)),
	/** The member list from its first statement; empty where the workbook was never shared. */
	statements: z.array(statementSchema).check(z.maxLength(10_000)),
	/** Sign-offs, and the entries that take one of them back. */
	entries: z.array(entrySchema).check(z.maxLength(100_000)),
	/** The signed texts that were too long to be kept in their entry, by their SHA-256. */
	contents: z.record(z.string().check(z.regex(/^[0-9a-f]{64}$/)), z.string()),
});

export interface SignOffFile {
	readonly workbook: string;
	readonly madeAt: string;
	readonly scope: string;
	readonly statements: readonly RosterStatement[];
	readonly entries: readonly (EntryOf<'sign'> | EntryOf<'withdraw'>)[];
	readonly contents: Readonly<Record<string, string>>;
}

/** The text of a file. */
export function writeSignOffFile(file: SignOffFile): string {
	return canonicalJson({ format: 'readiness-workbook/sign-offs', version: 1, ...file });
}

/** Reads a file of any origin. Nothing of it is checked yet: see check-sign-offs.ts. */
export function readSignOffFile(text: string): Result<SignOffFile, string> {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return refused('This is no file of sign-offs, or it was damaged on its way. Ask for it again.');
	}
	const { success, data } = fileSchema.safeParse(json);
	if (success) {
		const { workbook, madeAt, scope, statements, contents } = data;
		const entries = data.entries.filter(isAboutSigning);
		return ok({ workbook, madeAt, scope, statements, contents, entries });
	}
	const version = z.looseObject({ version: z.number() }).safeParse(json).data?.version ?? 0;
	return refused(
		version > 1
			? 'This file comes from a newer version of this program. Update the program and open it again.'
			: 'This is no file of sign-offs, or parts of it are missing. Ask for it again.',
	);
}

/**
 * The entries a file needs for these sign-offs: themselves, and what takes them back. Team sign-offs
 * stay with the team.
 */
export function entriesToHandOut(
	state: ReviewState,
	wanted: ReadonlySet<string>,
): SignOffFile['entries'] {
	return [...state.entries.values()].filter(isAboutSigning).filter((entry) => {
		if (entry.channel !== 'review') return false;
		return wanted.has(isSign(entry) ? entryId(entry) : entry.body.entry);
	});
}

function isAboutSigning(entry: ReviewEntry): entry is EntryOf<'sign'> | EntryOf<'withdraw'> {
	return entry.body.kind === 'sign' || entry.body.kind === 'withdraw';
}

/** True for a signature, false for what takes one back. */
export function isSign(
	entry: EntryOf<'sign'> | EntryOf<'withdraw'>,
): entry is ReviewEntry & { readonly body: BodyOf<'sign'> } {
	return entry.body.kind === 'sign';
}
