/** Property: the plain check never accepts what the schema refuses, and both read the same values. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { controlFields } from '../../../src/model/records/control-fields.ts';
import { controlSchema } from '../../../src/model/records/control.ts';
import { readControl, readPlainControl } from '../../../src/model/records/read-control.ts';
import { joinRow } from '../../../src/workbook/joined-row.ts';
import { controlKind } from '../../../src/workbook/record-kinds.ts';

const odd = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant(undefined));
const value = fc.oneof({ weight: 8, arbitrary: fc.string() }, { weight: 1, arbitrary: odd });
const members = fc.oneof(fc.array(fc.string()), fc.array(odd), odd);
const row = fc.record(
	{
		id: fc.oneof(fc.constant('control:1'), odd),
		order: value,
		...Object.fromEntries(controlFields.map(({ key }) => [key, value])),
		criteria: members,
		references: members,
		own: fc.oneof(fc.dictionary(fc.constantFrom('column:1', 'x', '__proto__'), value), odd),
		source: fc.oneof(
			fc.record({ import: fc.constantFrom('import:1', 'x'), row: fc.double() }),
			odd,
		),
		retired: fc.oneof(
			fc.record({ at: value, by: value, reason: value }),
			fc.constant(null),
			fc.constant(undefined),
		),
	},
	{ requiredKeys: [] },
);

it('[R-3] reads a row exactly where the schema does, else says which field is wrong', () => {
	fc.assert(
		fc.property(row, (joined) => {
			const parsed = controlSchema.safeParse(joined);
			const reading = readControl(joined);
			expect('item' in reading).toBe(parsed.success);
			if (!('item' in reading) || !parsed.success) return;
			for (const { key } of controlFields) {
				if (key === 'criteria' || key === 'references') {
					expect(new Set(reading.item[key])).toEqual(new Set(parsed.data[key]));
				} else expect(reading.item[key]).toBe(parsed.data[key]);
			}
			expect(reading.item.own).toEqual(parsed.data.own);
		}),
		{ numRuns: 400 },
	);
});

/** Hostile data may bring fields by a prototype, which joining leaves out. */
const base = fc.oneof(
	{ weight: 6, arbitrary: row },
	row.map((fields): unknown => Object.create(fields)),
	fc.array(value),
	odd,
);

it('[R-3] reads a row without edits as it does the joined copy, or leaves it to that', () => {
	fc.assert(
		fc.property(fc.constantFrom('control:1', 'import:1', 'control:'), base, (id, found) => {
			const reading = readControl(joinRow(id, found, undefined, controlKind));
			const plain = readPlainControl(id, found);
			if (plain) expect(reading).toEqual({ item: plain });
		}),
		{ numRuns: 400 },
	);
});

it('reads a plain row without its joined copy', () => {
	const { id, ...fields } = { id: 'control:1', order: 'a0', title: 'Backups', criteria: ['A1.2'] };
	expect(readPlainControl(id, fields)).toMatchObject({ id, title: 'Backups', criteria: ['A1.2'] });
});
