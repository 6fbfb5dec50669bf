/** Nobody is parted when somebody leaves: links that devices make of their own, through the others. */
import { beforeEach, describe, expect, test } from 'vitest';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { readSignal, writeSignal, type Signal } from '../../../src/review/session/signal.ts';
import { aGroup, settle, type Group, type GroupDevice } from '../../support/a-group.ts';
import { at } from '../../support/at.ts';
import { done } from '../../support/a-workbook.ts';
import { HostileMember } from '../../support/hostile-member.ts';

describe('[P-24] a session of five through one host', () => {
	let group: Group;
	let host: GroupDevice;
	let guests: readonly GroupDevice[];

	beforeEach(async () => {
		group = await aGroup(['owner', 'editor', 'editor', 'reviewer', 'viewer']);
		host = at(group.devices, 0);
		guests = bySize(group.devices.slice(1));
		await meetThrough(host, group);
	});

	test('everybody is linked with the two of the smallest ids', () => {
		const [first, second, ...others] = bySize(group.devices);
		expect(areLinked(group, first, second)).toBe(true);
		for (const other of others) {
			expect(areLinked(group, first, other)).toBe(true);
			expect(areLinked(group, second, other)).toBe(true);
		}
	});

	test('the host leaves: the others go on and see one another', async () => {
		await host.leave();
		const rest = { cables: group.cables, devices: guests };
		await settle(rest, 0);
		for (const guest of guests) {
			expect(namesHere(guest)).toEqual(others(guest, guests));
			expect(guest.session.farewell).toMatchObject({
				...{ device: host.review.identity.device, hasLeft: true },
			});
		}
		await expectWorking(rest);
	});

	test('one after the other leaves, and those who stay are never parted', async () => {
		for (let here = group.devices; here.length > 2;) {
			const [leaver] = here;
			await leaver?.leave();
			here = here.slice(1);
			const rest = { cables: group.cables, devices: here };
			await settle(rest, 1);
			await expectWorking(rest, true);
		}
	});

	test('a host who comes back by the code of one guest is linked with both again', async () => {
		await host.leave();
		await settle({ cables: group.cables, devices: guests }, 1);
		await host.start();
		await host.plugIn();
		host.appear();
		const last = guests.at(-1);
		group.cables.join(host.name, last?.name ?? '');
		await settle(group, 2);
		const smallest = bySize(group.devices)
			.filter((each) => each !== host)
			.slice(0, 2);
		for (const other of smallest) expect(areLinked(group, host, other)).toBe(true);
		await last?.leave();
		const rest = { cables: group.cables, devices: group.devices.filter((each) => each !== last) };
		await settle(rest, 1);
		await expectWorking(rest);
	});

	test('copies that come over several links are nobody’s refusals', async () => {
		await expectWorking(group);
		for (const { session } of group.devices) expect(session.refusals.all).toEqual([]);
	});
});

