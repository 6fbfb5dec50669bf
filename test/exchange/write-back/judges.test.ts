/**
 * What is written back opens in LibreOffice, SheetJS and ExcelJS without repair, and each shows the
 * new values and all the old ones. LibreOffice needs `soffice` on the PATH (apt-get install
 * libreoffice-calc); skipped, and said, without.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WriteBack } from '../../../src/exchange/write-back/change.ts';
import { shapes } from './files/shapes.ts';
import { byExcelJs, bySheetJs, type Shown } from './judges/libraries.ts';
import { hasOffice, Office } from './judges/office.ts';
import { writtenInto } from './written.ts';

if (!hasOffice) {
	console.warn('NOT PROVEN: soffice is not on the PATH, so LibreOffice did not open the files');
}

/** Every written cell shows what the report says; every other cell what it showed before. */
function expectJudged(before: Shown, after: Shown, outcome: WriteBack): void {
	expect(outcome.refused).toEqual([]);
	expect(before.size).toBeGreaterThan(0);
	const key = ({ sheet, cell }: { sheet: string; cell: string }): string => `${sheet}!${cell}`;
	const stale = new Set(outcome.recalculated.map(key));
	const written = new Map(
		outcome.written
			.filter(({ why }) => why !== 'formulaContinued')
			.map((one) => [key(one), one.after]),
	);
	const carried = new Set(outcome.written.filter(({ why }) => why === 'formulaContinued').map(key));
	const expected = new Map([...before, ...written]);
	const own = (shown: Shown): string[] =>
		[...shown]
			.filter(([cell, text]) => !stale.has(cell) && !carried.has(cell) && text !== '')
			.map(([cell, text]) => `${cell} ${text}`)
			.sort();
	expect(own(after)).toEqual(own(expected));
}

describe.each(shapes)('$name', ({ original, changes, unreadBy }) => {
	if (unreadBy?.sheetJs === undefined) {
		test('in SheetJS', async () => {
			const outcome = await writtenInto(original, changes);
			expectJudged(bySheetJs(original), bySheetJs(outcome.bytes), outcome);
		});
	} else {
		test(`not in SheetJS, nor is the original: ${unreadBy.sheetJs}`, () => {
			expect(bySheetJs(original).has('Sheet1!A1')).toBe(false);
		});
	}

	if (unreadBy?.excelJs === undefined) {
		test('in ExcelJS', async () => {
			const outcome = await writtenInto(original, changes);
			expectJudged(await byExcelJs(original), await byExcelJs(outcome.bytes), outcome);
		});
	} else {
		test(`not in ExcelJS, nor is the original: ${unreadBy.excelJs}`, async () => {
			await expect(byExcelJs(original)).rejects.toThrow();
		});
	}
});

describe.skipIf(!hasOffice)('in LibreOffice', () => {
	const office = new Office();
	beforeAll(async () => {
		for (const [at, { original, changes, extension }] of shapes.entries()) {
			const { bytes } = await writtenInto(original, changes);
			office.put(`${at}-before`, extension, original);
			office.put(`${at}-after`, extension, bytes);
		}
		office.open();
	}, 240_000);
	afterAll(() => office.close());

	test.each(shapes.map((shape, at) => ({ ...shape, at })))(
		'$name',
		async ({ original, changes, at }) => {
			const outcome = await writtenInto(original, changes);
			expectJudged(office.shown(`${at}-before`), office.shown(`${at}-after`), outcome);
		},
	);
});
