/** From an invitation to a shared member list, and everything that may go wrong on the way. */
import { beforeAll, describe, expect, test } from 'vitest';

import { refused } from '../../../src/base/result.ts';
import { fromBase64Url, toBase64Url } from '../../../src/base/base64url.ts';
import { presentMember } from '../../../src/model/review/roster.ts';
import { fingerprintWords } from '../../../src/review/keys/fingerprint.ts';
import type { DeviceIdentity } from '../../../src/review/keys/device-keys.ts';
import { answerInvite, readAnswer } from '../../../src/review/invite/answer-code.ts';
import { Invitation } from '../../../src/review/invite/invitation.ts';
import { readInvite, type Invite } from '../../../src/review/invite/invite-code.ts';
import { acceptWelcome, Pairing, type Welcome } from '../../../src/review/invite/pairing.ts';
import { writeCode } from '../../../src/review/invite/pasted-code.ts';
import { openChain, type RosterChain } from '../../../src/review/roster/roster-chain.ts';
import { deviceOf } from '../../support/a-device.ts';
import { adding, founded, removing, stated } from '../../support/a-roster.ts';

const at = '2026-11-21T10:00:00.000Z';
const late = '2026-11-21T12:00:00.000Z';
const rtc = Uint8Array.of(1, 2, 3);
let ana: DeviceIdentity;
let ben: DeviceIdentity;
let mallory: DeviceIdentity;
let chain: RosterChain;

beforeAll(async () => {
	[ana, ben, mallory] = [await deviceOf(1), await deviceOf(3), await deviceOf(5)];
	chain = await founded(ana);
});

function inviting(identity = ana) {
	const expires = '2026-11-21T11:00:00.000Z';
	return Invitation.create({ group: chain.group, identity, role: 'editor', expires, rtc });
}

/** The answer of a device to a code, as it would be pasted. */
async function answering(code: string, identity = ben, name = 'Ben Example') {
	const invite = await readInvite(code, at);
	if (!invite.ok) throw new Error(invite.problems[0]?.text);
	const answer = await answerInvite({
		invite: invite.value,
		identity,
		name,
		rtc: Uint8Array.of(4, 5),
	});
	if (!answer.ok) throw new Error(answer.problems[0]?.text);
	return { ...answer.value, invite: invite.value };
}

/** Who was welcomed with which chain. */
async function welcomed(pairing: Pairing, frame: Parameters<Pairing['open']>[0]): Promise<Welcome> {
	const message = await pairing.open(frame);
	if (!message.ok || message.value.kind !== 'welcome') throw new Error('No welcome');
	return message.value;
}