describe('[P-24] offers of links', () => {
	test('are made by nobody whose page is in no session', async () => {
		const group = await aGroup(['owner', 'editor', 'editor']);
		for (const device of group.devices) device.appear();
		await settle(group);
		expect([...group.cables.offered.made.values()]).toEqual([]);
	});

	test('of two at once leave one link', async () => {
		const group = await aGroup(['owner', 'editor', 'editor']);
		const [ada, ...others] = group.devices;
		await meetThrough(at(group.devices, 0), group);
		const [first, second] = [at(others, 0), at(others, 1)];
		expect(areLinked(group, first, second)).toBe(true);
		for (const other of others) {
			const links = other.session.carriers.flatMap((carrier) => carrier.links);
			expect(links.map(({ device }) => device).sort()).toEqual(
				[ada, other === first ? second : first].map((each) => each?.review.identity.device).sort(),
			);
		}
		// The smaller id’s offer counts: what the other made for its own was let go at once.
		const [smaller, greater] = bySize(others);
		expect(group.cables.offered.made.get(smaller?.name ?? '')).toBe(1);
		expect(group.cables.offered.made.get(greater?.name ?? '')).toBe(2);
	});

	test('that meet no answer are let go, and made again ever more rarely', async () => {
		const group = await aGroup(['owner', 'editor', 'editor']);
		group.cables.offered.isApart = () => true;
		await meetThrough(at(group.devices, 0), group);
		const madeIn = async (beats: number): Promise<number> => {
			const before = total(group);
			await settle(group, beats);
			return total(group) - before;
		};
		const early = await madeIn(8);
		expect(await madeIn(8)).toBeLessThan(early);
		group.cables.offered.isApart = () => false;
		await settle(group, 32);
		expect(areLinked(group, at(group.devices, 1), at(group.devices, 2))).toBe(true);
	});

	test('to somebody who cannot be reached give way to those to the next', async () => {
		const group = await aGroup(['owner', 'editor', 'editor', 'editor', 'editor']);
		const [host, ...guests] = group.devices;
		const [smallest, , , greatest] = bySize(guests);
		group.cables.offered.isApart = (...two) =>
			two.includes(smallest?.name ?? '') && two.includes(greatest?.name ?? '');
		await meetThrough(at(group.devices, 0), group);
		await settle(group, 3);
		expect(areLinked(group, smallest, greatest)).toBe(false);
		await host?.leave();
		const rest = { cables: group.cables, devices: guests };
		await settle(rest, 1);
		await expectWorking(rest);
	});

	test('that made a second link to a device end it again', async () => {
		const group = await aGroup(['owner', 'editor', 'editor']);
		await meetThrough(at(group.devices, 0), group);
		group.cables.join('Ben', 'Cleo');
		await settle(group, 1);
		const { offered } = group.cables;
		expect(offered.isLaid('Ben', 'Cleo')).toBe(false);
		expect(group.cables.isJoined('Ben', 'Cleo')).toBe(true);
		for (const { session } of group.devices) expect(session.farewell).toBeUndefined();
	});

	test('are made no more by a page that has left the session', async () => {
		const group = await aGroup(['owner', 'editor', 'editor']);
		const [ada] = group.devices;
		group.cables.offered.isApart = () => true;
		await meetThrough(at(group.devices, 0), group);
		for (const { session } of group.devices.slice(1)) {
			const carrier = session.carriers.find(({ carrier: { maker } }) => maker)?.carrier;
			if (carrier) await session.detach(carrier);
			expect(session.reach).toBeUndefined();
			expect(session.farewell).toBeUndefined();
		}
		const made = total(group);
		await settle(group, 10);
		expect(total(group)).toBe(made);
		expect(ada?.session.presence.all).toEqual([]);
	});

	test('are not made to a page that is still being sent the workbook', async () => {
		const group = await aGroup(['owner', 'editor', 'editor']);
		const [ada, ben, cleo] = [at(group.devices, 0), at(group.devices, 1), at(group.devices, 2)];
		done(ada.workbook, addControls, { rows: [{ title: 'One' }] });
		cleo.session.expect();
		for (const device of [ada, ben, cleo]) device.appear();
		group.cables.join('Ada', 'Ben');
		group.cables.join('Ada', 'Cleo');
		expect(cleo.session.reach).toBeUndefined();
		await settle(group, 0);
		expect(cleo.session.reach).toBeDefined();
		await settle(group, 1);
		expect(areLinked(group, ben, cleo)).toBe(true);
	});
});

describe('[P-2] [P-25] hostile signals open nothing', () => {
	test.each(['viewer', 'editor'] as const)('of a %s', async (role) => {
		const { group, ada, ben, cleo, reach } = await withHostile(role);
		const theirs = reachOf(cleo);
		const offer: Signal = { ...{ kind: 'offer', to: reach, from: theirs, offer: 1 }, packed: some };
		const made = total(group);
		const cases: readonly (readonly [Partial<Signal>, number])[] = [
			// Of a page that is not here.
			[{ from: 'x'.repeat(22) }, 0],
			// An answer to nothing.
			[{ kind: 'answer' }, 0],
			[{ kind: 'answer', offer: 7 }, 0],
			// To nobody: passed on, and heard by none.
			[{ to: 'y'.repeat(22) }, 0],
		];
		for (const [change] of cases) {
			await cleo.send(await cleo.sealed('signal', writeSignal({ ...offer, ...change })));
			await settle(group, 0);
		}
		expect(total(group)).toBe(made);
		expect(refused(ada, 'replayed')).toBe(3);
		expect(namesHere(ben)).toContain('Ada');
	});

	test('an offer played again, by the same link, by another and after the page was loaded again', async () => {
		const { group, ada, cleo, reach } = await withHostile('viewer');
		const frame = await cleo.sealed(
			'signal',
			writeSignal({ kind: 'offer', to: reach, from: reachOf(cleo), offer: 1, packed: some }),
		);
		for (let time = 0; time < 3; time += 1) {
			await cleo.send(frame);
			await settle(group, 0);
		}
		expect(refused(ada, 'replayed')).toBe(2);
		await ada.kill();
		await ada.start();
		await ada.plugIn();
		ada.appear();
		group.cables.join('Ada', 'Cleo');
		await settle(group, 0);
		const made = total(group);
		await cleo.send(frame);
		await settle(group, 0);
		expect(total(group)).toBe(made);
	});

	test('nonsense, what is too long, and what is the team’s', async () => {
		const { group, ada, cleo, reach } = await withHostile('editor');
		const offer: Signal = {
			...{ kind: 'offer', to: reach, from: reachOf(cleo), offer: 1, packed: some },
		};
		const made = total(group);
		const { membership } = cleo.device.review;
		const key = membership.keyOf('team', membership.epoch);
		for (const frame of [
			await cleo.sealed('signal', Uint8Array.of(1, 2, 3)),
			await cleo.sealed('signal', writeSignal({ ...offer, packed: new Uint8Array(800) })),
			await cleo.sealed('signal', new Uint8Array(50_000)),
			await cleo.sealed('signal', writeSignal(offer), { channel: 'team', key }),
		]) {
			await cleo.send(frame);
		}
		await settle(group, 0);
		expect(refused(ada, 'malformed')).toBe(4);
		expect(total(group)).toBe(made);
	});

	test('too many are refused, of editors too', async () => {
		const { group, ada, cleo, reach } = await withHostile('editor');
		for (let offer = 1; offer <= 130; offer += 1) {
			const signal = {
				kind: 'offer',
				to: reach,
				from: reachOf(cleo),
				offer,
				packed: some,
			} as const;
			await cleo.send(await cleo.sealed('signal', writeSignal(signal)));
		}
		await settle(group, 0);
		expect(refused(ada, 'flood')).toBeGreaterThanOrEqual(20);
	});

	test('whoever was removed is answered no more', async () => {
		const { group, ada, cleo, reach } = await withHostile('editor');
		const signal = {
			kind: 'offer',
			to: reach,
			from: reachOf(cleo),
			offer: 1,
			packed: some,
		} as const;
		const frame = await cleo.sealed('signal', writeSignal(signal));
		await ada.review.remove(cleo.id);
		await settle(group, 0);
		// Their link ended with it; they come by another.
		group.cables.join('Ada', 'Cleo');
		await settle(group, 0);
		const made = total(group);
		await cleo.send(frame);
		await settle(group, 0);
		expect(total(group)).toBe(made);
		expect(refused(ada, 'old-epoch') + refused(ada, 'stranger')).toBe(1);
	});
});

