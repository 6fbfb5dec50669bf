/** Checks SCP: are the categories in scope called for, and is it written down what is promised and covered? */
import {
	categories,
	categoryLabel,
	criterionById,
	type TrustServicesCategory,
} from '../../catalog/criteria.ts';
import { isNotRelevant } from '../../records/assessment.ts';
import { nothing, rule } from '../check-rule.ts';
import type { Facts } from '../facts.ts';
import type { Found, Mend } from '../finding.ts';
import { called, foundAbout } from '../found-about.ts';

const optional = categories.filter(({ mandatory }) => !mandatory);

export const scopeRules = [
	rule({
		check: 'SCP-01',
		about: 'workbook',
		find: (facts) =>
			facts.scope.categories.includes('security')
				? nothing
				: [{ ...inScope('categories'), mend: selectSecurity(facts) }],
	}),
	rule({
		check: 'SCP-02',
		about: 'workbook',
		find: (facts) =>
			optional
				.filter(({ id }) => facts.scope.categories.includes(id))
				.filter(({ id }) => facts.linked('commitments', 'categories', id).length === 0)
				.map(({ id, label }) => ({
					of: id,
					records: [],
					values: { category: label },
					at: { kind: 'register', register: 'commitments' },
				})),
	}),
	rule({
		check: 'SCP-03',
		about: 'commitments',
		find: (commitment, { scope }) => {
			// While nobody has decided, nothing is left out.
			if (scope.categories.length === 0 || commitment.outOfScopeReason.trim() !== '') {
				return nothing;
			}
			return optional
				.filter(({ id }) => commitment.categories.includes(id) && !scope.categories.includes(id))
				.map(({ id, label }) =>
					foundAbout(
						'commitments',
						commitment,
						'outOfScopeReason',
						{ commitment: `“${called('commitments', commitment)}”`, category: label },
						{ of: id },
					),
				);
		},
	}),
	rule({
		check: 'SCP-04',
		about: 'workbook',
		find: (facts) =>
			facts.count('commitments') > 0
				? nothing
				: [{ records: [], values: {}, at: { kind: 'register', register: 'commitments' } }],
	}),
	rule({
		check: 'SCP-05',
		about: 'workbook',
		find: (facts) => {
			const { service, description } = facts.scope;
			const isDrawn =
				`${service}${description}`.trim() !== '' ||
				facts.records('boundary').some(({ scope }) => scope !== 'out') ||
				facts.records('systems').some(({ scope }) => scope === 'in');
			return isDrawn
				? nothing
				: [{ records: [], values: {}, at: { kind: 'register', register: 'boundary' } }];
		},
	}),
	rule({
		check: 'SCP-06',
		about: 'workbook',
		find: (facts) => {
			const { categories: chosen, dataRole } = facts.scope;
			if (!chosen.includes('privacy') || dataRole !== 'processor') return nothing;
			return facts.records('commitments').some(({ toIndividuals }) => toIndividuals === 'yes')
				? nothing
				: [inScope('categories')];
		},
	}),
	rule({
		check: 'SCP-07',
		about: 'criteria',
		find: (criterion, facts) => {
			const assessment = facts.assessment(criterion);
			return assessment.relevance === 'no' && !isNotRelevant(assessment)
				? [{ records: [], values: { criterion }, at: { kind: 'criterion', criterion } }]
				: nothing;
		},
	}),
	rule({
		check: 'SCP-08',
		about: 'workbook',
		find: ({ scope }) =>
			scope.firstReport === 'yes' && optional.every(({ id }) => scope.categories.includes(id))
				? [inScope('categories')]
				: nothing,
	}),
];

function inScope(field: string): Found {
	return { records: [], values: {}, at: { kind: 'scope', field } };
}

/** Security beside what was chosen; while nothing was, beside what controls name, so that none is lost. */
function selectSecurity(facts: Facts): Mend {
	const now: ReadonlySet<TrustServicesCategory | undefined> = new Set(
		facts.scope.categories.length > 0
			? facts.scope.categories
			: facts.criteria.map((id) => criterionById(id)?.category),
	);
	const value = categories.map(({ id }) => id).filter((id) => id === 'security' || now.has(id));
	const added = facts.scope.categories.length > 0 ? (['security'] as const) : value;
	const label = `Select ${added.map(categoryLabel).join(', ')}`;
	return { kind: 'scope', label, field: 'categories', value };
}
