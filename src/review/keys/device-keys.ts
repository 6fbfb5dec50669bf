/**
 * The keys of this browser: Ed25519 to sign, X25519 to be sent keys. They cannot be taken out of it;
 * who clears the site's data loses them and is added anew as another device.
 */
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
	/** Key material for HKDF that only the holder of that X25519 key has too (RFC 7748, 6.1). */
	agree(agreement: string): Promise<CryptoKey>;
}
