/**
 * The member list on its way to the members who are present, none of whom needs to have the newest
 * keys; strangers cannot read it, nor removed members, who are handed the list up to their removal
 * and no further. Its statements are signed one by one, so it
 * does not matter who sends it.
 *
 *     version 2 | ephemeral X25519 key 32 | nonce 12 | count 2 | count × (content key 32, tag 16) |
 *     AES-256-GCM ciphertext of the deflated JSON list of statements, tag 16
 *
 * A new content key seals the list. It is sealed to each member under a key that comes from the
 * ephemeral pair as for grants (grant.ts), and the slots name nobody: each member tries them. Every
 * key is used once, so that one nonce serves all. Bound: `readiness-workbook/parcel/1` and the bytes
 * before the slots; to the list, the slots too.
 */
import { toBase64Url } from '../../base/base64url.ts';
import { refused, type Result } from '../../base/result.ts';
import type { DeviceId, Member } from '../../model/review/member.ts';
import { readersOf, type RosterStatement } from '../../model/review/roster.ts';
import type { Frame } from '../carrier.ts';
import { greatestFrame, type Refusal } from '../frame.ts';
import { deriveKey } from '../keys/derived-key.ts';
import {
	agreeOn,
	createAgreementKeys,
	publicBytes,
	publicText,
	type DeviceIdentity,
} from '../keys/device-keys.ts';
import { signedBytes } from '../keys/signature.ts';
import { joined, numberAt, numberBytes, type Bytes } from '../sealing/bytes.ts';
import { frameVersions } from '../sealing/frame-layout.ts';
import {
	newNonce,
	nonceLength,
	seal,
	sealingKey,
	tagLength,
	unseal,
} from '../sealing/sealed-box.ts';
import type { RosterChain } from './roster-chain.ts';
import { packStatements, unpackStatements } from './packed-statements.ts';

const domain = 'readiness-workbook/parcel/1';
const nonceStart = 33;
const countStart = nonceStart + nonceLength;
const slotsStart = countStart + 2;
const slotLength = 32 + tagLength;
/** More than the member list may have (its statements hold 400 grants); bounds the trying. */
const mostSlots = 400;

/** The chain, for everybody who is a member by it. Throws where it is too large for any frame. */
export function packRoster(chain: RosterChain): Promise<Frame> {
	return packFor(readersOf(chain.roster, 'review'), chain.statements);
}

/**
 * The list up to the statement that removed a device, its last word included, for that device and all
 * present members: what came after it is not theirs to know. Undefined for present members and for
 * whoever was never removed. Throws where it is too large for any frame.
 */
export async function packRemoval(
	{ roster, statements }: RosterChain,
	device: DeviceId,
): Promise<Frame | undefined> {
	const removed = roster.members.find((member) => member.device === device && member.removedAt);
	const last = removalOf(statements, device);
	if (!removed || last === -1) return undefined;
	return packFor([...readersOf(roster, 'review'), removed], statements.slice(0, last + 1));
}

/** The place of the statement that removed a device last; -1 where none did. */
export function removalOf(statements: readonly RosterStatement[], device: DeviceId): number {
	return statements.findLastIndex(
		({ change }) => change.kind === 'remove' && change.device === device,
	);
}

async function packFor(
	members: readonly Member[],
	statements: readonly RosterStatement[],
): Promise<Frame> {
	const ephemeral = await createAgreementKeys();
	const front = publicBytes(await publicText(ephemeral));
	const nonce = newNonce();
	const contentKey = crypto.getRandomValues(new Uint8Array(32));
	const head = joined(
		...[Uint8Array.of(frameVersions.roster), front, nonce, numberBytes(members.length, 2)],
	);
	const bound = joined(signedBytes(domain), head);
	const slots: Bytes[] = [];
	for (const { agreement } of members) {
		const material = await agreeOn(ephemeral.privateKey, agreement).catch(() => undefined);
		// A member whose key cannot be used keeps an unreadable slot.
		slots.push(
			material
				? await seal(await slotKey(material, front, agreement), nonce, bound, contentKey)
				: crypto.getRandomValues(new Uint8Array(slotLength)),
		);
	}
	const content = await packStatements(statements);
	const key = await sealingKey(contentKey);
	const sealed = await seal(key, nonce, joined(bound, ...slots), content);
	const parcel = joined(head, ...slots, sealed);
	if (parcel.length > greatestFrame) throw new Error('A member list too large for a frame');
	return parcel;
}

/** How many keys have to be tried at most to open it. */
export function slotsOf(frame: Frame): number {
	return Math.min(numberAt(frame, countStart, 2), mostSlots);
}

/** The statements, not checked yet, or why this device cannot have them. Never throws. */
export async function openParcel(
	frame: Frame,
	identity: DeviceIdentity,
): Promise<Result<readonly RosterStatement[], Refusal>> {
	if (frame[0] !== frameVersions.roster) return refused('malformed');
	if (frame.length > greatestFrame) return refused('oversized');
	const count = numberAt(frame, countStart, 2);
	const contentStart = slotsStart + count * slotLength;
	if (frame.length < contentStart + tagLength) return refused('malformed');
	if (count > mostSlots) return refused('oversized');
	const front = frame.slice(1, nonceStart);
	const nonce = frame.slice(nonceStart, countStart);
	const bound = joined(signedBytes(domain), frame.subarray(0, slotsStart));
	const material = await identity.agree(toBase64Url(front)).catch(() => undefined);
	if (!material) return refused('malformed');
	const own = await slotKey(material, front, identity.agreement);
	for (let at = slotsStart; at < contentStart; at += slotLength) {
		const contentKey = await unseal(own, nonce, bound, frame.slice(at, at + slotLength));
		if (contentKey?.length !== 32) continue;
		const slots = frame.subarray(slotsStart, contentStart);
		const sealed = frame.slice(contentStart);
		const content = await unseal(await sealingKey(contentKey), nonce, joined(bound, slots), sealed);
		return content ? unpackStatements(content) : refused('sealed');
	}
	return refused('sealed');
}

function slotKey(material: CryptoKey, front: Bytes, agreement: string): Promise<CryptoKey> {
	const salt = joined(front, publicBytes(agreement));
	return deriveKey(material, salt, domain);
}
