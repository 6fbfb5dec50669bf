/**
 * Property: what is called dropped unseen is so by a naive model, in which every deed keeps the set of
 * all deeds that its author's copy held. People edit, take back, retire, restore, import, close and open
 * the workbook, and exchange what they have, in any order.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CollidingEdit } from '../../src/workbook/colliding-edits.ts';
import { isSameValue } from '../../src/workbook/record-values.ts';
import { anyWork } from '../support/any-work.ts';
import { at } from '../support/at.ts';
import { onePeerPer, type Peer } from './colliding-peers.ts';

type Step = (peers: readonly Peer[]) => void;

const who = fc.nat(2);
const members = fc.subarray(['CC6.1', 'CC7.1']);
const few = fc.tuple(fc.constantFrom('owner', 'title'), fc.constantFrom('', 'x', 'y'));

function pick(peers: readonly Peer[], place: number): Peer {
	return at(peers, place % peers.length);
}

const merge = fc.tuple(who, who).map(([to, from]): Step => {
	return (peers) => pick(peers, to).take(pick(peers, from));
});
const writeNew = who.map(
	(one): Step =>
		(peers) =>
			pick(peers, one).writeNew(),
);
const writeElsewhere = who.map(
	(one): Step =>
		(peers) =>
			pick(peers, one).write('title', 'y'),
);
const writeAgain = fc.tuple(who, few).map(([one, [column, value]]): Step => {
	return (peers) => pick(peers, one).write(column, value);
});
const map = fc.tuple(who, members).map(([one, value]): Step => {
	return (peers) => pick(peers, one).map(value);
});
const work = fc.tuple(who, anyWork).map(([one, deed]): Step => {
	return (peers) => pick(peers, one).act(deed);
});
const restart = who.map(
	(one): Step =>
		(peers) =>
			pick(peers, one).restart(),
);
const anyStep = fc.oneof(
	{ weight: 4, arbitrary: writeNew },
	{ weight: 4, arbitrary: merge },
	{ weight: 3, arbitrary: work },
	{ weight: 2, arbitrary: writeAgain },
	{ weight: 2, arbitrary: map },
	restart,
);

test('[Q-7] nothing is called dropped that whoever wrote what stands had before them', () => {
	let found = 0;
	fc.assert(
		fc.property(fc.array(anyStep, { minLength: 5, maxLength: 40 }), (steps) => {
			const peers = onePeerPer('Ada', 'Bo', 'Cy');
			for (const step of steps) {
				step(peers);
				// Kept from here on, not counted anew at the end.
				pick(peers, 0).collisions();
			}
			for (const peer of peers) {
				found += peer.collisions().length;
				for (const collision of peer.collisions()) expectUnseen(peer, collision);
				expect(peer.told()).toEqual(peer.recounted());
			}
			mergeAll(peers);
			const first = pick(peers, 0);
			for (const peer of peers) expect(peer.told()).toEqual(first.told());
			for (const collision of first.collisions()) expectUnseen(first, collision);
		}),
		{ numRuns: 60 },
	);
	expect(found).toBeGreaterThan(0);
});

test('[Q-7] whoever writes there afterwards ends it', () => {
	fc.assert(
		fc.property(fc.array(anyStep, { maxLength: 30 }), who, (steps, last) => {
			const peers = onePeerPer('Ada', 'Bo', 'Cy');
			for (const step of steps) step(peers);
			mergeAll(peers);
			for (const collision of pick(peers, last).collisions()) pick(peers, last).over(collision);
			mergeAll(peers);
			for (const peer of peers) expect(peer.collisions()).toEqual([]);
		}),
		{ numRuns: 60 },
	);
});

test('[Q-7] of two people, every value that was dropped unseen is found', () => {
	let found = 0;
	const step = fc.oneof(writeNew, merge, writeElsewhere);
	fc.assert(
		fc.property(fc.array(step, { minLength: 4, maxLength: 30 }), (steps) => {
			const peers = onePeerPer('Ada', 'Bo');
			for (const each of steps) each(peers);
			mergeAll(peers);
			const peer = pick(peers, 0);
			const told = peer.collisions().map(({ change }) => change.before);
			expect([...told].sort()).toEqual([...naivelyDropped(peer)].sort());
			found += told.length;
		}),
		{ numRuns: 80 },
	);
	expect(found).toBeGreaterThan(0);
});

/** The value was not in the copy of whoever wrote what is shown, and it is not what is shown. */
function expectUnseen(peer: Peer, { change, dropped, standing }: CollidingEdit): void {
	expect(peer.deeds.get(standing?.id ?? '')?.knew.has(dropped.id)).toBe(false);
	expect(isSameValue(change.before, change.after)).toBe(false);
	expect(isSameValue(change.after, peer.shown(change))).toBe(true);
	const { table, id, path, before } = change;
	expect(dropped.changes).toContainEqual(
		expect.objectContaining({ table, id, path, after: before }),
	);
}

/**
 * Every owner that was written is another one here, so that whose place each took is known by its value.
 * Dropped is what nobody wrote over and the author of what stands did not have.
 */
function naivelyDropped(peer: Peer): readonly unknown[] {
	const deeds = [...peer.deeds.values()].filter(({ path }) => path === 'owner');
	const standing = deeds.find(({ after }) => after === peer.owner());
	const saw = new Set(deeds.map(({ before }) => before));
	return deeds
		.filter((deed) => deed !== standing && !saw.has(deed.after) && !standing?.knew.has(deed.id))
		.map(({ after }) => after);
}

function mergeAll(peers: readonly Peer[]): void {
	for (const to of [...peers, ...peers]) for (const from of peers) to.take(from);
	const [first, ...others] = peers.map(({ doc }) => Y.decodeStateVector(Y.encodeStateVector(doc)));
	for (const other of others) expect(other).toEqual(first);
}