test('a signal is read as it was written, and from nothing else', () => {
	const signal: Signal = {
		...{ kind: 'offer', to: 'a'.repeat(22), from: 'b'.repeat(22), offer: 3 },
		packed: Uint8Array.of(16, 1, 2),
	};
	expect(readSignal(writeSignal(signal))).toEqual(signal);
	expect(readSignal(writeSignal({ ...signal, to: 'short' }))).toBeUndefined();
	expect(readSignal(writeSignal({ ...signal, offer: 0 }))).toBeUndefined();
});

const some = new TextEncoder().encode('Nobody#1');

/** All come by a code of the host, in their order, and say where they are. */
async function meetThrough(host: GroupDevice, group: Group): Promise<void> {
	for (const device of group.devices) device.appear();
	for (const { name } of group.devices) group.cables.join(host.name, name);
	await settle(group, 2);
}

/** Ada and Ben, and Cleo in hostile hands, who appeared and is linked with Ada. */
async function withHostile(role: 'viewer' | 'editor') {
	const group = await aGroup(['owner', 'editor', role]);
	const [ada, ben, device] = [at(group.devices, 0), at(group.devices, 1), at(group.devices, 2)];
	group.cables.join('Ada', 'Ben');
	for (const each of [ada, ben]) each.appear();
	const honest = { cables: group.cables, devices: [ada, ben] };
	const cleo = await HostileMember.of(device, group);
	group.cables.join('Ada', 'Cleo');
	await settle(honest, 0);
	await cleo.introduce();
	await cleo.send(
		await cleo.sealed('presence', new TextEncoder().encode(JSON.stringify(wordOf(cleo)))),
	);
	await settle(honest, 0);
	const { reach } = ada.session;
	if (!reach) throw new Error('Ada takes offers');
	return { group: honest, ada, ben, cleo, reach };
}

function wordOf(cleo: HostileMember) {
	return {
		...{ run: 'hostile', seq: 1, at: '2026-11-21T12:00:30.000Z', name: 'Cleo' },
		...{ place: { place: 'matrix' }, state: 'here', reach: reachOf(cleo) },
	};
}

function reachOf({ id }: HostileMember): string {
	return id.slice(0, 22);
}

function refused({ session }: GroupDevice, refusal: string): number {
	return session.refusals.all
		.filter((each) => each.refusal === refusal)
		.reduce((sum, { count }) => sum + count, 0);
}

function total({ cables }: Group): number {
	return [...cables.offered.made.values()].reduce((sum, count) => sum + count, 0);
}

function bySize(devices: readonly GroupDevice[]): readonly GroupDevice[] {
	const idOf = ({ review }: GroupDevice): string => review.identity.device;
	return [...devices].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

function areLinked({ cables }: Group, a?: GroupDevice, b?: GroupDevice): boolean {
	return cables.isJoined(a?.name ?? '', b?.name ?? '');
}

function namesHere({ session }: GroupDevice): readonly string[] {
	return session.presence.all.map(({ presence }) => presence.name).sort();
}

function others(one: GroupDevice, all: readonly GroupDevice[]): readonly string[] {
	return all
		.filter((each) => each !== one)
		.map(({ name }) => name)
		.sort();
}

/** What each editor types and everybody who may writes reaches all. */
async function expectWorking(group: Group, isLasting = false): Promise<void> {
	const editors = group.devices.filter(({ name }) => ['Ada', 'Ben', 'Cleo'].includes(name));
	for (const { workbook, name } of editors) {
		done(workbook, addControls, { rows: [{ title: `Last word of ${name}` }] });
	}
	await settle(group, 0);
	const [first, ...rest] = await Promise.all(group.devices.map((each) => each.digest()));
	expect(rest).toEqual(rest.map(() => first));
	if (isLasting) return;
	for (const { problems } of group.devices) expect(problems).toEqual([]);
}
