import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { controlLibrary } from '../../../../src/model/catalog/control-library.ts';
import { criteria } from '../../../../src/model/catalog/criteria.ts';
import { smallestSet } from '../../../../src/model/rules/library/smallest-set.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const library = fc
	.array(fc.record({ criteria: fc.subarray(names), suggestedKey: fc.boolean() }), { maxLength: 8 })
	.map((all) => all.map((each, place) => ({ ...each, id: `L-${place}`, needs: [] })));

/** The size of the smallest set of all, by trying every one. */
function fewest(open: readonly string[], all: readonly { readonly criteria: readonly string[] }[]) {
	const answerable = open.filter((id) => all.some((control) => control.criteria.includes(id)));
	const sets = Array.from({ length: 2 ** all.length }, (_, bits) =>
		all.filter((_control, place) => bits & (1 << place)),
	);
	const covering = sets.filter((set) =>
		answerable.every((id) => set.some((control) => control.criteria.includes(id))),
	);
	return Math.min(...covering.map((set) => set.length));
}

describe('a small set of controls that answers what is open', () => {
	it('answers all that any control answers, with none to spare', () => {
		fc.assert(
			fc.property(library, fc.subarray(names), (all, open) => {
				const { controls, unanswered } = smallestSet(open, all);
				const answered = (set: typeof all) => new Set(set.flatMap((each) => each.criteria));
				expect(unanswered).toEqual(open.filter((id) => !answered(all).has(id)));
				expect(open.filter((id) => !answered([...controls]).has(id))).toEqual(unanswered);
				for (const one of controls) {
					const others = answered(controls.filter((each) => each !== one));
					expect(open.some((id) => one.criteria.includes(id) && !others.has(id))).toBe(true);
				}
			}),
		);
	});

	it('is at most as much larger than the smallest as greedy may be', () => {
		fc.assert(
			fc.property(library, fc.subarray(names), (all, open) => {
				const most = Math.max(1, ...all.map((each) => each.criteria.length));
				const { controls } = smallestSet(open, all);
				expect(controls.length).toBeLessThanOrEqual(fewest(open, all) * (1 + Math.log(most)));
			}),
		);
	});

	it('answers all criteria with fewer than half of the library', () => {
		const ids = criteria.map(({ id }) => id);
		const { controls, unanswered } = smallestSet(ids, controlLibrary);
		expect(unanswered).toEqual([]);
		expect(controls.length).toBeLessThan(controlLibrary.length / 2);
	});
});
