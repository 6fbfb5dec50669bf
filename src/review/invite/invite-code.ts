/**
 * An invitation as a code (pasted-code.ts). Its content:
 *
 *     role 1 | expires 4 (seconds since 1970) | group 16 | secret 16 | Ed25519 key of the host 32 |
 *     X25519 key of the host 32 | how to reach the host (opaque to us)
 *
 * `group` is the beginning of the group's name: 128 bits that nobody can meet with another group.
 * The secret serves one pairing only.
 */
import { toBase64Url } from '../../base/base64url.ts';
import { readableDate, type CalendarDate } from '../../base/calendar-date.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import type { DeviceId, Role } from '../../model/review/member.ts';
import { publicBytes } from '../keys/device-keys.ts';
import { hexOf, sha256 } from '../keys/hash.ts';
import { joined, numberAt, numberBytes, type Bytes } from '../sealing/bytes.ts';
import { findCode, writeCode, type CodeProblem } from './pasted-code.ts';

export interface Invite {
	/** The first 32 digits of the group (RosterChain.group). */
	readonly group: string;
	/** 16 random bytes. */
	readonly secret: Bytes;
	readonly host: { readonly device: DeviceId; readonly agreement: string };
	/** ISO 8601, whole seconds. */
	readonly expires: string;
	/** The role that the newcomer is to get. */
	readonly role: Role;
	/** How to reach the host: a packed offer, opaque here. */
	readonly rtc: Bytes;
}

const roleBytes: Readonly<Record<Role, number>> = { owner: 1, editor: 2, reviewer: 3, viewer: 4 };
const rtcStart = 101;

/** The code, in one piece without blanks. */
export function writeInvite(invite: Invite): Promise<string> {
	return writeCode('invitation', bytesOf(invite));
}

/** The part of an address that makes the app ask whether to join. */
export function joinFragment(code: string): string {
	return `#join=${code}`;
}

/** The invitation that stands in a pasted text or link; `at` is now. */
export async function readInvite(pasted: string, at: string): Promise<Result<Invite, CodeProblem>> {
	const found = await findCode('invitation', pasted);
	if (!found.ok) return found;
	const bytes = found.value;
	const roleNames = Object.entries(roleBytes) as [Role, number][];
	const role = roleNames.find(([, byte]) => byte === bytes[0])?.[0];
	if (!role || bytes.length < rtcStart) {
		return refused({
			kind: 'newer',
			text: 'This invitation is of a kind unknown to this version.',
		});
	}
	const expires = new Date(numberAt(bytes, 1, 4) * 1000).toISOString();
	if (isPast(expires, at)) return refused(expired(expires));
	return ok({
		group: hexOf(bytes.subarray(5, 21)),
		secret: bytes.slice(21, 37),
		host: {
			device: toBase64Url(bytes.subarray(37, 69)),
			agreement: toBase64Url(bytes.subarray(69, rtcStart)),
		},
		expires,
		role,
		rtc: bytes.slice(rtcStart),
	});
}

/** True where `expires` lies before `at`. */
export function isPast(expires: string, at: string): boolean {
	return Date.parse(expires) <= Date.parse(at);
}

/** SHA-256 of the invitation: what answers and pairings are bound to. */
export function inviteHash(invite: Invite): Promise<string> {
	return sha256(bytesOf(invite));
}

export function expired(expires: string): CodeProblem {
	const date = readableDate(expires.slice(0, 10) as CalendarDate);
	return {
		kind: 'expired',
		text: `This invitation was good until ${date}, ${expires.slice(11, 16)} UTC. Ask for a new one; if that time is still to come, check this computer’s clock.`,
	};
}

function bytesOf({ group, secret, host, expires, role, rtc }: Invite): Bytes {
	return joined(
		Uint8Array.of(roleBytes[role]),
		numberBytes(Math.floor(Date.parse(expires) / 1000), 4),
		Uint8Array.from({ length: 16 }, (_, at) => parseInt(group.slice(at * 2, at * 2 + 2), 16)),
		secret,
		publicBytes(host.device),
		publicBytes(host.agreement),
		rtc,
	);
}
