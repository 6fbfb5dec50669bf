/**
 * Ed25519 signatures (RFC 8032) of devices, checked. What is signed is always canonical JSON of a
 * list that begins with a text of its own for each use, so that no signature means anything elsewhere.
 */
import { fromBase64Url } from '../../base/base64url.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import type { DeviceId } from '../../model/review/member.ts';
import { hexOf } from './hash.ts';

/** The bytes to sign: `domain` names the use and its version. */
export function signedBytes(domain: string, ...parts: readonly unknown[]): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(canonicalJson([domain, ...parts]));
}

/** True where `signature` is that of `device` over `bytes`; false for whatever is no key or signature. */
export async function isSignedBy(
	device: DeviceId,
	signature: Uint8Array<ArrayBuffer>,
	bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
	try {
		return await crypto.subtle.verify('Ed25519', await keyOf(device), signature, bytes);
	} catch {
		return false;
	}
}

/** Importing a key costs as much as checking with it, and few devices sign much. */
const known = new Map<DeviceId, Promise<CryptoKey>>();
const mostKnown = 500;

function keyOf(device: DeviceId): Promise<CryptoKey> {
	const before = known.get(device);
	if (before) return before;
	if (known.size >= mostKnown) known.clear();
	const key = importKey(device);
	known.set(device, key);
	return key;
}

async function importKey(device: DeviceId): Promise<CryptoKey> {
	const bytes = fromBase64Url(device);
	if (bytes?.length !== 32 || isWeak(bytes)) throw new Error('This is no key to check with');
	return crypto.subtle.importKey('raw', bytes, 'Ed25519', true, ['verify']);
}

/**
 * Points of small order, under which one signature fits many texts (the list of libsodium's
 * ge25519_has_small_order, hexadecimal without the sign bit). Browsers differ about them; all
 * devices must decide alike.
 */
const weakPoints = new Set([
	'0000000000000000000000000000000000000000000000000000000000000000',
	'0100000000000000000000000000000000000000000000000000000000000000',
	'26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
	'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
	'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
	'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
	'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

function isWeak(key: Uint8Array): boolean {
	return weakPoints.has(hexOf(key.map((byte, at) => (at === 31 ? byte & 0x7f : byte))));
}
