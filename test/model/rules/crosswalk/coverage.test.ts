/** How far controls reach the items of another framework. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf, type Reach } from '../../../../src/model/rules/crosswalk/coverage.ts';
import { pathsTo } from '../../../../src/model/rules/crosswalk/coverage-paths.ts';
import { mostAdding } from '../../../../src/model/rules/crosswalk/most-adding.ts';
import type {
	MappedControl,
	MappedFramework,
} from '../../../../src/model/rules/crosswalk/mapped-framework.ts';
import { aRecord } from '../../../support/records.ts';

const items = ['i1', 'i2', 'i3', 'i4', 'i5'];

/** CC1.1 matches i1 strongly and i2 in part, CC1.2 matches i2 strongly; the library's L-1 has i2, i3. */
const framework = aFramework(
	[
		['CC1.1', 'i1', 'strong'],
		['CC1.1', 'i2', 'partial'],
		['CC1.2', 'i2', 'strong'],
	],
	{ 'L-1': ['i2', 'i3'] },
);
const nobody = () => [];

describe('what an item is reached by', () => {
	test('nothing: no control that counts leads to it', () => {
		expect(reach([])).toEqual({ now: [], planned: [] });
		const away = { by: 'Dana', at: '2026-01-01T00:00:00Z', reason: 'Replaced' };
		expect(reach([control({ criteria: ['CC1.1'], retired: away })]).planned).toEqual([]);
		const excused = { status: 'notApplicable', notApplicableReason: 'No offices' };
		expect(reach([control({ criteria: ['CC1.1'], ...excused })]).planned).toEqual([]);
	});

	test('a strong match through a criterion is strong once all controls of the criterion are in place', () => {
		const [done, open] = [control({ criteria: ['CC1.1'] }), control({ criteria: ['CC1.1'] }, 'b')];
		expect(reach([done]).now).toEqual(['i1 strong', 'i2 partial']);
		const half = reach([done, { ...open, status: 'inProgress' }]);
		expect(half.now).toEqual(['i1 partial']);
		expect(half.planned).toEqual(['i1 strong', 'i2 partial']);
	});

	test('while less than half of the controls of a criterion are in place it reaches nothing', () => {
		const open = ['b', 'c'].map((name) =>
			control({ criteria: ['CC1.1'], status: 'planned' }, name),
		);
		expect(reach([control({ criteria: ['CC1.1'] }), ...open]).now).toEqual([]);
	});

	test('marking a control as not applicable without a reason makes nothing strong', () => {
		const done = control({ criteria: ['CC1.1'] });
		const put = control({ criteria: ['CC1.1'], status: 'notApplicable' }, 'b');
		expect(reach([done, put]).now).toContain('i1 partial');
	});

	test('controls that are only planned reach nothing now', () => {
		const planned = control({ criteria: ['CC1.1'], references: ['i4'], status: 'planned' });
		expect(reach([planned])).toEqual({
			now: [],
			planned: ['i1 strong', 'i2 partial', 'i4 strong'],
		});
	});

	test('an item that the control names itself is reached strongly', () => {
		expect(reach([control({ references: ['i4', 'nothing known'] })]).now).toEqual(['i4 strong']);
	});

	test('the library reaches strongly only where a criterion of the control is a strong match', () => {
		const ofLibrary = (criteria: readonly string[]) =>
			reach([control({ criteria, status: 'implemented' })], () => ['L-1']).now;
		expect(ofLibrary([])).toEqual(['i2 partial', 'i3 partial']);
		expect(ofLibrary(['CC1.2'])).toEqual(['i2 strong', 'i3 partial']);
	});
});

describe('coverage of a framework', () => {
	test('agrees with a naive count of the ways to each item', () => {
		fc.assert(
			fc.property(someFramework, someControls, ({ framework, libraryOf }, controls) => {
				const coverage = coverageOf(framework, controls, libraryOf);
				for (const item of items) {
					expect(coverage.get(item)?.now).toBe(naive(framework, item, controls, libraryOf));
					const all = controls.map((one) =>
						one.status === 'notApplicable' ? one : { ...one, status: 'implemented' },
					);
					if (!controls.some(({ status }) => status === 'notApplicable')) {
						expect(coverage.get(item)?.planned).toBe(naive(framework, item, all, libraryOf));
					}
				}
			}),
		);
	});

	test('never falls when a control is put in place', () => {
		const rank = { none: 0, partial: 1, strong: 2 };
		fc.assert(
			fc.property(someFramework, someControls, fc.nat(7), ({ framework, libraryOf }, all, at) => {
				const before = coverageOf(framework, all, libraryOf);
				const after = coverageOf(
					framework,
					all.map((one, place) => (place === at ? { ...one, status: 'implemented' } : one)),
					libraryOf,
				);
				for (const item of items) {
					const [was, is] = [before.get(item)?.now ?? 'none', after.get(item)?.now ?? 'none'];
					expect(rank[is]).toBeGreaterThanOrEqual(rank[was]);
				}
			}),
		);
	});
});

