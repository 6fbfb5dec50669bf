/**
 * Devices that go offline, come back, restart, lose and double frames while people work: in the end
 * all have the same, and nothing that was accepted anywhere is missing.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryId } from '../../../src/model/review/entry.ts';
import { keepForAll } from '../../../src/review/keep-for-all.ts';
import { contentDigestWithout } from '../../../src/workbook/content-digest.ts';
import { aGroup, settle, type Group, type GroupDevice } from '../../support/a-group.ts';
import { anyWork, rowsOfAll, type Work } from '../../support/any-work.ts';

type Step =
	| { readonly kind: 'work'; readonly device: number; readonly work: Work }
	| { readonly kind: 'write'; readonly device: number; readonly text: string }
	| { readonly kind: 'join' | 'part'; readonly a: number; readonly b: number }
	| { readonly kind: 'deliver'; readonly at: number; readonly keep: boolean }
	| { readonly kind: 'lose'; readonly at: number }
	| { readonly kind: 'rest'; readonly device: number }
	| { readonly kind: 'restart'; readonly device: number }
	| { readonly kind: 'takes'; readonly device: number; readonly takes: boolean }
	| { readonly kind: 'decide'; readonly device: number; readonly forAll: boolean }
	| { readonly kind: 'file'; readonly a: number; readonly b: number };

const device = fc.nat(3);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ kind: fc.constant('work'), device, work: anyWork }) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('write'), device, text: words() }) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('join'), a: device, b: device }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('part'), a: device, b: device }) },
	{
		weight: 8,
		arbitrary: fc.record({ kind: fc.constant('deliver'), at: fc.nat(), keep: fc.boolean() }),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('lose'), at: fc.nat() }) },
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('rest'), device }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('restart'), device }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('file'), a: device, b: device }) },
	{
		weight: 2,
		arbitrary: fc.record({ kind: fc.constant('takes'), device, takes: fc.boolean() }),
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant('decide'), device, forAll: fc.boolean() }),
	},
);

function words(): fc.Arbitrary<string> {
	return fc.string({ minLength: 1, maxLength: 30 });
}

// A search over thousands: FC_RUNS=5000 FC_SEED=$RANDOM (test/support/fast-check-setup.ts).
test('[P-1] [P-3] [P-29] whatever happens on the way, all devices end alike but for what somebody kept, and nothing accepted is lost', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps) => {
			const group = await aGroup(['owner', 'editor', 'editor', 'reviewer']);
			for (const step of steps) await carryOut(step, group);
			const written = new Set(group.devices.flatMap(({ review }) => idsOf(review)));
			const rows = rowsOfAll(editors(group).map(({ workbook }) => workbook));

			for (const name of ['Ben', 'Cleo', 'Dan']) group.cables.join('Ada', name);
			await settle(group);

			const [first, ...others] = await Promise.all(group.devices.map(sharedDigest));
			expect(others).toEqual(others.map(() => first));
			for (const { review, workbook, session, problems } of group.devices) {
				expect(new Set(idsOf(review))).toEqual(written);
				const kept = keptRows(review);
				const shared = [...rowsOfAll([workbook])].filter((row) => !kept.has(row));
				expect(new Set(shared)).toEqual(rows);
				expect(workbook.tables.flatMap((table) => table.unreadable())).toEqual([]);
				expect(review.log.faults).toEqual([]);
				expect(session.comparison.differences).toEqual([]);
				expect(problems).toEqual([]);
				const honest = new Set(['replayed', 'gap']);
				expect(session.refusals.all.filter(({ refusal }) => !honest.has(refusal))).toEqual([]);
			}
			for (const each of group.devices) await each.kill();
		}),
		{ numRuns: fc.readConfigureGlobal().numRuns ?? 40 },
	);
}, 3_600_000);

async function carryOut(step: Step, { cables, devices }: Group): Promise<void> {
	const of = (at: number): GroupDevice => {
		const found = devices[at];
		if (!found) throw new Error('No such device');
		return found;
	};
	switch (step.kind) {
		case 'work':
			// A reviewer's workbook is closed by its gate; here nobody else holds them back.
			if (step.device !== 3) step.work(of(step.device).workbook);
			break;
		case 'write':
			await of(step.device).review.write({
				...{ kind: 'thread', subject: { kind: 'workbook' }, text: step.text, mentions: [] },
			});
			break;
		case 'join':
			cables.join(of(step.a).name, of(step.b).name);
			break;
		case 'part':
			cables.part(of(step.a).name, of(step.b).name);
			break;
		case 'deliver':
			cables.deliver(step.at, step);
			break;
		case 'lose':
			cables.waiting.splice(step.at % Math.max(1, cables.waiting.length), 1);
			break;
		case 'rest':
			await of(step.device).session.settled();
			break;
		case 'restart':
			await of(step.device).kill();
			await of(step.device).start();
			await of(step.device).plugIn();
			break;
		case 'takes':
			of(step.device).takesMass = step.takes;
			break;
		case 'decide': {
			const { workbook, review } = of(step.device);
			const [kept] = review.kept.all;
			// Only editors bring back for everybody.
			if (kept && step.forAll && step.device !== 3) keepForAll(workbook, review.kept, kept);
			else if (kept) review.kept.removeHere(kept);
			break;
		}
		case 'file': {
			for await (const frame of of(step.a).session.everything()) {
				await of(step.b).session.takeOne(frame, file);
			}
		}
	}
}

const file = {
	kind: 'bundle',
	keeps: 'store',
	start: () => Promise.resolve(),
	send: () => Promise.reject(new Error('A file takes nothing')),
	stop: () => Promise.resolve(),
} as const;

function editors({ devices }: Group): readonly GroupDevice[] {
	return devices.slice(0, 3);
}

/** Of what all are to have: what this device alone keeps is left out. */
async function sharedDigest({ workbook, review }: GroupDevice): Promise<string> {
	return (await contentDigestWithout(workbook.doc, () => review.kept.leftOut)).whole;
}

function keptRows({ kept }: GroupDevice['review']): ReadonlySet<string> {
	const rows = [...kept.leftOut].filter(([map]) => !map.includes('/'));
	return new Set(rows.flatMap(([map, keys]) => [...keys].map((key) => `${map} ${key}`)));
}

function idsOf({ log }: GroupDevice['review']): string[] {
	return log.entries.map(entryId);
}
