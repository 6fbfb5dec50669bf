/** What is said of a removal that could be taken back, held against the chains that would be followed. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { mayTakeBack } from '../../../src/model/review/taking-back.ts';
import { roleOf } from '../../../src/model/review/roster.ts';
import type { DeviceIdentity } from '../../../src/review/keys/device-keys.ts';
import {
	appendStatement,
	betterChain,
	openChain,
	type RosterChain,
} from '../../../src/review/roster/roster-chain.ts';
import { at } from '../../support/at.ts';
import { deviceOf } from '../../support/a-device.ts';
import { adding, founded, removing, renaming, stated, turning } from '../../support/a-roster.ts';

let people: readonly DeviceIdentity[];
/** Three owners, in the order they were added. */
let start: RosterChain;

beforeAll(async () => {
	people = await Promise.all([1, 3, 5].map(deviceOf));
	start = await founded(at(people, 0));
	start = await stated(start, at(people, 0), adding(at(people, 1), 'owner'));
	start = await stated(start, at(people, 0), adding(at(people, 2), 'owner'));
});

/** The same list as another device keeps it. */
async function asKeptBy(chain: RosterChain, length: number, who: DeviceIdentity) {
	const opened = await openChain(chain.statements.slice(0, length), who);
	if (!opened.ok) throw new Error('Not followed');
	return opened.value;
}

/** True where some statement of `who` at an older place would be followed instead of what came. */
async function canTakeBack(chain: RosterChain, who: DeviceIdentity): Promise<boolean> {
	for (let place = 1; place < chain.statements.length; place += 1) {
		const older = await asKeptBy(chain, place, who);
		for (const time of ['a', 'b', 'c']) {
			const fork = await appendStatement(older, renaming(who, 'Back'), who, time);
			if (fork.ok && betterChain(chain, fork.value)?.chain === fork.value) return true;
		}
	}
	return false;
}

const step = fc.record({ who: fc.nat(2), whom: fc.nat(2), what: fc.nat(3) });

describe('a removal that could be taken back', () => {
	test('[P-28] is announced wherever an older place signed anew would be followed', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(step, { maxLength: 5 }),
				fc.nat(2),
				fc.nat(2),
				async (steps, by, gone) => {
					let chain = start;
					for (const { who, whom, what } of steps) {
						const [signer, other] = [at(people, who), at(people, whom)];
						const changes = [
							renaming(other, 'Somebody'),
							turning(other, 'editor'),
							turning(other, 'owner'),
						];
						const change = changes[what] ?? renaming(signer, 'Myself');
						const kept = await asKeptBy(chain, chain.statements.length, signer);
						const next = await appendStatement(kept, change, signer, 'then');
						if (next.ok) chain = next.value;
					}
					const [remover, device] = [at(people, by), at(people, gone)];
					const kept = await asKeptBy(chain, chain.statements.length, remover);
					const removed = await appendStatement(kept, removing(device), remover, 'now');
					if (!removed.ok) return;
					const said = { device: device.device, remover: remover.device };
					if (await canTakeBack(removed.value, device)) {
						expect(mayTakeBack(chain.statements, said)).toBe(true);
					}
				},
			),
			{ numRuns: 40 },
		);
	});

	test('[P-28] is that of the founder: everybody follows them again, whatever was written since', async () => {
		const [founder, second] = [at(people, 0), at(people, 1)];
		const said = { device: founder.device, remover: second.device };
		expect(mayTakeBack(start.statements, said)).toBe(true);
		let chain = await stated(await asKeptBy(start, 3, second), second, removing(founder));
		chain = await stated(chain, second, renaming(second, 'Alone'));
		const fork = await stated(await asKeptBy(start, 3, founder), founder, removing(second));
		const choice = betterChain(chain, fork);
		expect(choice?.chain).toBe(fork);
		expect(roleOf(fork.roster, founder.device)).toBe('owner');
		expect(choice?.dropped).toHaveLength(2);
	});

	test('is not that of a junior who wrote nothing, nor of somebody who was never an owner', async () => {
		const [founder, , third] = people;
		if (!founder || !third) throw new Error('Three people');
		const said = { device: third.device, remover: founder.device };
		expect(mayTakeBack(start.statements, said)).toBe(false);
		expect(await canTakeBack(await stated(start, founder, removing(third)), third)).toBe(false);
		const editor = await deviceOf(7);
		const chain = await stated(start, founder, adding(editor, 'editor'));
		expect(mayTakeBack(chain.statements, { device: editor.device, remover: founder.device })).toBe(
			false,
		);
	});
});
