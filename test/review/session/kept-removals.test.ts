/** What somebody keeps of what another member removed: told, stored, settled in one of two ways. */
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import type { Role } from '../../../src/model/review/member.ts';
import { keepForAll } from '../../../src/review/keep-for-all.ts';
import type { KeptRemoval } from '../../../src/review/session/kept-removals.ts';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import { TurningGate } from '../../../src/workbook/gate.ts';
import { PeerOrigin } from '../../../src/workbook/peer-origin.ts';
import { manyControls } from '../../bench/many-controls.ts';
import { aGroup, settle, type GroupDevice } from '../../support/a-group.ts';
import { done } from '../../support/a-workbook.ts';

test('[P-29] what somebody keeps stays, while all else of that change and what builds on it comes in', async () => {
	const { group, ada, ben } = await keptByBen(['owner', 'editor']);
	expect(ada.workbook.controls.all()).toHaveLength(1);
	expect(ben.workbook.controls.all()).toHaveLength(31);
	expect(keptOf(ben)).toMatchObject({ from: ada.review.identity.device, records: 31 });
	// That it was taken back is an entry of the same change.
	expect(ben.workbook.activity.latest()).toEqual(ada.workbook.activity.latest());
	done(ada.workbook, addControls, { rows: [{ title: 'Later' }] });
	const [first] = ada.workbook.controls.all();
	if (!first) throw new Error('A control');
	done(ben.workbook, editControls, {
		edits: [{ control: first.id, column: 'owner', value: 'Ben' }],
	});
	await settle(group);
	expect(titlesOf(ben)).toContain('Later');
	expect(ada.workbook.controls.get(first.id)?.owner).toBe('Ben');
	expect(ben.asked).toEqual([31]);
});

test('[P-29] the copies are not said to differ for no reason: both sides know what is kept, and nothing is sent again and again', async () => {
	const { group, ada, ben } = await keptByBen(['owner', 'editor']);
	await settle(group, 2);
	group.cables.seen.length = 0;
	await settle(group, 6);
	for (const { session } of group.devices) expect(session.comparison.differences).toEqual([]);
	expect([...ada.session.comparison.kept]).toEqual([[ben.review.identity.device, 31]]);
	expect(ada.session.comparison.sameSince(ben.review.identity.device)).toBeDefined();
	const longest = Math.max(...group.cables.seen.map(({ frame }) => frame.length));
	// Words of what there is, and nothing else.
	expect(longest).toBeLessThan(2_500);
	expect(group.cables.seen.length).toBeLessThanOrEqual(2 * 6);
});

test('[P-8] another difference beside what is kept is said all the same', async () => {
	const { group, ada, ben } = await keptByBen(['owner', 'editor']);
	bypass(ada.workbook, 'One');
	bypass(ben.workbook, 'Other');
	await settle(group, 4);
	expect(ada.session.comparison.differences).toMatchObject([{ maps: ['controls'] }]);
	expect(ben.session.comparison.differences).toMatchObject([{ maps: ['controls'] }]);
});

test('[P-29] it is known after a restart, where nobody is asked again', async () => {
	const { group, ada, ben } = await keptByBen(['owner', 'editor']);
	await ben.kill();
	await ben.start();
	await ben.plugIn();
	group.cables.join('Ada', 'Ben');
	await settle(group);
	expect(keptOf(ben).records).toBe(31);
	expect(ben.workbook.controls.all()).toHaveLength(31);
	expect(ben.asked).toEqual([31]);
	expect([...ada.session.comparison.kept.values()]).toEqual([31]);
});

test('[P-29] removed here too, the copies are alike again', async () => {
	const { group, ada, ben } = await keptByBen(['owner', 'reviewer']);
	ben.review.kept.removeHere(keptOf(ben));
	await settle(group);
	expect(await ben.digest()).toBe(await ada.digest());
	expect(ben.review.kept.all).toEqual([]);
	expect(ben.shelf.marks.get('kept-removals')).toEqual([]);
	expect(ada.session.comparison.kept.size).toBe(0);
});

test('[P-29] brought back for everybody, all have the records and what was edited in them, by one step that can be undone', async () => {
	const { group, ada, ben } = await keptByBen(['owner', 'editor']);
	const first = ben.workbook.controls.all().at(-1);
	if (!first) throw new Error('A control');
	const entry = [...ben.workbook.doc.getMap('activity').keys()];
	const outcome = keepForAll(ben.workbook, ben.review.kept, keptOf(ben));
	expect(outcome).toMatchObject({ ok: true, value: { label: 'Keep 31 records for everybody' } });
	await settle(group);
	expect(titlesOf(ada)).toEqual(titlesOf(ben));
	expect(ada.workbook.controls.all()).toHaveLength(31);
	expect(ada.workbook.controls.get(first.id)).toEqual(first);
	expect([...ben.workbook.doc.getMap('activity').keys()]).toEqual(expect.arrayContaining(entry));
	expect(ben.review.kept.all).toEqual([]);
	expect(await ben.digest()).toBe(await ada.digest());

	ben.workbook.undo();
	await settle(group);
	expect(ada.workbook.controls.all()).toHaveLength(1);
	expect(ben.workbook.controls.all()).toHaveLength(1);
	ben.workbook.redo();
	await settle(group);
	expect(ada.workbook.controls.all()).toHaveLength(31);
});

