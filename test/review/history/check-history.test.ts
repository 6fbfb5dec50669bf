import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { checkHistory } from '../../../src/review/history/check-history.ts';
import { DeedsChain } from '../../../src/review/history/deeds-chain.ts';
import { createDeviceKeys, type DeviceKeys } from '../../../src/review/keys/device-keys.ts';
import { setScope } from '../../../src/workbook/commands/set-scope.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import { manyControls } from '../../bench/many-controls.ts';
import { aGroup, Cables, GroupDevice, settle } from '../../support/a-group.ts';
import { aControl, done } from '../../support/a-workbook.ts';
import { anyWork } from '../../support/any-work.ts';

const breath = () => Promise.resolve();
let keys: DeviceKeys;

beforeAll(async () => {
	keys = await createDeviceKeys();
});

/** One device that shares with nobody. */
async function aDevice(): Promise<GroupDevice> {
	const device = new GroupDevice('Ada', keys, 'review', new Cables());
	await device.start();
	return device;
}

function chainOf({ workbook, review, name, time, problems }: GroupDevice): DeedsChain {
	return new DeedsChain({
		...{ doc: workbook.doc, review, timer: time, pause: breath },
		actor: () => name,
		onProblem: (text) => problems.push(text),
	});
}

const check = ({ workbook, review }: GroupDevice) => checkHistory(workbook.doc, review, breath);
const activityOf = ({ workbook }: GroupDevice) => workbook.doc.getMap<object>('activity');

/** Three deeds, bound. */
async function boundDeeds(device: GroupDevice): Promise<readonly string[]> {
	aControl(device.workbook, { controlId: 'AC-01' });
	aControl(device.workbook, { controlId: 'AC-02' });
	done(device.workbook, setScope, { values: { organization: 'Northstar' } });
	await chainOf(device).close();
	return [...activityOf(device).keys()];
}

describe('what was done, put under seal', () => {
	it('[N-4] is bound after a few seconds of quiet, once', async () => {
		const device = await aDevice();
		aControl(device.workbook);
		const chain = chainOf(device);
		aControl(device.workbook);
		device.time.turn(4_999);
		expect((await check(device)).unbound).toBe(2);
		device.time.turn(1);
		await chain.flush();
		await chain.close();
		expect(await check(device)).toEqual({ whole: 2, people: 1, unbound: 0, faults: [] });
		expect(device.review.log.entries).toHaveLength(1);
	});

	it('[N-5] tells of an entry that was altered, and of two that were swapped', async () => {
		const device = await aDevice();
		const [first = '', second = ''] = await boundDeeds(device);
		const entries = activityOf(device);
		const [one, other] = [entries.get(first)!, entries.get(second)!];
		entries.set(first, { ...one, at: '2026-01-01T00:00:00.000Z' });
		expect((await check(device)).faults).toEqual([{ id: first, kind: 'altered', by: 'Ada' }]);
		entries.set(first, other);
		entries.set(second, one);
		expect((await check(device)).faults.map(({ id, kind }) => [id, kind])).toEqual([
			[first, 'altered'],
			[second, 'altered'],
		]);
	});

	it('[N-5] tells of an entry that was taken out, or is missing from storage', async () => {
		const device = await aDevice();
		const [first = '', second = ''] = await boundDeeds(device);
		activityOf(device).delete(first);
		expect((await check(device)).faults).toEqual([{ id: first, kind: 'removed', by: 'Ada' }]);

		const other = new Y.Doc();
		const stored = await checkHistory(other, device.review, breath);
		expect(stored.faults).toContainEqual({ id: second, kind: 'missing', by: 'Ada' });
		expect(stored.whole).toBe(0);
	});

	it('[N-5] counts what nobody has bound', async () => {
		const device = await aDevice();
		await boundDeeds(device);
		aControl(device.workbook);
		expect(await check(device)).toEqual({ whole: 3, people: 1, unbound: 1, faults: [] });
	});

	it('[N-4] binds in entries of 500 what was done before there was a review', async () => {
		const device = await aDevice();
		for (let count = 0; count < 501; count += 1) {
			done(device.workbook, setScope, { values: { organization: `Northstar ${count}` } });
		}
		await chainOf(device).close();
		const sizes = device.review.log.entries.map(({ body }) => 'items' in body && body.items.length);
		expect(sizes).toEqual([500, 1]);
		expect((await check(device)).faults).toEqual([]);
	});

	it('[N-6] raises no alarm after honest work: steps back and forth, imports, merges, restarts', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.boolean(), anyWork), { minLength: 1, maxLength: 10 }),
				async (works) => {
					const group = await aGroup(['owner', 'editor']);
					const { cables, devices } = group;
					cables.join('Ada', 'Ben');
					await settle(group, 1);
					const chains = devices.map(chainOf);
					for (const [at, [isFirst, work]] of works.entries()) {
						work(devices[isFirst ? 0 : 1]!.workbook);
						if (at % 3 === 2) for (const chain of chains) await chain.flush();
					}
					await devices[0]!.workbook.runInSteps(importRows, manyControls(3), breath);
					for (const chain of chains) await chain.close();
					await settle(group, 1);
					for (const device of devices) {
						expect((await check(device)).faults).toEqual([]);
						await device.kill();
						await device.start();
						const again = await check(device);
						expect(again.faults).toEqual([]);
						expect(again.unbound).toBe(0);
					}
				},
			),
			{ numRuns: 8 },
		);
	});

	it('[N-6] waits for what another member bound and has not sent yet', async () => {
		const group = await aGroup(['owner', 'editor']);
		const [ada, ben] = group.devices;
		aControl(ada!.workbook);
		await chainOf(ada!).close();
		await ben!.review.log.admit(ada!.review.log.entries, () => undefined);
		const { faults } = await check(ben!);
		expect(faults.map(({ kind, by }) => [kind, by])).toEqual([['awaited', 'Ada']]);
	});
});
