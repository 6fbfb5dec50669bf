/**
 * Checks a file of sign-offs offline: signatures of the entries, hashes of what was signed, and the
 * member list in the file from its first statement. What a file proves is about keys; whose keys these
 * are is only as sure as its member list is known, so that is said too.
 */
import { ok, type Result } from '../base/result.ts';
import { checkSignOffs, type CheckedSignOffs } from '../model/review/check-sign-offs.ts';
import { readSignOffFile, type SignOffFile } from '../model/review/sign-off-file.ts';
import type { DeviceIdentity } from './keys/device-keys.ts';
import { fingerprintWords } from './keys/fingerprint.ts';
import { sha256Text } from './keys/hash.ts';
import { openChain } from './roster/roster-chain.ts';
import { verifyEntry } from './sealing/entry-signature.ts';

export interface SignOffFileCheck extends CheckedSignOffs {
	readonly file: SignOffFile;
	/** True where the file's member list is that of this workbook: the same first statement. */
	readonly isOurs: boolean;
	/** The six words of each signer in the file's member list, to be compared with them by voice. */
	readonly words: ReadonlyMap<string, readonly string[]>;
}

/**
 * @param identity of this device; it needs not be a member.
 * @param group of this workbook, where it is shared.
 */
export async function checkSignOffFile(
	text: string,
	identity: DeviceIdentity,
	group: string | undefined,
): Promise<Result<SignOffFileCheck, string>> {
	const read = readSignOffFile(text);
	if (!read.ok) return read;
	const file = read.value;
	const opened =
		file.statements.length > 0 ? await openChain(file.statements, identity) : undefined;
	const chain = opened?.ok ? opened.value : undefined;
	const checked = await checkSignOffs(file, {
		isSigned: verifyEntry,
		sha256: sha256Text,
		roster: () =>
			Promise.resolve({
				roster: chain?.roster,
				fault:
					chain?.fault?.text ??
					(opened && !opened.ok
						? opened.problems.map(({ text: why }) => why).join(' ')
						: undefined),
			}),
	});
	const words = new Map<string, readonly string[]>();
	for (const { device, agreement } of chain?.roster.members ?? []) {
		if (!checked.signOffs.some(({ entry }) => entry.author === device)) continue;
		words.set(device, await fingerprintWords(device, agreement));
	}
	// The scope is part of every signature, and the first statement names it: lists of others do not fit.
	const foreign = chain && chain.reviewId !== file.scope ? [foreignList] : [];
	return ok({
		...{ file, words, signOffs: checked.signOffs },
		problems: [...foreign, ...checked.problems],
		isOurs: chain !== undefined && chain.group === group,
	});
}

const foreignList =
	'The member list in this file belongs to another workbook than the signatures. Do not rely on the names.';
