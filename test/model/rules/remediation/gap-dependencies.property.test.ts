import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../../src/base/calendar-date.ts';
import type { Gap } from '../../../../src/model/registers/gaps.ts';
import {
	cycleThrough,
	openDependencies,
} from '../../../../src/model/rules/remediation/gap-dependencies.ts';
import { planOrder } from '../../../../src/model/rules/remediation/plan-order.ts';
import { aRecord } from '../../../support/records.ts';

const today = '2026-11-21' as CalendarDate;
const names = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Gaps that wait for each other at random, in circles too. */
const someGaps = fc.array(
	fc.record({
		dependsOn: fc.uniqueArray(fc.constantFrom(...names)),
		status: fc.constantFrom('open', 'closed', ''),
		kind: fc.constantFrom('design', 'operating', 'evidence', 'documentation', ''),
		severity: fc.constantFrom('critical', 'low', ''),
		due: fc.constantFrom('2026-11-01', '2026-12-01', '', 'soon'),
	}),
	{ minLength: names.length, maxLength: names.length },
);

function gapsOf(said: readonly { readonly dependsOn: readonly string[] }[]): readonly Gap[] {
	return said.map((each, at) =>
		aRecord('gaps', names[at] ?? '', {
			...each,
			dependsOn: each.dependsOn.map((name) => `gap:${name}`),
		}),
	);
}

/** Whether one is reached from another, by trying every way of up to as many steps as there are gaps. */
function reaches(from: string, to: string, byId: (id: string) => Gap | undefined): boolean {
	let found = new Set([from]);
	for (let step = 0; step <= names.length; step += 1) {
		if (found.has(to)) return true;
		found = new Set([...found, ...[...found].flatMap((id) => byId(id)?.dependsOn ?? [])]);
	}
	return false;
}

test('a cycle is found exactly where one would come about, and is named from end to end', () => {
	fc.assert(
		fc.property(someGaps, fc.subarray(names), (said, wanted) => {
			const byId = new Map<string, Gap>(gapsOf(said).map((gap) => [gap.id, gap]));
			const get = (id: string) => byId.get(id);
			const ids = wanted.map((name) => `gap:${name}`);
			const way = cycleThrough('gap:a', ids, get);
			expect(way !== undefined).toBe(ids.some((id) => reaches(id, 'gap:a', get)));
			if (!way) return;
			expect([way[0], way.at(-1)]).toEqual(['gap:a', 'gap:a']);
			expect(ids).toContain(way[1]);
			for (const [at, id] of way.slice(1, -1).entries()) {
				expect(get(id)?.dependsOn).toContain(way[at + 2]);
			}
		}),
	);
});

test('the plan has every open gap once, and what one waits for before it unless they go in a circle', () => {
	fc.assert(
		fc.property(someGaps, (said) => {
			const gaps = gapsOf(said);
			const byId = new Map<string, Gap>(gaps.map((gap) => [gap.id, gap]));
			const get = (id: string) => byId.get(id);
			const order = planOrder(gaps, () => undefined, today).map(({ gap }) => gap.id as string);
			const open = gaps.filter(({ status }) => status !== 'closed').map(({ id }) => id as string);
			expect(order.toSorted()).toEqual(open.toSorted());
			for (const gap of gaps.filter(({ status }) => status !== 'closed')) {
				for (const before of openDependencies(gap, get)) {
					if (reaches(before.id, gap.id, get)) continue;
					expect(order.indexOf(before.id)).toBeLessThan(order.indexOf(gap.id));
				}
			}
		}),
	);
});
