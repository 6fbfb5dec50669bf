/**
 * A key of an epoch, sealed to one member. For each statement one new X25519 pair is made; from it
 * and the member's key comes a secret (RFC 7748), from that by HKDF-SHA-256 (RFC 5869) an AES-256-GCM
 * key for this grant alone. In base64url:
 *
 *     ephemeral public key 32 | nonce 12 | the key 32, sealed, with its tag 16
 *
 * Salt: both public keys. Bound by info and additional data: `readiness-workbook/grant/1`, the group
 * (for the first statement, whose hash is not there yet, its nonce), the statement's place, the
 * epoch, the channel and the member.
 */
import { fromBase64Url, toBase64Url } from '../../base/base64url.ts';
import type { Channel, Member } from '../../model/review/member.ts';
import type { Grant } from '../../model/review/roster.ts';
import { deriveKey } from '../keys/derived-key.ts';
import {
	agreeOn,
	createAgreementKeys,
	publicBytes,
	publicText,
	type DeviceIdentity,
} from '../keys/device-keys.ts';
import { signedBytes } from '../keys/signature.ts';
import { joined, type Bytes } from '../sealing/bytes.ts';
import { newNonce, nonceLength, seal, unseal } from '../sealing/sealed-box.ts';

const domain = 'readiness-workbook/grant/1';
const publicLength = 32;

/** The statement that grants stand in. */
export interface GrantPlace {
	/** The group; the nonce where the statement founds it. */
	readonly binding: string;
	readonly index: number;
	readonly epoch: number;
}

/** What is to be given to whom. */
export interface GrantDue {
	readonly member: Member;
	readonly channel: Channel;
	readonly secret: Bytes;
}

/** The grants of one statement. A member whose key cannot be used gets none. */
export async function sealGrants(
	place: GrantPlace,
	dues: readonly GrantDue[],
): Promise<readonly Grant[]> {
	const ephemeral = await createAgreementKeys();
	const front = publicBytes(await publicText(ephemeral));
	const grants: Grant[] = [];
	for (const { member, channel, secret } of dues) {
		const material = await agreeOn(ephemeral.privateKey, member.agreement).catch(() => undefined);
		if (!material) continue;
		const bound = signedBytes(domain, ...partsOf(place, channel, member.device));
		const key = await grantKey(material, front, member.agreement, place, channel, member.device);
		const nonce = newNonce();
		const sealed = joined(front, nonce, await seal(key, nonce, bound, secret));
		grants.push({ to: member.device, channel, sealed: toBase64Url(sealed) });
	}
	return grants;
}

/** The key that was granted to this device, or undefined where it cannot be had from this. */
export async function openGrant(
	grant: Grant,
	place: GrantPlace,
	identity: DeviceIdentity,
): Promise<Bytes | undefined> {
	const bytes = fromBase64Url(grant.sealed);
	if (!bytes || grant.to !== identity.device) return undefined;
	const front = bytes.slice(0, publicLength);
	const material = await identity.agree(toBase64Url(front)).catch(() => undefined);
	if (!material) return undefined;
	const { channel, to } = grant;
	const key = await grantKey(material, front, identity.agreement, place, channel, to);
	const nonce = bytes.slice(publicLength, publicLength + nonceLength);
	const bound = signedBytes(domain, ...partsOf(place, channel, to));
	const secret = await unseal(key, nonce, bound, bytes.slice(publicLength + nonceLength));
	return secret?.length === 32 ? secret : undefined;
}

function grantKey(
	material: CryptoKey,
	front: Bytes,
	agreement: string,
	place: GrantPlace,
	channel: Channel,
	to: string,
): Promise<CryptoKey> {
	const salt = joined(front, publicBytes(agreement));
	return deriveKey(material, salt, domain, ...partsOf(place, channel, to));
}

function partsOf({ binding, index, epoch }: GrantPlace, channel: Channel, to: string) {
	return [binding, index, epoch, channel, to] as const;
}
