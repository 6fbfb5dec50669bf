/** A copy of a workbook that was opened again: this device's own chains may have gone on elsewhere. */
import { describe, expect, test } from 'vitest';
import { aGroup, settle, type Group, type GroupDevice } from '../../support/a-group.ts';
import { at } from '../../support/at.ts';
import { aScene, aThread, refusedBy } from '../../support/hostile-scene.ts';
import { SharedStore } from '../../support/store-carrier.ts';

const savedAt = '2026-11-20T12:00:00.000Z';

describe('[P-3] own entries that were written after a copy was saved', () => {
	test('come back from another member, and writing goes on after them', async () => {
		const group = await inStep();
		const [, ben] = pair(group);
		const copy = copyOf(ben);
		await write(ben, 'Later', 'Later still');
		await ben.review.write({ kind: 'note', subject: { kind: 'workbook' }, text: 'Team' }, 'team');
		await settle(group);
		await openCopy(ben, copy);
		expect(ben.review.log.entries).toHaveLength(2);
		expect(ben.review.mayFork).toBe(savedAt);

		group.cables.join('Ada', 'Ben');
		await settle(group);
		expect(ben.review.mayFork).toBeUndefined();
		await write(ben, 'After all');
		await settle(group);
		expectAlike(group, 6);
	});

	test('come back from a store', async () => {
		const group = await inStep();
		const [ada, ben] = pair(group);
		const store = new SharedStore();
		await store.usedBy(ada);
		await settle(group, 1);
		const copy = copyOf(ben);
		await write(ben, 'Later');
		await settle(group);
		await openCopy(ben, copy);
		await store.usedBy(ben);
		await settle(group, 1);
		expect(ben.review.mayFork).toBeUndefined();
		await write(ben, 'After all');
		group.cables.join('Ada', 'Ben');
		await settle(group);
		expectAlike(group, 4);
	});
});

test('a copy says that it may contradict until it has met somebody, and not again', async () => {
	const group = await inStep();
	const [, ben] = pair(group);
	await openCopy(ben, copyOf(ben));
	await settle(group);
	expect(ben.review.mayFork).toBe(savedAt);
	expect((await ben.review.write(aThread('Written all the same'))).ok).toBe(true);
	group.cables.join('Ada', 'Ben');
	await settle(group);
	expect(ben.review.mayFork).toBeUndefined();
	await ben.kill();
	await ben.start();
	await ben.plugIn();
	expect(ben.review.mayFork).toBeUndefined();
});

test('a copy of a workbook without other members says nothing', async () => {
	const group = await aGroup(['owner']);
	const [ada] = group.devices;
	if (!ada) throw new Error('One device');
	await openCopy(ada, copyOf(ada));
	expect(ada.review.mayFork).toBeUndefined();
});

describe('[P-23] a device whose chain went on in two places', () => {
	test('hears of it from a member who refuses what it wrote, however far apart they are', async () => {
		const group = await inStep(['owner', 'editor', 'editor']);
		const [ada, ben] = pair(group);
		const cleo = at(group.devices, 2);
		const copy = copyOf(ben);
		group.cables.part('Ada', 'Cleo');
		await write(ben, 'Later');
		await settle(group);
		await openCopy(ben, copy);
		await write(ben, 'Contradicts', 'And goes on');
		// Ada has the first, Ben the others; Cleo stands between them and has neither.
		group.cables.join('Ben', 'Cleo');
		await settle(group);
		expect(ben.review.log.ownFork).toBeUndefined();
		let told = 0;
		ben.review.log.subscribe(() => (told += 1));
		group.cables.join('Ada', 'Cleo');
		await settle(group);
		expect(ben.review.log.ownFork?.entry.body).toMatchObject({ text: 'Later' });
		expect(ben.review.log.ownFork?.text).toContain('another copy of this workbook');
		expect(told).toBe(1);
		for (const device of [ada, cleo]) {
			expect(refusedBy(device, 'fork', ben.review.identity.device)).toBeGreaterThan(0);
			expect(device.review.log.ownFork).toBeUndefined();
		}
		// Said once: nothing more is sent while nothing happens.
		const before = refusedBy(cleo, 'fork', ben.review.identity.device);
		await write(ada, 'Honest');
		await settle(group);
		expect(refusedBy(cleo, 'fork', ben.review.identity.device)).toBe(before);
		expect(cleo.review.log.headOf(ada.review.identity.device, 'review')).toBe(2);
	});

	test('hears of it where others have more of the other chain than it has', async () => {
		const group = await inStep();
		const [, ben] = pair(group);
		const copy = copyOf(ben);
		await write(ben, 'Later', 'Later still');
		await settle(group);
		await openCopy(ben, copy);
		await write(ben, 'Contradicts');
		group.cables.join('Ada', 'Ben');
		await settle(group);
		expect(ben.review.log.ownFork?.entry.body).toMatchObject({ text: 'Later still' });
	});
});

test('what somebody has and nobody sends is asked for once a beat', async () => {
	const { group, ada, cleo } = await aScene('reviewer');
	const heads = { [`${cleo.id}.review`]: 9 };
	const asks = async (): Promise<number> => (await cleo.haves()).filter((have) => have.asks).length;
	const before = await asks();
	for (let beat = 1; beat <= 2; beat += 1) {
		for (let round = 0; round < 5; round += 1) {
			await cleo.send(await cleo.have({ heads }));
			await settle(group, 0);
		}
		expect(await asks()).toBe(before + beat);
		ada.time.turn(10_001);
		await settle(group, 0);
	}
});

async function inStep(
	roles: readonly ('owner' | 'editor')[] = ['owner', 'editor'],
): Promise<Group> {
	const group = await aGroup(roles);
	for (const { name } of group.devices.slice(1)) group.cables.join('Ada', name);
	for (const device of group.devices.slice(0, 2)) await write(device, 'Hello');
	await settle(group, 1);
	return group;
}

interface Copy {
	readonly entries: GroupDevice['shelf']['entries'];
	readonly statements: GroupDevice['shelf']['statements'];
}

/** What a saved copy holds of the review. */
function copyOf({ shelf }: GroupDevice): Copy {
	return { entries: new Map(shelf.entries), statements: shelf.statements };
}

/** The same browser, so the same keys, goes on with a copy that was saved earlier. */
async function openCopy(device: GroupDevice, { entries, statements }: Copy): Promise<void> {
	await device.kill();
	device.shelf.entries.clear();
	for (const [id, entry] of entries) device.shelf.entries.set(id, entry);
	device.shelf.statements = statements;
	device.shelf.copiedAt = savedAt;
	await device.start();
	await device.plugIn();
}

async function write({ review }: GroupDevice, ...texts: readonly string[]): Promise<void> {
	for (const text of texts) expect((await review.write(aThread(text))).ok).toBe(true);
}

function pair({ devices }: Group) {
	return [at(devices, 0), at(devices, 1)] as const;
}

function expectAlike({ devices }: Group, entries: number): void {
	const [first, ...others] = devices.map(({ review }) => review.log.entries);
	expect(first).toHaveLength(entries);
	expect(others).toEqual(others.map(() => first));
	for (const { session, review, problems } of devices) {
		expect(session.refusals.all).toEqual([]);
		expect(review.log.ownFork).toBeUndefined();
		expect(problems).toEqual([]);
	}
}
