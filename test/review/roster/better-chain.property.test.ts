/**
 * Forks: owners who did not hear of one another wrote at the same place. Every device ends with the
 * same chain, in whatever order it hears of the others.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

import type { RosterChange, RosterStatement } from '../../../src/model/review/roster.ts';
import type { DeviceIdentity } from '../../../src/review/keys/device-keys.ts';
import {
	appendStatement,
	betterChain,
	openChain,
	type RosterChain,
} from '../../../src/review/roster/roster-chain.ts';
import { deviceOf } from '../../support/a-device.ts';
import { adding, founded, removing, renaming, stated, turning } from '../../support/a-roster.ts';

let owners: readonly DeviceIdentity[];
let others: readonly DeviceIdentity[];
/** Three owners, in the order they were added. */
let start: RosterChain;

beforeAll(async () => {
	owners = await Promise.all([1, 3, 5].map(deviceOf));
	others = await Promise.all([7, 9, 11].map(deviceOf));
	start = await founded(owners[0]!);
	start = await stated(start, owners[0]!, adding(owners[1]!, 'owner'));
	start = await stated(start, owners[0]!, adding(owners[2]!, 'owner'));
});

/** One step: the owner `who` changes something of `whom` in the copy `copy`, or takes over `from`. */
const step = fc.record({
	copy: fc.nat(3),
	from: fc.nat(3),
	who: fc.nat(2),
	whom: fc.nat(5),
	what: fc.nat(4),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
const steps = fc.array(step, { minLength: 2, maxLength: 16 });

function changeOf(what: number, device: DeviceIdentity): RosterChange {
	const changes = [
		renaming(device, 'Somebody'),
		adding(device, 'editor'),
		turning(device, 'owner'),
		removing(device),
	];
	return changes[what] ?? renaming(device, 'Somebody else');
}

/** Four copies on which owners wrote without hearing of one another, each as its signer keeps it. */
async function copiesAfter(given: readonly Step[]) {
	const copies = [start, start, start, start];
	for (const { copy, from, who, whom, what } of given) {
		if (what === 4) {
			copies[copy] = copies[from]!;
			continue;
		}
		const signer = owners[who]!;
		const present = await openChain(copies[copy]!.statements, signer);
		if (!present.ok) throw new Error('Honest statements are followed');
		const change = changeOf(what, [...owners, ...others][whom]!);
		const next = await appendStatement(present.value, change, signer, `2026-11-21 ${who}`);
		if (next.ok) copies[copy] = next.value;
	}
	return copies;
}

/** Whom a statement puts into the list, again where they were in it before. */
function addedBy(change: RosterChange): string | undefined {
	if (change.kind === 'found') return change.owner.device;
	return change.kind === 'add' ? change.member.device : undefined;
}

/** What is followed among all the chains there are: step by step, by the rule's own words. */
function naively(chains: readonly RosterChain[]): readonly RosterStatement[] {
	let [running, place] = [chains, 0];
	for (;;) {
		const going = running.filter(({ statements }) => statements.length > place);
		if (going.length === 0) return running[0]!.statements;
		const rank = ({ statements }: RosterChain) =>
			statements
				.slice(0, place)
				.findLastIndex(({ change }) => addedBy(change) === statements[place]!.signer);
		const earliest = Math.min(...going.map(rank));
		const hashes = going
			.filter((chain) => rank(chain) === earliest)
			.map(({ hashes }) => hashes[place]!);
		const lowest = hashes.sort()[0];
		running = going.filter(({ hashes }) => hashes[place] === lowest);
		place += 1;
	}
}

describe('which of two chains is followed', () => {
	test('two devices choose the same, and what was not followed is what the other had more', async () => {
		await fc.assert(
			fc.asyncProperty(steps, fc.nat(3), fc.nat(3), async (given, i, j) => {
				const copies = await copiesAfter(given);
				const [ours, theirs] = [copies[i]!, copies[j]!];
				const [here, there] = [betterChain(ours, theirs), betterChain(theirs, ours)];
				expect(here?.chain.hashes).toEqual(there?.chain.hashes);
				expect(here?.dropped).toEqual(there?.dropped);
				const all = new Set(
					[...ours.statements, ...theirs.statements].map(({ signature }) => signature),
				);
				const kept = (here?.chain.statements.length ?? 0) + (here?.dropped.length ?? 0);
				expect(kept).toBe(all.size);
			}),
			{ numRuns: 60 },
		);
	});

	test('devices that hear of all chains end with the same, in whatever order', async () => {
		await fc.assert(
			fc.asyncProperty(
				steps,
				fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
				async (given, order) => {
					const copies = await copiesAfter(given);
					const merged = order
						.map((at) => copies[at]!)
						.reduce((ours, theirs) => betterChain(ours, theirs)?.chain ?? ours);
					expect(merged.statements).toEqual(naively(copies));
				},
			),
			{ numRuns: 60 },
		);
	});

	test('the longer one where it continues the other', async () => {
		const theirs = await openChain(start.statements, owners[2]!);
		if (!theirs.ok) throw new Error('Not followed');
		const chain = await stated(theirs.value, owners[2]!, adding(others[0]!, 'viewer'));
		expect(betterChain(start, chain)).toEqual({ chain, dropped: [] });
		expect(betterChain(chain, start)).toEqual({ chain, dropped: [] });
	});

	test('a removed owner’s later words lose to the owner who was a member earlier', async () => {
		const removal = await stated(start, owners[0]!, removing(owners[1]!));
		const theirs = await openChain(start.statements, owners[1]!);
		if (!theirs.ok) throw new Error('Not followed');
		let fork = await stated(theirs.value, owners[1]!, removing(owners[2]!));
		fork = await stated(fork, owners[1]!, adding(others[0]!, 'owner'));
		const choice = betterChain(fork, removal);
		expect(choice?.chain).toBe(removal);
		expect(choice?.dropped).toEqual(fork.statements.slice(3));
	});

	test('[P-28] an owner who was removed and let in again is the junior of those who stayed', async () => {
		let back = await stated(start, owners[0]!, removing(owners[1]!));
		back = await stated(back, owners[0]!, adding(owners[1]!, 'owner'));
		const [mine, theirs] = await Promise.all(
			[owners[1]!, owners[2]!].map(async (owner) => {
				const opened = await openChain(back.statements, owner);
				if (!opened.ok) throw new Error('Not followed');
				return stated(opened.value, owner, adding(others[0]!, 'viewer'));
			}),
		);
		expect(betterChain(mine!, theirs!)?.chain).toBe(theirs);
		expect(betterChain(theirs!, mine!)?.chain).toBe(theirs);
	});

	test('none, where they are of different groups', async () => {
		expect(betterChain(start, await founded(owners[1]!))).toBeUndefined();
	});
});
