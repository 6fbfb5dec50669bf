/** SHA-256 (FIPS 180-4) by Web Crypto, lower-case hexadecimal. */

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of the text in UTF-8. */
export function sha256Text(text: string): Promise<string> {
	return sha256(new TextEncoder().encode(text));
}
