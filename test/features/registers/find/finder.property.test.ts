import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, cellMembers } from '../../../../src/features/registers/columns/cell-text.ts';
import type { RegisterColumn } from '../../../../src/features/registers/columns/register-column.ts';
import { emptyQuery, type FindQuery } from '../../../../src/features/registers/find/find-query.ts';
import { Finder, type CellPlace } from '../../../../src/features/registers/find/finder.ts';
import { foldCase } from '../../../../src/features/registers/find/fold-case.ts';
import { positionOf, stepFrom } from '../../../../src/features/registers/find/step.ts';
import { textMarks } from '../../../../src/features/registers/find/text-marks.ts';
import type { Control } from '../../../../src/model/records/control.ts';
import { aControl, controlColumns } from '../some-records.ts';

const columns = controlColumns();
const shortText = fc.string({
	unit: fc.constantFrom('a', 'B', 'ß', 'İ', ' ', '1', '\n'),
	maxLength: 6,
});
const someControl = fc
	.record({
		title: shortText,
		owner: shortText,
		notes: shortText,
		references: fc.uniqueArray(shortText, { maxLength: 2 }),
	})
	.map((values) => aControl(values));

const someQuery = fc.record({
	typed: shortText,
	matchCase: fc.boolean(),
	wholeCell: fc.boolean(),
});
const searchOf = (typed: string): FindQuery => ({ ...emptyQuery, typed });

/** Looks at every cell as the rules are told to people. */
function naively(rows: readonly Control[], { typed, matchCase, wholeCell }: FindQuery) {
	const folded = (text: string): string => (matchCase ? text : foldCase(text));
	const wanted = folded(typed.trim());
	if (wanted === '') return [];
	return rows.flatMap((row) =>
		columns
			.filter((column) =>
				wholeCell
					? (isSet(column) ? cellMembers(row, column) : [cellText(row, column)]).some(
							(text) => folded(text).trim() === wanted,
						)
					: folded(cellText(row, column)).includes(wanted),
			)
			.map(({ key }) => ({ record: row.id, column: key })),
	);
}

const isSet = ({ value }: RegisterColumn): boolean =>
	value.kind === 'criteria' || value.kind === 'references';

describe('Finder', () => {
	it('finds the cells that a look at every cell finds, whatever was searched before', () => {
		fc.assert(
			fc.property(
				fc.array(someControl, { maxLength: 6 }),
				fc.array(someQuery, { minLength: 1, maxLength: 4 }),
				fc.boolean(),
				(rows, searches, ahead) => {
					const finder = new Finder();
					for (const query of searches) {
						const expected = naively(rows, query);
						if (ahead) finder.searchAhead({ rows, columns, query }, Infinity);
						const findings = finder.find({ rows, columns, query });
						const cells = findings.rows.flatMap(({ record, columns: found }) =>
							found.map(({ key }) => ({ record: record.id, column: key })),
						);
						expect(cells).toEqual(expected);
						expect(findings.count).toBe(expected.length);
					}
				},
			),
		);
	});

	it('does not find across the border of two cells', () => {
		const row = aControl({ title: 'access', description: 'review' });
		expect(new Finder().find({ rows: [row], columns, query: searchOf('accessreview') }).count).toBe(
			0,
		);
	});

	it('searches only what more letters of the same search can still find', () => {
		const row = aControl({ title: 'Access review', owner: 'Ana' });
		const finder = new Finder();
		const count = (typed: string): number =>
			finder.find({ rows: [row], columns, query: searchOf(typed) }).count;
		expect([count('a'), count('ac'), count('acx'), count('a')]).toEqual([2, 1, 0, 2]);
	});

	it('walks every found cell once and then begins again', () => {
		const rows = [
			aControl({ title: 'mfa', notes: 'MFA for all' }),
			aControl({ title: 'backup' }),
			aControl({ owner: 'mfa team' }),
		];
		const findings = new Finder().find({ rows, columns, query: searchOf('mfa') });
		const walk = (direction: 'next' | 'previous'): (number | undefined)[] => {
			let cell: CellPlace | undefined;
			return [1, 2, 3, 4].map(() => {
				cell = stepFrom(findings, cell, direction, rows, columns);
				return positionOf(findings, cell);
			});
		};
		expect(walk('next')).toEqual([1, 2, 3, 1]);
		expect(walk('previous')).toEqual([3, 2, 1, 3]);
	});

	it('goes on from a cell that is not itself found', () => {
		const rows = [aControl({ title: 'x' }), aControl({ title: 'mfa' })];
		const findings = new Finder().find({ rows, columns, query: searchOf('mfa') });
		const from = { record: rows[0]?.id ?? 'control:none', column: 'notes' } as const;
		expect(stepFrom(findings, from, 'next', rows, columns)?.record).toBe(rows[1]?.id);
	});
});

describe('textMarks', () => {
	it('cuts a text where the search stands and loses nothing', () => {
		fc.assert(
			fc.property(shortText, shortText, (text, typed) => {
				const pieces = textMarks(text, searchOf(typed));
				expect(pieces.map((piece) => piece.text).join('')).toBe(text);
				for (const piece of pieces) {
					if (piece.found) expect(foldCase(piece.text)).toBe(foldCase(typed.trim()));
					else if (typed.trim()) expect(foldCase(piece.text)).not.toContain(foldCase(typed.trim()));
				}
			}),
		);
	});

	it('marks a whole cell or nothing, and minds letter case, where that is asked for', () => {
		const found = (text: string, query: Partial<FindQuery>): string[] =>
			textMarks(text, { ...searchOf('CC6.1'), ...query }).flatMap((piece) =>
				piece.found ? [piece.text] : [],
			);
		expect(found('CC6.10', {})).toEqual(['CC6.1']);
		expect(found('CC6.10', { wholeCell: true })).toEqual([]);
		expect(found('cc6.1', { wholeCell: true })).toEqual(['cc6.1']);
		expect(found('cc6.1', { matchCase: true })).toEqual([]);
	});

	it('marks at the right place after letters that grow when lowered', () => {
		expect(textMarks('İİ MFA', searchOf('mfa')).filter(({ found }) => found)).toEqual([
			{ at: 3, text: 'MFA', found: true },
		]);
	});
});
