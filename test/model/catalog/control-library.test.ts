import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	facetQuestions,
	fits,
	lackedFacets,
	type Company,
	type CompanyFacet,
} from '../../../src/model/catalog/company-facets.ts';
import {
	controlLibrary,
	domainTitle,
	libraryControlById,
	libraryDomains,
	testProcedureOf,
} from '../../../src/model/catalog/control-library.ts';
import { criteria, criteriaOf } from '../../../src/model/catalog/criteria.ts';
import { isCriterionId } from '../../../src/model/catalog/criterion-ids.ts';
import { evidenceTypeById, evidenceTypes } from '../../../src/model/catalog/evidence-types.ts';
import { frameworkIds } from '../../../src/model/catalog/framework-id.ts';
import { frameworkItem } from '../../../src/model/catalog/frameworks.ts';
import { libraryMappings } from '../../../src/model/catalog/library-mappings.ts';
import { isTerm } from '../../../src/model/records/vocabulary.ts';

const facets = facetQuestions.map(({ id }) => id);

it('has 112 controls, each id once, each under its domain', () => {
	const ids = controlLibrary.map(({ id }) => id);
	expect([ids.length, new Set(ids).size]).toEqual([112, 112]);
	expect(controlLibrary.filter(({ id, domain }) => !id.startsWith(`${domain}-`))).toEqual([]);
	expect([...new Set(controlLibrary.map(({ domain }) => domain))]).toEqual(
		libraryDomains.map(({ id }) => id),
	);
	expect([...libraryMappings.keys()]).toEqual(ids);
});

it('names criteria, evidence and framework items that exist', () => {
	for (const { id, criteria: named, evidence, mappings } of controlLibrary) {
		expect(
			named.filter((each) => !isCriterionId(each)),
			id,
		).toEqual([]);
		expect(named.length > 0 && named.length <= 8, id).toBe(true);
		expect(
			evidence.filter((each) => !evidenceTypeById(each)),
			id,
		).toEqual([]);
		expect(evidence.length, id).toBeGreaterThan(0);
		for (const framework of frameworkIds) {
			const strangers = mappings[framework].filter((item) => !frameworkItem(framework, item));
			expect(strangers, `${id} ${framework}`).toEqual([]);
			expect(new Set(mappings[framework]).size).toBe(mappings[framework].length);
		}
	}
});

it('uses the tokens of the vocabularies', () => {
	for (const { id, type, nature, frequency, evidenceModel, tests } of controlLibrary) {
		expect(isTerm('controlType', type), id).toBe(true);
		expect(isTerm('nature', nature), id).toBe(true);
		expect(isTerm('frequency', frequency), id).toBe(true);
		expect(isTerm('evidenceModel', evidenceModel), id).toBe(true);
		const methods = [...tests.type1, ...tests.type2].map(({ method }) => method);
		expect(
			methods.filter((method) => !isTerm('testMethod', method)),
			id,
		).toEqual([]);
	}
});

it('says which list samples are drawn from exactly where the evidence is a population', () => {
	for (const { id, evidenceModel, population, populationSource, keepsDocument } of controlLibrary) {
		const listed = [population, populationSource].filter((text) => text !== undefined).length;
		expect(listed, id).toBe(evidenceModel === 'population' ? 2 : 0);
		if (keepsDocument) expect(evidenceModel, id).toBe('occurrence');
	}
});

it('tests each control by more than inquiry, for both kinds of report', () => {
	for (const control of controlLibrary) {
		for (const report of ['type1', 'type2'] as const) {
			const methods = control.tests[report].map(({ method }) => method);
			expect(methods.filter((method) => method === 'inquiry').length, control.id).toBe(1);
			expect(methods.length, control.id).toBeGreaterThan(1);
		}
	}
	const [boardReview] = controlLibrary.filter(({ id }) => id === 'GV-02');
	expect(boardReview && testProcedureOf(boardReview, 'type1')).toBe(
		'Inspect the most recent board minutes and pack dated on or before the as-of date for the date, an independent attendee, the security item and recorded decisions.',
	);
});

it('answers every criterion with a key control, and each common criterion with two or more', () => {
	for (const { id, category } of criteria) {
		const answering = controlLibrary.filter((control) => control.criteria.includes(id));
		expect(answering.length, id).toBeGreaterThanOrEqual(category === 'security' ? 2 : 1);
		expect(
			answering.some(({ suggestedKey }) => suggestedKey),
			id,
		).toBe(true);
	}
	const used = new Set(controlLibrary.flatMap(({ evidence }) => evidence));
	expect(evidenceTypes.length - used.size).toBeLessThan(12);
});

it('says domains in words, and what is none as it is', () => {
	expect(domainTitle('AC')).toBe('Access');
	expect(domainTitle('ZZ')).toBe('ZZ');
	expect(libraryControlById('AC-05')?.title).toBe('Quarterly user access review');
	expect(libraryControlById('ZZ-01')).toBeUndefined();
});

it('leaves out what a company cannot run, by what it says it lacks', () => {
	const remote = leftOut({ hosting: true, offices: false });
	expect(remote).toEqual(['PS-01', 'PS-02']);
	expect(leftOut({ personalData: false })).toEqual(
		controlLibrary.filter(({ domain }) => domain === 'PV').map(({ id }) => id),
	);
	expect(leftOut({ individuals: false })).toEqual(['PV-01', 'PV-02', 'PV-14']);
	expect(leftOut({ developers: false })).toContain('CM-02');
	expect(leftOut({ developers: false })).not.toContain('CM-01');
	expect(leftOut({ hosting: false })).toEqual(['PS-03']);
	expect(leftOut({})).toEqual([]);
});

it('asks about every facet that a control needs, and about no other', () => {
	const needed = new Set(controlLibrary.flatMap(({ needs }) => needs));
	expect([...needed].sort()).toEqual([...facets].sort());
	expect(new Set(facets).size).toBe(facets.length);
});

it('keeps every common criterion answered whatever a company lacks', () => {
	const bare = Object.fromEntries(facets.map((facet) => [facet, false])) as Company;
	const kept = controlLibrary.filter((control) => fits(control, bare));
	const answered = new Set(kept.flatMap((control) => control.criteria));
	const common = criteriaOf('security').map(({ id }) => id);
	expect(common.filter((id) => !answered.has(id))).toEqual([]);
});

it('never takes a control away for learning that a company has something', () => {
	const answers = fc.record(Object.fromEntries(facets.map((facet) => [facet, fc.boolean()])), {
		requiredKeys: [],
	});
	fc.assert(
		fc.property(answers, fc.constantFrom(...facets), (company: Company, facet: CompanyFacet) => {
			for (const control of controlLibrary) {
				const fitting = fits(control, company);
				expect(fitting).toBe(control.needs.every((need) => company[need] !== false));
				if (fitting) expect(fits(control, { ...company, [facet]: true })).toBe(true);
				expect(lackedFacets(control, company).length === 0).toBe(fitting);
			}
		}),
		{ numRuns: 30 },
	);
});

function leftOut(company: Company): readonly string[] {
	return controlLibrary.filter((control) => !fits(control, company)).map(({ id }) => id);
}
