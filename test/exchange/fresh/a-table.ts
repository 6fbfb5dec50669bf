/** Builders: a table to export, tables of arbitrary text, and what every writer is given beside them. */
import fc from 'fast-check';
import type {
	ExportColumn,
	ExportMeta,
	ExportTable,
} from '../../../src/exchange/fresh/export-table.ts';
import type { ReadingWatch } from '../../../src/exchange/reading/pace.ts';

export const meta: ExportMeta = {
	workbook: 'Northwind SOC 2',
	scope: 'All 2 controls',
	generatedAt: '2026-11-21T12:00:00.000Z',
	generatedBy: 'Dana',
	programVersion: '0.1.0',
};

export const patient: ReadingWatch = { progress: () => undefined, aborted: () => false };

export function aTable(
	rows: readonly (readonly string[])[],
	columns: readonly Partial<ExportColumn>[] = [],
	title = 'Control matrix',
): ExportTable {
	const count = Math.max(columns.length, rows[0]?.length ?? 0);
	const filled = Array.from({ length: count }, (_, index) => ({
		header: `Column ${index + 1}`,
		kind: { kind: 'text' } as const,
		widthCharacters: 20,
		...columns[index],
	}));
	return { title, columns: filled, rows };
}

/** Text as people and attackers write it: any Unicode, what formats escape, what runs as a formula. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc
		.array(
			fc.constantFrom(
				...[
					'_x',
					'0041',
					'_',
					'_x005F_',
					'\u0001',
					'\u001f',
					'\ud800',
					'\udc00',
					'\uffff',
					'\ufeff',
				],
				...['&', '<', '>', '"', "'", '&amp;', ']]>', ' ', '  ', '\t', '\n', '\r\n', '\r', '\u0085'],
				...[
					'=1+1',
					'+',
					'-',
					'@SUM',
					'=cmd|',
					'00123',
					'1e5',
					'TRUE',
					'2026-11-21',
					'1-2',
					',',
					';',
				],
			),
			{ maxLength: 6 },
		)
		.map((pieces) => pieces.join('')),
);

const kinds = fc.constantFrom<ExportColumn['kind']>(
	{ kind: 'text' },
	{ kind: 'prose' },
	{ kind: 'date' },
	{ kind: 'criteria' },
	{ kind: 'references' },
	{ kind: 'term', choices: ['Not started', 'In progress'] },
	{ kind: 'term', choices: ['a, b', 'say "c" & <d>'] },
);

const calendarDates = fc
	.integer({ min: 1, max: 3_600_000 })
	.map((day) => new Date(Date.UTC(1, 0, day)).toISOString().slice(0, 10))
	.filter((date) => date.length === 10);

/** Tables whose headers and cells are drawn from `texts`, dates among the cells. */
export function tablesOf(texts: fc.Arbitrary<string>): fc.Arbitrary<ExportTable> {
	return fc.integer({ min: 1, max: 5 }).chain((width) => {
		const columns = fc.array(
			fc.record({
				header: texts.map(named),
				kind: kinds,
				widthCharacters: fc.integer({ min: 1, max: 60 }),
			}),
			{ minLength: width, maxLength: width },
		);
		const cell = fc.oneof({ weight: 4, arbitrary: texts }, calendarDates);
		const row = fc.array(cell, { minLength: width, maxLength: width });
		return fc.record({ title: texts, columns, rows: fc.array(row, { maxLength: 6 }) });
	});
}

/** A file of nothing but empty cells is no table. */
const named = (header: string): string => (header === '' ? 'Header' : header);

/** The lines of a table as a reader should find them, header first. */
export function linesOf({ columns, rows }: ExportTable): readonly (readonly string[])[] {
	return [columns.map(({ header }) => header), ...rows];
}
