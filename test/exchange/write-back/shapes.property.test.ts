/**
 * The bar of writing back, over every shape of workbook: no edit, not a byte differs; one edit, the
 * touched sheet differs in the touched cell, and what calculation needs.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellReference } from '../../../src/exchange/sheet.ts';
import type { SetCell } from '../../../src/exchange/write-back/change.ts';
import { shapes } from './files/shapes.ts';
import { expectOnlyTouched } from './untouched.ts';
import { differences, writtenInto } from './written.ts';

const numRuns = fc.readConfigureGlobal().numRuns ?? 30;

const values: fc.Arbitrary<SetCell['value']> = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.integer({ min: -999, max: 99_999 }),
	fc.boolean(),
	fc.constant(null),
	fc.constantFrom('12', '2026-11-21', 'TRUE', '=A1', '_x0041_', ' blank ', 'a\nb', ']]>', '&lt;'),
	fc.constant({ date: '2026-11-21' }),
);
const place = fc
	.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 8 }))
	.map(([row, column]) => cellReference(column, row));

describe.each(shapes)('$name', ({ original, changes }) => {
	const sheets = [...new Set(changes.map(({ sheet }) => sheet))];
	const edit = fc.record({
		sheet: fc.constantFrom(...sheets),
		cell: place,
		value: values,
		overFormula: fc.boolean(),
		overValidation: fc.boolean(),
	});

	it('comes back as the very same bytes without an edit', async () => {
		expect((await writtenInto(original, [])).bytes).toBe(original);
	});

	it('differs after one edit in the touched cell alone', async () => {
		await fc.assert(
			fc.asyncProperty(edit, async (change) => {
				const outcome = await writtenInto(original, [change]);
				expect(outcome.written.length + outcome.unchanged.length + outcome.refused.length).toBe(1);
				if (outcome.written.length === 0) expect(outcome.bytes).toBe(original);
				expectOnlyTouched(outcome);
				const found = await differences(outcome);
				expect(found.filter(({ why }) => why === 'unexplained')).toEqual([]);
			}),
			{ numRuns },
		);
	}, 60_000);
});
