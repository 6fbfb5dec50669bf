/** Checks CNF: where confidentiality is promised, is it said what data is, and how long it stays? */
import { isCategoryInScope } from '../category-in-scope.ts';
import { nothing, rule } from '../check-rule.ts';
import { called, foundAbout } from '../found-about.ts';

export const confidentialityRules = [
	rule({
		check: 'CNF-01',
		about: 'systems',
		find: (system, facts) => {
			if (system.kind !== 'dataStore' || system.scope === 'out') return nothing;
			if (!isCategoryInScope(facts, 'confidentiality')) return nothing;
			const missing = (['dataClass', 'retention'] as const).find(
				(key) => system[key].trim() === '',
			);
			if (!missing) return nothing;
			const criteria = ['C1.1', 'C1.2'].filter((id) => facts.criteria.includes(id));
			const values = { store: called('systems', system) };
			return [foundAbout('systems', system, missing, values, { criteria })];
		},
	}),
];