describe('controls that would add the most', () => {
	test('the items they are said to reach are the items reached once they are in place', () => {
		fc.assert(
			fc.property(someFramework, someControls, ({ framework, libraryOf }, controls) => {
				const candidates = controls
					.filter(({ retired }) => !retired)
					.map((one) => ({ ...one, isOfLibrary: false }));
				const before = coverageOf(framework, controls, libraryOf);
				const chosen = mostAdding(framework, before, controls, candidates, libraryOf, 99);
				const [first] = chosen;
				const gained = (ids: ReadonlySet<string>) => {
					const after = coverageOf(
						framework,
						controls.map((one) => (ids.has(one.id) ? { ...one, status: 'implemented' } : one)),
						libraryOf,
					);
					return items.filter(
						(item) => before.get(item)?.now === 'none' && after.get(item)?.now !== 'none',
					);
				};
				for (const { id } of candidates) {
					expect(gained(new Set([id])).length).toBeLessThanOrEqual(first?.reaches.length ?? 0);
				}
				const all = chosen.flatMap(({ reaches }) => reaches).toSorted();
				expect(all).toEqual(gained(new Set(chosen.map(({ control: { id } }) => id))));
			}),
		);
	});

	test('where all is reached, the one that makes more of it strong comes first', () => {
		const done = control({ criteria: ['CC1.1'], references: ['i2'] });
		const open = {
			...control({ criteria: ['CC1.1'], status: 'planned' }, 'b'),
			isOfLibrary: false,
		};
		const coverage = coverageOf(framework, [done, open], nobody);
		expect(mostAdding(framework, coverage, [done, open], [open], nobody, 5)).toEqual([
			{ control: open, reaches: [], strengthens: ['i1'] },
		]);
	});
});

function control(values: Partial<Omit<MappedControl, 'id'>>, name = 'a'): MappedControl {
	return aRecord('controls', name, { status: 'implemented', ...values });
}

function reach(controls: readonly MappedControl[], libraryOf: () => readonly string[] = nobody) {
	const coverage = [...coverageOf(framework, controls, libraryOf)];
	const words = (of: 'now' | 'planned') =>
		coverage.filter(([, item]) => item[of] !== 'none').map(([id, item]) => `${id} ${item[of]}`);
	return { now: words('now'), planned: words('planned') };
}

function aFramework(
	links: readonly (readonly [string, string, 'strong' | 'partial'])[],
	library: Readonly<Record<string, readonly string[]>>,
): MappedFramework {
	return {
		name: 'Framework',
		shortName: 'Framework',
		isComplete: true,
		parts: [],
		groups: [],
		items: items.map((id) => ({ id, code: id, label: '', group: '' })),
		links: links.map(([criterion, item, strength]) => ({ criterion, item, strength, checked: [] })),
		namedWith: ({ references }) => references.filter((id) => items.includes(id)),
		ofLibrary: (id) => library[id] ?? [],
	};
}

/** The definition, way by way. */
function naive(
	framework: MappedFramework,
	item: string,
	controls: readonly MappedControl[],
	libraryOf: (control: MappedControl) => readonly string[],
): Reach {
	const paths = pathsTo(framework, item, controls, libraryOf);
	const inPlace = new Set(
		controls.filter(({ status }) => status === 'implemented').map(({ id }) => id),
	);
	const direct = paths.controls.filter((path) => inPlace.has(path.control));
	const done = paths.criteria.filter(({ all, inPlace }) => all > 0 && inPlace === all);
	const half = paths.criteria.filter(({ all, inPlace }) => all > 0 && inPlace / all >= 0.5);
	if (direct.some((path) => path.reach === 'strong')) return 'strong';
	if (done.some(({ link }) => link.strength === 'strong')) return 'strong';
	return direct.length > 0 || done.length > 0 || half.some(({ link }) => link.strength === 'strong')
		? 'partial'
		: 'none';
}

const someCriteria = fc.subarray(['CC1.1', 'CC1.2', 'CC1.3']);

const someFramework = fc
	.record({
		links: fc.uniqueArray(
			fc.tuple(
				fc.constantFrom('CC1.1', 'CC1.2', 'CC1.3'),
				fc.constantFrom(...items),
				fc.constantFrom('strong' as const, 'partial' as const),
			),
			{ selector: ([criterion, item]) => `${criterion} ${item}` },
		),
		library: fc.subarray(items),
	})
	.map(({ links, library }) => ({
		framework: aFramework(links, { L: library }),
		libraryOf: ({ id }: MappedControl) => (id.endsWith('1') ? ['L'] : []),
	}));

const someControls = fc
	.array(
		fc.record({
			criteria: someCriteria,
			references: fc.subarray(items, { maxLength: 1 }),
			status: fc.constantFrom('implemented', 'planned', 'inProgress', 'notApplicable'),
		}),
		{ maxLength: 8 },
	)
	.map((all) => all.map((values, at) => control(values, String(at))));
