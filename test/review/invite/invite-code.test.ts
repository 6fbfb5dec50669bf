/** Invitations as codes. */
import { beforeAll, describe, expect, test } from 'vitest';

import { ok } from '../../../src/base/result.ts';
import { roles } from '../../../src/model/review/member.ts';
import {
	inviteHash,
	joinFragment,
	readInvite,
	writeInvite,
	type Invite,
} from '../../../src/review/invite/invite-code.ts';
import { writeCode } from '../../../src/review/invite/pasted-code.ts';
import { deviceOf } from '../../support/a-device.ts';

const at = '2026-11-21T10:00:00.000Z';
let invite: Invite;

beforeAll(async () => {
	const { device, agreement } = await deviceOf(1);
	invite = {
		group: '0123456789abcdef'.repeat(2),
		secret: new Uint8Array(16).fill(3),
		host: { device, agreement },
		expires: '2026-11-21T11:00:00.000Z',
		role: 'reviewer',
		rtc: new Uint8Array(100).fill(9),
	};
});

describe('an invitation', () => {
	test.each(roles)('says everything again that it was written with, for a new %s', async (role) => {
		const code = await writeInvite({ ...invite, role });
		expect(await readInvite(code, at)).toEqual(ok({ ...invite, role }));
		expect(await readInvite(`https://example.org/${joinFragment(code)}`, at)).toMatchObject({
			ok: true,
		});
	});

	test('of a usual offer fits 300 letters, and a great one 400', async () => {
		expect((await writeInvite(invite)).length).toBeLessThanOrEqual(300);
		const great = { ...invite, rtc: new Uint8Array(185) };
		expect((await writeInvite(great)).length).toBeLessThanOrEqual(400);
	});

	test('is the same code for ever', async () => {
		expect(await writeInvite({ ...invite, rtc: new Uint8Array([1, 2, 3]) })).toBe(
			'rwinAQByA2sBebABI0VniavN7wEjRWeJq83vAwMDAwMDAwMDAwMDAwMDA4qI4910CfGV_VLbLTy6XXLKZwm_HZQSG_N0iAG0D29czo060cy2M-x7cMF4FKXHbs0CloUFDTRHRboFhw5YfVkBAgPvWafe',
		);
	});

	test('is good until it expires, and then says when that was', async () => {
		const code = await writeInvite(invite);
		expect(await readInvite(code, '2026-11-21T10:59:59.999Z')).toMatchObject({ ok: true });
		expect(await readInvite(code, '2026-11-21T11:00:00.000Z')).toEqual({
			ok: false,
			problems: [
				{
					kind: 'expired',
					text: 'This invitation was good until 21 Nov 2026, 11:00 UTC. Ask for a new one; if that time is still to come, check this computer’s clock.',
				},
			],
		});
	});

	test('of a kind that only a newer version knows is not taken', async () => {
		for (const content of [
			new Uint8Array(),
			new Uint8Array(100).fill(1),
			new Uint8Array(200).fill(9),
		]) {
			const result = await readInvite(await writeCode('invitation', content), at);
			expect(result).toMatchObject({ problems: [{ kind: 'newer' }] });
		}
	});

	test('has a hash of its own, by its secret alone if by nothing else', async () => {
		const other = { ...invite, secret: new Uint8Array(16).fill(4) };
		expect(await inviteHash(other)).not.toBe(await inviteHash(invite));
	});
});
