/**
 * A viewer's keys in hostile hands: anything is sent at any time among honest work; the honest devices
 * end alike, with all that they wrote and nothing else.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryBody } from '../../../src/model/review/entry.ts';
import { frameKinds } from '../../../src/review/frame.ts';
import { createDeviceKeys, identityOf } from '../../../src/review/keys/device-keys.ts';
import { settle } from '../../support/a-group.ts';
import { anyWork, rowsOfAll, type Work } from '../../support/any-work.ts';
import { at } from '../../support/at.ts';
import { bytesOf } from '../../support/hostile-member.ts';
import { anUpdate, aScene, aThread, type Scene } from '../../support/hostile-scene.ts';

type Step =
	| { readonly kind: 'work'; readonly device: number; readonly work: Work }
	| { readonly kind: 'write' | 'rest'; readonly device: number }
	| { readonly kind: 'deliver'; readonly at: number; readonly keep: boolean }
	| { readonly kind: 'attack'; readonly attack: (scene: Scene) => Promise<void> };

const device = fc.nat(1);
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Uint8Array.from(array));
const count = fc.nat(12);

const anyAttack: fc.Arbitrary<(scene: Scene) => Promise<void>> = fc.oneof(
	bytes.map(
		(junk) =>
			({ cleo }: Scene) =>
				cleo.send(junk),
	),
	fc.tuple(fc.nat(), fc.nat(7)).map(
		([place, bit]) =>
			(scene: Scene) =>
				flipped(scene, place, bit),
	),
	fc.nat().map((place) => async ({ cleo }: Scene) => {
		const frame = cleo.heard[place % Math.max(1, cleo.heard.length)];
		if (frame) await cleo.send(frame);
	}),
	fc.tuple(fc.constantFrom(...frameKinds), bytes).map(([kind, body]) => async ({ cleo }: Scene) => {
		await cleo.send(await cleo.sealed(kind, body));
	}),
	fc.boolean().map((isStranger) => async ({ cleo }: Scene) => {
		const saying = isStranger ? { identity: identityOf(await createDeviceKeys()) } : {};
		await cleo.send(await cleo.sealed('update', anUpdate(), saying));
	}),
	fc
		.tuple(count, count, count, fc.nat(2))
		.map(([seq, clock, wrong, who]) => async ({ ada, ben, cleo }: Scene) => {
			const author = at([ada, ben, cleo.device], who).review.identity.device;
			const previous = at([ada, ben], who % 2).review.log.entries.at(-1)?.body;
			const body: EntryBody = wrong > 6 && previous ? previous : aThread('Hostile');
			const entry = await cleo.entry(body, { author, seq: seq + 1, clock: clock + 1 });
			await cleo.send(await cleo.entries([entry]));
		}),
	fc.tuple(fc.boolean(), bytes, count).map(([asks, , ahead]) => async ({ ada, cleo }: Scene) => {
		const { device: id } = ada.review.identity;
		const standing = { length: ahead, head: ahead % 2 ? '' : 'f'.repeat(64) };
		const have = { asks, heads: { [`${id}.review`]: ahead, nobody: 1 }, roster: standing };
		await cleo.send(await cleo.have(have));
	}),
	fc.constant(({ cleo }: Scene) => cleo.introduce()),
	fc.nat().map((seq) => async ({ cleo }: Scene) => {
		const presence = { run: 'r', seq, at: '2026-11-21T12:00:30.000Z', name: 'C', state: 'here' };
		const body = bytesOf({ ...presence, place: { place: 'controls' } });
		await cleo.send(await cleo.sealed('presence', body));
	}),
);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('work'), device, work: anyWork }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('write', 'rest'), device }) },
	{
		weight: 6,
		arbitrary: fc.record({ kind: fc.constant('deliver'), at: fc.nat(), keep: fc.boolean() }),
	},
	{ weight: 8, arbitrary: fc.record({ kind: fc.constant('attack'), attack: anyAttack }) },
);

test('[P-2] [P-5] whatever somebody with the keys of a viewer sends, honest devices end alike and unharmed', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps) => {
			const scene = await aScene('viewer');
			const { group, ada, ben } = scene;
			for (const step of steps) await carryOut(step, scene);
			const rows = rowsOfAll([ada.workbook, ben.workbook]);
			const written = new Set([ada, ben].flatMap(({ review }) => review.log.entries));
			await settle(group);

			expect(await ben.digest()).toBe(await ada.digest());
			for (const { review, workbook, session, problems } of [ada, ben]) {
				expect(rowsOfAll([workbook])).toEqual(rows);
				expect(workbook.doc.getMap('controls').has('hostile')).toBe(false);
				expect(review.log.entries).toEqual(expect.arrayContaining([...written]));
				const honest = [ada, ben].map((each) => each.review.identity.device);
				expect(review.log.entries.filter(({ author }) => !honest.includes(author))).toEqual([]);
				expect(review.log.heads).toEqual(ada.review.log.heads);
				expect(session.comparison.differences).toEqual([]);
				expect(problems).toEqual([]);
			}
			expect(group.cables.isJoined('Ada', 'Ben')).toBe(true);
			for (const each of [ada, ben]) await each.kill();
		}),
		{ numRuns: fc.readConfigureGlobal().numRuns ?? 25 },
	);
}, 3_600_000);

async function carryOut(step: Step, scene: Scene): Promise<void> {
	const { group, ada, ben } = scene;
	if (step.kind === 'attack') {
		// A link that was closed for what came over it is made again.
		group.cables.join('Ada', 'Cleo');
		await step.attack(scene);
	} else if (step.kind === 'deliver') group.cables.deliver(step.at, step);
	else {
		const { workbook, review, session } = at([ada, ben], step.device);
		if (step.kind === 'work') step.work(workbook);
		else if (step.kind === 'write') await review.write(aThread('Honest'));
		else await session.settled();
	}
}

/** An honest frame that Cleo heard, with one bit turned over. */
async function flipped({ cleo }: Scene, place: number, bit: number): Promise<void> {
	const frame = cleo.heard[place % Math.max(1, cleo.heard.length)]?.slice();
	if (!frame) return;
	const byte = place % frame.length;
	frame[byte] = (frame[byte] ?? 0) ^ (1 << bit);
	await cleo.send(frame);
}
