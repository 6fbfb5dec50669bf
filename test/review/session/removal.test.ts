/** Members who are removed or given another role while somebody is offline, and lists that part. */
import { describe, expect, test } from 'vitest';
import type { Role } from '../../../src/model/review/member.ts';
import { foldReview } from '../../../src/model/review/fold-review.ts';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { at } from '../../support/at.ts';
import { createDeviceKeys } from '../../../src/review/keys/device-keys.ts';
import { SharedStore } from '../../support/store-carrier.ts';
import { aGroup, settle, type Group, type GroupDevice } from '../../support/a-group.ts';
import { done } from '../../support/a-workbook.ts';
import { aThread, stateOf } from '../../support/hostile-scene.ts';

describe('removing a member', () => {
	test('[P-7] later changes of the removed are refused, earlier entries count, and what others did offline arrives under the new keys', async () => {
		const { group, ada, ben, cleo } = await three(['owner', 'editor', 'editor']);
		await cleo.review.write(aThread('Before'));
		await settle(group);
		group.cables.part('Ada', 'Ben');
		group.cables.part('Ada', 'Cleo');
		for (const device of [ben, cleo]) {
			add(device, `Offline ${device.name}`);
			await device.review.write(aThread(`Offline ${device.name}`));
		}
		await settle(group);
		await ada.review.remove(cleo.review.identity.device);

		group.cables.join('Ada', 'Cleo');
		group.cables.join('Ada', 'Ben');
		await settle(group);

		expect(titles(ada)).toEqual(['Offline Ben']);
		expect(texts(ada)).toEqual(['Before', 'Offline Ben']);
		expect(await stateOf([ben])).toEqual(await stateOf([ada]));
		const { device } = cleo.review.identity;
		expect(ada.session.refusals.all).toContainEqual(
			expect.objectContaining({ refusal: 'stranger', from: device }),
		);
		// Its own copy stays as it was.
		expect(titles(cleo)).toEqual(['Offline Cleo']);
		// What is said now it cannot open.
		add(ada, 'Later');
		await settle(group);
		expect(titles(cleo)).toEqual(['Offline Cleo']);
		expect(cleo.session.refusals.of('new-epoch')).toBeGreaterThan(0);
	});

	test('[P-7] whoever is removed is told, their links end, and not even sealed frames go to them any more', async () => {
		const { group, ada, ben, cleo } = await three(['owner', 'editor', 'reviewer']);
		group.cables.join('Ben', 'Cleo');
		for (const device of group.devices) device.appear();
		await settle(group, 1);
		await ada.review.remove(cleo.review.identity.device);
		await settle(group);

		expect(cleo.review.role).toBeUndefined();
		expect(cleo.review.membership.chain?.statements.at(-1)).toMatchObject({
			signer: ada.review.identity.device,
			change: { kind: 'remove' },
		});
		const { membership } = cleo.review;
		expect(membership.keyOf('review', membership.epoch)).toBeUndefined();
		expect(await cleo.review.write(aThread('Unheard'))).toMatchObject({ ok: false });
		for (const device of group.devices) {
			const isOut = device === cleo;
			const others = [ada, ben].filter((other) => other !== device);
			expect(linkedWith(device)).toEqual(isOut ? [] : idsOf(others));
			expect(here(device)).toEqual(isOut ? [] : idsOf(others));
			expect(device.session.farewell).toBeUndefined();
		}
		const before = sentTo(group, cleo);
		add(ben, 'Later');
		await ada.review.write(aThread('Later'));
		await settle(group, 3);
		expect(sentTo(group, cleo)).toBe(before);
		expect(titles(ada)).toEqual(['Later']);
	});

	test('[P-7] who hears of a removal from the one who was removed parts from them too', async () => {
		const { group, ada, ben, cleo } = await three(['owner', 'editor', 'editor']);
		group.cables.join('Ben', 'Cleo');
		await settle(group, 1);
		group.cables.part('Ada', 'Ben');
		await ada.review.remove(cleo.review.identity.device);
		await settle(group, 1);
		expect(ben.review.membership.standing).toEqual(ada.review.membership.standing);
		expect(linkedWith(ben)).toEqual([]);
		expect(cleo.review.role).toBeUndefined();
	});

	test('[P-7] a removed member who comes back by a link hears of it, of nothing later, and is parted from', async () => {
		const { group, ada, cleo } = await three(['owner', 'editor', 'reviewer']);
		const { device } = cleo.review.identity;
		group.cables.part('Ada', 'Cleo');
		await settle(group, 0);
		await ada.review.remove(device);
		const newcomer = (await createDeviceKeys()).device;
		const { agreement } = ada.review.identity;
		const member = { device: newcomer, agreement, name: 'Dan', role: 'viewer' } as const;
		expect(await ada.review.membership.change({ kind: 'add', member })).toMatchObject({ ok: true });
		group.cables.join('Ada', 'Cleo');
		await settle(group, 1);
		expect(cleo.review.role).toBeUndefined();
		expect(cleo.review.membership.roster?.members.map(({ name }) => name)).not.toContain('Dan');
		expect(linkedWith(ada)).not.toContain(device);
		expect(linkedWith(cleo)).toEqual([]);
	});

	test('[P-7] a removed member hears of it at a store, whenever they look there', async () => {
		const { group, ada, ben, cleo } = await three(['owner', 'editor', 'reviewer']);
		const store = new SharedStore();
		const carriers = [await store.usedBy(ada), await store.usedBy(ben)];
		group.cables.part('Ada', 'Cleo');
		await settle(group, 1);
		await ada.review.remove(cleo.review.identity.device);
		await ada.review.changeRole(ben.review.identity.device, 'owner');
		await settle(group);
		carriers.push(await store.usedBy(cleo));
		for (let round = 0; round < 3; round += 1) {
			for (const carrier of carriers) carrier.look();
			await settle(group, 1);
		}
		expect(cleo.review.role).toBeUndefined();
		const named = cleo.review.membership.roster?.members.map(({ role }) => role);
		expect(named).toEqual(['owner', 'editor', 'reviewer']);
		expect(carriers.at(-1)?.written).toBe(0);
		expect(ben.session.refusals.of('sealed') + ben.session.refusals.of('forged')).toBe(0);
		const { length } = store.frames;
		await settle(group, 2);
		expect(store.frames).toHaveLength(length);
	});

	test('what a removed member wrote later and somebody took goes to nobody else, and is not asked for again and again', async () => {
		const { group, ada, ben, cleo } = await three(['owner', 'editor', 'reviewer']);
		group.cables.part('Ada', 'Ben');
		group.cables.part('Ada', 'Cleo');
		group.cables.join('Ben', 'Cleo');
		await cleo.review.write(aThread('Too late'));
		await settle(group);
		expect(texts(ben)).toEqual(['Too late']);
		group.cables.part('Ben', 'Cleo');
		await ada.review.remove(cleo.review.identity.device);
		group.cables.join('Ada', 'Ben');
		await settle(group, 8);
		expect(texts(ada)).toEqual([]);
		expect(ada.session.refusals.all.filter(({ refusal }) => refusal !== 'replayed')).toEqual([]);
	});

	test('[P-28] who was removed and is let in again goes on, and what they wrote in between counts nowhere', async () => {
		const { group, ada, ben, cleo } = await three(['owner', 'editor', 'editor']);
		const { device } = cleo.review.identity;
		await cleo.review.write(aThread('Before'));
		await settle(group);
		group.cables.part('Ada', 'Ben');
		group.cables.part('Ada', 'Cleo');
		// Ben hears of what comes in between before he hears of the removal.
		group.cables.join('Ben', 'Cleo');
		await cleo.review.write(aThread('In between'));
		await settle(group);
		expect(texts(ben)).toEqual(['Before', 'In between']);
		group.cables.part('Ben', 'Cleo');
		await ada.review.remove(device);
		await cleo.review.write(aThread('More in between'));
		const { name, agreement } = at(ada.review.membership.roster?.members ?? [], 2);
		const member = { device, agreement, name, role: 'reviewer' } as const;
		expect(await ada.review.membership.change({ kind: 'add', member })).toMatchObject({ ok: true });
		group.cables.join('Ada', 'Ben');
		group.cables.join('Ada', 'Cleo');
		await settle(group);
		expect(cleo.review.role).toBe('reviewer');
		expect(await cleo.review.write(aThread('After'))).toMatchObject({
			value: { seq: 1_000_001 },
		});
		await settle(group, 8);
		for (const each of group.devices) {
			const roster = each.review.membership.roster;
			const { threads } = foldReview(each.review.log.entries, { roster });
			expect([...threads.values()].map(({ text }) => text)).toEqual(['Before', 'After']);
		}
		expect(texts(ada)).toEqual(['Before', 'After']);
		await cleo.kill();
		await cleo.start();
		await cleo.plugIn();
		group.cables.join('Ada', 'Cleo');
		await cleo.review.write(aThread('After a restart'));
		await settle(group, 8);
		expect(texts(ada)).toEqual(['Before', 'After', 'After a restart']);
		expect(cleo.review.log.faults).toEqual([]);
		expect(ben.session.refusals.of('fork')).toBe(0);
	});

	test('keys change with it: frames from before are refused as old', async () => {
		const { group, ada, ben, cleo } = await three(['owner', 'editor', 'viewer']);
		add(ben, 'On its way');
		await ben.session.settled();
		const waiting = group.cables.waiting.splice(0);
		await ada.review.remove(cleo.review.identity.device);
		await settle(group);
		for (const { frame, hear } of waiting) hear(frame.slice());
		await settle(group);
		expect(ada.session.refusals.of('old-epoch')).toBeGreaterThan(0);
		expect(titles(ada)).toEqual(['On its way']);
	});
});

