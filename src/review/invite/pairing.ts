/**
 * The few frames that two devices exchange before they share the group's keys.
 *
 *     version 3 | nonce 12 | AES-256-GCM ciphertext of deflated JSON, tag 16
 *
 * The key comes by HKDF-SHA-256 from the secret of both devices' X25519 keys, salted with the
 * invitation's secret: only the host and the newcomer who answered have it, so each knows who the
 * other is. Bound: `readiness-workbook/pairing/1`, the invitation's hash, both devices and who speaks.
 */
import * as z from 'zod/mini';
import { canonicalJson } from '../../base/canonical-json.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import type { DeviceId } from '../../model/review/member.ts';
import { presentMember, statementSchema } from '../../model/review/roster.ts';
import type { Frame } from '../carrier.ts';
import { greatestBody, greatestFrame, type Refusal } from '../frame.ts';
import { deriveKey } from '../keys/derived-key.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import { signedBytes } from '../keys/signature.ts';
import { openChain, type RosterChain } from '../roster/roster-chain.ts';
import { joined, type Bytes } from '../sealing/bytes.ts';
import { deflated, inflated } from '../sealing/deflated.ts';
import { frameVersions } from '../sealing/frame-layout.ts';
import { newNonce, nonceLength, seal, tagLength, unseal } from '../sealing/sealed-box.ts';
import { inviteHash, type Invite } from './invite-code.ts';

const domain = 'readiness-workbook/pairing/1';

const messageSchema = z.discriminatedUnion('kind', [
	/** The host lets the newcomer in: the member list with the newcomer's grants. */
	z.object({
		kind: z.literal('welcome'),
		/** What the host calls the workbook. */
		workbook: z.string().check(z.maxLength(200)),
		statements: z.array(statementSchema),
	}),
	/** The host took the answer and compares words: nobody is let in yet. */
	z.object({ kind: z.literal('comparing') }),
	/** The host does not let the newcomer in. */
	z.object({ kind: z.literal('declined') }),
	/** The newcomer has read and stored the welcome. */
	z.object({ kind: z.literal('joined') }),
]);
export type PairingMessage = Readonly<z.infer<typeof messageSchema>>;
export type Welcome = Extract<PairingMessage, { readonly kind: 'welcome' }>;

type Side = 'host' | 'newcomer';

/** One side of the talk between the host of an invitation and whoever answered it. */
export class Pairing {
	readonly #key: CryptoKey;
	readonly #parts: readonly string[];
	readonly #side: Side;

	private constructor(key: CryptoKey, parts: readonly string[], side: Side) {
		this.#key = key;
		this.#parts = parts;
		this.#side = side;
	}

	/** Rejects where the other side's key cannot be used. */
	static async between(
		invite: Invite,
		newcomer: { readonly device: DeviceId; readonly agreement: string },
		identity: DeviceIdentity,
	): Promise<Pairing> {
		const side: Side = identity.device === invite.host.device ? 'host' : 'newcomer';
		const other = side === 'host' ? newcomer : invite.host;
		const parts = [await inviteHash(invite), invite.host.device, newcomer.device];
		const material = await identity.agree(other.agreement);
		const key = await deriveKey(material, invite.secret, domain, ...parts);
		return new Pairing(key, parts, side);
	}

	async seal(message: PairingMessage): Promise<Frame> {
		const content = await deflated(new TextEncoder().encode(JSON.stringify(message)));
		const nonce = newNonce();
		const sealed = await seal(this.#key, nonce, this.#bound(this.#side), content);
		const frame = joined(Uint8Array.of(frameVersions.pairing), nonce, sealed);
		if (frame.length > greatestFrame) throw new Error('A member list too large for a frame');
		return frame;
	}

	/** What the other side says. Never throws. */
	async open(frame: Frame): Promise<Result<PairingMessage, Refusal>> {
		if (frame[0] !== frameVersions.pairing) return refused('malformed');
		if (frame.length > greatestFrame) return refused('oversized');
		if (frame.length < 1 + nonceLength + tagLength) return refused('malformed');
		const nonce = frame.slice(1, 1 + nonceLength);
		const bound = this.#bound(this.#side === 'host' ? 'newcomer' : 'host');
		const content = await unseal(this.#key, nonce, bound, frame.slice(1 + nonceLength));
		return content ? readMessage(content) : refused('sealed');
	}

	#bound(speaker: Side): Bytes {
		return signedBytes(domain, ...this.#parts, speaker);
	}
}

/** The member list that a welcome brings, checked against what the invitation promised. */
export async function acceptWelcome(
	{ statements }: Welcome,
	invite: Invite,
	identity: DeviceIdentity,
): Promise<Result<RosterChain, string>> {
	const opened = await openChain(statements, identity);
	if (!opened.ok) return refused(...opened.problems.map(({ text }) => text));
	const { group, roster, fault } = opened.value;
	if (fault) return refused(fault.text);
	if (!group.startsWith(invite.group)) {
		return refused('The workbook you were let into is not the one you were invited to.');
	}
	if (!presentMember(roster, invite.host.device)) {
		return refused('Whoever invited you is not in the member list of this workbook.');
	}
	if (!presentMember(roster, identity.device)) {
		return refused('You are not in the member list that was sent. Ask for a new invitation.');
	}
	return ok(opened.value);
}

async function readMessage(content: Bytes): Promise<Result<PairingMessage, Refusal>> {
	const text = await inflated(content, greatestBody);
	if (!text.ok) return text;
	try {
		const value: unknown = JSON.parse(new TextDecoder().decode(text.value));
		const read = messageSchema.safeParse(value);
		if (!read.success) return refused('malformed');
		// A part that this version does not know would fall out, and no signature would fit any more.
		return canonicalJson(read.data) === canonicalJson(value) ? ok(read.data) : refused('newer');
	} catch {
		return refused('malformed');
	}
}
