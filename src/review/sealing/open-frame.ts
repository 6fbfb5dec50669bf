/**
 * Opens what came from others: everything is bounded before work is spent on it, the signature is
 * checked before anything is inflated, and no bytes whatever make it throw.
 */
import { toBase64Url } from '../../base/base64url.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import { channels, type Channel } from '../../model/review/member.ts';
import type { Frame } from '../carrier.ts';
import {
	frameKinds,
	greatestBody,
	greatestFrame,
	type OpenedFrame,
	type Refusal,
} from '../frame.ts';
import { isSignedBy } from '../keys/signature.ts';
import { numberAt, type Bytes } from './bytes.ts';
import { inflated } from './deflated.ts';
import {
	bodyStart,
	boundToSeal,
	channelBytes,
	cipherStart,
	deflatedFlag,
	frameVersions,
	kindBytes,
	leastFrame,
	nonceStart,
	signatureStart,
	signedOfFrame,
	signerStart,
	type FramePlace,
} from './frame-layout.ts';
import { unseal } from './sealed-box.ts';

export interface FrameOpener {
	readonly group: string;
	/** The present epoch. */
	readonly epoch: number;
	keyOf(channel: Channel, epoch: number): CryptoKey | undefined;
}

/** What the frame says and who said it, or why it is not taken. */
export async function openFrame(
	frame: Frame,
	opener: FrameOpener,
): Promise<Result<OpenedFrame, Refusal>> {
	const { group, epoch } = opener;
	const outside = readOutside(frame);
	if (!outside.ok) return outside;
	const place = { group, ...outside.value };
	if (place.epoch < epoch) return refused('old-epoch');
	if (place.epoch > epoch) return refused('new-epoch');
	const key = opener.keyOf(place.channel, epoch);
	if (!key) return refused('sealed');
	const nonce = frame.slice(nonceStart, cipherStart);
	const inside = await unseal(key, nonce, boundToSeal(place), frame.slice(cipherStart));
	return inside ? readInside(inside, place, nonce) : refused('sealed');
}

/** What stands outside: all there is to know of a frame before a key is tried. */
function readOutside(frame: Frame): Result<Omit<FramePlace, 'group'>, Refusal> {
	const [version, channelByte] = frame;
	if (version === undefined) return refused('malformed');
	if (version > Math.max(...Object.values(frameVersions))) return refused('newer');
	if (version !== frameVersions.sealed) return refused('malformed');
	if (frame.length > greatestFrame) return refused('oversized');
	if (frame.length < leastFrame) return refused('malformed');
	const channel = channels.find((each) => channelBytes[each] === channelByte);
	return channel ? ok({ channel, epoch: numberAt(frame, 2, 4) }) : refused('malformed');
}

async function readInside(
	inside: Bytes,
	place: FramePlace,
	nonce: Bytes,
): Promise<Result<OpenedFrame, Refusal>> {
	const [kindByte = 0, flags = 0] = inside;
	const signer = toBase64Url(inside.subarray(signerStart, signatureStart));
	const signature = inside.slice(signatureStart, bodyStart);
	const packed = inside.slice(bodyStart);
	const signed = await signedOfFrame(place, nonce, { kind: kindByte, flags, body: packed });
	if (!(await isSignedBy(signer, signature, signed))) return refused('forged');
	const kind = frameKinds.find((each) => kindBytes[each] === kindByte);
	if (!kind || flags > deflatedFlag) return refused('newer');
	const body = flags === deflatedFlag ? await inflated(packed, greatestBody) : ok(packed);
	if (!body.ok) return body;
	const { channel, epoch } = place;
	return ok({ kind, channel, epoch, signer, body: body.value, id: toBase64Url(nonce) });
}
