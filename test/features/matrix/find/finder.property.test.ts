import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../../src/features/matrix/columns/cell-text.ts';
import { matrixColumns } from '../../../../src/features/matrix/columns/matrix-column.ts';
import { Finder, type CellPlace } from '../../../../src/features/matrix/find/finder.ts';
import { foldCase } from '../../../../src/features/matrix/find/fold-case.ts';
import { positionOf, stepFrom } from '../../../../src/features/matrix/find/step.ts';
import { textMarks } from '../../../../src/features/matrix/find/text-marks.ts';
import type { Control } from '../../../../src/model/records/control.ts';
import { aControl } from '../matrix-controls.ts';

const columns = matrixColumns([]);
const shortText = fc.string({
	unit: fc.constantFrom('a', 'B', 'ß', 'İ', ' ', '1', '\n'),
	maxLength: 6,
});
const someControl = fc
	.record({ title: shortText, owner: shortText, notes: shortText })
	.map((values) => aControl(values));

function naively(rows: readonly Control[], typed: string): CellPlace[] {
	const wanted = foldCase(typed.trim());
	if (wanted === '') return [];
	return rows.flatMap((row) =>
		columns
			.filter((column) => foldCase(cellText(row, column)).includes(wanted))
			.map(({ key }) => ({ control: row.id, column: key })),
	);
}

describe('Finder', () => {
	it('finds the cells that a look at every cell finds, whatever was searched before', () => {
		fc.assert(
			fc.property(
				fc.array(someControl, { maxLength: 6 }),
				fc.array(shortText, { minLength: 1, maxLength: 4 }),
				(rows, searches) => {
					const finder = new Finder();
					for (const typed of searches) {
						const expected = naively(rows, typed);
						const findings = finder.find(rows, columns, typed);
						const cells = findings.rows.flatMap(({ control, columns: found }) =>
							found.map((column) => ({ control, column })),
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
		expect(new Finder().find([row], columns, 'accessreview').count).toBe(0);
		expect(new Finder().find([row], columns, 's\u0000r').count).toBe(0);
	});

	it('walks every found cell once and then begins again', () => {
		const rows = [
			aControl({ title: 'mfa', notes: 'MFA for all' }),
			aControl({ title: 'backup' }),
			aControl({ owner: 'mfa team' }),
		];
		const findings = new Finder().find(rows, columns, 'mfa');
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
		const findings = new Finder().find(rows, columns, 'mfa');
		const from = { control: rows[0]?.id ?? 'control:none', column: 'notes' } as const;
		expect(stepFrom(findings, from, 'next', rows, columns)?.control).toBe(rows[1]?.id);
	});
});

describe('textMarks', () => {
	it('cuts a text where the search stands and loses nothing', () => {
		fc.assert(
			fc.property(shortText, shortText, (text, typed) => {
				const pieces = textMarks(text, typed);
				expect(pieces.map((piece) => piece.text).join('')).toBe(text);
				for (const piece of pieces) {
					if (piece.found) expect(foldCase(piece.text)).toBe(foldCase(typed.trim()));
					else if (typed.trim()) expect(foldCase(piece.text)).not.toContain(foldCase(typed.trim()));
				}
			}),
		);
	});

	it('marks at the right place after letters that grow when lowered', () => {
		expect(textMarks('İİ MFA', 'mfa').filter(({ found }) => found)).toEqual([
			{ at: 3, text: 'MFA', found: true },
		]);
	});
});
