/**
 * Checks a file of sign-offs. The cryptography is handed in, so that what is concluded from it is
 * plain to read and to test: a sign-off proves that the holder of a device's key signed exactly this
 * content; its time is the signer's clock, and it does not prove who was at the keyboard.
 */
import { entryId, type EntryOf, type ReviewEntry, type SignAs } from './entry.ts';
import { mayWrite } from './may-write.ts';
import { roleWhenWritten, type Roster, type RosterStatement } from './roster.ts';
import { partsInOneHand, signingOrder, type SignedPart } from './sign-off.ts';
import { isSign, type SignOffFile } from './sign-off-file.ts';
import { readContent, type SignedContent } from './signed-content.ts';
import { subjectKey, type Subject } from './subject.ts';

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
	/** Where it holds and the same hand signed this in another part: that, in words (SPEC P-17). */
	readonly conflicts: readonly string[];
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
	const counts = (entry: ReviewEntry): boolean => !isShared || mayCount(entry, roster);
	const withdrawals = await soundWithdrawals(file, checks, counts);
	const checked: Omit<CheckedSignOff, 'conflicts'>[] = [];
	for (const entry of file.entries) {
		if (!isSign(entry)) continue;
		const { content, problem } = await contentIn(entry, file, checks);
		const forged = (await checks.isSigned(entry, file.scope))
			? []
			: ['Its signature is not that of the device it names. Do not rely on it.'];
		const member = roster?.members.find(({ device }) => device === entry.author);
		checked.push({
			entry,
			subject: entry.body.subject,
			as: entry.body.as,
			name: member?.name ?? entry.name,
			content,
			problems: [...forged, ...(isShared ? memberProblems(entry, roster) : []), ...problem],
			withdrawn: withdrawals.get(`${entry.author} ${entryId(entry)}`),
		});
	}
	const signOffs = withConflicts(checked);
	const problems = [
		...(signOffs.some(({ conflicts }) => conflicts.length > 0) ? [oneHandText] : []),
		...(fault === undefined ? [] : [`The member list in this file does not hold: ${fault}`]),
		...(isShared
			? []
			: ['There is no member list in this file: names are what devices called themselves.']),
	];
	return { signOffs, problems };
}

const oneHandText =
	'Duties are not separate everywhere in this file: one person signed the same thing in two parts. It is said below, beside each.';

/** Only sign-offs that hold and stand are held against each other. */
function withConflicts(checked: readonly Omit<CheckedSignOff, 'conflicts'>[]): CheckedSignOff[] {
	const standing = new Map<string, Map<string, Omit<CheckedSignOff, 'conflicts'>>>();
	for (const one of checked) {
		if (one.problems.length > 0 || one.withdrawn) continue;
		const subject = subjectKey(one.subject);
		const parts = standing.get(subject) ?? new Map<string, typeof one>();
		// A later one of the same device in the same part takes the place of the earlier.
		const part = `${one.as} ${one.entry.author}`;
		const other = parts.get(part);
		if (!other || other.entry.clock < one.entry.clock) parts.set(part, one);
		standing.set(subject, parts);
	}
	return checked.map((one) => {
		const parts = [...(standing.get(subjectKey(one.subject))?.values() ?? [])];
		if (!parts.includes(one)) return { ...one, conflicts: [] };
		const others = parts.filter((other) => other !== one);
		const conflicts = others.flatMap((other) =>
			partsInOneHand([other, one].sort(inOrder).map(asPart)),
		);
		return { ...one, conflicts: [...new Set(conflicts)] };
	});
}

type Part = Pick<CheckedSignOff, 'entry' | 'as' | 'name'>;

function inOrder(a: Part, b: Part): number {
	return signingOrder.indexOf(a.as) - signingOrder.indexOf(b.as);
}

function asPart({ entry, as, name }: Part): SignedPart {
	return { author: entry.author, name: entry.name, as, listed: name };
}

/** By author and the entry they take back: nobody takes back what another signed. */
async function soundWithdrawals(
	{ entries, scope }: SignOffFile,
	{ isSigned }: SignOffChecks,
	counts: (entry: ReviewEntry) => boolean,
) {
	const found = new Map<string, { readonly at: string; readonly reason: string }>();
	for (const entry of entries) {
		if (isSign(entry) || !counts(entry)) continue;
		const { entry: id, reason } = entry.body;
		const key = `${entry.author} ${id}`;
		if (!found.has(key) && (await isSigned(entry, scope))) found.set(key, { at: entry.at, reason });
	}
	return found;
}

/** True where it counts in the workbook too: by its author's role when they wrote it (SPEC P-13). */
function mayCount(entry: ReviewEntry, roster: Roster | undefined): boolean {
	const role = roster && roleWhenWritten(roster, entry);
	return role !== undefined && mayWrite(role, entry);
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
