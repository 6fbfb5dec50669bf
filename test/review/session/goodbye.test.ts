/** A page that goes away says so to whom it reaches, and they to all others. */
import { beforeEach, expect, test } from 'vitest';
import { aGroup, settle, type Group, type GroupDevice } from '../../support/a-group.ts';
import { at } from '../../support/at.ts';

let group: Group;
let host: GroupDevice;
let guests: readonly GroupDevice[];

beforeEach(async () => {
	group = await aGroup(['owner', 'editor', 'editor', 'viewer']);
	[host, guests] = [at(group.devices, 0), group.devices.slice(1)];
	for (const { name } of guests) group.cables.join(host.name, name);
	for (const device of group.devices) device.appear();
	await settle(group, 1);
});

test('[P-31] a goodbye that reaches one member alone is known to all at once', async () => {
	host.session.depart();
	const [heard] = guests;
	group.cables.waiting = group.cables.waiting.filter(({ to }) => to === heard?.name);
	await settle(group, 0);
	for (const guest of guests) expect(namesHere(guest)).not.toContain(host.name);
	// What it is linked with is there no more, and nobody is told that a link broke.
	for (const { session } of guests) {
		expect(session.farewell).toMatchObject({
			...{ device: host.review.identity.device, hasLeft: true },
		});
	}
});

test('[P-31] what is said before a goodbye and comes after it brings nobody back', async () => {
	host.appear();
	await host.session.settled();
	const before = group.cables.waiting;
	group.cables.waiting = [];
	host.session.depart();
	await settle(group, 0);
	for (const { hear, frame } of before) hear(frame.slice());
	await settle(group, 0);
	for (const guest of guests) expect(namesHere(guest)).not.toContain(host.name);
});

test('[P-31] a page that comes back after its goodbye is here again', async () => {
	host.session.depart();
	await settle(group, 0);
	for (const { name } of guests) group.cables.join(host.name, name);
	host.appear();
	await settle(group, 1);
	for (const guest of guests) expect(namesHere(guest)).toContain(host.name);
});

test('[P-31] the goodbye of one page leaves the other page of the same device here', async () => {
	const place = { place: 'matrix' };
	const [guest] = guests;
	if (!guest) throw new Error('A guest');
	const { device } = host.review.identity;
	const other = { run: 'another tab', seq: 1, at: '2026-11-21T12:00:30.000Z', name: 'Ada', place };
	const body = new TextEncoder().encode(JSON.stringify({ ...other, state: 'here' }));
	const frame = new Uint8Array();
	guest.session.presence.take(device, { body, frame }, other.at, 0);
	host.session.depart();
	await settle(group, 0);
	expect(namesHere(guest)).toContain(host.name);
	expect(guest.session.farewell).toBeUndefined();
});

test('[P-31] whoever leaves the session and keeps the page open is gone for all at once', async () => {
	const rtc = host.session.carriers.find(({ carrier }) => carrier.maker)?.carrier;
	if (rtc) await host.session.detach(rtc);
	await settle(group, 0);
	for (const guest of guests) expect(namesHere(guest)).not.toContain(host.name);
});

function namesHere({ session }: GroupDevice): readonly string[] {
	return session.presence.all.map(({ presence }) => presence.name);
}