describe('another role', () => {
	test.each(['reviewer', 'viewer'] as const)(
		'an editor who becomes a %s changes the workbook no more',
		async (role) => {
			const { group, ada, ben, cleo } = await three(['owner', 'editor', 'editor']);
			await ada.review.changeRole(cleo.review.identity.device, role);
			await settle(group);
			add(cleo, 'Not for them');
			await cleo.review.log.write('review', aThread('Still here'));
			await settle(group);
			expect(titles(ada)).toEqual([]);
			expect(titles(ben)).toEqual([]);
			expect(texts(ben)).toEqual(role === 'reviewer' ? ['Still here'] : []);
			const { membership } = cleo.review;
			expect(membership.keyOf('review', membership.epoch)).toBeDefined();
			expect(membership.keyOf('team', membership.epoch)).toBeUndefined();
		},
	);

	test('a reviewer who becomes an editor gets what the team wrote, and their changes arrive', async () => {
		const { group, ada, ben, cleo } = await three(['owner', 'editor', 'reviewer']);
		await ben.review.write({ kind: 'note', subject: { kind: 'workbook' }, text: 'Ours' });
		add(ada, 'First');
		await settle(group);
		expect(cleo.review.log.entries).toEqual([]);
		await ada.review.changeRole(cleo.review.identity.device, 'editor');
		await settle(group);
		expect(cleo.review.log.entries.map(({ body }) => body)).toMatchObject([{ text: 'Ours' }]);
		add(cleo, 'Second');
		await settle(group);
		expect(titles(ben)).toEqual(['First', 'Second']);
		const [state, ...others] = await stateOf(group.devices);
		expect(others).toEqual([state, state]);
	});
});

