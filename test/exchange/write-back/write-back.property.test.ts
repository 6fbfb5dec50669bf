/**
 * Random edits of random workbooks: only the parts that must differ do, in them only the touched
 * cells, and our reader and SheetJS agree on the new values and on every old one.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { cellReference } from '../../../src/exchange/sheet.ts';
import type { SetCell } from '../../../src/exchange/write-back/change.ts';
import { workbookIn } from '../../support/sheet-reading.ts';
import { buildXlsx } from '../../support/ooxml-builder.ts';
import { changedParts, differences, part, writtenInto, type Outcome } from './written.ts';

const numRuns = fc.readConfigureGlobal().numRuns ?? 150;
const strings = [
	'<t>Owner</t>',
	'<r><t>Rich </t></r><r><rPr><b/></rPr><t>text</t></r>',
	'<t>12</t>',
];
const formats = ['0.00', '@', 'yyyy-mm-dd'];
const sheetParts = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'];

const contents = fc.constantFrom(
	' t="s"><v>0</v></c>',
	' t="s"><v>1</v></c>',
	' s="2" t="s"><v>2</v></c>',
	'><v>3.5</v></c>',
	' s="1"><v>7</v></c>',
	' s="3"><v>46000</v></c>',
	' t="b"><v>1</v></c>',
	' t="e"><v>#N/A</v></c>',
	' t="inlineStr"><is><t xml:space="preserve"> in </t></is></c>',
	' s="1"/>',
	'><f>A1+SUM(B1:B9)</f><v>9</v></c>',
	' t="str"><f>Sheet1!C2&amp;Sheet2!C2</f><v>ab</v></c>',
	'><f>1+1</f><v>2</v></c>',
);

/** Rows of at most 12 × 6 cells, each with its reference. */
const rows = fc
	.uniqueArray(
		fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 5 }), contents),
		{
			selector: ([row, column]) => `${row},${column}`,
			maxLength: 40,
		},
	)
	.map((cells) => {
		const byRow = new Map<number, string>();
		for (const [row, column, content] of [...cells].sort(([a, b], [c, d]) => a - c || b - d)) {
			byRow.set(row, `${byRow.get(row) ?? ''}<c r="${cellReference(column, row)}"${content}`);
		}
		return [...byRow]
			.map(([row, content]) => `<row r="${row}" spans="1:6">${content}</row>`)
			.join('');
	});

const values: fc.Arbitrary<SetCell['value']> = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.string({ maxLength: 12 }),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.integer({ min: -999, max: 99_999 }),
	fc.boolean(),
	fc.constant(null),
	fc.constantFrom('12', '12.5', '2026-11-21', 'TRUE', '=A1', '_x0041_', ' blank ', 'a\nb'),
	fc.constant({ date: '2026-11-21' }),
);

const edits = fc.uniqueArray(
	fc.record({
		sheet: fc.constantFrom('Sheet1', 'Sheet2'),
		cell: fc
			.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 0, max: 6 }))
			.map(([row, column]) => cellReference(column, row)),
		value: values,
		overFormula: fc.boolean(),
	}),
	{ selector: ({ sheet, cell }) => `${sheet}!${cell}`, maxLength: 8 },
);

it('random edits change the touched cells and nothing else', async () => {
	await fc.assert(
		fc.asyncProperty(rows, rows, fc.boolean(), edits, async (first, second, date1904, changes) => {
			const before = '<dimension ref="A1:F12"/>';
			const sheets = [first, second].map((own) => ({ rows: own, before, after: '<pageMargins/>' }));
			const original = buildXlsx({ sheets, strings, formats, date1904 });
			expect((await writtenInto(original, [])).bytes).toBe(original);
			const outcome = await writtenInto(original, changes);
			expect(outcome.refused.every(({ kind }) => kind === 'formula')).toBe(true);
			expect(outcome.written.length + outcome.unchanged.length + outcome.refused.length).toBe(
				changes.length,
			);
			expectOnlyNeededParts(outcome);
			for (const [index, name] of sheetParts.entries())
				expectOnlyTouchedCells(outcome, name, index);
			const found = await differences(outcome);
			expect(found.filter(({ why }) => why === 'unexplained')).toEqual([]);
			const shown = new Map(found.map(({ sheet, cell, after }) => [`${sheet}!${cell}`, after]));
			for (const { sheet, cell, after } of outcome.written) {
				expect([sheet, cell, shown.get(`${sheet}!${cell}`)]).toEqual([sheet, cell, after]);
			}
			await expectSheetJsAgrees(outcome);
		}),
		{ numRuns },
	);
}, 120_000);

