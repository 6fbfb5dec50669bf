/**
 * The sealed frame, byte by byte. Outside, what a carrier can see:
 *
 *     version 1 | channel 1 | epoch 4 (big endian) | nonce 12 | AES-256-GCM ciphertext with its tag
 *
 * channel: 0 everybody, 1 the team. The additional data bind the frame to its group, version, channel
 * and epoch. Inside, what members see:
 *
 *     kind 1 | flags 1 | signer 32 | signature 64 | body
 *
 * flags: 1 where the body is deflated (RFC 1951). The Ed25519 signature is over the text
 * `readiness-workbook/frame/1`, the group, channel, epoch, nonce, kind, flags and SHA-256 of the
 * body, so that no frame means anything elsewhere (sync.md, 6) or can be sealed anew by another.
 * To the byte: sealing/frame-layout.ts. Versions 2 and 3 are the member list (roster/roster-parcel.ts)
 * and what is said before keys are shared (invite/pairing.ts).
 */
import type { Channel, DeviceId } from '../model/review/member.ts';

export const frameKinds = [
	/** Yjs update (format 1) of the workbook: from editors only. */
	'update',
	/** Review entries, each signed by its author; anybody may pass them on. */
	'entries',
	/** What the sender has: asks for the rest. */
	'have',
	/** Where somebody is now; nothing of it is kept. */
	'presence',
	/** How to reach one another directly; addressed to one device. */
	'signal',
	/** Bytes that milestones or evidence name, by SHA-256. */
	'file',
] as const;
export type FrameKind = (typeof frameKinds)[number];

/** The most a frame may have, sealed and opened: greater things travel in several. */
export const greatestFrame = 4 * 2 ** 20;
export const greatestBody = 16 * 2 ** 20;

/** An opened frame whose signature is right. Whether its signer may say this is not decided yet. */
export interface OpenedFrame {
	readonly kind: FrameKind;
	readonly channel: Channel;
	readonly epoch: number;
	readonly signer: DeviceId;
	readonly body: Uint8Array<ArrayBuffer>;
	/** Tells this frame from all others: its nonce, base64url. */
	readonly id: string;
}

/** Why a frame was not taken. Each is counted and shown (SPEC P-2). */
export const refusals = {
	malformed: 'It is no frame of this program, or was damaged on its way.',
	oversized: 'It is larger than a frame may be.',
	newer: 'It comes from a newer version of this program.',
	sealed: 'It was sealed with a key this device does not have, or changed on its way.',
	'old-epoch': 'It was sealed before somebody was removed; its sender will send it anew.',
	'new-epoch': 'It was sealed with a newer key that has not arrived here yet.',
	forged: 'Its signature is not that of the device it names.',
	stranger: 'It is signed by a device that is not in the member list.',
	'not-allowed': 'It is signed by somebody whose role does not allow it.',
	unsafe: 'What it holds is not what a workbook is made of.',
	gap: 'It builds on changes that are not here yet; they were asked for.',
	replayed: 'It came a second time.',
	flood: 'It came from somebody who sends more than anybody could write.',
	fork: 'It contradicts what the same device said before.',
} as const;
export type Refusal = keyof typeof refusals;
