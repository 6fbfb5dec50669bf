/** From the answer to being let in or not: what either side is told, and that nothing is given before. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { HostedInvitation } from '../../../src/review/hosting/hosted-invitation.ts';
import type { Joining } from '../../../src/review/hosting/joining.ts';
import { answering, aHostDevice, inviting, until } from '../../support/a-meeting.ts';
import { fixedClock } from '../../support/fixed.ts';
import { FakeNetwork } from '../../support/fake-network.ts';

const minute = 60_000;
let network: FakeNetwork;
let host: Awaited<ReturnType<typeof aHostDevice>>;

beforeEach(async () => {
	network = new FakeNetwork();
	host = await aHostDevice(network);
});

/** An invitation that Priya has answered and whose answer was taken. */
async function compared() {
	const invitation = await inviting(host.connections, network);
	const joining = await answering(invitation.code, network);
	expect(await invitation.take(joining.code)).toMatchObject({ ok: true });
	await until(network, () => joining.state.kind === 'comparing');
	return { invitation, joining };
}

/** What a state says in words. */
function said({ state }: Pick<Joining | HostedInvitation, 'state'>): string {
	return 'text' in state ? state.text : '';
}

const failed = (joining: Joining) => joining.state.kind === 'failed';

describe('while the words are compared', () => {
	test('[P-26] the newcomer is told so, and the session and the member list know nothing of them', async () => {
		const { invitation } = await compared();
		expect(invitation.state).toMatchObject({ kind: 'answered', isLinked: true });
		expect(host.review.membership.roster?.members).toHaveLength(1);
		expect(host.review.session?.carriers.flatMap(({ links }) => links)).toEqual([]);
	});

	test('a newcomer who is let in gets the member list, and becomes a link of the session', async () => {
		const { invitation, joining } = await compared();
		expect(await invitation.approve()).toEqual({ ok: true, value: undefined });
		await until(network, () => joining.state.kind === 'welcomed');
		expect(joining.state).toMatchObject({ welcome: { workbook: 'Example Ltd' } });
		expect(invitation.state.kind).toBe('joined');
		expect(host.review.session?.carriers.flatMap(({ links }) => links)).toHaveLength(1);
	});

	test('[P-26] who is not let in is told so at once, gets nothing, and the link ends', async () => {
		const { invitation, joining } = await compared();
		await invitation.decline();
		await until(network, () => failed(joining));
		expect(joining.state).toMatchObject({ why: 'declined' });
		expect(invitation.state.kind).toBe('ended');
		expect(host.connections.rtc?.links).toEqual([]);
		expect(host.review.membership.roster?.members).toHaveLength(1);
	});

	test('who is declined before they could be reached is told once they are', async () => {
		const invitation = await inviting(host.connections, network);
		const joining = await answering(invitation.code, network);
		await invitation.take(joining.code);
		await invitation.decline();
		expect(joining.state.kind).toBe('answering');
		await until(network, () => failed(joining));
		expect(joining.state).toMatchObject({ why: 'declined' });
	});

	test('the host hears that the newcomer left', async () => {
		const { invitation, joining } = await compared();
		joining.cancel();
		await until(network, () => invitation.state.kind === 'failed');
		expect(invitation.state).toMatchObject({ isMember: false });
		expect(said(invitation)).toContain('Priya closed the page before you let them in');
		expect(await invitation.approve()).toMatchObject({ ok: false });
		expect(host.review.membership.roster?.members).toHaveLength(1);
	});

	test('the newcomer hears that the page of the host is gone', async () => {
		const { joining } = await compared();
		host.connections.depart();
		await until(network, () => failed(joining));
		expect(joining.state).toMatchObject({ why: 'gone' });
		expect(said(joining)).toContain('closed or loaded again');
	});

	test('whoever is let in by a page that goes at that moment hears that it is gone', async () => {
		const { invitation, joining } = await compared();
		await invitation.approve();
		host.connections.depart();
		await until(network, () => failed(joining));
		expect(joining.state).toMatchObject({ why: 'gone' });
		expect(said(joining)).toContain('closed or loaded again');
	});

	test('[P-26] nobody is kept waiting for more than an hour', async () => {
		const { invitation, joining } = await compared();
		await network.pass(59 * minute);
		expect(invitation.state.kind).toBe('answered');
		await network.pass(2 * minute);
		expect(invitation.state).toMatchObject({ kind: 'failed', isMember: false });
		await until(network, () => failed(joining));
		expect(joining.state).toMatchObject({ why: 'gone' });
		expect(host.connections.rtc?.links).toEqual([]);
	});

	test('where the two cannot reach each other nobody becomes a member', async () => {
		const invitation = await inviting(host.connections, network);
		const joining = await answering(invitation.code, network);
		network.isUp = false;
		await invitation.take(joining.code);
		await network.pass(31_000);
		await until(network, () => invitation.state.kind === 'failed');
		expect(invitation.state).toMatchObject({ isMember: false });
		expect(said(invitation)).toContain('could not reach each other');
		expect(host.review.membership.roster?.members).toHaveLength(1);
	});
});

describe('an invitation that runs out', () => {
	test('says so on both sides at that moment, and takes no answer any more', async () => {
		const invitation = await inviting(host.connections, network, { minutes: 10 });
		const joining = await answering(invitation.code, network);
		await network.pass(9 * minute);
		expect([invitation.state.kind, joining.state.kind]).toEqual(['open', 'answering']);
		await network.pass(minute);
		expect(invitation.state.kind).toBe('expired');
		expect(joining.state.kind).toBe('expired');
		expect(said(joining)).toContain('This invitation was good until');
		expect(host.connections.rtc?.links).toEqual([]);
	});

	test('is good for longer than an answer to it, which says until when it is', async () => {
		const invitation = await inviting(host.connections, network, { minutes: 24 * 60 });
		const joining = await answering(invitation.code, network);
		expect(Date.parse(joining.expires)).toBe(Date.parse(fixedClock().now()) + 60 * minute);
		await network.pass(60 * minute);
		expect([invitation.state.kind, joining.state.kind]).toEqual(['open', 'expired']);
		expect(said(joining)).toContain('Nobody took your answer within an hour');
	});

	test('whose answer was taken in the last moment is a link all the same', async () => {
		let isLate = false;
		network.timer.after(10 * minute - 2_000, () => (isLate = true));
		const invitation = await inviting(host.connections, network, { minutes: 10 });
		const joining = await answering(invitation.code, network);
		// It runs out two seconds after that at the earliest.
		while (!isLate) await network.pass(1_000);
		expect(await invitation.take(joining.code)).toMatchObject({ ok: true });
		await until(network, () => joining.state.kind === 'comparing');
		expect(invitation.state).toMatchObject({ kind: 'answered' });
	});

	test('the second of two who answered the same code learns that it ran out', async () => {
		const invitation = await inviting(host.connections, network, { minutes: 10 });
		const first = await answering(invitation.code, network);
		const second = await answering(invitation.code, network, 'Quinn');
		await invitation.take(first.code);
		const again = await invitation.take(second.code);
		expect(again.ok || again.problems[0]?.text).toContain('answered already');
		await until(network, () => first.state.kind === 'comparing');
		await network.pass(11 * minute);
		expect(second.state.kind).toBe('expired');
		expect(invitation.state).toMatchObject({ kind: 'answered' });
	});
});
