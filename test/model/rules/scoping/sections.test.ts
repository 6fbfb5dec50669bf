import { describe, expect, it } from 'vitest';

import { emptyAssessment, type Assessment } from '../../../../src/model/records/assessment.ts';
import type { RegisterName } from '../../../../src/model/registers/register.ts';
import { boundaryHints } from '../../../../src/model/rules/scoping/boundary-hints.ts';
import {
	answeredSections,
	scopeSections,
	type ScopeSection,
} from '../../../../src/model/rules/scoping/scope-sections.ts';
import type { Scope } from '../../../../src/model/records/scope.ts';
import { addRecords } from '../../../../src/workbook/commands/records/add-records.ts';
import { aWorkbook, done } from '../../../support/a-workbook.ts';
import { aScope } from './a-scope.ts';

function asking() {
	const workbook = aWorkbook();
	const assessments = new Map<string, Assessment>();
	return {
		workbook,
		add: (register: RegisterName, values: Readonly<Record<string, unknown>>) =>
			done(workbook, addRecords, { register, rows: [values] }),
		assess: (id: string, said: Partial<Assessment>) =>
			assessments.set(id, { ...emptyAssessment(id), ...said }),
		answered: (scope: Partial<Scope> = {}): ScopeSection[] => {
			const all = <Name extends RegisterName>(name: Name) => workbook.registers.of(name).all();
			return [
				...answeredSections({
					scope: aScope(scope),
					assessment: (id) => assessments.get(id) ?? emptyAssessment(id),
					boundary: all('boundary'),
					commitments: all('commitments'),
					systems: all('systems'),
					people: all('people'),
					vendors: all('vendors'),
					complementary: all('complementary'),
				}),
			];
		},
	};
}

describe('the sections of the scope', () => {
	it('are all open in an empty workbook', () => {
		expect(asking().answered()).toEqual([]);
		expect(scopeSections).toHaveLength(9);
	});

	it('are answered by what stands in the scope', () => {
		const { answered } = asking();
		expect(answered({ organization: 'Lanternfish' })).toEqual([]);
		expect(answered({ organization: 'Lanternfish', service: 'Maps' })).toEqual(['company']);
		expect(answered({ categories: ['security'] })).toEqual(['categories']);
		expect(answered({ reportType: 'type1', asOf: '2026-12-01' })).toEqual(['dates']);
		expect(answered({ reportType: 'type2', periodStart: '2026-12-01' })).toEqual([]);
		expect(answered({ noCustomerDuties: 'They only read' })).toEqual(['complementary']);
		expect(answered({ allRelevant: 'yes' })).toEqual(['not-relevant']);
	});

	it('are answered by records', () => {
		const { add, answered } = asking();
		add('boundary', { name: 'Website', scope: 'out' });
		expect(answered()).toEqual([]);
		add('boundary', { name: 'API', scope: 'in' });
		add('commitments', { text: '99.9 %' });
		add('systems', { name: 'Postgres' });
		expect(answered()).toEqual(['boundary', 'commitments']);
		add('people', { name: 'Dana' });
		add('vendors', { name: 'AWS', method: 'carveOut' });
		expect(answered()).toEqual(['boundary', 'commitments', 'systems', 'vendors']);
		add('vendors', { name: 'Okta' });
		expect(answered()).not.toContain('vendors');
		add('complementary', { statement: 'Keep passwords safe', kind: 'cuec' });
		expect(answered()).toContain('complementary');
	});

	it('take a criterion as set aside only with its reason', () => {
		const { assess, answered } = asking();
		const scope = { categories: ['security'], allRelevant: 'yes' } as const;
		assess('CC6.4', { relevance: 'no' });
		expect(answered(scope)).toEqual(['categories']);
		assess('CC6.4', { relevance: 'no', notRelevantReason: 'No site of our own' });
		expect(answered(scope)).toEqual(['categories', 'not-relevant']);
	});
});

describe('what the boundary lacks', () => {
	it('names kinds without a part, systems no part names and exclusions without a reason', () => {
		const { add, workbook } = asking();
		add('boundary', { name: 'Maps', kind: 'service' });
		add('boundary', { name: ' api ', kind: 'software', scope: 'in' });
		add('boundary', { name: 'Blog', kind: 'data', scope: 'out' });
		add('systems', { name: 'API', scope: 'in' });
		add('systems', { name: 'Postgres', scope: 'in' });
		add('systems', { name: 'Payroll', scope: 'out' });
		const hints = boundaryHints(
			workbook.registers.of('boundary').all(),
			workbook.registers.of('systems').all(),
		);
		expect(hints.emptyKinds).toEqual([
			'infrastructure',
			'people',
			'data',
			'procedures',
			'site',
			'dataFlow',
		]);
		expect(hints.unnamed.map(({ name }) => name)).toEqual(['Postgres']);
		expect(hints.unexplained.map(({ name }) => name)).toEqual(['Blog']);
	});
});
