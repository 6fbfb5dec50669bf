/**
 * AES-256-GCM (NIST SP 800-38D): nonces of 96 random bits, tags of 128. With random nonces a key is
 * good for 2^32 messages; a review writes some thousands a day.
 */
import type { Bytes } from './bytes.ts';

export const nonceLength = 12;
export const tagLength = 16;

export function newNonce(): Bytes {
	return crypto.getRandomValues(new Uint8Array(nonceLength));
}

/** The ciphertext with its tag; `bound` is checked on opening, but not in it. */
export async function seal(
	key: CryptoKey,
	nonce: Bytes,
	bound: Bytes,
	content: Bytes,
): Promise<Bytes> {
	const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: bound };
	return new Uint8Array(await crypto.subtle.encrypt(algorithm, key, content));
}

/** The content, or undefined where the key is another or anything was changed. */
export async function unseal(
	key: CryptoKey,
	nonce: Bytes,
	bound: Bytes,
	sealed: Bytes,
): Promise<Bytes | undefined> {
	try {
		const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: bound };
		return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed));
	} catch {
		return undefined;
	}
}

/** Bytes as a key to seal and unseal with. */
export function sealingKey(secret: Bytes): Promise<CryptoKey> {
	return crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