describe('a newcomer', () => {
	test('is approved by their words and gets the keys', async () => {
		const invitation = await inviting();
		const { code, pairing, invite } = await answering(invitation.code);
		const newcomer = await invitation.take(`\n${code}\n`, at, chain.roster);
		expect(newcomer).toMatchObject({
			ok: true,
			value: {
				member: {
					device: ben.device,
					agreement: ben.agreement,
					name: 'Ben Example',
					role: 'editor',
				},
				isMember: false,
				words: await fingerprintWords(ben.device, ben.agreement),
				rtc: Uint8Array.of(4, 5),
			},
		});
		expect(invitation.stateAt(at)).toBe('answered');
		invitation.approve();
		const longer = await stated(chain, ana, adding(ben, 'editor', 'Ben Example'));
		const welcome = await welcomed(pairing, await invitation.welcome(longer, 'Acme SOC 2'));
		expect(invitation.stateAt(at)).toBe('spent');
		expect(welcome.workbook).toBe('Acme SOC 2');
		const accepted = await acceptWelcome(welcome, invite, ben);
		expect(accepted).toMatchObject({ ok: true, value: { group: chain.group } });
		expect(accepted.ok && accepted.value.keyOf('team', 1)).toBeTruthy();
		expect(await invitation.hasJoined(await pairing.seal({ kind: 'joined' }))).toBe(true);
	});

	test('who is a member already comes back without approval', async () => {
		const longer = await stated(chain, ana, adding(ben, 'viewer', 'Ben'));
		const theirs = await openChain(longer.statements, ben);
		if (!theirs.ok) throw new Error('Not followed');
		const invitation = await inviting();
		const { code, pairing, invite } = await answering(invitation.code);
		const newcomer = await invitation.take(code, at, longer.roster);
		expect(newcomer).toMatchObject({
			value: { isMember: true, member: { name: 'Ben', role: 'viewer' } },
		});
		expect(invitation.stateAt(at)).toBe('approved');
		const welcome = await welcomed(pairing, await invitation.welcome(longer, 'Acme'));
		expect(await acceptWelcome(welcome, invite, ben)).toMatchObject({ ok: true });
	});

	test('who was removed waits for approval as anybody new, and the host sees when they were removed', async () => {
		let longer = await stated(chain, ana, adding(ben, 'viewer', 'Ben'));
		longer = await stated(longer, ana, removing(ben));
		const invitation = await inviting();
		const { code } = await answering(invitation.code);
		const result = await invitation.take(code, at, longer.roster);
		expect(result).toMatchObject({
			value: {
				isMember: false,
				removedAt: '2026-11-21T10:00:00.000Z',
				member: { name: 'Ben Example', role: 'editor' },
			},
		});
		expect(invitation.stateAt(at)).toBe('answered');
		await expect(invitation.welcome(longer, 'Acme')).rejects.toThrow();
	});

	test('hears that their words are compared while they are, and no longer', async () => {
		const invitation = await inviting();
		expect(await invitation.comparing()).toBeUndefined();
		const { code, pairing } = await answering(invitation.code);
		await invitation.take(code, at, chain.roster);
		const frame = await invitation.comparing();
		expect(frame && (await pairing.open(frame))).toEqual({
			ok: true,
			value: { kind: 'comparing' },
		});
		invitation.approve();
		expect(await invitation.comparing()).toBeUndefined();
	});

	test('who names the device of a member but other keys is not taken', async () => {
		const longer = await stated(
			chain,
			ana,
			adding({ ...ben, agreement: mallory.agreement }, 'viewer'),
		);
		const invitation = await inviting();
		const { code } = await answering(invitation.code);
		expect(await invitation.take(code, at, longer.roster)).toMatchObject({
			problems: [{ kind: 'damaged' }],
		});
	});

	test('does not answer their own invitation', async () => {
		const { invite } = await inviting();
		const answer = await answerInvite({ invite, identity: ana, name: 'Ana', rtc });
		expect(answer).toMatchObject({ ok: false, problems: [{ kind: 'foreign' }] });
	});

	test('is told where the host does not let them in', async () => {
		const invitation = await inviting();
		const { code, pairing } = await answering(invitation.code);
		await invitation.take(code, at, chain.roster);
		const frame = await invitation.decline();
		expect(frame && (await pairing.open(frame))).toEqual({ ok: true, value: { kind: 'declined' } });
		expect(invitation.stateAt(at)).toBe('spent');
		expect(await invitation.decline()).toBeUndefined();
	});
});

