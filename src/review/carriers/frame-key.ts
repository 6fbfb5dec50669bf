/** What tells one frame from another for a carrier that must not keep the same one twice. */
import { toBase64Url } from '../../base/base64url.ts';
import { crc32 } from '../../base/crc32.ts';
import { greatestFrame } from '../frame.ts';
import type { Frame } from '../carrier.ts';

/**
 * Length, first bytes (they hold a random nonce) and checksum. Who forges an equal key can only keep
 * others from storing a frame they could as well delete.
 */
export function frameKey(frame: Uint8Array): string {
	return `${frame.length}.${toBase64Url(frame.subarray(0, 32))}.${crc32(frame).toString(36)}`;
}

/** True for bytes that may be a frame; whoever opens it decides the rest. */
export function isFrame(value: unknown): value is Frame {
	return value instanceof Uint8Array && value.length > 0 && value.length <= greatestFrame;
}
