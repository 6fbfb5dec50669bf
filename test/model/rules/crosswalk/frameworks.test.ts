/** The catalogue's frameworks and the user's own, as controls reach them. */
import { describe, expect, test } from 'vitest';
import { frameworkIds } from '../../../../src/model/catalog/framework-id.ts';
import { catalogFramework } from '../../../../src/model/rules/crosswalk/catalog-framework.ts';
import {
	ownFramework,
	ownFrameworkNames,
} from '../../../../src/model/rules/crosswalk/own-framework.ts';
import { aRecord } from '../../../support/records.ts';

describe('a framework of the catalogue', () => {
	test.each(frameworkIds)(
		'%s has an item for every link, and a group and part for every item',
		(id) => {
			const { items, links, groups, parts } = catalogFramework(id);
			const known = new Set(items.map((item) => item.id));
			expect(links.filter(({ item }) => !known.has(item))).toEqual([]);
			const grouped = new Map(groups.map((group) => [group.id, group.part]));
			expect(items.every(({ group }) => parts.some((part) => part.id === grouped.get(group)))).toBe(
				true,
			);
		},
	);

	test('a control names an item however it writes the id', () => {
		const named = (framework: 'iso27001' | 'hipaaSecurityRule', ...references: string[]) =>
			catalogFramework(framework).namedWith(aRecord('controls', 'a', { references }));
		expect(named('iso27001', 'a.5.15', 'Clause 6.1.2', 'CC6.1')).toEqual(['A.5.15', '6.1.2']);
		expect(named('hipaaSecurityRule', '§ 164.308(a)(2)')).toEqual(['164.308(a)(2)']);
	});

	test('an id that two frameworks list names neither, unless it says that it is a clause', () => {
		const control = aRecord('controls', 'a', { references: ['9.3.1'] });
		expect(catalogFramework('iso27001').namedWith(control)).toEqual([]);
		expect(catalogFramework('pciDss401').namedWith(control)).toEqual([]);
		const clause = aRecord('controls', 'b', { references: ['Clause 9.3.1'] });
		expect(catalogFramework('iso27001').namedWith(clause)).toEqual(['9.3.1']);
		expect(catalogFramework('pciDss401').namedWith(clause)).toEqual([]);
	});
});

describe('a framework of the user', () => {
	const requirements = [
		aRecord('requirements', 'one', {
			framework: 'Bank list',
			requirementId: 'B-1',
			title: 'Access is reviewed',
			criteria: ['CC6.2'],
			partialCriteria: ['CC6.3'],
			controls: ['control:review'],
		}),
		aRecord('requirements', 'two', { framework: ' Other ', requirementId: 'O-1' }),
		aRecord('requirements', 'gone', {
			framework: 'Gone',
			retired: { at: '2026-01-01T00:00:00Z', by: 'Dana', reason: 'Old' },
		}),
	];

	test('is named by its active requirements', () => {
		expect(ownFrameworkNames(requirements)).toEqual(['Bank list', 'Other']);
	});

	test('has its requirements as items, with their criteria and controls', () => {
		const framework = ownFramework('Bank list', requirements);
		expect(framework.items.map(({ code, label }) => [code, label])).toEqual([
			['B-1', 'Access is reviewed'],
		]);
		expect(framework.links.map(({ criterion, strength }) => [criterion, strength])).toEqual([
			['CC6.2', 'strong'],
			['CC6.3', 'partial'],
		]);
		expect(framework.namedWith(aRecord('controls', 'review'))).toEqual(['requirement:one']);
	});
});
