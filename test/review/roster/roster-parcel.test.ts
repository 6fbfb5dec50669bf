/** The member list on its way. */
import { beforeAll, describe, expect, test } from 'vitest';

import { fromBase64Url } from '../../../src/base/base64url.ts';
import { ok, refused } from '../../../src/base/result.ts';
import { greatestFrame } from '../../../src/review/frame.ts';
import type { DeviceIdentity } from '../../../src/review/keys/device-keys.ts';
import { packStatements, unpackStatements } from '../../../src/review/roster/packed-statements.ts';
import { openChain, type RosterChain } from '../../../src/review/roster/roster-chain.ts';
import { openParcel, packRoster } from '../../../src/review/roster/roster-parcel.ts';
import { deflated } from '../../../src/review/sealing/deflated.ts';
import { deviceOf } from '../../support/a-device.ts';
import { adding, founded, removing, stated } from '../../support/a-roster.ts';

let ana: DeviceIdentity;
let ben: DeviceIdentity;
let cleo: DeviceIdentity;
/** Ben was removed: keys are of epoch 2. */
let chain: RosterChain;

beforeAll(async () => {
	[ana, ben, cleo] = [await deviceOf(1), await deviceOf(3), await deviceOf(5)];
	chain = await stated(await founded(ana), ana, adding(ben, 'editor'));
	chain = await stated(chain, ana, adding(cleo, 'viewer', 'Cleo Example'));
	chain = await stated(chain, ana, removing(ben));
});

describe('a parcel with the member list', () => {
	test('is read by every present member, with or without the newest keys', async () => {
		const parcel = await packRoster(chain);
		for (const member of [ana, cleo]) {
			expect(await openParcel(parcel, member)).toEqual(ok(chain.statements));
		}
	});

	test('is read by nobody else, and nothing of it stands in clear', async () => {
		const parcel = await packRoster(chain);
		expect(await openParcel(parcel, ben)).toEqual(refused('sealed'));
		expect(await openParcel(parcel, await deviceOf(7))).toEqual(refused('sealed'));
		expect(new TextDecoder('latin1').decode(parcel)).not.toMatch(/Cleo|owner|found/);
	});

	test('one that was packed on 21 Nov 2026 is still read', async () => {
		const kept = fromBase64Url(keptParcel.replace(/\s/g, '')) ?? new Uint8Array();
		const statements = await openParcel(kept, cleo);
		if (!statements.ok) throw new Error(statements.problems[0]);
		const opened = await openChain(statements.value, cleo);
		expect(opened).toMatchObject({ value: { roster: { epoch: 2, length: 4 }, fault: undefined } });
		expect(opened.ok && opened.value.keyOf('review', 2)).toBeTruthy();
	});

	test('with any byte changed it is refused and nothing throws', async () => {
		const parcel = await packRoster(chain);
		// Slots of others are not ours to open, but the list is bound to them.
		for (let at = 0; at < parcel.length; at += 1) {
			const changed = parcel.slice();
			changed[at] = parcel[at]! ^ 4;
			expect((await openParcel(changed, cleo)).ok, `byte ${at}`).toBe(false);
		}
	});

	test('cut off anywhere it is refused', async () => {
		const parcel = await packRoster(chain);
		for (let length = 0; length < parcel.length; length += 1) {
			const result = await openParcel(parcel.slice(0, length), cleo);
			expect(['malformed', 'sealed']).toContain(result.ok ? 'opened' : result.problems[0]);
		}
	});

	test('one that is too large, or says it has more members than there may be', async () => {
		const parcel = await packRoster(chain);
		const great = new Uint8Array(greatestFrame + 1);
		great.set(parcel);
		expect(await openParcel(great, cleo)).toEqual(refused('oversized'));
		const many = new Uint8Array(100_000);
		many.set(parcel);
		many.set([4, 0], 45);
		expect(await openParcel(many, cleo)).toEqual(refused('oversized'));
	});
});

describe('statements as bytes', () => {
	const bytesOf = (value: unknown) => deflated(new TextEncoder().encode(JSON.stringify(value)));

	test('come back as they were', async () => {
		const packed = await packStatements(chain.statements);
		expect(await unpackStatements(packed)).toEqual(ok(chain.statements));
	});

	test('that are none are refused', async () => {
		expect(await unpackStatements(new Uint8Array([1, 2, 3]))).toEqual(refused('malformed'));
		expect(await unpackStatements(await deflated(new Uint8Array([123])))).toEqual(
			refused('malformed'),
		);
		expect(await unpackStatements(await bytesOf({}))).toEqual(refused('malformed'));
		expect(await unpackStatements(await bytesOf([{ index: 0 }]))).toEqual(refused('malformed'));
	});

	test('with parts that only a newer version knows are said to be newer', async () => {
		const [first] = chain.statements;
		expect(await unpackStatements(await bytesOf([{ ...first, colour: 'red' }]))).toEqual(
			refused('newer'),
		);
	});

	test('that inflate to more than a body may have are refused', async () => {
		const bomb = await deflated(new Uint8Array(2 ** 25));
		expect(await unpackStatements(bomb)).toEqual(refused('oversized'));
	});
});

