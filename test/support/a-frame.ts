/** Sealed frames of a made-up group, and frames made by hand as an attacker among the members could. */
import { fromBase64Url } from '../../src/base/base64url.ts';
import type { Channel } from '../../src/model/review/member.ts';
import type { Frame } from '../../src/review/carrier.ts';
import type { DeviceIdentity } from '../../src/review/keys/device-keys.ts';
import { joined, type Bytes } from '../../src/review/sealing/bytes.ts';
import {
	boundToSeal,
	cipherStart,
	frameHead,
	nonceStart,
	signedOfFrame,
	type FramePlace,
} from '../../src/review/sealing/frame-layout.ts';
import type { FrameOpener } from '../../src/review/sealing/open-frame.ts';
import { seal, sealingKey, unseal } from '../../src/review/sealing/sealed-box.ts';

export const aGroup = 'ab'.repeat(32);

/** The one key of every channel and epoch of that group. */
export function aKey(): Promise<CryptoKey> {
	return sealingKey(new Uint8Array(32).fill(7));
}

/** Opens frames of a group with that key at an epoch. */
export async function anOpener({ group = aGroup, epoch = 1 } = {}): Promise<FrameOpener> {
	const key = await aKey();
	return { group, epoch, keyOf: () => key };
}

export function placeAt(channel: Channel = 'review', epoch = 1): FramePlace {
	return { group: aGroup, channel, epoch };
}

/** The nonce of a frame and what lies inside. */
export async function insideOf(
	frame: Frame,
	place: FramePlace,
): Promise<{ readonly nonce: Bytes; readonly inside: Bytes }> {
	const nonce = frame.slice(nonceStart, cipherStart);
	const inside = await unseal(await aKey(), nonce, boundToSeal(place), frame.slice(cipherStart));
	if (!inside) throw new Error('Not sealed with the key of these tests');
	return { nonce, inside };
}

/** Seals an inside as it is: what whoever has the key can do. */
export async function resealed(place: FramePlace, nonce: Bytes, inside: Bytes): Promise<Frame> {
	const sealed = await seal(await aKey(), nonce, boundToSeal(place), inside);
	return joined(frameHead(place), nonce, sealed);
}

/** A rightly signed frame of any kind, flags and body. */
export async function frameOf(
	identity: DeviceIdentity,
	content: { readonly kind: number; readonly flags: number; readonly body: Bytes },
): Promise<Frame> {
	const nonce = new Uint8Array(12).fill(5);
	const signature = await identity.sign(await signedOfFrame(placeAt(), nonce, content));
	const signer = fromBase64Url(identity.device) ?? new Uint8Array();
	const head = Uint8Array.of(content.kind, content.flags);
	return resealed(placeAt(), nonce, joined(head, signer, signature, content.body));
}
