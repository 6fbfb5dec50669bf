/**
 * The keys of this browser: Ed25519 to sign, X25519 to be sent keys. They cannot be taken out of it;
 * who clears the site's data loses them and is added anew as another device.
 */
import { fromBase64Url, toBase64Url } from '../../base/base64url.ts';
import type { DeviceId } from '../../model/review/member.ts';

export interface DeviceKeys {
	readonly device: DeviceId;
	/** X25519 public key, base64url. */
	readonly agreement: string;
	readonly signing: CryptoKeyPair;
	readonly agreeing: CryptoKeyPair;
}

/** This device, as far as others need it: it signs, and agrees on secrets. */
export interface DeviceIdentity {
	readonly device: DeviceId;
	readonly agreement: string;
	/** Ed25519, 64 bytes (RFC 8032). */
	sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
	/**
	 * Key material for HKDF that only the holder of that X25519 key has too (RFC 7748, 6.1). Rejects
	 * where the text is no key, or one that would make the secret known to everybody.
	 */
	agree(agreement: string): Promise<CryptoKey>;
}

/** New keys; the private halves cannot be exported, but storage can keep them as they are. */
export async function createDeviceKeys(): Promise<DeviceKeys> {
	const signing = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
	const agreeing = await createAgreementKeys();
	return {
		device: await publicText(signing),
		agreement: await publicText(agreeing),
		signing,
		agreeing,
	};
}

/** What these keys can do, for whoever must not hold them. */
export function identityOf({ device, agreement, signing, agreeing }: DeviceKeys): DeviceIdentity {
	return {
		device,
		agreement,
		sign: async (bytes) =>
			new Uint8Array(await crypto.subtle.sign('Ed25519', signing.privateKey, bytes)),
		agree: (theirs) => agreeOn(agreeing.privateKey, theirs),
	};
}

/** An X25519 key pair, as for one message only. */
export function createAgreementKeys(): Promise<CryptoKeyPair> {
	return crypto.subtle.generateKey('X25519', false, ['deriveBits']);
}

/** The secret that an own private key and a foreign public key have in common, as HKDF material. */
export async function agreeOn(own: CryptoKey, theirs: string): Promise<CryptoKey> {
	const key = await crypto.subtle.importKey('raw', publicBytes(theirs), 'X25519', false, []);
	// Web Crypto rejects the all-zero secret of a weak key, as RFC 7748 (6.1) advises.
	const secret = await crypto.subtle.deriveBits({ name: 'X25519', public: key }, own, 256);
	return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
}

/** The public key of a pair, base64url. */
export async function publicText({ publicKey }: CryptoKeyPair): Promise<string> {
	return toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
}

/** The 32 bytes of a public key of either kind; throws where the text is none. */
export function publicBytes(key: string): Uint8Array<ArrayBuffer> {
	const bytes = fromBase64Url(key);
	if (bytes?.length !== 32) throw new Error('This is no public key');
	return bytes;
}