it('appended rows leave every old cell as it was', async () => {
	const appended = fc.array(fc.array(values, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
	await fc.assert(
		fc.asyncProperty(rows, appended, async (own, appendRows) => {
			const original = buildXlsx({ sheets: [{ rows: own }, {}], strings, formats });
			const outcome = await writtenInto(original, [{ sheet: 'Sheet1', appendRows }]);
			const found = await differences(outcome);
			expect(found.filter(({ why }) => why !== 'recalculated' && why !== 'appended')).toEqual(
				found.filter(({ why }) => why === 'formulaContinued'),
			);
			const old = new Set(
				[...own.matchAll(/r="([A-Z]+\d+)"[^/]*?>(?:<f|<v|<is)/g)].map(([, cell]) => cell),
			);
			expect(outcome.written.filter(({ cell }) => old.has(cell))).toEqual([]);
			await expectSheetJsAgrees(outcome);
		}),
		{ numRuns },
	);
}, 120_000);

/** Touched sheets; the workbook where there are formulas; the styles where a date needs one. */
function expectOnlyNeededParts(outcome: Outcome): void {
	const touched = new Set([...outcome.written, ...outcome.recalculated].map(({ sheet }) => sheet));
	const allowed = ['xl/workbook.xml', 'xl/styles.xml', ...[...touched].map(partOf)];
	expect(changedParts(outcome).filter((name) => !allowed.includes(name))).toEqual([]);
	if (outcome.written.length === 0) expect(outcome.bytes).toBe(outcome.original);
}

function partOf(sheet: string): string {
	return `xl/worksheets/${sheet.toLowerCase()}.xml`;
}

/** Both texts without the touched cells are the same, but for rows made and ranges widened. */
function expectOnlyTouchedCells(outcome: Outcome, name: string, index: number): void {
	const touched = new Set(
		[...outcome.written, ...outcome.recalculated]
			.filter(({ sheet }) => sheet === `Sheet${index + 1}`)
			.map(({ cell }) => cell),
	);
	const rest = (xml: string): string =>
		xml
			.replace(/<c r="([A-Z]+\d+)"(?:[^>]*\/>|.*?<\/c>)/gs, (all, cell: string) =>
				touched.has(cell) ? '' : all,
			)
			.replace(/<row [^>]*><\/row>/g, '')
			.replace(/ spans="[^"]*"|<dimension[^>]*>/g, '');
	expect(rest(part(outcome.bytes, name))).toBe(rest(part(outcome.original, name)));
}

/** New values as our reader sees them, and every other cell as SheetJS saw it before. */
async function expectSheetJsAgrees(outcome: Outcome): Promise<void> {
	const [before, after] = [outcome.original, outcome.bytes].map((bytes) => XLSX.read(bytes));
	const stale = new Set(outcome.recalculated.map(({ sheet, cell }) => `${sheet}!${cell}`));
	const written = new Set(outcome.written.map(({ sheet, cell }) => `${sheet}!${cell}`));
	for (const { name, rows } of (await workbookIn(outcome.bytes)).sheets) {
		for (const { number, cells } of rows) {
			for (const [column, cell] of cells.entries()) {
				const reference = cellReference(column, number);
				if (!cell || !written.has(`${name}!${reference}`)) continue;
				const theirs = valueAt(after, name, reference);
				const plain = typeof theirs === 'string' ? theirs.replace(/\r\n?/g, '\n') : theirs;
				expect([reference, plain ?? '']).toEqual([reference, cell.value ?? cell.text]);
			}
		}
		for (const reference of Object.keys(before?.Sheets[name] ?? {})) {
			const key = `${name}!${reference}`;
			if (reference.startsWith('!') || stale.has(key) || written.has(key)) continue;
			const [old, now] = [before, after].map((book) => valueAt(book, name, reference));
			expect([key, now]).toEqual([key, old]);
		}
	}
}

function valueAt(book: XLSX.WorkBook | undefined, sheet: string, cell: string): unknown {
	return (book?.Sheets[sheet]?.[cell] as XLSX.CellObject | undefined)?.v;
}