test('[P-29] where it may not be brought back nothing is removed either', async () => {
	const { ben } = await keptByBen(['owner', 'viewer']);
	const { workbook, review } = ben;
	if (!(workbook.gate instanceof TurningGate)) throw new Error('A gate that turns');
	workbook.gate.turn({ kind: 'closed', text: 'You do not edit here.' });
	const outcome = keepForAll(workbook, review.kept, keptOf(ben));
	expect(outcome).toEqual({ ok: false, problems: [{ text: 'You do not edit here.' }] });
	expect(workbook.controls.all()).toHaveLength(31);
	expect(keptOf(ben).records).toBe(31);
});

test('[P-29] records that come back by the one who removed them end it', async () => {
	const { group, ada, ben } = await keptByBen(['owner', 'editor']);
	ada.workbook.redo();
	await settle(group);
	expect(ben.review.kept.all).toEqual([]);
	expect(await ben.digest()).toBe(await ada.digest());
	expect(ada.workbook.controls.all()).toHaveLength(31);
});

test('[P-29] whoever is reached through a device that keeps is asked as well, and newcomers get what all others have', async () => {
	const { group, ada, ben, cleo } = await keptByBen(['owner', 'editor', 'editor']);
	if (!cleo) throw new Error('Three devices');
	cleo.takesMass = true;
	group.cables.part('Ada', 'Ben');
	group.cables.join('Ben', 'Cleo');
	await settle(group);
	expect(cleo.asked).toEqual([31]);
	expect(await cleo.digest()).toBe(await ada.digest());
	expect(ben.workbook.controls.all()).toHaveLength(31);
	expect(cleo.session.comparison.differences).toEqual([]);
});

test('[P-29] a change whose author is not waited for is neither kept nor taken when the workbook is closed', async () => {
	const { group, ada, ben } = await imported(['owner', 'editor']);
	ben.answers = false;
	ada.workbook.undo();
	group.cables.deliverAll();
	for (const { time, session } of [ada]) {
		time.turn(60);
		await session.settled();
	}
	group.cables.deliverAll();
	await expect.poll(() => ben.review.questions).toHaveLength(1);
	await ben.kill();
	expect(ben.shelf.marks.get('kept-removals')).toBeUndefined();
	ben.answers = true;
	await ben.start();
	await ben.plugIn();
	group.cables.join('Ada', 'Ben');
	await settle(group);
	expect(await ben.digest()).toBe(await ada.digest());
});

test.each([true, false])(
	'[P-9] the same removal that comes again while the person is asked is not asked about twice (taken: %s)',
	async (isTaken) => {
		const { group, ada, ben } = await imported(['owner', 'editor']);
		ben.answers = false;
		ada.workbook.undo();
		ada.time.turn(60);
		await ada.session.settled();
		group.cables.deliverAll();
		await expect.poll(() => ben.review.questions).toHaveLength(1);
		// What Ben says he has is without it, so it is sent to him once more.
		const said = group.cables.seen.length;
		ben.time.turn(10_001);
		await expect.poll(() => group.cables.seen.length).toBeGreaterThan(said);
		group.cables.deliverAll();
		await ada.session.settled();
		// What is said after it is heard after it.
		ada.appear();
		await ada.session.settled();
		group.cables.deliverAll();
		await expect.poll(() => ben.session.presence.all).toHaveLength(1);
		for (let round = 0; round < 200; round += 1) {
			await new Promise((resolve) => setImmediate(resolve));
		}
		expect(ben.review.questions).toHaveLength(1);
		ben.answers = true;
		ben.takesMass = !isTaken;
		ben.review.questions[0]?.answer(isTaken);
		await settle(group);
		expect(ben.asked).toEqual([]);
		expect(ben.workbook.controls.all()).toHaveLength(isTaken ? 1 : 31);
		expect(ben.review.kept.all).toHaveLength(isTaken ? 0 : 1);
	},
);

/** Ada has imported 30 controls, which all have, and one stands beside them. */
async function imported(roles: readonly Role[]) {
	const group = await aGroup(roles);
	const [ada, ben, cleo] = group.devices;
	if (!ada || !ben) throw new Error('Two devices');
	for (const { name } of group.devices.slice(1)) group.cables.join('Ada', name);
	done(ada.workbook, addControls, { rows: [{ title: 'Stays' }] });
	done(ada.workbook, importRows, manyControls(30, 0));
	await settle(group, 1);
	return { group, ada, ben, cleo };
}

/** Ada takes her import back, which Ben does not want; Cleo, where there is one, does not hear of it. */
async function keptByBen(roles: readonly Role[]) {
	const scene = await imported(roles);
	const { group, ada, ben } = scene;
	ben.takesMass = false;
	if (scene.cleo) group.cables.part('Ada', 'Cleo');
	ada.workbook.undo();
	await settle(group);
	return scene;
}

function keptOf({ review }: GroupDevice): KeptRemoval {
	const [kept, ...more] = review.kept.all;
	if (!kept || more.length > 0) throw new Error('One removal is kept');
	return kept;
}

function titlesOf({ workbook }: GroupDevice): readonly string[] {
	return workbook.controls.all().map(({ title }) => title);
}

/** The same change by its number, with another content: as a fault in merging would leave it. */
function bypass({ doc }: GroupDevice['workbook'], title: string): void {
	const other = new Y.Doc();
	other.clientID = 777;
	other.getMap('controls').set('same', { title });
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), new PeerOrigin('nobody'));
}
