/** The words of a device, which people read to one another. */
import { describe, expect, test } from 'vitest';

import { englishWords } from '../../../src/review/keys/english-words.ts';
import { fingerprintWords } from '../../../src/review/keys/fingerprint.ts';
import { sha256, sha256Text } from '../../../src/review/keys/hash.ts';
import { deviceOf } from '../../support/a-device.ts';

describe('fingerprint words', () => {
	test('the words are those of BIP-39, in their order', async () => {
		expect(englishWords).toHaveLength(2048);
		expect(await sha256Text(`${englishWords.join('\n')}\n`)).toBe(
			'2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda',
		);
	});

	test('a device has the same six words for ever', async () => {
		const { device, agreement } = await deviceOf(1);
		expect((await fingerprintWords(device, agreement)).join(' ')).toBe(
			'achieve arrest chalk barrel nerve unhappy',
		);
	});

	test('either key changes the words', async () => {
		const [a, b] = [await deviceOf(1), await deviceOf(3)];
		const words = await fingerprintWords(a.device, a.agreement);
		expect(await fingerprintWords(b.device, a.agreement)).not.toEqual(words);
		expect(await fingerprintWords(a.device, b.agreement)).not.toEqual(words);
	});

	test('SHA-256 is that of FIPS 180-4', async () => {
		const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
		expect(await sha256Text('abc')).toBe(expected);
		expect(await sha256(new TextEncoder().encode('abc'))).toBe(expected);
	});
});
