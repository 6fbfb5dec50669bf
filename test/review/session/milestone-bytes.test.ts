/** Bytes of milestones on their way: to peers that ask, through hosts, into stores and files. */
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/review/keys/hash.ts';
import { fileSource } from '../../../src/review/carriers/bundle/file-source.ts';
import { partsOf, readPart } from '../../../src/review/session/file-parts.ts';
import { aGroup, settle, type Group, type GroupDevice } from '../../support/a-group.ts';
import { at } from '../../support/at.ts';
import { aScene, expectWorking, refusedBy } from '../../support/hostile-scene.ts';
import { SharedStore } from '../../support/store-carrier.ts';

type Bytes = Uint8Array<ArrayBuffer>;

describe('[P-22] bytes of a milestone', () => {
	test('travel from who named it to who hears of it, and back to nobody', async () => {
		const { group, ada, ben } = await two();
		const bytes = someBytes(2_500_000);
		const digest = await milestone(ada, bytes);
		let heard = 0;
		ben.session.milestones.subscribe(() => (heard += 1));
		await settle(group);
		expect(holds(ben, digest, bytes)).toBe(true);
		expect(heard).toBe(1);
		const sent = group.cables.seen.filter(({ frame }) => frame.length > 100_000);
		expect(sent.map(({ to }) => to)).toEqual(['Ben', 'Ben', 'Ben']);
		expectNothingRefused(group);
	});

	test('travel through a host to a reviewer, who then has them too', async () => {
		const group = await aGroup(['owner', 'editor', 'reviewer']);
		group.cables.join('Ada', 'Ben');
		group.cables.join('Ada', 'Cleo');
		await settle(group, 1);
		const bytes = someBytes(1_200_000);
		const digest = await milestone(at(group.devices, 1), bytes);
		await settle(group);
		for (const device of group.devices) expect(holds(device, digest, bytes)).toBe(true);
		expectNothingRefused(group);
	});

	test('stay with a reviewer who has them, as only editors send', async () => {
		const group = await aGroup(['owner', 'editor', 'reviewer']);
		const [ada, ben, cleo] = [at(group.devices, 0), at(group.devices, 1), at(group.devices, 2)];
		const digest = await milestone(ada, someBytes(5_000));
		group.cables.join('Ada', 'Cleo');
		await settle(group);
		group.cables.part('Ada', 'Cleo');
		group.cables.join('Cleo', 'Ben');
		await settle(group, 8);
		expect(cleo.shelf.files.has(digest)).toBe(true);
		expect(ben.session.milestones.missing).toHaveLength(1);
		group.cables.join('Ada', 'Ben');
		await settle(group);
		expect(ben.shelf.files.has(digest)).toBe(true);
		expectNothingRefused(group);
	});

	test('arrive although the link is cut in the middle, and after a restart', async () => {
		const { group, ada, ben } = await two();
		const bytes = someBytes(3_500_000);
		const digest = await milestone(ada, bytes);
		for (let cut = 0; cut < 2; cut += 1) {
			while (group.cables.waiting.every(({ frame }) => frame.length < 100_000)) {
				for (const { time } of group.devices) time.turn(10_001);
				await deliverSmall(group);
			}
			group.cables.deliver(group.cables.waiting.findIndex(({ frame }) => frame.length > 100_000));
			await ben.session.settled();
			group.cables.part('Ada', 'Ben');
			if (cut === 1) {
				await ben.kill();
				await ben.start();
				await ben.plugIn();
			}
			group.cables.join('Ada', 'Ben');
		}
		await settle(group, 6);
		expect(holds(ben, digest, bytes)).toBe(true);
		expectNothingRefused(group);
	});

	test('that are not those the milestone names are refused, and asked for again', async () => {
		const scene = await aScene('editor');
		const { group, ada, ben, cleo } = scene;
		const bytes = someBytes(1_100_000);
		const digest = await sha256(bytes);
		const named = { ...aMilestone(digest, bytes.length) };
		await cleo.send(await cleo.entries(await cleo.chain([named])));
		await settle(group, 1);
		expect((await cleo.haves()).flatMap(({ wants }) => wants ?? [])).toContain(digest);
		const wrong = bytes.map((byte) => byte ^ 1);
		for (const body of partsOf(digest, wrong)) await cleo.send(await cleo.sealed('file', body));
		await settle(group, 0);
		expect(refusedBy(ada, 'forged', cleo.id)).toBe(1);
		expect(ada.shelf.files.size).toBe(0);

		for (const body of partsOf(digest, bytes)) await cleo.send(await cleo.sealed('file', body));
		await settle(group, 6);
		expect(holds(ada, digest, bytes)).toBe(true);
		expect(holds(ben, digest, bytes)).toBe(true);
		await expectWorking(scene);
	});

	test('that nobody asked for are refused, as are parts that are none and those of reviewers', async () => {
		const bytes = someBytes(1_000);
		const part = at([...partsOf(await sha256(bytes), bytes)], 0);
		for (const [role, body, refusal] of [
			['editor', part, 'not-allowed'],
			['editor', part.slice(0, 60), 'malformed'],
			['reviewer', part, 'not-allowed'],
		] as const) {
			const scene = await aScene(role);
			const { group, ada, cleo } = scene;
			await cleo.send(await cleo.sealed('file', body));
			await settle(group, 0);
			expect(refusedBy(ada, refusal, cleo.id)).toBe(1);
			expect(ada.shelf.files.size).toBe(0);
			await expectWorking(scene);
		}
	});

	test('that a milestone names are taken from editors only, and only where they were asked for', async () => {
		const { group, ada, ben, cleo } = await aScene('reviewer');
		const bytes = someBytes(1_000);
		const digest = await sha256(bytes);
		// Ben names them and has lost them; Ada asks everybody.
		await ben.review.write(aMilestone(digest, bytes.length));
		await settle(group, 1);
		expect((await cleo.haves()).flatMap(({ wants }) => wants ?? [])).toContain(digest);
		const part = at([...partsOf(digest, bytes)], 0);
		await cleo.send(await cleo.sealed('file', part));
		await settle(group, 0);
		expect(refusedBy(ada, 'not-allowed', cleo.id)).toBe(1);
		expect(ada.shelf.files.size).toBe(0);
	});

	test('that are here are refused from whoever was not asked for them', async () => {
		const { group, ada, cleo } = await aScene('editor');
		const bytes = someBytes(1_000);
		const digest = await milestone(ada, bytes);
		await settle(group, 0);
		const part = at([...partsOf(digest, bytes)], 0);
		await cleo.send(await cleo.sealed('file', part));
		await settle(group, 0);
		expect(refusedBy(ada, 'not-allowed', cleo.id)).toBe(1);
	});

	test('wait in a store for who comes later, whatever the order, and are put there once', async () => {
		const group = await aGroup(['owner', 'editor', 'editor']);
		const [ada, ben, cleo] = [at(group.devices, 0), at(group.devices, 1), at(group.devices, 2)];
		const store = new SharedStore();
		store.shuffled = (frames) => [...frames].reverse();
		const ours = await store.usedBy(ada);
		const files = [someBytes(2_100_000), someBytes(900), someBytes(1_100_000)];
		const digests: string[] = [];
		for (const bytes of files) digests.push(await milestone(ada, bytes));
		await settle(group, 1);
		await ada.kill();
		for (const device of [ben, cleo]) {
			const theirs = await store.usedBy(device);
			await settle({ ...group, devices: [device] }, 2);
			for (const [place, bytes] of files.entries())
				expect(holds(device, at(digests, place), bytes)).toBe(true);
			expect(device.session.hasUnread).toBe(false);
			expect(theirs.written).toBeLessThan(ours.written);
		}
		const parts = store.frames.filter(({ length }) => length > 100_000);
		expect(parts).toHaveLength(3);
	});

	test('go into a file with the rest', async () => {
		const group = await aGroup(['owner', 'reviewer']);
		const [ada, ben] = [at(group.devices, 0), at(group.devices, 1)];
		const bytes = someBytes(1_500_000);
		const digest = await milestone(ada, bytes);
		await settle(group, 1);
		for await (const frame of ada.session.everything())
			await ben.session.takeOne(frame, fileSource);
		await settle(group, 0);
		expect(holds(ben, digest, bytes)).toBe(true);
		expectNothingRefused(group);
	});
});

