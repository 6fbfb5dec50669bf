/**
 * Where things stand in a sealed frame (frame.ts), and what its signature and its seal are bound to.
 *
 *     0 version | 1 channel | 2 epoch 4 | 6 nonce 12 | 18 ciphertext, tag 16
 *     inside: 0 kind | 1 flags | 2 signer 32 | 34 signature 64 | 98 body
 *
 * Bound by the seal: `readiness-workbook/seal/1`, the group, and the bytes before the nonce.
 * Signed: `readiness-workbook/frame/1`, the group, channel, epoch, nonce, kind, flags and SHA-256 of
 * the body as it stands here, so that it is checked before anything is inflated.
 */
import { toBase64Url } from '../../base/base64url.ts';
import type { Channel } from '../../model/review/member.ts';
import { sha256 } from '../keys/hash.ts';
import { signedBytes } from '../keys/signature.ts';
import type { FrameKind } from '../frame.ts';
import { joined, numberAt, numberBytes, type Bytes } from './bytes.ts';
import { nonceLength, tagLength } from './sealed-box.ts';

/** The first byte of whatever travels. */
export const frameVersions = { sealed: 1, roster: 2, pairing: 3 } as const;
export type FrameForm = keyof typeof frameVersions;

export const channelBytes: Readonly<Record<Channel, number>> = { review: 0, team: 1 };

/** Numbers stand for ever: new kinds get new ones. */
export const kindBytes: Readonly<Record<FrameKind, number>> = {
	update: 1,
	entries: 2,
	have: 3,
	presence: 4,
	signal: 5,
	file: 6,
};

export const deflatedFlag = 1;

export const nonceStart = 6;
export const cipherStart = nonceStart + nonceLength;
export const signerStart = 2;
export const signatureStart = 34;
export const bodyStart = 98;
/** The least a frame has: one with an empty body. */
export const leastFrame = cipherStart + bodyStart + tagLength;

export interface FramePlace {
	readonly group: string;
	readonly channel: Channel;
	readonly epoch: number;
}

/** The bytes before the nonce. */
export function frameHead({ channel, epoch }: FramePlace): Bytes {
	return joined(Uint8Array.of(frameVersions.sealed, channelBytes[channel]), numberBytes(epoch, 4));
}

export function boundToSeal(place: FramePlace): Bytes {
	return joined(signedBytes('readiness-workbook/seal/1', place.group), frameHead(place));
}

export async function signedOfFrame(
	{ group, channel, epoch }: FramePlace,
	nonce: Bytes,
	{ kind, flags, body }: { readonly kind: number; readonly flags: number; readonly body: Bytes },
): Promise<Bytes> {
	return signedBytes(
		'readiness-workbook/frame/1',
		...[group, channel, epoch, toBase64Url(nonce), kind, flags, await sha256(body)],
	);
}

/** Which form of frame this is by its first byte; undefined for those of newer versions and for none. */
export function formOf(frame: Uint8Array): FrameForm | undefined {
	const forms = Object.entries(frameVersions) as [FrameForm, number][];
	return forms.find(([, version]) => version === frame[0])?.[0];
}

/** True for a sealed frame that says outside to be the team’s. */
export function isOfTeam(frame: Uint8Array): boolean {
	return frame[0] === frameVersions.sealed && frame[1] === channelBytes.team;
}

/** The epoch a sealed frame says outside; undefined where it is too short to say one. */
export function epochOf(frame: Uint8Array): number | undefined {
	return frame.length < leastFrame ? undefined : numberAt(frame, 2, 4);
}
