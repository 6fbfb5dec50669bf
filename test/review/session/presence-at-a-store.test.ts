/** Who is here, where devices never meet but are at the same relay. */
import { expect, test } from 'vitest';
import { aGroup, settle, type GroupDevice } from '../../support/a-group.ts';
import { at } from '../../support/at.ts';
import { HostileMember } from '../../support/hostile-member.ts';
import { SharedStore } from '../../support/store-carrier.ts';

test('[P-30] members at a store that shows frames see each other, and the store keeps nothing of it', async () => {
	const { store, ada, ben, group } = await atAStore();
	const kept = store.frames.length;
	ada.appear();
	ben.appear();
	await settle(group, 1);
	expect(namesSeenBy(ada)).toEqual(['Ben']);
	expect(namesSeenBy(ben)).toEqual(['Ada']);
	expect(store.frames).toHaveLength(kept);
});

test('[P-30] whoever is linked directly too is seen once, and no word counts as refused', async () => {
	const { ada, ben, group } = await atAStore();
	group.cables.join('Ada', 'Ben');
	ada.appear();
	ben.appear();
	await settle(group, 2);
	expect(namesSeenBy(ben)).toEqual(['Ada']);
	expect(ben.session.refusals.all).toEqual([]);
});

test('[P-30] nothing else is taken of what is shown, and no stranger’s word', async () => {
	const { store, ada, ben, group } = await atAStore();
	const hostile = await HostileMember.of(ben, group);
	const carrier = [...store.present].at(0);
	carrier?.see(await hostile.sealed('update', new Uint8Array([0, 0])));
	carrier?.see(await hostile.sealed('signal', new Uint8Array([1])));
	carrier?.see(new Uint8Array([1, 2, 3]));
	carrier?.see(new Uint8Array());
	await settle(group, 0);
	expect(namesSeenBy(ada)).toEqual([]);
	expect(ada.session.refusals.of('not-allowed')).toBe(2);
	expect(ada.session.refusals.of('malformed')).toBe(2);
});

async function atAStore() {
	const group = await aGroup(['owner', 'editor']);
	const [ada, ben] = [at(group.devices, 0), at(group.devices, 1)];
	const store = new SharedStore();
	for (const device of group.devices) await store.usedBy(device, true);
	await settle(group, 0);
	return { group, store, ada, ben };
}

function namesSeenBy({ session }: GroupDevice): readonly string[] {
	return session.presence.all.map(({ presence }) => presence.name);
}
