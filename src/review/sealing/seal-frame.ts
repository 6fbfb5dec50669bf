/** Signs and seals what this device says to others, as frame.ts lays it out. */
import type { Frame } from '../carrier.ts';
import { greatestBody, greatestFrame, type FrameKind } from '../frame.ts';
import { publicBytes, type DeviceIdentity } from '../keys/device-keys.ts';
import { joined, type Bytes } from './bytes.ts';
import { deflated } from './deflated.ts';
import {
	boundToSeal,
	deflatedFlag,
	frameHead,
	kindBytes,
	signedOfFrame,
	type FramePlace,
} from './frame-layout.ts';
import { newNonce, seal } from './sealed-box.ts';

export interface FrameContent extends FramePlace {
	/** The key of that channel and epoch. */
	readonly key: CryptoKey;
	readonly identity: DeviceIdentity;
	readonly kind: FrameKind;
	readonly body: Bytes;
	/** True to deflate the body where that makes it smaller; 'done' where it is deflated already. */
	readonly deflate?: boolean | 'done';
}

/** The frame. Throws where it would be larger than any device takes: cut such things up before. */
export async function sealFrame(content: FrameContent): Promise<Frame> {
	const { key, identity, kind } = content;
	if (content.body.length > greatestBody) throw new Error('A body too large for a frame');
	const { body, flags } = await packed(content);
	const nonce = newNonce();
	const inside = { kind: kindBytes[kind], flags, body };
	const signature = await identity.sign(await signedOfFrame(content, nonce, inside));
	const signer = publicBytes(identity.device);
	const open = joined(Uint8Array.of(inside.kind, flags), signer, signature, body);
	const sealed = await seal(key, nonce, boundToSeal(content), open);
	const frame = joined(frameHead(content), nonce, sealed);
	if (frame.length > greatestFrame) throw new Error('A frame larger than any device takes');
	return frame;
}

async function packed({ body, deflate }: FrameContent): Promise<{ body: Bytes; flags: number }> {
	if (deflate === 'done') return { body, flags: deflatedFlag };
	if (!deflate) return { body, flags: 0 };
	const smaller = await deflated(body);
	return smaller.length < body.length ? { body: smaller, flags: deflatedFlag } : { body, flags: 0 };
}
