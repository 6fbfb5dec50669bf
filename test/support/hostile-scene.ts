/** Ada, who owns the workbook, Ben, who edits it, and Cleo, who is hostile; both are linked to Ada. */
import * as Y from 'yjs';
import { expect } from 'vitest';
import type { BodyOf } from '../../src/model/review/entry.ts';
import type { Role } from '../../src/model/review/member.ts';
import type { Refusal } from '../../src/review/frame.ts';
import { addControls } from '../../src/workbook/commands/add-controls.ts';
import { aGroup, settle, type Group, type GroupDevice } from './a-group.ts';
import { done } from './a-workbook.ts';
import { HostileMember } from './hostile-member.ts';

export interface Scene {
	/** The honest devices. */
	readonly group: Group;
	readonly ada: GroupDevice;
	readonly ben: GroupDevice;
	readonly cleo: HostileMember;
}

/** All three in step, with two controls and two entries; then Cleo turns. */
export async function aScene(role: Role): Promise<Scene> {
	const group = await aGroup(['owner', 'editor', role]);
	const [ada, ben, cleo] = group.devices;
	if (!ada || !ben || !cleo) throw new Error('Three devices');
	group.cables.join('Ada', 'Ben');
	group.cables.join('Ada', 'Cleo');
	done(ada.workbook, addControls, { rows: [{ title: 'Access' }, { title: 'Logs' }] });
	for (const { review } of [ada, ben]) await review.write(aThread('Hello'));
	await settle(group, 1);
	const honest = { cables: group.cables, devices: [ada, ben] };
	const hostile = await HostileMember.of(cleo, group);
	group.cables.join('Ada', 'Cleo');
	await settle(honest, 0);
	await hostile.introduce();
	await settle(honest, 0);
	return { group: honest, ada, ben, cleo: hostile };
}

export function aThread(text: string): BodyOf<'thread'> {
	return { kind: 'thread', subject: { kind: 'workbook' }, text, mentions: [] };
}

/** What nothing hostile may change: the content, the entries, the member list. */
export async function stateOf(devices: readonly GroupDevice[]): Promise<readonly unknown[]> {
	return Promise.all(
		devices.map(async (device) => ({
			content: await device.digest(),
			entries: device.review.log.entries,
			heads: device.review.log.heads,
			members: device.review.membership.standing,
			stored: device.shelf.entries.size,
		})),
	);
}

/** How often a device refused something of a sender for a reason. */
export function refusedBy({ session }: GroupDevice, refusal: Refusal, from: string): number {
	return session.refusals.all
		.filter((each) => each.refusal === refusal && each.from === from)
		.reduce((sum, { count }) => sum + count, 0);
}

/** An honest change of each kind still arrives, both ways. */
export async function expectWorking({ group, ada, ben }: Scene): Promise<void> {
	done(ben.workbook, addControls, { rows: [{ title: 'From Ben' }] });
	done(ada.workbook, addControls, { rows: [{ title: 'From Ada' }] });
	await ben.review.write(aThread('From Ben'));
	await settle(group);
	const [first, second] = [await ada.digest(), await ben.digest()];
	expect(second).toBe(first);
	expect(ada.workbook.controls.all()).toHaveLength(4);
	expect(ada.review.log.entries.at(-1)?.body).toMatchObject({ text: 'From Ben' });
	for (const { problems } of group.devices) expect(problems).toEqual([]);
}

/** An update of somebody else's making. */
export function anUpdate(change: (doc: Y.Doc) => void = anotherControl, client?: number) {
	const doc = new Y.Doc();
	if (client !== undefined) doc.clientID = client;
	change(doc);
	return Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>;
}

function anotherControl(doc: Y.Doc): void {
	doc.getMap('controls').set('hostile', { title: 'Hostile' });
}
