/** A workbook that comes to somebody who has just joined, and the end of a link before it is here. */
import { beforeEach, expect, test } from 'vitest';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { aGroup, settle, type Group, type GroupDevice } from '../../support/a-group.ts';
import { at } from '../../support/at.ts';
import { done } from '../../support/a-workbook.ts';

let group: Group;
let ada: GroupDevice;
let ben: GroupDevice;

beforeEach(async () => {
	group = await aGroup(['owner', 'editor', 'editor']);
	[ada, ben] = [at(group.devices, 0), at(group.devices, 1)];
	done(ada.workbook, addControls, { rows: [{ title: 'One' }] });
	ben.session.expect();
	group.cables.join('Ada', 'Ben');
});

test('a workbook that comes whole is expected until it is here, and nothing is said to be missing', async () => {
	expect(ben.session.coming).toBe(0);
	await settle(group, 1);
	expect(ben.session.coming).toBeUndefined();
	expect(ben.session.isCutShort).toBe(false);
	await restart();
	expect(ben.session.isCutShort).toBe(false);
});

test('[P-32] where the link ends before it is here, that is said, and after a restart too', async () => {
	group.cables.part('Ada', 'Ben');
	await settle(group, 0);
	expect(ben.session.coming).toBeUndefined();
	expect(ben.session.isCutShort).toBe(true);
	await restart();
	expect(ben.session.isCutShort).toBe(true);
});

test('[P-32] it is said no more once any member has brought the rest', async () => {
	group.cables.join('Ada', 'Cleo');
	group.cables.part('Ada', 'Ben');
	await settle(group, 1);
	await restart();
	group.cables.join('Cleo', 'Ben');
	await settle(group, 1);
	expect(ben.workbook.controls.all()).toHaveLength(1);
	expect(ben.session.isCutShort).toBe(false);
	await restart();
	expect(ben.session.isCutShort).toBe(false);
});

test('[P-32] where the link ended before the session began, nobody waits for it', async () => {
	group.cables.part('Ada', 'Ben');
	await ben.session.detach(at(ben.session.carriers, 0).carrier);
	ben.session.expect();
	await ben.session.attach(group.cables.carrierOf('Ben'));
	expect(ben.session.coming).toBeUndefined();
	expect(ben.session.isCutShort).toBe(true);
});

test('[P-32] a member who comes back with a whole workbook is told nothing of the kind', async () => {
	await settle(group, 1);
	group.cables.part('Ada', 'Ben');
	ben.session.expect();
	group.cables.join('Ada', 'Ben');
	expect(ben.session.coming).toBeDefined();
	group.cables.part('Ada', 'Ben');
	expect(ben.session.coming).toBeUndefined();
	expect(ben.session.isCutShort).toBe(false);
});

async function restart(): Promise<void> {
	await ben.kill();
	await ben.start();
	await ben.plugIn();
	await ben.session.settled();
}
