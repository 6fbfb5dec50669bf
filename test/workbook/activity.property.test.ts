import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ActivityLog } from '../../src/workbook/activity.ts';
import { KeyCount } from '../../src/workbook/key-count.ts';
import { activityMap } from '../../src/workbook/layout.ts';
import { countingIds, dana } from '../support/fixed.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const id = fc.constantFrom(...ids);
const at = fc.constantFrom('2026-05-01T08:00:00Z', '2026-05-01T08:00:01Z', '2026-05-02T08:00:00Z');

/** What a copy may find in its document: entries of others, and what no program of ours would do. */
const step = fc.oneof(
	fc.record({ kind: fc.constant('done' as const), at }),
	fc.record({ kind: fc.constant('came' as const), id, at, place: fc.nat({ max: 3 }) }),
	fc.record({ kind: fc.constant('many' as const), at, count: fc.integer({ min: 60, max: 70 }) }),
	fc.record({ kind: fc.constant('removed' as const), id }),
	fc.record({ kind: fc.constant('unreadable' as const), id }),
	fc.record({ kind: fc.constant('looked' as const) }),
);

describe('the activity list', () => {
	it('is in the order that sorting all of it anew gives, whatever came, went or was altered', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
				const copy = aCopy();
				const { doc, log } = copy;
				for (const one of steps) {
					doc.transact(() => {
						carryOut(one, copy);
					});
					if (one.kind === 'looked') {
						expect(log.latest()).toEqual(new ActivityLog(doc).latest());
					}
				}
				expect(log.latest()).toEqual(new ActivityLog(doc).latest());
			}),
		);
	});

	it('gives each entry the number of those that stood before it', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
				const copy = aCopy();
				const { doc, log } = copy;
				for (const one of steps) {
					const before = activityMap(doc).size;
					doc.transact(() => {
						carryOut(one, copy);
						if (one.kind === 'done') carryOut(one, copy);
					});
					if (one.kind !== 'done') continue;
					const places = log.latest().map(({ place }) => place);
					expect(places).toContain(before);
					expect(places).toContain(before + 1);
				}
			}),
		);
	});
});

it('knows how many keys of a map hold something, as walking them does', () => {
	const change = fc.tuple(id, fc.boolean());
	fc.assert(
		fc.property(
			fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }),
			fc.nat({ max: 12 }),
			(transactions, firstAsked) => {
				const doc = new Y.Doc();
				const map = doc.getMap('any');
				const count = new KeyCount(map);
				for (const [place, changes] of transactions.entries()) {
					doc.transact(() => {
						for (const [key, isSet] of changes) {
							if (isSet) map.set(key, place);
							else map.delete(key);
						}
					});
					if (place >= firstAsked) expect(count.size).toBe(map.size);
				}
				expect(count.size).toBe(map.size);
			},
		),
	);
});

interface Copy {
	readonly doc: Y.Doc;
	readonly log: ActivityLog;
	readonly source: ReturnType<typeof countingIds>;
}

function aCopy(): Copy {
	const doc = new Y.Doc();
	return { doc, log: new ActivityLog(doc), source: countingIds() };
}

function carryOut(
	one: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
	{ doc, log, source }: Copy,
): void {
	const entries = activityMap(doc);
	const deed = { name: 'edit', label: 'Edit title' };
	if (one.kind === 'done') log.add({ ...deed, actor: dana, at: one.at }, [], source);
	if (one.kind === 'came') {
		entries.set(one.id, { ...deed, by: dana, at: one.at, place: one.place });
	}
	if (one.kind === 'many') {
		for (let place = 0; place < one.count; place++) {
			log.add({ ...deed, actor: dana, at: one.at }, [], source);
		}
	}
	if (one.kind === 'removed') entries.delete(one.id);
	if (one.kind === 'unreadable') entries.set(one.id, 'no entry');
}
