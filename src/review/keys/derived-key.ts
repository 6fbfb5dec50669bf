/** AES-256-GCM keys from shared secrets, by HKDF with SHA-256 (RFC 5869). */
import { signedBytes } from './signature.ts';

/** Secret bytes as material to derive keys from. */
export function keyMaterial(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
	return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
}

/** A key for one use only: `domain` names it, `parts` say for what. */
export function deriveKey(
	material: CryptoKey,
	salt: Uint8Array<ArrayBuffer>,
	domain: string,
	...parts: readonly unknown[]
): Promise<CryptoKey> {
	return crypto.subtle.deriveKey(
		{ name: 'HKDF', hash: 'SHA-256', salt, info: signedBytes(domain, ...parts) },
		material,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt'],
	);
}
