/** Devices with fixed keys, so that what they sign is the same in every run. */
import { toBase64Url } from '../../src/base/base64url.ts';
import {
	createDeviceKeys,
	identityOf,
	type DeviceIdentity,
} from '../../src/review/keys/device-keys.ts';

/** The beginning of a private key as PKCS #8 has it (RFC 8410, 7); 32 bytes of key follow. */
const ed25519 = '302e020100300506032b657004220420';
const x25519 = '302e020100300506032b656e04220420';

/** The device whose private keys consist of the byte `seed` and of `seed + 1`. */
export async function deviceOf(seed: number): Promise<DeviceIdentity> {
	const signing = await pair(ed25519, seed, 'Ed25519', ['sign']);
	const agreeing = await pair(x25519, seed + 1, 'X25519', ['deriveBits']);
	return identityOf({
		device: await textOf(signing),
		agreement: await textOf(agreeing),
		signing,
		agreeing,
	});
}

/** A device that was never seen before. */
export async function newDevice(): Promise<DeviceIdentity> {
	return identityOf(await createDeviceKeys());
}

async function pair(
	front: string,
	seed: number,
	algorithm: 'Ed25519' | 'X25519',
	usages: KeyUsage[],
): Promise<CryptoKeyPair> {
	const bytes = Uint8Array.from(
		Buffer.from(front + seed.toString(16).padStart(2, '0').repeat(32), 'hex'),
	);
	const privateKey = await crypto.subtle.importKey('pkcs8', bytes, algorithm, true, usages);
	const { kty, crv, x } = await crypto.subtle.exportKey('jwk', privateKey);
	const publicKey = await crypto.subtle.importKey(
		'jwk',
		{ kty: kty ?? '', crv: crv ?? '', x: x ?? '' },
		algorithm,
		true,
		algorithm === 'Ed25519' ? ['verify'] : [],
	);
	return { privateKey, publicKey };
}

async function textOf({ publicKey }: CryptoKeyPair): Promise<string> {
	return toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
}
