/**
 * Reviews as screens see them, without a browser: real keys, logs, member lists and documents, with
 * stores in memory. One device that shares with nobody, or several of one group.
 */
import { LiveReview } from '../../src/live/live-review.svelte.ts';
import { LiveWorkbook } from '../../src/live/live-workbook.svelte.ts';
import type { EntryBody } from '../../src/model/review/entry.ts';
import { entryId } from '../../src/model/review/entry.ts';
import { mayEdit, type Channel, type Role } from '../../src/model/review/member.ts';
import { Connections } from '../../src/review/connections.ts';
import { StandingStores } from '../../src/review/standing-stores.ts';
import { createDeviceKeys } from '../../src/review/keys/device-keys.ts';
import { TurningGate } from '../../src/workbook/gate.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aGroup, Cables, GroupDevice, settle, type Group } from './a-group.ts';
import { fixedClock } from './fixed.ts';
import { startHistoryHere } from './history-channel.ts';

/** One device with its workbook and its review. */
export interface AReview {
	readonly device: GroupDevice;
	readonly workbook: Workbook;
	readonly live: LiveWorkbook;
	readonly review: LiveReview;
}

/** A workbook that is shared with nobody, on a device called `name`. */
export async function aReview(name = 'Ada'): Promise<AReview> {
	const device = new GroupDevice(name, await createDeviceKeys(), `review-${name}`, new Cables());
	await device.start();
	return seenBy(device);
}

export interface AReviewGroup {
	readonly group: Group;
	/** Ada, Ben, Cleo …, in the order of their roles. */
	readonly members: readonly AReview[];
	/** Sends everything to everybody, and waits until nothing moves any more. */
	readonly settle: () => Promise<void>;
}

/** Members of these roles, the first an owner; all linked to the first, who has what they have. */
export async function aReviewGroup(roles: readonly Role[]): Promise<AReviewGroup> {
	const group = await aGroup(roles);
	const [owner, ...others] = group.devices;
	for (const { name } of others) if (owner) group.cables.join(owner.name, name);
	await settle(group);
	return {
		group,
		members: group.devices.map((device) => seenBy(device)),
		settle: () => settle(group),
	};
}

/** Writes an entry that must be written, and says its id. */
export async function written(
	review: LiveReview,
	body: EntryBody,
	channel?: Channel,
): Promise<string> {
	const done = await review.write(body, channel);
	if (!done.ok) throw new Error(done.problems.map(({ text }) => text).join(' '));
	return entryId(done.value);
}

/** The review of a device as screens see it. */
export function seenBy(device: GroupDevice): AReview {
	const { workbook, review } = device;
	const live = new LiveWorkbook(workbook);
	const connections = new Connections({
		review,
		clock: fixedClock(),
		workbookName: () => 'Example Ltd',
	});
	const stores = new StandingStores({
		...{ review, timer: device.time, locks: undefined, startRelayWorker: undefined },
		isHidden: () => false,
		onProblem: (text) => device.problems.push(text),
	});
	if (workbook.gate instanceof TurningGate && !mayEdit(review.role)) {
		workbook.gate.turn({ kind: 'closed', text: 'You do not edit here.' });
	}
	return {
		device,
		workbook,
		live,
		review: new LiveReview(
			{ review, connections, stores, startHistoryWorker: startHistoryHere },
			live,
			`run-${device.name}`,
		),
	};
}
