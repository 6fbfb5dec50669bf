/** Keys sealed to members. */
import { beforeAll, describe, expect, test } from 'vitest';

import type { Grant } from '../../../src/model/review/roster.ts';
import type { DeviceIdentity } from '../../../src/review/keys/device-keys.ts';
import { openGrant, sealGrants } from '../../../src/review/roster/grant.ts';
import { deviceOf } from '../../support/a-device.ts';

const place = { binding: 'ab'.repeat(32), index: 3, epoch: 2 };
const secret = new Uint8Array(32).fill(9);
let ana: DeviceIdentity;
let ben: DeviceIdentity;
let grant: Grant;

beforeAll(async () => {
	[ana, ben] = [await deviceOf(1), await deviceOf(3)];
	const member = { ...ben, name: 'Ben', role: 'editor' } as const;
	const [only] = await sealGrants(place, [{ member, channel: 'review', secret }]);
	if (!only) throw new Error('No grant');
	grant = only;
});

describe('a grant', () => {
	test('gives its member the key', async () => {
		expect(await openGrant(grant, place, ben)).toEqual(secret);
	});

	test('one that was made on 21 Nov 2026 still does', async () => {
		expect(
			await openGrant(
				{
					...grant,
					sealed:
						'dmLBKInqeUWTzRGzULDSNL47_vosKy7nhy8lIfwOF0MTHRLeLS6s7HFXBzNGDp9iX79eLKXQK9iT1pMBBW3yYrJ6d5XW0h2a5g2K-6zYF8fIrUkZ0mT8eLYhqeI',
				},
				place,
				ben,
			),
		).toEqual(secret);
	});

	test('gives nobody else anything, even if it says so', async () => {
		expect(await openGrant(grant, place, ana)).toBeUndefined();
		expect(await openGrant({ ...grant, to: ana.device }, place, ana)).toBeUndefined();
		const disguised = { ...ana, agree: (key: string) => ben.agree(key) };
		expect(await openGrant({ ...grant, to: ana.device }, place, disguised)).toBeUndefined();
	});

	test('means nothing in another group, statement, epoch or channel', async () => {
		for (const other of [{ binding: 'cd'.repeat(32) }, { index: 4 }, { epoch: 3 }]) {
			expect(await openGrant(grant, { ...place, ...other }, ben)).toBeUndefined();
		}
		expect(await openGrant({ ...grant, channel: 'team' }, place, ben)).toBeUndefined();
	});

	test('cut off or with any letter changed it gives nothing and throws nothing', async () => {
		for (let at = 0; at < grant.sealed.length; at += 1) {
			const letter = grant.sealed[at] === 'A' ? 'B' : 'A';
			const sealed = grant.sealed.slice(0, at) + letter + grant.sealed.slice(at + 1);
			expect(await openGrant({ ...grant, sealed }, place, ben), `letter ${at}`).toBeUndefined();
			const cut = grant.sealed.slice(0, at);
			expect(await openGrant({ ...grant, sealed: cut }, place, ben)).toBeUndefined();
		}
	});

	test('a member whose key cannot be used does not keep others from theirs', async () => {
		const dues = [{ ...ana, agreement: 'A'.repeat(43) }, ben].map((device) => ({
			member: { ...device, name: 'x', role: 'editor' as const },
			channel: 'review' as const,
			secret,
		}));
		const grants = await sealGrants(place, dues);
		expect(grants.map(({ to }) => to)).toEqual([ben.device]);
	});
});
