/** Sealed frames: what was sealed is opened, and nothing else is. */
import { deflateSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';

import { fromBase64Url } from '../../../src/base/base64url.ts';
import {
	frameKinds,
	greatestBody,
	greatestFrame,
	type FrameKind,
} from '../../../src/review/frame.ts';
import type { DeviceIdentity } from '../../../src/review/keys/device-keys.ts';
import type { Bytes } from '../../../src/review/sealing/bytes.ts';
import { deflated } from '../../../src/review/sealing/deflated.ts';
import { openFrame } from '../../../src/review/sealing/open-frame.ts';
import { sealFrame, type FrameContent } from '../../../src/review/sealing/seal-frame.ts';
import { sealingKey } from '../../../src/review/sealing/sealed-box.ts';
import { deviceOf } from '../../support/a-device.ts';
import {
	aGroup,
	aKey,
	anOpener,
	frameOf,
	insideOf,
	placeAt,
	resealed,
} from '../../support/a-frame.ts';

const body = new TextEncoder().encode('Owner of AC-01 is Priya. '.repeat(4));
let ana: DeviceIdentity;
let ben: DeviceIdentity;

beforeAll(async () => {
	[ana, ben] = [await deviceOf(1), await deviceOf(3)];
});

async function sealed(content: Partial<FrameContent> = {}) {
	const whole = { ...placeAt(), key: await aKey(), identity: ana, kind: 'update', body } as const;
	return sealFrame({ ...whole, ...content });
}

/** 'opened', or why not. */
async function verdict(frame: Bytes, opener?: Awaited<ReturnType<typeof anOpener>>) {
	const opened = await openFrame(frame, opener ?? (await anOpener()));
	return opened.ok ? 'opened' : opened.problems[0];
}

function changed(frame: Bytes, at: number, byte: number): Bytes {
	const copy = frame.slice();
	copy[at] = byte;
	return copy;
}

describe('what was sealed', () => {
	test.each(frameKinds)('a frame of kind %s says what was said and by whom', async (kind) => {
		for (const channel of ['review', 'team'] as const) {
			const opened = await openFrame(await sealed({ kind, channel }), await anOpener());
			expect(opened).toMatchObject({
				ok: true,
				value: { kind, channel, epoch: 1, signer: ana.device, body },
			});
		}
	});

	test.each([
		['deflated here', true, body],
		['deflated before', 'done', deflateSync(body)],
	] as const)('a body %s is inflated again and travels smaller', async (_, deflate, given) => {
		const frame = await sealed({ body: given, deflate });
		expect(frame.length).toBeLessThan((await sealed()).length);
		expect(await openFrame(frame, await anOpener())).toMatchObject({ value: { body } });
	});

	test('a body that deflating would not make smaller travels as it is', async () => {
		const noise = crypto.getRandomValues(new Uint8Array(1000));
		const frame = await sealed({ body: noise, deflate: true });
		expect(frame).toHaveLength((await sealed({ body: noise })).length);
		expect(await openFrame(frame, await anOpener())).toMatchObject({ value: { body: noise } });
	});

	test('an empty body is said too', async () => {
		const frame = await sealed({ body: new Uint8Array() });
		expect(await openFrame(frame, await anOpener())).toMatchObject({
			value: { body: new Uint8Array() },
		});
	});

	test('two frames that say the same are two frames, and nothing of them stands in clear', async () => {
		const [first, second] = [await sealed(), await sealed()];
		const ids = [first, second].map(async (frame) => {
			const opened = await openFrame(frame, await anOpener());
			return opened.ok ? opened.value.id : '';
		});
		const [a, b] = await Promise.all(ids);
		expect(a).not.toBe(b);
		expect(new TextDecoder('latin1').decode(first)).not.toContain('Priya');
	});

	test('what no device would take is not sealed', async () => {
		await expect(sealed({ body: new Uint8Array(greatestBody + 1) })).rejects.toThrow();
		await expect(sealed({ body: new Uint8Array(greatestFrame) })).rejects.toThrow();
	});
});

describe('what is refused', () => {
	test('bytes that are no frame', async () => {
		expect(await verdict(new Uint8Array())).toBe('malformed');
		expect(await verdict(new TextEncoder().encode('\u0000'.repeat(500)))).toBe('malformed');
		const frame = await sealed();
		expect(await verdict(changed(frame, 0, 2))).toBe('malformed');
		expect(await verdict(changed(frame, 1, 2))).toBe('malformed');
	});

	test('a frame of a newer version', async () => {
		expect(await verdict(changed(await sealed(), 0, 4))).toBe('newer');
	});

	test('a frame larger than any may be, before a key is asked for', async () => {
		const great = new Uint8Array(greatestFrame + 1);
		great.set(await sealed());
		const keyOf = () => {
			throw new Error('No key is needed');
		};
		expect(await verdict(great, { group: aGroup, epoch: 1, keyOf })).toBe('oversized');
	});

	test('a frame of an epoch that is over or has not come', async () => {
		expect(await verdict(await sealed({ epoch: 2 }), await anOpener({ epoch: 3 }))).toBe(
			'old-epoch',
		);
		expect(await verdict(await sealed({ epoch: 4 }), await anOpener({ epoch: 3 }))).toBe(
			'new-epoch',
		);
		const last = 0xffff_ffff;
		expect(await verdict(await sealed({ epoch: last }), await anOpener({ epoch: last }))).toBe(
			'opened',
		);
	});

	test('a frame of a channel whose key is not here, or under another key', async () => {
		const without = { group: aGroup, epoch: 1, keyOf: () => undefined };
		expect(await verdict(await sealed({ channel: 'team' }), without)).toBe('sealed');
		const other = await sealingKey(new Uint8Array(32).fill(8));
		expect(await verdict(await sealed({ key: other }))).toBe('sealed');
	});

	test('a frame of another group, or relabelled to another channel or epoch', async () => {
		const frame = await sealed();
		expect(await verdict(frame, await anOpener({ group: 'cd'.repeat(32) }))).toBe('sealed');
		expect(await verdict(changed(frame, 1, 1))).toBe('sealed');
		expect(await verdict(changed(frame, 5, 2), await anOpener({ epoch: 2 }))).toBe('sealed');
	});

	test('a frame that a member signed in the name of another', async () => {
		const asAna: DeviceIdentity = { ...ben, device: ana.device };
		expect(await verdict(await sealed({ identity: asAna }))).toBe('forged');
	});

	test('what another signed, sealed anew by a member with any part of it changed', async () => {
		const { nonce, inside } = await insideOf(await sealed(), placeAt());
		expect(await verdict(await resealed(placeAt(), nonce, inside))).toBe('opened');
		for (let at = 0; at < inside.length; at += 1) {
			const other = changed(inside, at, inside[at]! ^ 1);
			expect(await verdict(await resealed(placeAt(), nonce, other)), `byte ${at}`).toBe('forged');
		}
		const again = nonce.map((byte) => byte ^ 1);
		expect(await verdict(await resealed(placeAt(), again, inside))).toBe('forged');
		expect(await verdict(await resealed(placeAt('team'), nonce, inside))).toBe('forged');
		const later = await resealed(placeAt('review', 2), nonce, inside);
		expect(await verdict(later, await anOpener({ epoch: 2 }))).toBe('forged');
		const elsewhere = { ...placeAt(), group: 'cd'.repeat(32) };
		const moved = await resealed(elsewhere, nonce, inside);
		expect(await verdict(moved, await anOpener({ group: elsewhere.group }))).toBe('forged');
	});

	test('an inside too short to be signed', async () => {
		for (let length = 0; length < 98; length += 7) {
			const frame = await resealed(placeAt(), new Uint8Array(12), new Uint8Array(length));
			expect(await verdict(frame)).toBe('malformed');
		}
	});

	test('kinds and flags that only a newer version knows', async () => {
		expect(await verdict(await frameOf(ana, { kind: 1, flags: 0, body }))).toBe('opened');
		expect(await verdict(await frameOf(ana, { kind: 7, flags: 0, body }))).toBe('newer');
		expect(await verdict(await frameOf(ana, { kind: 1, flags: 2, body }))).toBe('newer');
	});

	test('a body that says it is deflated and is not, or is cut off', async () => {
		const whole = deflateSync(body);
		for (const bad of [body, new Uint8Array(), ...cuts(whole)]) {
			expect(await verdict(await frameOf(ana, { kind: 1, flags: 1, body: bad }))).toBe('malformed');
		}
	});

	test('a small body that would inflate to more than a body may have', async () => {
		const bomb = await deflated(new Uint8Array(greatestBody + 1));
		expect(bomb.length).toBeLessThan(2 ** 15);
		expect(await verdict(await frameOf(ana, { kind: 1, flags: 1, body: bomb }))).toBe('oversized');
		const most = await deflated(new Uint8Array(greatestBody));
		expect(await verdict(await frameOf(ana, { kind: 1, flags: 1, body: most }))).toBe('opened');
	});

	test('a frame with any one bit changed; nothing throws', async () => {
		const frame = await sealed();
		const verdicts = new Set<unknown>();
		for (let at = 0; at < frame.length; at += 1) {
			for (let bit = 1; bit < 256; bit *= 2) {
				verdicts.add(await verdict(changed(frame, at, frame[at]! ^ bit)));
			}
		}
		expect([...verdicts].sort()).toEqual([
			'malformed',
			'new-epoch',
			'newer',
			'old-epoch',
			'sealed',
		]);
	});

	test('a frame cut off anywhere, or with more behind it', async () => {
		const frame = await sealed();
		for (const cut of cuts(frame)) expect(['malformed', 'sealed']).toContain(await verdict(cut));
		expect(await verdict(Uint8Array.of(...frame, 0))).toBe('sealed');
	});
});

describe('frames of earlier versions of this program', () => {
	const kept: Readonly<Record<string, { frame: string; kind: FrameKind; text: string }>> = {
		plain: {
			frame:
				'AQAAAAABTsGCzGydJoQkOewi9SM7pog0sGpSzpCVnY2hSKLwY5JWbydtSZ2JAGS73LQpUkRBynAj9CSkHjZfylv_v6u1_1MA2k1amnsBzHM6TBctUQf7LZ1ZK1fFPihXTSsYTw9MKQwPIYWOU5enmc7XjpfVZJwDuxh2_cyD94uhRsR5MAxcQSn0rX_e_1Z_',
			kind: 'presence',
			text: 'Here is Ana.',
		},
		deflated: {
			frame:
				'AQAAAAABeAMaRTr_etiGGIVSXD1Zb8JhOHk-2LqV68esoXeGHokBcTNkZHnAInHd0FeMVl862cpDf_3ItW7sWTlDwTlJzxbV4RG2okBGzmZcDz3uQt6T29Ox94Z-1IN53_FgJrQMx5ZFy4C7wT2WflpoBnvIgcHHIS4a9ihPxr1-CgZe3zUpheFhbg9ZzdZjcEJ8LA',
			kind: 'update',
			text: 'Quarterly. '.repeat(20),
		},
	};

	test.each(Object.entries(kept))(
		'one that was sealed on 21 Nov 2026 still opens: %s',
		async (_, { frame, kind, text }) => {
			const opened = await openFrame(fromBase64Url(frame) ?? new Uint8Array(), await anOpener());
			expect(opened).toMatchObject({
				ok: true,
				value: { kind, signer: ana.device, body: new TextEncoder().encode(text) },
			});
		},
	);
});

/** All beginnings of the bytes but the whole. */
function cuts(bytes: Bytes): Bytes[] {
	return Array.from({ length: bytes.length }, (_, length) => bytes.slice(0, length));
}