/** For Ana and Cleo, by Ana. */
const keptParcel = `
	AnPP8ZjS4eD5yhj-so0IeMNMG8oe5S8u9bZuIO55ERxWFUYB8Fs_iHS6RnUUAAJVEoZZllkDVqMlQN6WONk5jeUibfCi
	WqsVUyrGCJGsyYW6Ey8hhDZ1hiZlHSiQ3PAYcgX3PORhPb1vm2wIrSt0MekP1LQ319gep13j6YbbtlFfnfrrHmDMkI5J
	RKJFeBPOnY_udTqVShXDKVPKe8eZ6ng3iIEHRBrgZFsk8j_awPeGB6yukwS4BlWEnNspI1_46LKadFprOY6cUyFiRi9b
	NPF-TyXXQtbMeaWYK5Yvx15reXSukuqeYF1M6wn80-gtfugRj5vyOCX7LSMDe5A2ShDUJ7Ng1VcoCTg-ukWDEjTv9BPR
	cjv79RcpPUREeDm2qQ7h-0d1gzsJASMOVFRUuX2mUFafHdqB51yGRknk5dNiHcNwbyFJF5Yy09cknZ4hNXJJ691byn2z
	O2Ml3hierlpnWHoZaVLCkps-ebzMg7DJxsRjSuA9v8A2okGDNpVi8Gawyol24npYCUvpD5t4D9ta9sG-pNyAmbRd0cNc
	ob48f6ReBuN1pwnkcy55cqQ547PDqVP_udZ1ybOr8wZLbHXNUI-flVogg-8XnVIltTv4lSJlCq2cRTntUk8qtaWbEwM7
	rU6LPJNNU9dmsaUX235L52jjVxPKT4wVhnTGeZRCUwC4g-PbqMeYO1Wv-zDHKHOuyRnq_U0obsKh8_US4dpaMEcwQBFt
	1JBIJLLQcvSMUYbSTm-FcgKUPh7l7Ke9O7YBcIHnnOAx-m-HB4mjpCGTsIc7tan0XZ7_BAHUFNRiaX5hFze35bFOkFo3
	1YfCa-xdtDsF9ivrOiP_j-FFXnsYfRG_IOaeds6lttZynLJkNBETY-qvMNnHtvMLgVg-5goc3MHlV8BRudyoHSbZkGGH
	Yw5ySorxljtcyJksHPmUrlq8PEb2f3w_2j2QIeUYgNfs64HJse1L9GiYnTZY0oVr-8sEs4tK3x10yWxDWJto2ELeAXwU
	Q-1J6JLXuvn9TgeJcv7bHFB4lRayw7CZJw4KeuCQSYCEZjysoEgtfBDXcivcVV_SNke5ryv5FvJM85gQ3few5yNUO02D
	QgXj5jC1q_iEfbuQjG2UnLg_YIBrrLkEP3aCjqADuCYNRZX1ZlLRkRLMywx2bmbbhmboZu6-64RoScbCI3VnC12y__xH
	e9vlKIbgmaoga7gqs3XQOIdMn47H08EFbCH01kGzYXoZcRuwryAXTF5nMcMTaez4VsfRm9Q58iFNzxYX3BGJdbnxJHtr
	i1XdgwMwUeagTerKVkw3ZgyekQuMWD6ouc-GPy7loWbObPJpdrUToFdh6gV56GEXto6x0pl16edVFVe6qw7aM80omAit
	XfZWpQzmp_hmJaH1bzm0x9Rvdl5KbvPUvKl8pNQHflny2BnwAuAW6ssOxlkTKZEHGIm3Q9O5dNek9Me09ejTE2Zdw_wY
	jRFSVid9EwdZ9xp9nXLGsmsEG_96CmqAqh--6JvdoWDtKv9alURWIApX2QN5dK4fvj10m5IbCheYegonuxqxQDqNxyiB
	ei7G7VddHAqfWAVeiuu3S0Oeqb_1CAKhRea7vDT6ijD2d-L9ORHjkfudfTMuIwhOirjCXxj8ebn3mgyJoQemvGQd5h-X
	tffBgm3y_JTNNp5W5cNkUoUTa27MQAxM1trHlzBrI3J53ChPW1Q_WH_nsNGTtWLwRaB6kNtatV7U1l9PaluqNjcNrMCn
	pQRAW3-35Kq0deqg5DhpRME9j1toIiaTnL5Mckv8r1brBZsoaZkq9FJzuJ8lZyDQJcoTp6N2cr8uYdhmMYs0qP8UkIrQ
	n5x7KoWcs7Zc3IVyjYf2Du3XeFB5zTuxmrV2tnIwGTR4-wlMgHlZz6JoZl72c1s4PgVhyU-yqTugLVVKx8RYGvaRO7EU
	fWYvRddjqT0Xv7DvwJnGNi-W5j9nftXn_KCGriuxAyEiplPFYXyNa3LwE4JHNmEEQyQ4wV2A3U6sAlc_zzIHKGzz3017
	9hGkwSAHdCeM8julsUd8eKMHoRjr9x24tWtFdJSJYlYZ2KolAkGoWAiEGaATnuqwCyWyHnYZk7adxZ_o-MAereUyutis
	mMs-k0QqRrCJ3zOVy6ymAtxA8_W37-j8XRinr7WjqsO6X1eDtGovpqfXoquCYYd10DoTcxHg3J5NOkvO3v1zawAByWQk
	F86ZypCtTYZ_imwN5LC_c3oOejMVx-uBS73UMZMTFH511jBaPvE349VDv8aZkfYUpVoNavayUrJbiUKIOeBURF-FylQl
	3qbuTOO4vf3QIK_xazJWjM7YPX2mPg-0iWYEpjXWZ2SwzPXcTsI9sgWmb14Fs4Lbsmaa1wLd5TYH`;
