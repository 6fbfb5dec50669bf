/**
 * Six words for a device, to be read to one another aloud: 66 bits of the SHA-256 over both of its
 * public keys, so that neither can be swapped without other words appearing.
 */
import type { DeviceId } from '../../model/review/member.ts';
import { englishWords } from './english-words.ts';
import { signedBytes } from './signature.ts';

const count = 6;
const bitsOfWord = 11;

export async function fingerprintWords(
	device: DeviceId,
	agreement: string,
): Promise<readonly string[]> {
	const bytes = signedBytes('readiness-workbook/fingerprint/1', device, agreement);
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	const bits = Array.from(digest, (byte) => byte.toString(2).padStart(8, '0')).join('');
	return Array.from({ length: count }, (_, place) => {
		const index = parseInt(bits.slice(place * bitsOfWord, (place + 1) * bitsOfWord), 2);
		return englishWords[index]!;
	});
}
