/** Checks WKB: does what is named exist, can every value be read, and is there a copy elsewhere? */
import { threshold } from '../../records/thresholds.ts';
import { scopeFields } from '../../records/scope.ts';
import { registerNames } from '../../registers/register.ts';
import { nothing, rule } from '../check-rule.ts';
import type { OutdatedSignOff } from '../facts.ts';
import type { Found } from '../finding.ts';
import { linkRules } from './links.ts';
import { unknownIn, valueRules } from './values.ts';

export const integrityRules = [
	...linkRules,
	rule({
		check: 'WKB-02',
		about: 'workbook',
		find: ({ surroundings: { imports } }) => {
			const n = imports.reduce((sum, { rows }) => sum + rows, 0);
			const m = imports.reduce((sum, { columns }) => sum + columns, 0);
			return n + m > 0
				? [{ records: [], values: { n, m }, at: { kind: 'place', place: 'imports' } }]
				: nothing;
		},
	}),
	...valueRules,
	rule({
		check: 'WKB-03',
		about: 'workbook',
		find: ({ scope }) =>
			scopeFields.flatMap((field) =>
				unknownIn(field, scope[field.key]).map((value) => ({
					of: `${field.key}/${value}`,
					records: [],
					values: { field: field.label, value },
					at: { kind: 'scope', field: field.key },
				})),
			),
	}),
	rule({
		check: 'WKB-05',
		about: 'workbook',
		find: ({ surroundings }) => surroundings.outdatedSignOffs?.map(signedBefore) ?? nothing,
	}),
	rule({
		check: 'WKB-07',
		about: 'workbook',
		find: (facts) => {
			const { copyAgeDays } = facts.surroundings;
			if (copyAgeDays !== undefined && copyAgeDays <= threshold(facts.scope, 'copyAgeDays')) {
				return nothing;
			}
			// Nothing is lost with a workbook that holds nothing yet.
			if (registerNames.every((name) => facts.count(name) === 0)) return nothing;
			const when = copyAgeDays === undefined ? 'never' : `${copyAgeDays} days ago`;
			const at = { kind: 'place', place: 'safety' } as const;
			return [{ records: [], values: { when }, passing: ['when'], at }];
		},
	}),
];

function signedBefore({ key, called, person, at }: OutdatedSignOff): Found {
	return {
		of: key,
		records: at.kind === 'cell' ? [at.record] : [],
		values: { record: called.replace(/^the /, 'The '), person },
		at,
		...(at.kind === 'criterion' ? { criteria: [at.criterion] } : {}),
	};
}
