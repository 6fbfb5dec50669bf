/**
 * The signatures and hashes of the member list's statements. Signed (Ed25519) is the canonical JSON
 * of `readiness-workbook/roster/1` and the statement without its signature; the hash that the next
 * statement names is SHA-256 over the canonical JSON of the whole. That of the first names the group.
 */
import { fromBase64Url, toBase64Url } from '../../base/base64url.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { RosterStatement, UnsignedStatement } from '../../model/review/roster.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import { sha256Text } from '../keys/hash.ts';
import { isSignedBy, signedBytes } from '../keys/signature.ts';

const domain = 'readiness-workbook/roster/1';

export async function signStatement(
	unsigned: UnsignedStatement,
	identity: DeviceIdentity,
): Promise<RosterStatement> {
	const signature = await identity.sign(signedBytes(domain, unsigned));
	return { ...unsigned, signature: toBase64Url(signature) };
}

/** True where the device it names signed exactly this. */
export async function isSigned(statement: RosterStatement): Promise<boolean> {
	const { signature, ...unsigned } = statement;
	const bytes = fromBase64Url(signature);
	return !!bytes && isSignedBy(statement.signer, bytes, signedBytes(domain, unsigned));
}

/** SHA-256, hexadecimal. */
export function statementHash(statement: RosterStatement): Promise<string> {
	return sha256Text(canonicalJson(statement));
}
