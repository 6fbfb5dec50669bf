/** Checks WKB: does what is named exist, can every value be read, and is there a copy elsewhere? */
import { threshold } from '../../records/thresholds.ts';
import { scopeFields } from '../../records/scope.ts';
import { registerNames } from '../../registers/register.ts';
import { nothing, rule } from '../check-rule.ts';
import type { DroppedEdit, Facts, OutdatedSignOff } from '../facts.ts';
import type { Found } from '../finding.ts';
import { called } from '../found-about.ts';
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
		check: 'WKB-06',
		about: 'workbook',
		find: (facts) =>
			facts.surroundings.droppedEdits?.flatMap((edit) => droppedEdit(edit, facts)) ?? nothing,
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

function droppedEdit(edit: DroppedEdit, facts: Facts): readonly Found[] {
	const { key, cell, value, field, dropped, standing } = edit;
	const found = {
		of: key,
		mend: { kind: 'putBack', label: 'Put it back', cell, value },
	} as const;
	const said = { field, dropped, standing };
	if (cell.table === 'scope') {
		const at = { kind: 'scope', field: cell.column } as const;
		return [{ ...found, records: [], values: { ...said, record: 'the scope' }, at }];
	}
	if (cell.table === 'assessments') {
		const at = { kind: 'criterion', criterion: cell.id } as const;
		const criteria = [cell.id];
		return [{ ...found, records: [], values: { ...said, record: cell.id }, at, criteria }];
	}
	const record = facts.record(cell.table, cell.id);
	if (!record || record.retired) return nothing;
	const ref = { register: cell.table, id: cell.id };
	return [
		{
			...found,
			records: [ref],
			values: { ...said, record: called(cell.table, record) },
			at: { kind: 'cell', record: ref, field: cell.column },
		},
	];
}
