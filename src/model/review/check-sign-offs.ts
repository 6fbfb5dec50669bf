/**
 * Checks a file of sign-offs. The cryptography is handed in, so that what is concluded from it is
 * plain to read and to test: a sign-off proves that the holder of a device's key signed exactly this
 * content; its time is the signer's clock, and it does not prove who was at the keyboard.
 */
import { entryId, type EntryOf, type ReviewEntry, type SignAs } from './entry.ts';
import { mayWrite } from './may-write.ts';
import { roleWhenWritten, type Roster, type RosterStatement } from './roster.ts';
import { isSign, type SignOffFile } from './sign-off-file.ts';
import { readContent, type SignedContent } from './signed-content.ts';
import type { Subject } from './subject.ts';

export interface SignOffChecks {
	/** True where the entry's signature is its author's, over this scope. */
	readonly isSigned: (entry: ReviewEntry, scope: string) => Promise<boolean>;
	/** SHA-256 of a text as UTF-8, in hex. */
	readonly sha256: (text: string) => Promise<string>;
	/** What a chain says up to its first fault, signatures and hashes checked. */
	readonly roster: (
		statements: readonly RosterStatement[],
	) => Promise<{ readonly roster: Roster | undefined; readonly fault: string | undefined }>;
}

export interface CheckedSignOff {
	readonly entry: EntryOf<'sign'>;
	readonly subject: Subject;
	readonly as: SignAs;
	/** What the member list calls the device; else what the device called itself. */
	readonly name: string;
	/** The content, where it is in the file and is what was signed. */
	readonly content: SignedContent | undefined;
	/** Everything that speaks against it, in words; none where it holds. */
	readonly problems: readonly string[];
	readonly withdrawn: { readonly at: string; readonly reason: string } | undefined;
}

export interface CheckedSignOffs {
	readonly signOffs: readonly CheckedSignOff[];
	/** What is wrong with the file as a whole, in words. */
	readonly problems: readonly string[];
}

export async function checkSignOffs(
	file: SignOffFile,
	checks: SignOffChecks,
): Promise<CheckedSignOffs> {
	const isShared = file.statements.length > 0;
	const { roster, fault } = isShared
		? await checks.roster(file.statements)
		: { roster: undefined, fault: undefined };
	const withdrawals = await soundWithdrawals(file, checks);
	const signOffs: CheckedSignOff[] = [];
	for (const entry of file.entries) {
		if (!isSign(entry)) continue;
		const { content, problem } = await contentIn(entry, file, checks);
		const forged = (await checks.isSigned(entry, file.scope))
			? []
			: ['Its signature is not that of the device it names. Do not rely on it.'];
		const member = roster?.members.find(({ device }) => device === entry.author);
		signOffs.push({
			entry,
			subject: entry.body.subject,
			as: entry.body.as,
			name: member?.name ?? entry.name,
			content,
			problems: [...forged, ...(isShared ? memberProblems(entry, roster) : []), ...problem],
			withdrawn: withdrawals.get(`${entry.author} ${entryId(entry)}`),
		});
	}
	const problems = [
		...(fault === undefined ? [] : [`The member list in this file does not hold: ${fault}`]),
		...(isShared
			? []
			: ['There is no member list in this file: names are what devices called themselves.']),
	];
	return { signOffs, problems };
}

/** By author and the entry they take back: nobody takes back what another signed. */
async function soundWithdrawals({ entries, scope }: SignOffFile, { isSigned }: SignOffChecks) {
	const found = new Map<string, { readonly at: string; readonly reason: string }>();
	for (const entry of entries) {
		if (isSign(entry)) continue;
		const { entry: id, reason } = entry.body;
		const key = `${entry.author} ${id}`;
		if (!found.has(key) && (await isSigned(entry, scope))) found.set(key, { at: entry.at, reason });
	}
	return found;
}

/** The signed content, and why there is none. */
async function contentIn(
	{ body }: EntryOf<'sign'>,
	{ contents }: SignOffFile,
	{ sha256 }: SignOffChecks,
): Promise<{ content: SignedContent | undefined; problem: readonly string[] }> {
	const text =
		body.shown ?? (Object.hasOwn(contents, body.content) ? contents[body.content] : undefined);
	if (text === undefined) {
		return { content: undefined, problem: ['What was signed is not in this file.'] };
	}
	if ((await sha256(text)) !== body.content) {
		return { content: undefined, problem: ['What this file shows is not what was signed.'] };
	}
	const content = readContent(text);
	const isOfSubject = content !== undefined && sameSubject(content, body.subject);
	return isOfSubject
		? { content, problem: [] }
		: {
				content: undefined,
				problem: ['What was signed is about something else, or cannot be read here.'],
			};
}

function sameSubject(content: SignedContent, subject: Subject): boolean {
	if (content.kind !== subject.kind) return false;
	if ('record' in content && 'record' in subject && content.record !== subject.record) return false;
	if (content.kind === 'cell' && subject.kind === 'cell') return content.field === subject.field;
	if (content.kind === 'criterion' && subject.kind === 'criterion') {
		return content.criterion === subject.criterion;
	}
	return true;
}

function memberProblems(entry: EntryOf<'sign'>, roster: Roster | undefined): readonly string[] {
	if (!roster?.members.some(({ device }) => device === entry.author)) {
		return ['The device that signed is not in the member list.'];
	}
	const role = roleWhenWritten(roster, entry);
	if (!role) return ['It was signed after its signer was removed from the member list.'];
	return mayWrite(role, entry) ? [] : ['The role of its signer did not allow signing.'];
}
