/**
 * Pages that come by the code of any other, leave, are killed, lose links, and frames that are late
 * or lost: while somebody joins whoever is there, in the end all are in one company that no single
 * departure parts, and all have the same.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { aGroup, settle, type Group, type GroupDevice } from '../../support/a-group.ts';
import { done } from '../../support/a-workbook.ts';

type Step =
	| { readonly kind: 'work' | 'leave' | 'kill' | 'beat'; readonly at: number }
	| { readonly kind: 'come' | 'break'; readonly at: number; readonly by: number }
	| { readonly kind: 'deliver' | 'lose'; readonly at: number };

const at = fc.nat();
const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('work', 'leave', 'kill'), at }) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('come', 'break'), at, by: at }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('beat'), at }) },
	{ weight: 8, arbitrary: fc.record({ kind: fc.constant('deliver'), at }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('lose'), at }) },
);

test('[P-1] [P-24] however people come and go, whoever is there ends linked so that nobody’s leaving parts others', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(anyStep, { maxLength: 30 }), async (steps) => {
			const group = await aGroup(['owner', 'editor', 'editor', 'editor', 'viewer']);
			const gone = new Set<GroupDevice>();
			for (const device of group.devices) device.appear();
			for (const step of steps) await carryOut(step, group, gone);

			for (const device of gone) await come(device);
			const [first] = group.devices;
			for (const { name } of group.devices) {
				if (first && !areJoined(group, first.name, name)) group.cables.join(first.name, name);
			}
			// Whoever could not be reached rests a minute before the next offer.
			await settle(group, 16);

			for (const leaver of group.devices) expect(reachable(group, leaver)).toBe(4);
			const [digest, ...others] = await Promise.all(group.devices.map((each) => each.digest()));
			expect(others).toEqual(others.map(() => digest));
			for (const { session, problems } of group.devices) {
				expect(problems).toEqual([]);
				const honest = new Set(['replayed', 'gap']);
				expect(session.refusals.all.filter(({ refusal }) => !honest.has(refusal))).toEqual([]);
			}
			for (const each of group.devices) await each.kill();
		}),
		{ numRuns: fc.readConfigureGlobal().numRuns ?? 6 },
	);
}, 3_600_000);

async function carryOut(step: Step, group: Group, gone: Set<GroupDevice>): Promise<void> {
	const { cables, devices } = group;
	const device = devices[step.at % devices.length];
	if (step.kind === 'deliver') cables.deliver(step.at);
	else if (step.kind === 'lose')
		cables.waiting.splice(step.at % Math.max(1, cables.waiting.length), 1);
	else if (device && step.kind === 'come') {
		if (gone.delete(device)) await come(device);
		const other = devices[step.by % devices.length];
		if (other && !gone.has(other)) cables.join(device.name, other.name);
	} else if (!device || gone.has(device)) return;
	else if (step.kind === 'break')
		cables.part(device.name, devices[step.by % devices.length]?.name ?? '');
	else if (step.kind === 'beat') device.time.turn(10_001);
	else if (step.kind === 'work') {
		// A viewer's workbook is closed by its gate.
		if (device.review.role !== 'viewer')
			done(device.workbook, addControls, { rows: [{ title: 'One' }] });
	} else {
		gone.add(device);
		await (step.kind === 'leave' ? device.leave() : device.kill());
	}
	for (const each of devices) if (!gone.has(each)) await each.session.settled();
}

async function come(device: GroupDevice): Promise<void> {
	await device.start();
	await device.plugIn();
	device.appear();
}

function areJoined({ cables }: Group, a: string, b: string): boolean {
	return cables.isJoined(a, b);
}

/** How many of the others still reach one another when this one goes. */
function reachable(group: Group, leaver: GroupDevice): number {
	const rest = group.devices.filter((device) => device !== leaver);
	const reached = new Set(rest.slice(0, 1));
	for (const device of reached) {
		for (const other of rest) if (areJoined(group, device.name, other.name)) reached.add(other);
	}
	return reached.size;
}
