/**
 * The answer to an invitation as a code (pasted-code.ts). Its content:
 *
 *     nonce 12 | AES-256-GCM ciphertext, tag 16
 *     inside: Ed25519 key 32 | X25519 key 32 | signature 64 | length of the name 2 | name | how to
 *     reach the newcomer (opaque to us)
 *
 * The key comes by HKDF-SHA-256 from the invitation's secret. Bound: `readiness-workbook/answer/1`
 * and the invitation's hash. The newcomer signs the same and both keys, the name and the SHA-256 of
 * the last part, so that nobody answers in another's name.
 */
import { toBase64Url } from '../../base/base64url.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import { memberSchema, type DeviceId } from '../../model/review/member.ts';
import { deriveKey, keyMaterial } from '../keys/derived-key.ts';
import { publicBytes, type DeviceIdentity } from '../keys/device-keys.ts';
import { sha256 } from '../keys/hash.ts';
import { isSignedBy, signedBytes } from '../keys/signature.ts';
import { joined, numberAt, numberBytes, type Bytes } from '../sealing/bytes.ts';
import { newNonce, nonceLength, seal, unseal } from '../sealing/sealed-box.ts';
import { inviteHash, type Invite } from './invite-code.ts';
import { Pairing } from './pairing.ts';
import { findCode, writeCode, type CodeProblem } from './pasted-code.ts';

const domain = 'readiness-workbook/answer/1';
const signatureStart = 64;
const nameStart = 130;

/** Who answered, and how to reach them. */
export interface Answer {
	readonly device: DeviceId;
	readonly agreement: string;
	readonly name: string;
	/** A packed answer, opaque here. */
	readonly rtc: Bytes;
}

/** The newcomer's answer as a code, and their side of the talk that follows. */
export async function answerInvite({
	invite,
	identity,
	name,
	rtc,
}: {
	readonly invite: Invite;
	readonly identity: DeviceIdentity;
	readonly name: string;
	readonly rtc: Bytes;
}): Promise<Result<{ readonly code: string; readonly pairing: Pairing }, CodeProblem>> {
	if (invite.host.device === identity.device) return refused(ownInvitation);
	const { device, agreement } = identity;
	const pairing = await Pairing.between(invite, identity, identity).catch(() => undefined);
	if (!pairing) return refused(unusable);
	const signature = await identity.sign(await signedOf(invite, { device, agreement, name, rtc }));
	const nameBytes = new TextEncoder().encode(name);
	const inside = joined(
		...[publicBytes(device), publicBytes(agreement), signature],
		...[numberBytes(nameBytes.length, 2), nameBytes, rtc],
	);
	const nonce = newNonce();
	const sealed = await seal(await answerKey(invite), nonce, await boundOf(invite), inside);
	return ok({ code: await writeCode('answer', joined(nonce, sealed)), pairing });
}

/** Who answers this invitation in a pasted text, signature checked. */
export async function readAnswer(
	pasted: string,
	invite: Invite,
): Promise<Result<Answer, CodeProblem>> {
	const found = await findCode('answer', pasted);
	if (!found.ok) return found;
	const nonce = found.value.slice(0, nonceLength);
	const sealed = found.value.slice(nonceLength);
	const bound = await boundOf(invite);
	const inside = await unseal(await answerKey(invite), nonce, bound, sealed);
	if (!inside) return refused(otherInvitation);
	const device = toBase64Url(inside.subarray(0, 32));
	const agreement = toBase64Url(inside.subarray(32, signatureStart));
	const nameEnd = nameStart + numberAt(inside, nameStart - 2, 2);
	const name = new TextDecoder().decode(inside.subarray(nameStart, nameEnd));
	const answer: Answer = { device, agreement, name, rtc: inside.slice(nameEnd) };
	const signature = inside.slice(signatureStart, nameStart - 2);
	if (!memberSchema.safeParse({ ...answer, role: invite.role }).success) return refused(unusable);
	const isTheirs = await isSignedBy(device, signature, await signedOf(invite, answer));
	return isTheirs ? ok(answer) : refused(unusable);
}

async function answerKey({ secret }: Invite): Promise<CryptoKey> {
	return deriveKey(await keyMaterial(secret), new Uint8Array(), domain);
}

async function boundOf(invite: Invite): Promise<Bytes> {
	return signedBytes(domain, await inviteHash(invite));
}

async function signedOf(invite: Invite, { device, agreement, name, rtc }: Answer): Promise<Bytes> {
	const parts = [await inviteHash(invite), device, agreement, name, await sha256(rtc)];
	return signedBytes(domain, ...parts);
}

const ownInvitation: CodeProblem = {
	kind: 'foreign',
	text: 'This is your own invitation: send it to the person you want to invite.',
};

const otherInvitation: CodeProblem = {
	kind: 'foreign',
	text: 'This answers another invitation than the one that is open here. Ask for an answer to the present one.',
};

const unusable: CodeProblem = {
	kind: 'damaged',
	text: 'This code was not made by this program as it should be. Do not trust it; start anew.',
};
