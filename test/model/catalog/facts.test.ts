/** Evidence types, common gaps, checks and sample ranges: counts, ids, tokens, words. */
import { expect, it } from 'vitest';
import {
	checkAreaLabel,
	checkAreas,
	checkById,
	checks,
} from '../../../src/model/catalog/checks.ts';
import { commonGapById, commonGaps } from '../../../src/model/catalog/common-gaps.ts';
import { isCriterionId } from '../../../src/model/catalog/criterion-ids.ts';
import {
	evidenceTypeById,
	evidenceTypeLabel,
	evidenceTypes,
} from '../../../src/model/catalog/evidence-types.ts';
import {
	factsOfFrequency,
	frequencyFacts,
	sampleRange,
} from '../../../src/model/catalog/sampling.ts';
import { isTerm, vocabularies } from '../../../src/model/records/vocabulary.ts';

it('has 108 evidence types, 68 gaps and 125 checks, each id once', () => {
	for (const [list, count, form] of [
		[evidenceTypes, 108, /^ev-[a-z0-9-]+$/],
		[commonGaps, 68, /^gap-[a-z0-9-]+$/],
		[checks, 125, /^[A-Z]{3}-\d\d$/],
	] as const) {
		const ids = list.map(({ id }) => id);
		expect(new Set(ids).size).toBe(count);
		expect(ids).toHaveLength(count);
		expect(ids.filter((id) => !form.test(id))).toEqual([]);
	}
});

it('names criteria, gaps and areas that exist', () => {
	expect(evidenceTypes.flatMap((type) => type.criteria).filter((id) => !isCriterionId(id))).toEqual(
		[],
	);
	expect(commonGaps.flatMap((gap) => gap.criteria).filter((id) => !isCriterionId(id))).toEqual([]);
	expect(checks.flatMap((check) => check.gaps).filter((id) => !commonGapById(id))).toEqual([]);
	expect([...new Set(checks.map(({ area }) => area))]).toEqual(checkAreas.map(({ code }) => code));
	expect(checks.filter(({ id, area }) => !id.startsWith(`${area}-`))).toEqual([]);
});

it('uses the tokens of the vocabularies', () => {
	for (const { id, cadence } of evidenceTypes) expect(isTerm('frequency', cadence), id).toBe(true);
	for (const { id, kind, severity } of commonGaps) {
		expect([isTerm('gapKind', kind), isTerm('severity', severity)], id).toEqual([true, true]);
	}
	for (const { id, appliesTo, severity } of checks) {
		expect(appliesTo.length, id).toBeGreaterThan(0);
		expect(
			appliesTo.every((type) => isTerm('reportType', type)),
			id,
		).toBe(true);
		expect(['error', 'warning', 'info'], id).toContain(severity);
	}
});

it('says how a list of events is shown to be complete, wherever samples are drawn from one', () => {
	const silent = evidenceTypes.filter(
		({ populationBased, completeness }) =>
			(populationBased || completeness.needed) && !(completeness.needed && completeness.how),
	);
	expect(silent.map(({ id }) => id)).toEqual([]);
	expect(evidenceTypes.filter(({ populationBased }) => populationBased).length).toBeGreaterThan(20);
});

it('gives an age in days to evidence that grows old, and none to evidence of an event', () => {
	const ages = evidenceTypes.flatMap(({ stalenessDays }) => stalenessDays ?? []);
	expect(ages.every((days) => Number.isInteger(days) && days >= 7 && days <= 730)).toBe(true);
	const ageless = evidenceTypes.filter(({ stalenessDays }) => stalenessDays === undefined);
	expect(ageless.length).toBe(evidenceTypes.length - ages.length);
	expect(evidenceTypeById('ev-representation')?.stalenessDays).toBeUndefined();
});

it('asks criteria of a gap exactly where it is not of the whole engagement', () => {
	const odd = commonGaps.filter(
		({ scope, criteria }) => (scope === 'engagement') !== !criteria.length,
	);
	expect(odd.map(({ id }) => id)).toEqual([]);
});

it('writes each message of a check as a sentence whose braces close around one word', () => {
	for (const { id, message, fix, condition } of checks) {
		expect(message.replace(/\{[A-Za-z]+\}/g, 'X'), id).toMatch(/^[A-Z][^{}]*\.$/);
		expect(fix, id).toMatch(/^[A-Z][^{}]*\.$/);
		expect(condition.length, id).toBeGreaterThan(9);
	}
});

it('never promises an outcome: no word of the catalogue says compliant or certified', () => {
	const texts = [
		...evidenceTypes.flatMap(({ label, goodShows }) => [label, goodShows]),
		...commonGaps.flatMap(({ label, fix }) => [label, fix]),
		...checks.map(({ message }) => message),
	];
	expect(texts.filter((text) => /compliant|recertif|guarantee|pass the audit/i.test(text))).toEqual(
		[],
	);
	expect(texts.filter((text) => /certified/i.test(text))).toEqual([checkById('DSC-04')?.message]);
});

it('finds by id, and shows an evidence type or area nobody knows as it was typed', () => {
	expect(evidenceTypeLabel('ev-org-chart')).toBe('Organization chart and reporting lines');
	expect(evidenceTypeLabel('Minutes of the works council')).toBe('Minutes of the works council');
	expect(checkById('CTL-01')?.message).toBe('{control} has no owner.');
	expect(checkById('CTL-99')).toBeUndefined();
	expect(commonGapById('gap-nothing')).toBeUndefined();
	expect(checkAreaLabel('CTL')).toBe('Control quality');
	expect(checkAreaLabel('OWN')).toBe('OWN');
});

it('has facts for every frequency a control can have', () => {
	const tokens = vocabularies.frequency.terms.map(({ token }) => token);
	expect(frequencyFacts.map(({ frequency }) => frequency).sort()).toEqual([...tokens].sort());
	for (const facts of frequencyFacts) {
		const { sample, occurrences, intervalMonths, intervalDays } = facts;
		expect(Number(sample.low)).toBeLessThanOrEqual(Number(sample.high));
		expect(occurrences !== undefined).toBe((intervalMonths ?? intervalDays) !== undefined);
	}
	expect(factsOfFrequency('quarterly')).toMatchObject({ intervalMonths: 3, graceDays: 15 });
	expect(factsOfFrequency('now and then')).toBeUndefined();
});

it('takes sample sizes from the size of a population where the control has no rhythm', () => {
	expect(sampleRange('perEvent', 4)).toMatchObject({ low: 'all' });
	expect(sampleRange('perEvent', 5)).toMatchObject({ low: 3, high: 5 });
	expect(sampleRange('perEvent', 250)).toMatchObject({ low: 10, high: 25 });
	expect(sampleRange('perEvent', 251)).toMatchObject({ low: 25, high: 60 });
	expect(sampleRange('perEvent')).toMatchObject({ low: 25, high: 60 });
	expect(sampleRange('monthly', 12)).toMatchObject({ low: 2, high: 5 });
	expect(sampleRange('')).toBeUndefined();
});