describe('an invitation', () => {
	test('gives nothing before approval, and nothing twice', async () => {
		const invitation = await inviting();
		const { code } = await answering(invitation.code);
		const longer = await stated(chain, ana, adding(ben, 'editor'));
		await expect(invitation.welcome(longer, 'Acme')).rejects.toThrow();
		expect(() => invitation.approve()).toThrow();
		await invitation.take(code, at, chain.roster);
		await expect(invitation.welcome(longer, 'Acme')).rejects.toThrow();
		invitation.approve();
		await expect(invitation.welcome(chain, 'Acme')).rejects.toThrow();
		await invitation.welcome(longer, 'Acme');
		await expect(invitation.welcome(longer, 'Acme')).rejects.toThrow();
	});

	test('takes one answer only, even of two that come at once', async () => {
		const invitation = await inviting();
		const [first, second] = [
			await answering(invitation.code),
			await answering(invitation.code, mallory, 'Mallory'),
		];
		const results = await Promise.all([
			invitation.take(first.code, at, chain.roster),
			invitation.take(second.code, at, chain.roster),
		]);
		expect(results.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await invitation.take(second.code, at, chain.roster)).toMatchObject({ ok: false });
		const taken = results.find(({ ok }) => ok);
		expect(taken?.ok && taken.value).toBe(invitation.newcomer);
	});

	test('takes no answer after it expired', async () => {
		const invitation = await inviting();
		const { code } = await answering(invitation.code);
		expect(invitation.stateAt(late)).toBe('expired');
		expect(await invitation.take(code, late, chain.roster)).toMatchObject({
			problems: [{ kind: 'expired' }],
		});
	});

	test('an answered one stays answered, however long the host compares', async () => {
		const invitation = await inviting();
		const { code } = await answering(invitation.code);
		await invitation.take(code, at, chain.roster);
		expect(invitation.stateAt(late)).toBe('answered');
	});

	test('stays open for the right answer after a wrong text', async () => {
		const invitation = await inviting();
		const other = await answering((await inviting()).code);
		expect(await invitation.take(other.code, at, chain.roster)).toMatchObject({
			problems: [{ kind: 'foreign' }],
		});
		expect(await invitation.take(invitation.code, at, chain.roster)).toMatchObject({
			problems: [{ kind: 'other-kind' }],
		});
		const noise = await writeCode('answer', new Uint8Array(3));
		expect(await invitation.take(noise, at, chain.roster)).toMatchObject({ ok: false });
		const right = await answering(invitation.code);
		expect(await invitation.take(right.code, at, chain.roster)).toMatchObject({ ok: true });
	});

	test('takes no answer that was not signed by the device it names', async () => {
		const invitation = await inviting();
		const asBen: DeviceIdentity = { ...mallory, device: ben.device };
		const { code } = await answering(invitation.code, asBen);
		expect(await invitation.take(code, at, chain.roster)).toMatchObject({
			problems: [{ kind: 'damaged' }],
		});
	});

	test('takes nobody without a name, or whose key would give the secret away', async () => {
		const invitation = await inviting();
		const nameless = await answering(invitation.code, ben, '');
		expect(await invitation.take(nameless.code, at, chain.roster)).toMatchObject({ ok: false });
		const weak: DeviceIdentity = { ...ben, agreement: toBase64Url(new Uint8Array(32)) };
		const { code } = await answering(invitation.code, weak);
		expect(await invitation.take(code, at, chain.roster)).toMatchObject({ ok: false });
		expect(invitation.stateAt(at)).toBe('open');
	});
});

describe('a pairing frame', () => {
	let invite: Invite;
	let host: Pairing;
	let guest: Pairing;

	beforeAll(async () => {
		({ invite } = await inviting());
		host = await Pairing.between(invite, ben, ana);
		guest = await Pairing.between(invite, ben, ben);
	});

	test('is for the other side of this pairing alone', async () => {
		const frame = await host.seal({ kind: 'declined' });
		expect(await guest.open(frame)).toMatchObject({ ok: true });
		expect(await host.open(frame)).toEqual(refused('sealed'));
		const others = [
			await Pairing.between(invite, mallory, mallory),
			await Pairing.between({ ...invite, secret: new Uint8Array(16) }, ben, ben),
			await Pairing.between({ ...invite, role: 'owner' }, ben, ben),
		];
		for (const other of others) expect(await other.open(frame)).toEqual(refused('sealed'));
	});

	test('with any byte changed or cut off it is refused and nothing throws', async () => {
		const frame = await host.seal({ kind: 'welcome', workbook: 'Acme', statements: [] });
		for (let at = 0; at < frame.length; at += 1) {
			const changed = frame.slice();
			changed[at] = frame[at]! ^ 64;
			expect((await guest.open(changed)).ok, `byte ${at}`).toBe(false);
			expect((await guest.open(frame.slice(0, at))).ok, `${at} bytes`).toBe(false);
		}
	});

	test('too large is refused', async () => {
		const great = new Uint8Array(4 * 2 ** 20 + 1).fill(3);
		expect(await guest.open(great)).toEqual(refused('oversized'));
	});
});