test('where two owners change the list at once all follow the same, and what was dropped is told', async () => {
	const { group, ada, ben, cleo } = await three(['owner', 'owner', 'editor']);
	const { device } = cleo.review.identity;
	group.cables.part('Ada', 'Ben');
	group.cables.part('Ada', 'Cleo');
	group.cables.join('Ben', 'Cleo');
	await ben.review.changeRole(device, 'viewer');
	await settle(group);
	expect(cleo.review.role).toBe('viewer');
	await ada.review.changeRole(device, 'reviewer');
	group.cables.join('Ada', 'Ben');
	await settle(group);
	for (const each of group.devices) {
		expect(each.review.membership.standing).toEqual(ada.review.membership.standing);
		expect(each.review.membership.dropped.map(({ change }) => change)).toEqual([
			expect.objectContaining({ kind: 'role', role: 'viewer' }),
		]);
	}
	add(ben, 'After it');
	await settle(group);
	expect(titles(cleo)).toEqual(['After it']);
	await ada.kill();
	await ada.start();
	expect(ada.review.membership.dropped).toEqual(ben.review.membership.dropped);
	expect(ada.review.membership.dropped).toHaveLength(1);
});

async function three(roles: readonly Role[]) {
	const group = await aGroup(roles);
	const [ada, ben, cleo] = group.devices;
	if (!ada || !ben || !cleo) throw new Error('Three devices');
	group.cables.join('Ada', 'Ben');
	group.cables.join('Ada', 'Cleo');
	await settle(group, 1);
	return { group, ada, ben, cleo } satisfies { group: Group; [name: string]: unknown };
}

function add({ workbook }: GroupDevice, title: string): void {
	done(workbook, addControls, { rows: [{ title }] });
}

function titles({ workbook }: GroupDevice): string[] {
	return workbook.controls.all().map(({ title }) => title);
}

/** Devices that direct links lead to, in the order of their ids. */
function linkedWith({ session }: GroupDevice): string[] {
	const links = session.carriers.flatMap((each) => each.links);
	return links.flatMap(({ device }) => device ?? []).sort();
}

/** Who is shown as here. */
function here({ session }: GroupDevice): string[] {
	return [...new Set(session.presence.all.map(({ device }) => device))].sort();
}

function idsOf(devices: readonly GroupDevice[]): string[] {
	return devices.map(({ review }) => review.identity.device).sort();
}

/** How many frames ever went to a device. */
function sentTo({ cables }: Group, { name }: GroupDevice): number {
	return cables.seen.filter(({ to }) => to === name).length;
}

function texts({ review }: GroupDevice): string[] {
	return review.log.entries.flatMap(({ body }) => ('text' in body ? [body.text] : []));
}
