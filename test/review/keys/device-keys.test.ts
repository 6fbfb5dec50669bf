/** The keys of a device: what they can do and what they refuse. */
import { describe, expect, test } from 'vitest';

import { toBase64Url } from '../../../src/base/base64url.ts';
import { createDeviceKeys, identityOf } from '../../../src/review/keys/device-keys.ts';
import { deriveKey } from '../../../src/review/keys/derived-key.ts';
import { isSignedBy, signedBytes } from '../../../src/review/keys/signature.ts';
import { newNonce, seal, unseal } from '../../../src/review/sealing/sealed-box.ts';
import { deviceOf, newDevice } from '../../support/a-device.ts';

const bytes = signedBytes('test', 'what is said');
const empty = new Uint8Array();

describe('the keys of a device', () => {
	test('private keys cannot be taken out of the browser', async () => {
		const { signing, agreeing } = await createDeviceKeys();
		for (const { privateKey } of [signing, agreeing]) {
			expect(privateKey.extractable).toBe(false);
			await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
		}
	});

	test('keys that were stored as they are still sign', async () => {
		const stored = structuredClone(await createDeviceKeys());
		const identity = identityOf(stored);
		expect(await isSignedBy(identity.device, await identity.sign(bytes), bytes)).toBe(true);
	});

	test('two devices agree on a secret that a third does not have', async () => {
		const [a, b, c] = [await newDevice(), await newDevice(), await newDevice()];
		const keyFor = async (own: typeof a, other: typeof a) =>
			deriveKey(await own.agree(other.agreement), empty, 'test');
		const nonce = newNonce();
		const sealed = await seal(await keyFor(a, b), nonce, empty, bytes);
		expect(await unseal(await keyFor(b, a), nonce, empty, sealed)).toEqual(bytes);
		expect(await unseal(await keyFor(c, a), nonce, empty, sealed)).toBeUndefined();
		expect(await unseal(await keyFor(c, b), nonce, empty, sealed)).toBeUndefined();
	});

	test.each([
		['no base64url', '…'],
		['too short', toBase64Url(new Uint8Array(31).fill(9))],
		['the zero point', toBase64Url(new Uint8Array(32))],
		[
			'a point of small order',
			toBase64Url(Uint8Array.from({ length: 32 }, (_, at) => +(at === 0))),
		],
	])('no secret is agreed on with a key that is %s', async (_, key) => {
		await expect((await newDevice()).agree(key)).rejects.toThrow();
	});
});

describe('signatures', () => {
	test('one is right for its device and its bytes only', async () => {
		const [a, b] = [await deviceOf(1), await deviceOf(3)];
		const signature = await a.sign(bytes);
		expect(await isSignedBy(a.device, signature, bytes)).toBe(true);
		expect(await isSignedBy(b.device, signature, bytes)).toBe(false);
		expect(await isSignedBy(a.device, signature, signedBytes('test', 'else'))).toBe(false);
		expect(await isSignedBy(a.device, signature, signedBytes('other', 'what is said'))).toBe(false);
	});

	test('whatever is no key or no signature is wrong and throws nothing', async () => {
		const a = await deviceOf(1);
		expect(await isSignedBy('', await a.sign(bytes), bytes)).toBe(false);
		expect(await isSignedBy('x'.repeat(43), await a.sign(bytes), bytes)).toBe(false);
		expect(await isSignedBy(a.device, empty, bytes)).toBe(false);
		expect(await isSignedBy(a.device, new Uint8Array(64), bytes)).toBe(false);
	});

	test('a key under which one signature fits every text is no key', async () => {
		// The neutral element: R = A = 1 and S = 0 fit whatever is signed.
		const neutral = Uint8Array.from({ length: 32 }, (_, at) => +(at === 0));
		const signature = new Uint8Array(64);
		signature.set(neutral);
		expect(await isSignedBy(toBase64Url(neutral), signature, bytes)).toBe(false);
	});
});
