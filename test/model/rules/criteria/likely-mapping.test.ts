/** Likely pairs of criteria and controls: a help for choosing. */
import { referencesOf } from '../../../../src/model/catalog/criterion-references.ts';
import { describe, expect, test } from 'vitest';
import { controlLibrary } from '../../../../src/model/catalog/control-library.ts';
import { criteria, criterionById } from '../../../../src/model/catalog/criteria.ts';
import { LikelyMapping } from '../../../../src/model/rules/criteria/likely-mapping.ts';
import { aRecord } from '../../../support/records.ts';

const likely = new LikelyMapping(controlLibrary);
const accessCriterion = criterionById('CC6.1')!;

describe('likely controls of a criterion', () => {
	test('those that use its words come before those that do not, which are left out', () => {
		const mfa = aRecord('controls', 'mfa', {
			title: 'Multi-factor authentication',
			description: 'Staff sign in to production with multi-factor authentication.',
		});
		const picnic = aRecord('controls', 'picnic', { title: 'The yearly picnic takes place' });
		expect(likely.controls(accessCriterion, [picnic, mfa])).toEqual([mfa]);
	});

	test('a control that answers another criterion of the series is likelier than the same without', () => {
		const values = { title: 'Accounts' };
		const plain = aRecord('controls', 'a', values);
		const ofSeries = aRecord('controls', 'b', { ...values, criteria: ['CC6.2'] });
		expect(likely.likelihood(accessCriterion, ofSeries)).toBeGreaterThan(
			likely.likelihood(accessCriterion, plain),
		);
	});

	test('the id of a library control alone says nothing: others use it for other things', () => {
		const id = referencesOf(accessCriterion.id).libraryControls[0]!;
		const other = aRecord('controls', 'a', { controlId: id, title: 'The yearly picnic' });
		expect(likely.likelihood(accessCriterion, other)).toBeLessThan(1);
	});

	test('three of four library controls are found for their criteria by their description alone', () => {
		let named = 0;
		let found = 0;
		for (const criterion of criteria) {
			const best = controlLibrary
				.map(({ id, description }) => ({
					id,
					likely: likely.likelihood(criterion, aRecord('controls', id, { description })),
				}))
				.toSorted((a, b) => b.likely - a.likely)
				.slice(0, 2 * referencesOf(criterion.id).libraryControls.length);
			named += referencesOf(criterion.id).libraryControls.length;
			found += best.filter(({ id }) =>
				referencesOf(criterion.id).libraryControls.includes(id),
			).length;
		}
		expect(found / named).toBeGreaterThan(0.74);
	});
});

describe('likely criteria of a control', () => {
	test('a restore test is likely for A1.3, and ids that do not exist are left out', () => {
		const backup = aRecord('controls', 'backup', {
			title: 'Restore tests of backups',
			description: 'The platform lead restores a backup of production each quarter.',
		});
		const ids = [...criteria.map(({ id }) => id), 'CC99.9'];
		const found = likely.criteria(backup, ids);
		expect(found).toContain('A1.3');
		expect(found).not.toContain('CC99.9');
		expect(found.length).toBeLessThan(5);
	});
});
