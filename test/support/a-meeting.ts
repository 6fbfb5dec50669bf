/** Two browsers that meet by an invitation, on a network that tests turn by hand. */
import { vi } from 'vitest';
import { RtcCarrier } from '../../src/review/carriers/rtc/rtc-carrier.ts';
import { Connections } from '../../src/review/connections.ts';
import type { HostedInvitation } from '../../src/review/hosting/hosted-invitation.ts';
import { Joining } from '../../src/review/hosting/joining.ts';
import {
	createDeviceKeys,
	identityOf,
	type DeviceKeys,
} from '../../src/review/keys/device-keys.ts';
import { Cables, GroupDevice } from './a-group.ts';
import type { FakeNetwork } from './fake-network.ts';
import { fixedClock } from './fixed.ts';

/** How long is waited for keys on a machine that is busy, milliseconds. */
const patience = 20_000;

export function rtcOf({ make, timer }: FakeNetwork) {
	return {
		...{ makeConnection: make, timer },
		isLocalNetworkDenied: () => Promise.resolve(false),
	};
}

/** A device with a workbook of its own that can invite. */
export async function aHostDevice(network: FakeNetwork, name = 'Ada') {
	const device = new GroupDevice(name, await createDeviceKeys(), `review-${name}`, new Cables());
	await device.start();
	const connections = new Connections({
		...{ review: device.review, clock: fixedClock(), workbookName: () => 'Example Ltd' },
		rtc: rtcOf(network),
	});
	return { device, review: device.review, connections };
}

/** An invitation that is good for so many minutes. */
export async function inviting(
	connections: Connections,
	network: FakeNetwork,
	{ minutes = 60, role = 'reviewer' as const } = {},
): Promise<HostedInvitation> {
	const now = fixedClock().now();
	const expires = new Date(Date.parse(now) + minutes * 60_000).toISOString();
	return valueOf(network, connections.invite(role, expires));
}

/** Somebody who answers an invitation. */
export async function answering(
	invitation: string,
	network: FakeNetwork,
	name = 'Priya',
	keys?: DeviceKeys,
): Promise<Joining> {
	const identity = identityOf(keys ?? (await createDeviceKeys()));
	const rtc = new RtcCarrier(rtcOf(network));
	return valueOf(
		network,
		Joining.begin(invitation, {
			...{ identity, name, rtc, at: fixedClock().now(), timer: network.timer },
		}),
	);
}

/** Lets time pass until `is` is true. */
export async function until(network: FakeNetwork, is: () => boolean): Promise<void> {
	await vi.waitUntil(
		async () => {
			// Little at a time: how often it is asked depends on how busy the machine is.
			await network.pass(20);
			return is();
		},
		{ timeout: patience, interval: 5 },
	);
}

/** The value of what takes time on the network; throws where it was refused. */
async function valueOf<Value>(
	network: FakeNetwork,
	work: Promise<
		| { readonly ok: true; readonly value: Value }
		| { readonly ok: false; readonly problems: readonly { readonly text: string }[] }
	>,
): Promise<Value> {
	let isDone = false;
	void work.catch(() => undefined).then(() => (isDone = true));
	await until(network, () => isDone);
	const result = await work;
	if (!result.ok) throw new Error(result.problems.map(({ text }) => text).join(' '));
	return result.value;
}
