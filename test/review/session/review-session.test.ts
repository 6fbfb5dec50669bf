/** Devices in step: joining, edits both ways, restarts, roles, removal. */
import { describe, expect, test } from 'vitest';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import { aGroup, settle, type Group } from '../../support/a-group.ts';
import { at } from '../../support/at.ts';
import { done } from '../../support/a-workbook.ts';

describe('a session', () => {
	test('[P-1] a device that comes late gets all there is, and edits go both ways', async () => {
		const group = await aGroup(['owner', 'editor']);
		const [ada, ben] = pair(group);
		done(ada.workbook, addControls, { rows: [{ title: 'Access is reviewed' }, { title: 'Logs' }] });
		group.cables.join('Ada', 'Ben');
		await settle(group);
		expect(titles(ben)).toEqual(['Access is reviewed', 'Logs']);

		const control = at(ben.workbook.controls.all(), 0);
		done(ben.workbook, editControls, {
			edits: [{ control: control.id, column: 'owner', value: 'Lena' }],
		});
		await settle(group);
		expect(at(ada.workbook.controls.all(), 0).owner).toBe('Lena');
		expect(await ada.digest()).toBe(await ben.digest());
	});

	test('frames pass through a host that both others are linked to', async () => {
		const group = await aGroup(['owner', 'editor', 'reviewer']);
		const [, ben, cleo] = group.devices;
		if (!ben || !cleo) throw new Error('Three devices');
		group.cables.join('Ada', 'Ben');
		group.cables.join('Ada', 'Cleo');
		await settle(group);
		done(ben.workbook, addControls, { rows: [{ title: 'From Ben' }] });
		await cleo.review.write({
			kind: 'thread',
			subject: { kind: 'workbook' },
			text: 'Hello',
			mentions: [],
		});
		await settle(group);
		expect(titles(cleo)).toEqual(['From Ben']);
		expect(ben.review.log.entries.map(({ name }) => name)).toEqual(['Cleo']);
	});

	test('[P-31] whoever comes late sees at once who is here', async () => {
		const group = await aGroup(['owner', 'editor', 'editor']);
		const [ada, ben, cleo] = group.devices;
		if (!ada || !ben || !cleo) throw new Error('Three devices');
		group.cables.join('Ada', 'Ben');
		await settle(group);
		ben.session.here(() => wordOf('Ben'));
		await settle(group, 0);
		group.cables.join('Ada', 'Cleo');
		await settle(group, 0);
		expect(namesSeenBy(cleo)).toEqual(['Ben']);
	});

	test('[P-31] whoever listens only after the link came up sees at once who is here', async () => {
		const group = await aGroup(['owner', 'editor', 'editor']);
		const [ada, ben, cleo] = [at(group.devices, 0), at(group.devices, 1), at(group.devices, 2)];
		group.cables.offered.isApart = () => true;
		group.cables.join('Ada', 'Ben');
		ada.appear();
		ben.appear();
		await settle(group, 0);
		group.cables.join('Ada', 'Cleo');
		await ada.session.settled();
		// As while a newcomer opens the workbook: nobody hears what the host says first.
		group.cables.waiting = group.cables.waiting.filter(({ to }) => to !== 'Cleo');
		await settle(group, 0);
		expect([...namesSeenBy(cleo)].sort()).toEqual(['Ada', 'Ben']);
		expect(cleo.session.refusals.all).toEqual([]);
	});

	test('[P-31] nobody is shown to whoever is linked with nobody', async () => {
		const group = await aGroup(['owner', 'editor', 'editor']);
		const [ada] = [at(group.devices, 0)];
		group.cables.offered.isApart = () => true;
		group.cables.join('Ada', 'Ben');
		group.cables.join('Ben', 'Cleo');
		for (const device of group.devices) device.appear();
		await settle(group, 0);
		expect([...namesSeenBy(ada)].sort()).toEqual(['Ben', 'Cleo']);
		group.cables.part('Ada', 'Ben');
		expect(namesSeenBy(ada)).toEqual([]);
	});

	test.each([
		{ isSeenByOthers: false, after: 12_001, seen: ['Cleo'] },
		{ isSeenByOthers: true, after: 12_001, seen: ['Ben', 'Cleo'] },
	])(
		'[P-31] whoever’s link broke without a goodbye is gone soon, unless heard of again: $isSeenByOthers',
		async ({ isSeenByOthers, after, seen }) => {
			const group = await aGroup(['owner', 'editor', 'editor']);
			const [ada, ben, cleo] = [at(group.devices, 0), at(group.devices, 1), at(group.devices, 2)];
			group.cables.offered.isApart = () => true;
			group.cables.join('Ada', 'Ben');
			group.cables.join('Ada', 'Cleo');
			if (isSeenByOthers) group.cables.join('Ben', 'Cleo');
			for (const device of group.devices) device.appear();
			await settle(group, 0);
			group.cables.part('Ada', 'Ben');
			cleo.time.turn(10_001);
			ben.time.turn(10_001);
			await settle(group, 0);
			ada.time.turn(after);
			expect([...namesSeenBy(ada)].sort()).toEqual(seen);
		},
	);
});

function namesSeenBy({ session }: Group['devices'][number]): readonly string[] {
	return session.presence.all.map(({ presence }) => presence.name);
}

function pair({ devices }: Group) {
	return [at(devices, 0), at(devices, 1)] as const;
}

function titles({ workbook }: Group['devices'][number]): string[] {
	return workbook.controls.all().map(({ title }) => title);
}

function wordOf(name: string): Uint8Array<ArrayBuffer> {
	const place = { place: 'matrix' };
	const at = '2026-11-21T12:00:00.000Z';
	const presence = { run: 'one', seq: 1, at, name, place, state: 'here' };
	return new TextEncoder().encode(JSON.stringify(presence));
}
