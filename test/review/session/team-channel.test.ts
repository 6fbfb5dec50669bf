/** What is the team's never reaches others: every frame that went to them is looked at. */
import { expect, test } from 'vitest';
import { openFrame } from '../../../src/review/sealing/open-frame.ts';
import { readHave } from '../../../src/review/session/have.ts';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { aGroup, settle, type Group, type GroupDevice } from '../../support/a-group.ts';
import { done } from '../../support/a-workbook.ts';
import { HostileMember } from '../../support/hostile-member.ts';
import { aThread } from '../../support/hostile-scene.ts';

test('[P-6] nothing of the team goes to reviewers and viewers, sealed or not, and their keys open none of it', async () => {
	const { group, ada, ben, cleo, dan } = await four();
	for (const other of ['Ben', 'Cleo', 'Dan']) group.cables.join('Ada', other);
	group.cables.join('Ben', 'Cleo');
	await writeNotes(group);
	group.cables.part('Ada', 'Cleo');
	await writeNotes(group);
	group.cables.join('Ada', 'Cleo');
	await cleo.kill();
	await cleo.start();
	await cleo.plugIn();
	group.cables.join('Ada', 'Cleo');
	await writeNotes(group);

	expect(ada.review.log.entries.filter(({ channel }) => channel === 'team')).toHaveLength(6);
	expect(ben.review.log.heads).toEqual(ada.review.log.heads);
	const teams = group.cables.seen.filter(({ frame }) => frame[0] === 1 && frame[1] === 1);
	expect(teams.length).toBeGreaterThan(0);
	for (const outsider of [cleo, dan]) {
		expect(teams.filter(({ to }) => to === outsider.name)).toEqual([]);
		expect(outsider.review.log.entries.filter(({ channel }) => channel === 'team')).toEqual([]);
		const { membership } = outsider.review;
		for (const { frame } of teams) {
			const opener = membership.openerOf(frame);
			expect(opener && (await openFrame(frame, opener))).toMatchObject({ problems: ['sealed'] });
		}
		expect(await headsTold(group, outsider)).not.toContainEqual(expect.stringMatching('team'));
	}
});

test('[P-6] an editor who becomes a reviewer gets nothing of the team from then on', async () => {
	const { group, ada, ben } = await four();
	group.cables.join('Ada', 'Ben');
	await writeNotes(group);
	await ada.review.changeRole(ben.review.identity.device, 'reviewer');
	await settle(group);
	const before = group.cables.seen.length;
	await ada.review.write(aNote('Without Ben'));
	await settle(group);
	const later = group.cables.seen.slice(before);
	expect(later.filter(({ to, frame }) => to === 'Ben' && frame[1] === 1)).toEqual([]);
	expect(ben.review.log.headOf(ada.review.identity.device, 'team')).toBe(1);
});

test('[P-6] a reviewer who plays what an editor once said is not taken for the editor', async () => {
	const { group, ada, ben, cleo } = await four();
	group.cables.join('Ben', 'Cleo');
	group.cables.join('Ada', 'Cleo');
	await settle(group);
	const recorded = group.cables.seen.filter(({ from, to }) => from === 'Ben' && to === 'Cleo');
	const hostile = await HostileMember.of(cleo, group);
	group.cables.join('Ada', 'Cleo');
	const honest = { cables: group.cables, devices: [ada, ben] };
	await settle(honest, 0);
	for (const { frame } of recorded) await hostile.send(frame);
	await settle(honest, 0);
	await ada.review.write(aNote('Ours'));
	await settle(honest);
	const teams = group.cables.seen.filter(({ to, frame }) => to === 'Cleo' && frame[1] === 1);
	expect(teams.filter(({ frame }) => frame[0] === 1)).toEqual([]);
	const links = ada.session.carriers.flatMap((each) => each.links.map(({ device }) => device));
	expect(links).not.toContain(ben.review.identity.device);
});

async function four() {
	const group = await aGroup(['owner', 'editor', 'reviewer', 'viewer']);
	const [ada, ben, cleo, dan] = group.devices;
	if (!ada || !ben || !cleo || !dan) throw new Error('Four devices');
	return { group, ada, ben, cleo, dan };
}

/** Each editor writes for the team and for all. */
async function writeNotes(group: Group): Promise<void> {
	for (const { name, review, workbook } of group.devices.slice(0, 2)) {
		await review.write(aNote(`Of ${name}`));
		await review.write(aThread(`From ${name}`));
		done(workbook, addControls, { rows: [{ title: `Of ${name}` }] });
	}
	await settle(group);
}

function aNote(text: string) {
	return { kind: 'note', subject: { kind: 'workbook' }, text } as const;
}

/** Names of all chains that anybody told this device of. */
async function headsTold({ cables }: Group, { name, review }: GroupDevice): Promise<string[]> {
	const heads: string[] = [];
	for (const { to, frame } of cables.seen) {
		const opener = to === name && frame[0] === 1 ? review.membership.openerOf(frame) : undefined;
		const opened = opener && (await openFrame(frame, opener));
		if (!opened?.ok || opened.value.kind !== 'have') continue;
		heads.push(...Object.keys(readHave(opened.value.body)?.heads ?? {}));
	}
	expect(heads.length).toBeGreaterThan(0);
	return heads;
}
