import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { criteria } from '../../../src/model/catalog/criteria.ts';
import {
	crosswalkLinks,
	crosswalkNote,
	crosswalkSources,
	linksOfCriterion,
	linksOfItem,
} from '../../../src/model/catalog/crosswalk.ts';
import { frameworkIds, isFrameworkId } from '../../../src/model/catalog/framework-id.ts';
import {
	compareFrameworkItems,
	frameworkById,
	frameworkGroupOf,
	frameworkItem,
	frameworks,
	frameworksListing,
	itemsOfPart,
} from '../../../src/model/catalog/frameworks.ts';

it('lists the six frameworks with the published numbers of items', () => {
	expect(frameworks.map(({ id }) => id)).toEqual(frameworkIds);
	const iso = ['annexA', 'clauses'].map((part) => itemsOfPart('iso27001', part).length);
	expect(iso).toEqual([93, 30]);
	const themes = frameworkById('iso27001').groups.filter(({ part }) => part === 'annexA');
	const { items } = frameworkById('iso27001');
	expect(themes.map(({ id }) => items.filter(({ group }) => group === id).length)).toEqual([
		37, 8, 14, 34,
	]);
	const csf = frameworkById('csf2');
	expect([csf.parts.length, csf.groups.length, csf.items.length]).toEqual([6, 22, 106]);
	expect(frameworks.map(({ items }) => items.length)).toEqual([123, 106, 158, 67, 111, 41]);
	expect(frameworks.filter(({ complete }) => complete).map(({ id }) => id)).toEqual([
		'iso27001',
		'csf2',
		'hipaaSecurityRule',
	]);
});

it('puts every item in a group, every group in a part, and leaves none of them empty', () => {
	for (const { id, parts, groups, items } of frameworks) {
		expect(new Set(items.map((item) => item.id)).size, id).toBe(items.length);
		expect([...new Set(items.map(({ group }) => group))], id).toEqual(groups.map((g) => g.id));
		expect([...new Set(groups.map(({ part }) => part))], id).toEqual(parts.map((p) => p.id));
		const counted = parts.map((part) => itemsOfPart(id, part.id).length);
		expect(
			counted.reduce((a, b) => a + b),
			id,
		).toBe(items.length);
	}
});

it('labels items where the standard is known item by item, in at most eight words', () => {
	for (const { id, items } of frameworks) {
		const labelled = items.filter(({ label }) => label !== undefined);
		expect(labelled.length, id).toBe(['iso27001', 'csf2'].includes(id) ? items.length : 0);
		expect(labelled.filter(({ label }) => (label ?? '').split(' ').length > 8)).toEqual([]);
	}
});

it('keeps the order of the standard, 9 before 10 where it has none of its own', () => {
	for (const { id, items } of frameworks) {
		const ids = items.map((item) => item.id);
		expect([...ids].reverse().sort((a, b) => compareFrameworkItems(id, a, b))).toEqual(ids);
	}
	expect(['A.5.99', 'A.8.2', 'A.5.10', 'A.5.9', 'A.5.100'].sort(byIso)).toEqual([
		'A.5.9',
		'A.5.10',
		'A.8.2',
		'A.5.99',
		'A.5.100',
	]);
	expect(
		['12.10.1', '12.9.1', '1.2.1'].sort((a, b) => compareFrameworkItems('pciDss401', a, b)),
	).toEqual(['1.2.1', '12.9.1', '12.10.1']);
});

it('finds an item, its group and the frameworks that list it', () => {
	expect(frameworkItem('iso27001', 'A.5.1')?.label).toBe(
		'Security policy set, approved and current',
	);
	expect(frameworkGroupOf('csf2', 'GV.OC-01')).toMatchObject({ id: 'GV.OC', part: 'GV' });
	expect(frameworkGroupOf('gdpr', 'Art. 32(1)(a)')?.label).toBe(
		'Chapter IV: controller and processor',
	);
	expect(frameworkItem('iso27001', 'A.5.38')).toBeUndefined();
	expect(frameworkGroupOf('iso27001', 'A.5.38')).toBeUndefined();
	expect(frameworksListing('AC-2')).toEqual(['nist80053r5']);
	expect(frameworksListing('A.5.38')).toEqual([]);
	expect([isFrameworkId('gdpr'), isFrameworkId('soc2')]).toEqual([true, false]);
});

it('walks across from every criterion to items that exist, each pair once', () => {
	expect([...new Set(crosswalkLinks.map(({ criterion }) => criterion))]).toEqual(
		criteria.map(({ id }) => id),
	);
	expect(crosswalkLinks.filter((each) => !frameworkItem(each.framework, each.item))).toEqual([]);
	const pairs = crosswalkLinks.map((each) => [each.criterion, each.framework, each.item].join(' '));
	expect(new Set(pairs).size).toBe(pairs.length);
	expect(crosswalkLinks.length).toBe(984);
});

it('says how strong each pair is, strong ones first, and where it was checked', () => {
	const sources = new Set(crosswalkSources.map(({ id }) => id));
	for (const { strength, checked } of crosswalkLinks) {
		expect(['strong', 'partial']).toContain(strength);
		expect(checked.filter((source) => !sources.has(source))).toEqual([]);
	}
	for (const { id } of criteria) {
		for (const framework of frameworkIds) {
			const order = linksOfCriterion(id, framework).map(({ strength }) => strength);
			expect(order).toEqual([...order].sort().reverse());
		}
	}
	expect(crosswalkNote('CC9.1')).toBe('Insurance has no match in the other frameworks.');
	expect(crosswalkNote('CC1.5')).toBeUndefined();
});

it('leads back from an item to every criterion that leads to it, in catalogue order', () => {
	fc.assert(
		fc.property(fc.constantFrom(...crosswalkLinks), ({ framework, item }) => {
			expect(linksOfItem(framework, item)).toEqual(
				crosswalkLinks.filter((each) => each.framework === framework && each.item === item),
			);
		}),
	);
	for (const link of crosswalkLinks) {
		expect(linksOfCriterion(link.criterion, link.framework)).toContain(link);
		expect(linksOfItem(link.framework, link.item)).toContain(link);
	}
	expect(linksOfItem('iso27001', 'A.5.38')).toEqual([]);
	expect(linksOfCriterion('CC6.9', 'gdpr')).toEqual([]);
});

it('reaches most of ISO Annex A and CSF from the criteria', () => {
	const reached = (framework: (typeof frameworkIds)[number]) =>
		frameworkById(framework).items.filter(({ id }) => linksOfItem(framework, id).length > 0);
	expect(reached('iso27001').filter(({ id }) => id.startsWith('A.')).length).toBeGreaterThan(70);
	expect(reached('csf2').length).toBeGreaterThan(80);
});

function byIso(a: string, b: string): number {
	return compareFrameworkItems('iso27001', a, b);
}