test('parts of a file are of one size, numbered and bounded', async () => {
	const bytes = someBytes(2 ** 20 + 5);
	const bodies = [...partsOf(await sha256(bytes), bytes)];
	expect(bodies.map((body) => readPart(body)?.bytes.length)).toEqual([2 ** 20, 5]);
	const last = at(bodies, 1);
	const changed = (offset: number, value: number): Bytes => {
		const copy = last.slice();
		copy[offset] = value;
		return copy;
	};
	// Its place beyond the number of parts; more parts than there may be; no SHA-256; a short one.
	for (const body of [changed(65, 2), changed(67, 65), changed(0, 0x47), changed(65, 0)])
		expect(readPart(body)).toBeUndefined();
	expect(readPart(last.slice(0, 68))).toBeUndefined();
});

async function two() {
	const group = await aGroup(['owner', 'editor']);
	group.cables.join('Ada', 'Ben');
	await settle(group, 1);
	return { group, ada: at(group.devices, 0), ben: at(group.devices, 1) };
}

/** Bytes that do not shrink. */
function someBytes(length: number): Bytes {
	const bytes = new Uint8Array(length);
	for (let start = 0; start < length; start += 65_536)
		crypto.getRandomValues(bytes.subarray(start, start + 65_536));
	return bytes;
}

function aMilestone(snapshot: string, bytes: number) {
	const kind = 'milestone' as const;
	return {
		kind,
		name: 'Before fieldwork',
		note: '',
		snapshot,
		bytes,
		content: snapshot,
		controls: 0,
	};
}

/** True where the device has exactly these bytes. */
function holds({ shelf }: GroupDevice, digest: string, bytes: Bytes): boolean {
	const kept = shelf.files.get(digest);
	return kept?.length === bytes.length && kept.every((byte, place) => byte === bytes[place]);
}

/** Names a milestone of these bytes on a device; resolves to their SHA-256. */
async function milestone({ review }: GroupDevice, bytes: Bytes): Promise<string> {
	const digest = await sha256(bytes);
	await review.store.keepFile(digest, bytes);
	const written = await review.write(aMilestone(digest, bytes.length));
	expect(written.ok).toBe(true);
	return digest;
}

/** Delivers what is on its way up to the first great frame. */
async function deliverSmall({ cables, devices }: Group): Promise<void> {
	for (;;) {
		for (const { session } of devices) await session.settled();
		const small = cables.waiting.findIndex(({ frame }) => frame.length < 100_000);
		if (small < 0 || cables.waiting.some(({ frame }) => frame.length > 100_000)) return;
		cables.deliver(small);
	}
}

function expectNothingRefused({ devices }: Group): void {
	for (const { session, problems } of devices) {
		expect(session.refusals.all).toEqual([]);
		expect(problems).toEqual([]);
	}
}
