import { expect, it } from 'vitest';
import {
	categories,
	categoryLabel,
	criteria,
	criteriaOf,
	criterionById,
	criterionSeries,
	seriesOf,
} from '../../../src/model/catalog/criteria.ts';
import { compareCriteria, criterionIds } from '../../../src/model/catalog/criterion-ids.ts';
import { referencesOf } from '../../../src/model/catalog/criterion-references.ts';
import { commonGapById } from '../../../src/model/catalog/common-gaps.ts';
import { controlLibrary } from '../../../src/model/catalog/control-library.ts';
import { evidenceTypeById } from '../../../src/model/catalog/evidence-types.ts';
import { isTerm } from '../../../src/model/records/vocabulary.ts';

/** As published: series, first and last number. */
const published =
	'CC1.1-5 CC2.1-3 CC3.1-4 CC4.1-2 CC5.1-3 CC6.1-8 CC7.1-5 CC8.1-1 CC9.1-2 A1.1-3 C1.1-2 PI1.1-5 P1.1-1 P2.1-1 P3.1-2 P4.1-3 P5.1-2 P6.1-7 P7.1-1 P8.1-1';

it('holds the 61 published ids in order, 33 + 3 + 2 + 5 + 18 by category', () => {
	const ids = published.split(' ').flatMap((range) => {
		const [series = '', numbers = ''] = range.split('.');
		const [first = 0, last = 0] = numbers.split('-').map(Number);
		return Array.from({ length: last - first + 1 }, (_, i) => `${series}.${first + i}`);
	});
	expect(criteria.map(({ id }) => id)).toEqual(ids);
	expect(categories.map(({ id }) => [id, criteriaOf(id).length])).toEqual([
		['security', 33],
		['availability', 3],
		['confidentiality', 2],
		['processing-integrity', 5],
		['privacy', 18],
	]);
	expect(categories.filter(({ mandatory }) => mandatory).map(({ id }) => id)).toEqual(['security']);
});

it('gives each criterion a label, what an auditor looks for, and a series of its own category', () => {
	for (const { id, label, lookFor, category, series } of criteria) {
		expect(label.split(' ').length, id).toBeLessThanOrEqual(8);
		expect(lookFor, id).toMatch(/^[A-Z].{20,}\.$/);
		expect(seriesOf(id), id).toMatchObject({ id: series, category });
		expect(isTerm('category', category), id).toBe(true);
	}
	expect(new Set(criteria.map(({ series }) => series)).size).toBe(criterionSeries.length);
});

it('ties CC1 to CC5 to the 17 COSO principles, one each', () => {
	const principles = criteria.flatMap(({ cosoPrinciple }) => cosoPrinciple ?? []);
	expect(principles.sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
	expect(criteria.every((each) => /^CC[1-5]/.test(each.id) === 'cosoPrinciple' in each)).toBe(true);
});

it('names evidence and gaps that exist, and exactly the library controls that name the criterion', () => {
	for (const { id } of criteria) {
		const { typicalEvidence, commonGaps, libraryControls } = referencesOf(id);
		expect(
			typicalEvidence.filter((each) => !evidenceTypeById(each)?.criteria.includes(id)),
		).toEqual([]);
		expect(commonGaps.filter((each) => !commonGapById(each))).toEqual([]);
		expect(typicalEvidence.length * commonGaps.length, id).toBeGreaterThan(0);
		expect(libraryControls).toEqual(
			controlLibrary
				.filter((control) => control.criteria.includes(id))
				.map((control) => control.id),
		);
	}
});

it('knows the series of an id that does not exist, and nothing of what no series begins', () => {
	expect(seriesOf('CC6.99')?.title).toBe('Logical and physical access');
	expect(seriesOf('CC6')?.id).toBe('CC6');
	expect(seriesOf('ZZ1.1')).toBeUndefined();
	expect(criterionById('CC6.9')).toBeUndefined();
});

it('says categories in words, and a value that is no category as it is', () => {
	expect(categoryLabel('processing-integrity')).toBe('Processing integrity');
	expect(categoryLabel('resilience')).toBe('resilience');
});

it('orders by the catalogue, with ids that do not exist after all that do', () => {
	const shuffled = ['X.10', 'P1.1', 'CC10.1', 'A1.2', 'CC2.1', 'X.9', 'CC1.5'];
	expect(shuffled.sort(compareCriteria)).toEqual([
		'CC1.5',
		'CC2.1',
		'A1.2',
		'P1.1',
		'CC10.1',
		'X.9',
		'X.10',
	]);
});

it('lists the ids apart from what is said of each, in the same order', () => {
	expect(criterionIds).toEqual(criteria.map(({ id }) => id));
});