describe('a welcome', () => {
	let invite: Invite;
	const welcome = (of: RosterChain): Welcome => ({
		kind: 'welcome',
		workbook: 'Acme',
		statements: [...of.statements],
	});

	beforeAll(async () => {
		({ invite } = await inviting());
	});

	test('to another workbook than the one of the invitation is refused', async () => {
		const other = await stated(await founded(ana), ana, adding(ben, 'editor'));
		expect(await acceptWelcome(welcome(other), invite, ben)).toEqual(
			refused('The workbook you were let into is not the one you were invited to.'),
		);
	});

	test('without the newcomer or the host in the list is refused', async () => {
		expect(await acceptWelcome(welcome(chain), invite, ben)).toMatchObject({ ok: false });
		const both = await stated(chain, ana, adding(ben, 'owner'));
		const theirs = await openChain(both.statements, ben);
		if (!theirs.ok) throw new Error('Not followed');
		const without = await stated(theirs.value, ben, removing(ana));
		expect(presentMember(without.roster, ana.device)).toBeUndefined();
		expect(await acceptWelcome(welcome(without), invite, ben)).toEqual(
			refused('Whoever invited you is not in the member list of this workbook.'),
		);
	});

	test('with a broken list is refused', async () => {
		const longer = await stated(chain, ana, adding(ben, 'editor'));
		const [first, second] = longer.statements;
		const broken = { ...longer, statements: [first!, { ...second!, at: 'later' }] };
		expect(await acceptWelcome(welcome(broken), invite, ben)).toMatchObject({ ok: false });
		expect(await acceptWelcome(welcome({ ...chain, statements: [] }), invite, ben)).toMatchObject({
			ok: false,
		});
	});
});

describe('what was made on 21 Nov 2026', () => {
	const kept = {
		invitation:
			'rwinAQByA2sBebABI0VniavN7wEjRWeJq83vAwMDAwMDAwMDAwMDAwMDA4qI4910CfGV_VLbLTy6XXLKZwm_HZQSG_N0iAG0D29czo060cy2M-x7cMF4FKXHbs0CloUFDTRHRboFhw5YfVkBAgPvWafe',
		answer:
			'rwanAQC1HtTngl-y-3vIbuPoqIFL9ifxmV7i4IFuN8a0Mydtzxo-s0ltNjMv-4Y6xSWQ8IUWPYC0kkp3MlnbdEH2Q3U8noTqLNwEr82cc47C2aLvzVTrlWPQ_4q-EER2OD0YTcIhPjlI0bs4kTqNZ5M0Y85ghEvgWgw1ulyDX9YrHsRy8NCYb056ayloJ1inxpMiXJCW-KvhEGoBXmaIxnpXc5eaZ-oLJ5pJUhBKTRtO8bFq7w',
		welcome:
			'A8Esl3A0BC9wnZK4HpNi3t1gznwuMWPYrXiPg39-nNtjU4wAMoQAoMvLVETdr2RtDcrIEA2FUPfdcnrZ6S9lqfWYqUKzqzaAzH1K01R2qEzT67VNgIlC8rs',
	};

	test('is read as it was then', async () => {
		const invite = await readInvite(kept.invitation, at);
		if (!invite.ok) throw new Error('Not read');
		expect(await readAnswer(kept.answer, invite.value)).toEqual({
			ok: true,
			value: {
				device: ben.device,
				agreement: ben.agreement,
				name: 'Ben Example',
				rtc: Uint8Array.of(4, 5),
			},
		});
		const pairing = await Pairing.between(invite.value, ben, ben);
		expect(await pairing.open(fromBase64Url(kept.welcome) ?? new Uint8Array())).toEqual({
			ok: true,
			value: { kind: 'welcome', workbook: 'Acme SOC 2', statements: [] },
		});
	});
});
