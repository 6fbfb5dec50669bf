/** What stands stored is checked when it is opened. */
import { expect, test } from 'vitest';
import { entryId } from '../../../src/model/review/entry.ts';
import { aGroup, settle } from '../../support/a-group.ts';
import { at } from '../../support/at.ts';
import { aThread } from '../../support/hostile-scene.ts';

test('[P-4] an entry that was changed in storage is shown, not followed, and taken anew from others', async () => {
	const group = await aGroup(['owner', 'reviewer']);
	const [ada, ben] = [at(group.devices, 0), at(group.devices, 1)];
	group.cables.join('Ada', 'Ben');
	for (const text of ['One', 'Two', 'Three']) await ben.review.write(aThread(text));
	await settle(group);
	const right = ada.review.log.entries;
	await ada.kill();
	const second = at(right, 1);
	ada.shelf.entries.set(entryId(second), { ...second, body: aThread('Never said') });
	await ada.start();
	expect(ada.review.log.entries.map(({ seq }) => seq)).toEqual([1]);
	expect(ada.review.log.faults.map(({ entry: { seq }, text }) => [seq, text])).toEqual([
		[2, 'It is not what its author signed: it was changed in storage.'],
		[3, 'An entry before it is missing from storage.'],
	]);

	await ada.plugIn();
	group.cables.join('Ada', 'Ben');
	await settle(group);
	expect(ada.review.log.entries).toEqual(right);
	expect(ada.problems).toEqual([]);
});

test('[P-4] a member list that was changed in storage is followed up to there, and said to be wrong', async () => {
	const group = await aGroup(['owner', 'reviewer']);
	const ada = at(group.devices, 0);
	await ada.kill();
	const [founded, added] = ada.shelf.statements;
	if (!founded || added?.change.kind !== 'add') throw new Error('Two statements');
	const member = { ...added.change.member, role: 'owner' } as const;
	ada.shelf.statements = [founded, { ...added, change: { kind: 'add', member } }];
	await ada.start();
	expect(ada.review.membership.standing.length).toBe(1);
	expect(ada.review.membership.fault).toBe(
		'A statement of the member list is not signed by the device it names.',
	);
});
