/** SHA-256 (FIPS 180-4) by Web Crypto, lower-case hexadecimal. */

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Of the text in UTF-8. */
export function sha256Text(text: string): Promise<string> {
	return sha256(new TextEncoder().encode(text));
}

/** Two digits a byte. */
export function hexOf(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
