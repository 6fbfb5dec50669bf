/** Copies that have seen the same changes and differ all the same: found, named, and never imagined. */
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { PeerOrigin } from '../../../src/workbook/peer-origin.ts';
import { aGroup, settle, type GroupDevice } from '../../support/a-group.ts';
import { done } from '../../support/a-workbook.ts';

test('[P-8] copies that differ although they have seen the same are said on both sides, by the maps concerned', async () => {
	const { group, ada, ben } = await two();
	bypass(ada, 'One');
	bypass(ben, 'Other');
	await settle(group, 1);
	expect(ada.session.comparison.differences).toEqual([]);
	await settle(group, 3);
	for (const [here, there] of [
		[ada, ben],
		[ben, ada],
	] as const) {
		expect(here.session.comparison.differences).toMatchObject([
			{ device: there.review.identity.device, maps: ['controls'] },
		]);
		expect(here.session.comparison.sameSince(there.review.identity.device)).toBeUndefined();
	}
});

test('[P-8] nothing is said of copies at work, however beats and changes fall', async () => {
	const { group, ada, ben } = await two();
	for (let round = 0; round < 30; round += 1) {
		done(ada.workbook, addControls, { rows: [{ title: `Ada ${round}` }] });
		if (round % 3 === 0) done(ben.workbook, addControls, { rows: [{ title: `Ben ${round}` }] });
		for (const { time } of group.devices) time.turn(round % 2 ? 10_001 : 60);
		// Words of what there is meet changes that are made while digests are worked out.
		for (let count = 0; count < round % 7; count += 1) group.cables.deliver(0);
		await Promise.resolve();
		done(ada.workbook, addControls, { rows: [{ title: `Again ${round}` }] });
		if (round % 5 === 4) await settle(group, 1);
	}
	await settle(group);
	for (const { session } of group.devices) {
		expect(session.comparison.differences).toEqual([]);
		expect(session.carriers[0]?.links).toHaveLength(1);
	}
	expect(ada.session.comparison.sameSince(ben.review.identity.device)).toBeDefined();
	expect(await ada.digest()).toBe(await ben.digest());
});

async function two() {
	const group = await aGroup(['owner', 'editor']);
	const [ada, ben] = group.devices;
	if (!ada || !ben) throw new Error('Two devices');
	group.cables.join('Ada', 'Ben');
	done(ada.workbook, addControls, { rows: [{ title: 'Access' }] });
	await settle(group, 1);
	return { group, ada, ben };
}

/** The same change by its number, with another content: as a fault in merging would leave it. */
function bypass({ workbook }: GroupDevice, title: string): void {
	const doc = new Y.Doc();
	doc.clientID = 777;
	doc.getMap('controls').set('same', { title });
	Y.applyUpdate(workbook.doc, Y.encodeStateAsUpdate(doc), new PeerOrigin('nobody'));
}
