import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import { criteria } from '../../../src/model/catalog/criteria.ts';
import { evidenceTypes } from '../../../src/model/catalog/evidence-types.ts';
import { messageOf } from '../../../src/model/readiness/message.ts';
import { Readiness } from '../../../src/model/readiness/readiness.ts';
import { isSetKind, type Field, type FieldKind } from '../../../src/model/records/field.ts';
import { scopeFields, type Scope } from '../../../src/model/records/scope.ts';
import { vocabularies } from '../../../src/model/records/vocabulary.ts';
import { registerNames, type RegisterRecord } from '../../../src/model/registers/register.ts';
import { registers } from '../../../src/model/registers/registers.ts';
import { aRecord, aScope, asChanges } from '../../support/records.ts';

/** What people and spreadsheets leave in cells, days at the edges of the calendar among it. */
const oddities = [
	'',
	' ',
	'Q3',
	'{n}',
	'9999-12-31',
	'0001-01-01',
	'99999999',
	'-3',
	'2.5',
	'1e400',
];
const days = ['2026-01-01', '2026-02-28', '2026-06-30', '2026-11-21', '2027-01-31', '2024-02-29'];
const numbers = ['0', '1', '3', '12', '25', '400'];
const prose = [
	'SOC 2 certified. Owners review access periodically.',
	'The lead signs the list daily.',
];

function membersOf(kind: FieldKind): fc.Arbitrary<string> {
	const usual: Readonly<Partial<Record<FieldKind['kind'], readonly string[]>>> = {
		date: days,
		number: numbers,
		criteria: criteria.slice(0, 12).map(({ id }) => id),
		evidenceKind: evidenceTypes.map(({ id }) => id),
		evidenceKinds: evidenceTypes.map(({ id }) => id),
		prose,
		person: ['Dana', 'Kim'],
		text: ['A', 'B'],
	};
	const own =
		kind.kind === 'term' || kind.kind === 'terms'
			? vocabularies[kind.vocabulary].terms.map(({ token }) => token)
			: kind.kind === 'links'
				? ['a', 'b', 'gone'].map((name) => `${registers[kind.to].idKind}:${name}`)
				: (usual[kind.kind] ?? ['A']);
	return fc.oneof(
		{ weight: 6, arbitrary: fc.constantFrom(...own) },
		{ weight: 2, arbitrary: fc.constantFrom(...oddities) },
	);
}

function valuesOf(
	fields: readonly Field[],
): fc.Arbitrary<Partial<Record<string, string | string[]>>> {
	return fc.record(
		Object.fromEntries(
			fields.map(({ key, value }) => [
				key,
				isSetKind(value) ? fc.uniqueArray(membersOf(value), { maxLength: 3 }) : membersOf(value),
			]),
		),
		{ requiredKeys: [] },
	);
}

const anyRecord: fc.Arbitrary<RegisterRecord> = fc.constantFrom(...registerNames).chain((name) =>
	fc
		.tuple(fc.constantFrom('a', 'b'), valuesOf(registers[name].fields), fc.boolean())
		.map(([id, values, isRetired]) => ({
			...aRecord(name, id),
			...values,
			retired: isRetired && id === 'b' ? { at: '', by: '', reason: '' } : undefined,
		})),
);
/** Mostly with a period, since many checks ask for one. */
const period = { reportType: 'type2', periodStart: '2026-01-01', periodEnd: '2026-12-31' };
const anyScope = fc
	.tuple(fc.constantFrom({}, period, period), valuesOf(scopeFields))
	.map(([dates, values]) => aScope({ ...(values as Partial<Scope>), ...dates }));

it('[Q-2] works out any workbook, whatever stands in its cells, and says what it finds in whole sentences', () => {
	fc.assert(
		fc.property(anyScope, fc.array(anyRecord, { maxLength: 30 }), (scope, records) => {
			const readiness = new Readiness('2026-11-21' as CalendarDate);
			readiness.put({ ...asChanges(records), scope });
			const found = readiness.checks.flatMap((check) => readiness.findingsOf(check));
			const keys = found.map(({ key }) => key);
			expect(new Set(keys).size).toBe(keys.length);
			const unfilled = found.filter(({ values, ...finding }) => {
				const plain = Object.fromEntries(Object.keys(values).map((name) => [name, 'X']));
				return /[{}]/.test(messageOf({ ...finding, values: plain }));
			});
			expect(unfilled.map(({ check }) => check)).toEqual([]);
			for (const { id } of criteria) {
				const { low, high } = readiness.criterionScore(id);
				expect(low).toBeGreaterThanOrEqual(0);
				expect(high).toBeLessThanOrEqual(1);
			}
		}),
	);
});
