/** Carriers that reject, links that go down half way, devices that restart, stores in any order. */
import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import { manyControls } from '../../bench/many-controls.ts';
import { aGroup, settle, type Group, type GroupDevice } from '../../support/a-group.ts';
import { at } from '../../support/at.ts';
import { HostileMember } from '../../support/hostile-member.ts';
import { done } from '../../support/a-workbook.ts';
import { aThread, stateOf } from '../../support/hostile-scene.ts';
import { SharedStore, type StoreCarrier } from '../../support/store-carrier.ts';

test('[P-3] a carrier that rejects now and then loses nothing', async () => {
	await fc.assert(
		fc.asyncProperty(fc.infiniteStream(fc.boolean()), async (rejections) => {
			const { group, ada, ben } = await two();
			group.cables.rejects = () => rejections.next().value === true;
			done(ada.workbook, importRows, manyControls(20));
			group.cables.join('Ada', 'Ben');
			for (let round = 0; round < 4; round += 1) {
				await work(ada, `Ada ${round}`);
				await work(ben, `Ben ${round}`);
				await settle(group, 1);
			}
			group.cables.rejects = () => false;
			await settle(group);
			await expectAlike([ada, ben], 8);
		}),
		{ numRuns: 5 },
	);
});

test('[P-3] a link that goes down while it catches up goes on where it was, after restarts too', async () => {
	const { group, ada, ben } = await two();
	done(ada.workbook, importRows, manyControls(2_000));
	for (let round = 0; round < 6; round += 1) {
		group.cables.join('Ada', 'Ben');
		for (let count = 0; count < 2 + round; count += 1) {
			await ada.session.settled();
			group.cables.deliver(0);
			await ben.session.settled();
		}
		group.cables.part('Ada', 'Ben');
		const device = round % 2 ? ada : ben;
		await device.kill();
		await device.start();
		await device.plugIn();
	}
	group.cables.join('Ada', 'Ben');
	await settle(group);
	await expectAlike([ada, ben], 0);
	expect(ben.workbook.controls.all()).toHaveLength(2_000);
}, 30_000);

describe('a store that devices share which are never linked', () => {
	test('[P-1] whatever the order in which its frames are found, all end alike', async () => {
		await fc.assert(
			fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.boolean(), async (numbers, fails) => {
				const { group, store, carriers } = await threeAtAStore();
				store.shuffled = (frames) => shuffled(frames, numbers);
				if (fails) store.rejects = () => (numbers.next().value ?? 0) % 4 === 0;
				for (let round = 0; round < 3; round += 1) {
					for (const device of group.devices) await work(device, `${device.name} ${round}`);
					await settleStore(group, carriers, round % 2);
				}
				store.rejects = () => false;
				await settleStore(group, carriers, 3);
				await expectAlike(group.devices, 9);
			}),
			{ numRuns: 8 },
		);
	}, 60_000);

	test('[P-7] who was away while a member was removed finds all under the new keys', async () => {
		const { group, store, carriers } = await threeAtAStore();
		const [ada, ben, cleo] = group.devices;
		if (!ada || !ben || !cleo) throw new Error('Three devices');
		await work(ada, 'Early');
		await settleStore(group, carriers, 1);
		await ben.kill();
		await cleo.kill();
		const alone = { cables: group.cables, devices: [ada] };
		await work(ada, 'While they were away');
		await settleStore(alone, carriers.slice(0, 1), 1);
		await ada.review.remove(cleo.review.identity.device);
		await settleStore(alone, carriers.slice(0, 1), 1);
		await ada.kill();

		// The newest first, so that nothing is read while older keys are still the present ones.
		store.shuffled = (frames) => [...frames].reverse();
		await ben.start();
		await ben.plugIn();
		const again = await store.usedBy(ben);
		await settleStore({ cables: group.cables, devices: [ben] }, [again], 2);
		expect(titles(ben)).toEqual(['Early', 'While they were away']);
		expect(ben.review.membership.epoch).toBe(2);
		expect(ben.review.log.entries).toHaveLength(2);
	});

	test('a device that only reads makes the store no larger', async () => {
		const { group, carriers } = await threeAtAStore();
		const [ada] = group.devices;
		if (!ada) throw new Error('Three devices');
		await work(ada, 'One');
		await settleStore(group, carriers, 3);
		const before = carriers.map(({ written }) => written);
		await work(ada, 'Two');
		const control = at(ada.workbook.controls.all(), 0).id;
		for (const value of ['Lena', 'Noor']) {
			done(ada.workbook, editControls, { edits: [{ control, column: 'owner', value }] });
		}
		await settleStore(group, carriers, 6);
		const after = carriers.map(({ written }) => written);
		expect(after.slice(1)).toEqual(before.slice(1));
		expect(after[0]).toBeLessThanOrEqual((before[0] ?? 0) + 5);
	});
});

test('[P-3] who names entries that nobody wrote keeps nobody’s own from a store', async () => {
	const group = await aGroup(['owner', 'editor', 'reviewer']);
	const [ada, ben, cleo] = [at(group.devices, 0), at(group.devices, 1), at(group.devices, 2)];
	const store = new SharedStore();
	const hostile = await HostileMember.of(cleo, group);
	const author = ada.review.identity.device;
	store.frames.push(await hostile.entries([await hostile.entry(aThread('x'), { author, seq: 9 })]));
	const devices = [ada, ben];
	const carriers = [await store.usedBy(ada), await store.usedBy(ben)];
	await settleStore({ cables: group.cables, devices }, carriers, 1);
	await work(ada, 'Mine');
	await settleStore({ cables: group.cables, devices }, carriers, 1);
	await expectAlike(devices, 1);
});

async function two() {
	const group = await aGroup(['owner', 'editor']);
	const [ada, ben] = group.devices;
	if (!ada || !ben) throw new Error('Two devices');
	return { group, ada, ben };
}

async function threeAtAStore() {
	const group = await aGroup(['owner', 'editor', 'editor']);
	const store = new SharedStore();
	const carriers: StoreCarrier[] = [];
	for (const device of group.devices) carriers.push(await store.usedBy(device));
	return { group, store, carriers };
}

/** A change of the workbook and a word beside it. */
async function work({ workbook, review }: GroupDevice, title: string): Promise<void> {
	done(workbook, addControls, { rows: [{ title }] });
	await review.write(aThread(title));
}

/** Everybody reads the store until nothing is new there, at every beat. */
async function settleStore(
	group: Group,
	carriers: readonly StoreCarrier[],
	beats: number,
): Promise<void> {
	for (let beat = 0; beat <= beats; beat += 1) {
		let isMoving = true;
		while (isMoving) {
			for (const { session } of group.devices) await session.settled();
			isMoving = carriers.map((carrier) => carrier.look()).includes(true);
		}
		if (beat < beats) for (const { time } of group.devices) time.turn(10_001);
	}
}

async function expectAlike(devices: readonly GroupDevice[], entries: number): Promise<void> {
	const [first, ...others] = await stateOf(devices);
	expect(others).toEqual(others.map(() => first));
	for (const { review, problems } of devices) {
		expect(review.log.entries).toHaveLength(entries);
		expect(problems).toEqual([]);
	}
}

function titles({ workbook }: GroupDevice): string[] {
	return workbook.controls.all().map(({ title }) => title);
}

function shuffled<Item>(items: readonly Item[], numbers: Iterator<number>): readonly Item[] {
	const rest = [...items];
	const out: Item[] = [];
	while (rest.length > 0) {
		out.push(...rest.splice((numbers.next().value ?? 0) % rest.length, 1));
	}
	return out;
}
