/**
 * Property: what is called dropped unseen is so by a naive model, in which every deed keeps the set of
 * all deeds that its author's copy held. People edit, take back, restart, restore, bring new rows and
 * exchange what they have, in any order.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isSameValue } from '../../src/workbook/record-values.ts';
import type { CollidingEdit } from '../../src/workbook/colliding-edits.ts';
import { at } from '../support/at.ts';
import { onePeerPer, type Peer } from './colliding-peers.ts';

type Step = (peers: readonly Peer[]) => void;

const who = fc.nat(2);
const cell = fc.constantFrom('owner', 'title');
const merge = fc.tuple(who, who).map(([to, from]): Step => {
	return (peers) => {
		pick(peers, to).take(pick(peers, from));
	};
});
const write = fc.tuple(who, cell).map(
	([at, column]): Step =>
		(peers) =>
			pick(peers, at).writeNew(column),
);
const honest: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 4, arbitrary: write },
	{ weight: 3, arbitrary: merge },
	{
		weight: 2,
		arbitrary: fc.tuple(who, cell, fc.constantFrom('', 'x', 'y')).map(
			([at, column, value]): Step =>
				(peers) =>
					pick(peers, at).write(column, value),
		),
	},
	{
		weight: 2,
		arbitrary: fc.tuple(who, fc.subarray(['CC6.1', 'CC7.1'])).map(
			([at, members]): Step =>
				(peers) =>
					pick(peers, at).map(members),
		),
	},
	fc.tuple(who).map(
		([at]): Step =>
			(peers) =>
				pick(peers, at).addRow(),
	),
	fc.tuple(who).map(
		([at]): Step =>
			(peers) =>
				pick(peers, at).retireOrRestore(),
	),
	fc.tuple(who).map(
		([at]): Step =>
			(peers) =>
				pick(peers, at).undo(),
	),
	fc.tuple(who).map(
		([at]): Step =>
			(peers) =>
				pick(peers, at).redo(),
	),
	fc.tuple(who).map(
		([at]): Step =>
			(peers) =>
				pick(peers, at).restart(),
	),
);

test('[Q-7] nothing is called dropped that whoever wrote what stands had before them', () => {
	let found = 0;
	fc.assert(
		fc.property(fc.array(honest, { minLength: 5, maxLength: 40 }), (steps) => {
			const peers = onePeerPer('Ada', 'Bo', 'Cy');
			for (const step of steps) {
				step(peers);
				// Kept from here on, not counted anew at the end.
				pick(peers, 0).collisions();
			}
			for (const peer of peers) {
				found += peer.collisions().length;
				for (const collision of peer.collisions()) expectUnseen(peer, collision);
				expect(peer.collisions()).toEqual(peer.recounted());
			}
			merged(peers);
			for (const peer of peers) expect(peer.told()).toEqual(pick(peers, 0).told());
			for (const collision of pick(peers, 0).collisions()) expectUnseen(pick(peers, 0), collision);
		}),
		{ numRuns: 100 },
	);
	expect(found).toBeGreaterThan(0);
});

test('[Q-7] whoever writes there afterwards ends it', () => {
	fc.assert(
		fc.property(fc.array(honest, { maxLength: 30 }), who, (steps, last) => {
			const peers = onePeerPer('Ada', 'Bo', 'Cy');
			for (const step of steps) step(peers);
			merged(peers);
			for (const { change } of pick(peers, last).collisions()) pick(peers, last).over(change.path);
			merged(peers);
			for (const peer of peers) expect(peer.collisions()).toEqual([]);
		}),
		{ numRuns: 60 },
	);
});

test('[Q-7] of two people, every value that was dropped unseen is found', () => {
	let found = 0;
	const step = fc.oneof(write, merge);
	fc.assert(
		fc.property(fc.array(step, { minLength: 4, maxLength: 30 }), (steps) => {
			const peers = onePeerPer('Ada', 'Bo');
			for (const each of steps) each(peers);
			merged(peers);
			const peer = pick(peers, 0);
			const dropped = ['owner', 'title'].flatMap((column) => naivelyDropped(peer, column));
			const told = peer.collisions().map(({ change }) => change.before);
			expect(told.sort()).toEqual(dropped.sort());
			found += told.length;
		}),
		{ numRuns: 150 },
	);
	expect(found).toBeGreaterThan(0);
});

/** The value was not in the copy of whoever wrote what is shown, and it is not what is shown. */
function expectUnseen(peer: Peer, { change, dropped, standing }: CollidingEdit): void {
	const latest = peer.deeds.get(standing?.id ?? '');
	expect(latest?.knew.has(dropped.id)).toBe(false);
	expect(isSameValue(change.before, change.after)).toBe(false);
	expect(isSameValue(change.after, peer.shown(change.path))).toBe(true);
	expect(dropped.changes).toContainEqual(
		expect.objectContaining({ path: change.path, after: change.before }),
	);
}

/**
 * Every written value is another one here, so that whose place each took is known by its value. Dropped
 * is what nobody wrote over and the author of what stands did not have.
 */
function naivelyDropped(peer: Peer, column: string): readonly unknown[] {
	const deeds = [...peer.deeds.values()].filter(({ path }) => path === column);
	const standing = deeds.find(({ after }) => after === peer.shown(column));
	const saw = new Set(deeds.map(({ before }) => before));
	return deeds
		.filter((deed) => deed !== standing && !saw.has(deed.after) && !standing?.knew.has(deed.id))
		.map(({ after }) => after);
}

function merged(peers: readonly Peer[]): void {
	for (const to of peers) for (const from of peers) to.take(from);
	for (const to of peers) for (const from of peers) to.take(from);
	const [first, ...others] = peers.map(({ doc }) => Y.encodeStateVector(doc));
	for (const other of others)
		expect(Y.decodeStateVector(other)).toEqual(Y.decodeStateVector(first ?? new Uint8Array()));
}

function pick(peers: readonly Peer[], place: number): Peer {
	return at(peers, place % peers.length);
}
