/** What people are called, on the devices of others. */
import { expect, test } from 'vitest';
import { foldReview } from '../../src/model/review/fold-review.ts';
import { presentName } from '../../src/model/review/person-name.ts';
import { tellName } from '../../src/review/own-name.ts';
import { aGroup, settle, type GroupDevice } from '../support/a-group.ts';
import { at } from '../support/at.ts';

/** What a device shows as the names of the members. */
function namesOn({ review }: GroupDevice): string[] {
	const { roster } = review.membership;
	const { names } = foldReview(review.log.entries, { roster });
	return (roster?.members ?? []).map((member) => presentName(member, names));
}

test.each(['editor', 'reviewer', 'viewer'] as const)(
	'[P-27] a %s who takes another name is called so by all',
	async (role) => {
		const group = await aGroup(['owner', role, 'viewer']);
		group.cables.join('Ada', 'Ben');
		group.cables.join('Ada', 'Cleo');
		const ben = at(group.devices, 1);
		ben.personName = 'Benedict \u202eFry ';
		expect(await tellName(ben.review)).toEqual({ ok: true, value: undefined });
		await settle(group);
		for (const device of group.devices) {
			expect(namesOn(device)).toEqual(['Ada', 'Benedict Fry', 'Cleo']);
		}
		await tellName(ben.review);
		expect(ben.review.log.entries).toHaveLength(1);
	},
);

test('[P-27] a viewer still has their name after they were given that role', async () => {
	const group = await aGroup(['owner', 'editor']);
	group.cables.join('Ada', 'Ben');
	const [ada, ben] = [at(group.devices, 0), at(group.devices, 1)];
	await ada.review.changeRole(ben.review.identity.device, 'viewer');
	await settle(group);
	ben.personName = 'Benedict';
	await tellName(ben.review);
	await settle(group);
	expect(namesOn(ada)).toEqual(['Ada', 'Benedict']);
});

test('who never said a name, or is no member any more, says nothing', async () => {
	const group = await aGroup(['owner', 'editor']);
	group.cables.join('Ada', 'Ben');
	const [ada, ben] = [at(group.devices, 0), at(group.devices, 1)];
	ben.personName = 'You';
	expect(await tellName(ben.review)).toMatchObject({ ok: true });
	expect(ben.review.log.entries).toEqual([]);
	ada.personName = 'Ada';
	await tellName(ada.review);
	expect(ada.review.log.entries).toEqual([]);
});
