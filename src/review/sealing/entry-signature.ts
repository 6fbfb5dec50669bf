/**
 * The signatures and hashes of review entries. Signed (Ed25519) is the canonical JSON of
 * `readiness-workbook/entry/1`, the workbook's review id (its scope) and the entry without its
 * signature, so that an entry of one workbook says nothing in another. The hash that the next entry
 * of the chain names is SHA-256 over the canonical JSON of the whole entry.
 */
import { fromBase64Url, toBase64Url } from '../../base/base64url.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { ReviewEntry, UnsignedEntry } from '../../model/review/entry.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import { sha256Text } from '../keys/hash.ts';
import { isSignedBy, signedBytes } from '../keys/signature.ts';
import type { Bytes } from './bytes.ts';

/** The entry with its author's signature; throws where the author is another device. */
export async function signEntry(
	unsigned: UnsignedEntry,
	identity: DeviceIdentity,
	scope: string,
): Promise<ReviewEntry> {
	if (unsigned.author !== identity.device) throw new Error('An entry is signed by its author');
	const signature = await identity.sign(signedOfEntry(unsigned, scope));
	return { ...unsigned, signature: toBase64Url(signature) };
}

/** True where its author signed exactly this, for this workbook. */
export async function verifyEntry(entry: ReviewEntry, scope: string): Promise<boolean> {
	const { signature, ...unsigned } = entry;
	const bytes = fromBase64Url(signature);
	return !!bytes && isSignedBy(entry.author, bytes, signedOfEntry(unsigned, scope));
}

/** SHA-256, hexadecimal. */
export function entryHash(entry: ReviewEntry): Promise<string> {
	return sha256Text(canonicalJson(entry));
}

function signedOfEntry(unsigned: UnsignedEntry, scope: string): Bytes {
	return signedBytes('readiness-workbook/entry/1', scope, unsigned);
}
