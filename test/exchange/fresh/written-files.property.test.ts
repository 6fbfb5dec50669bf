/**
 * Any table comes back cell for cell. What a reader or a format changes by its own rules is named
 * here, one function each; everything else must be equal.
 */
import fc from 'fast-check';
import { describe, it, expect } from 'vitest';
import type { ExportFormat, ExportTable } from '../../../src/exchange/fresh/export-table.ts';
import { unguard } from '../../../src/exchange/formula-guard.ts';
import { anyText, linesOf, tablesOf } from './a-table.ts';
import { linesBySheetJs, linesOfSheet, ourReading, written } from './read-back.ts';

/** Readers take every line end for a line feed, as XML and spreadsheet programs do. */
const oneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n');
/** Neither OpenDocument nor UTF-8 has a form for these. */
const noHalves = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');
const noControls = (text: string): string =>
	noHalves(text).replace(/(?![\t\n\r\x7f-\x9f])[\p{Cc}\ufffe\uffff]/gu, '\ufffd');

const changes: Readonly<Record<ExportFormat, (text: string) => string>> = {
	xlsx: oneLineEnd,
	ods: (text) => noControls(oneLineEnd(text)),
	csv: (text) => noHalves(oneLineEnd(text)),
	tsv: (text) => noHalves(oneLineEnd(text)),
};

const sheetJsChanges: typeof changes = {
	...changes,
	// The lone carriage return stays.
	xlsx: (text) => text.replaceAll('\r\n', '\n'),
	// Empty first lines are lost.
	ods: (text) => changes.ods(text).replace(/^\n+/, ''),
	csv: noHalves,
};

type Lines = readonly (readonly string[])[];

const isDelimited = (format: ExportFormat): boolean => format === 'csv' || format === 'tsv';

/** Each run writes and reads a file: fewer of them, unless FC_RUNS asks for more. */
const numRuns = fc.readConfigureGlobal().numRuns ?? 30;

describe('SheetJS reads what was written', () => {
	/** SheetJS resolves `_xHHHH_` twice, so that a text which looks like an escape becomes one. */
	const looksEscaped = /_x[\dA-Fa-f]{4}/;
	/** It trims blanks other than our own from the lines of OpenDocument. */
	const oddBlank = /[^\S \t\r\n]/;
	const texts = anyText.filter((text) => !looksEscaped.test(text) && !oddBlank.test(text));

	it.each(['xlsx', 'ods', 'csv'] as const)(
		'.%s',
		async (format) => {
			await fc.assert(
				fc.asyncProperty(tablesFor(format, texts), async (table) => {
					const lines = linesOf(table);
					const read = linesBySheetJs(await written(table, format), lines);
					expect(taken(format, read)).toEqual(
						lines.map((line) => line.map(sheetJsChanges[format])),
					);
				}),
				{ numRuns },
			);
		},
		60_000,
	);
});

describe('our own reader reads what was written', () => {
	it.each(['xlsx', 'ods', 'csv', 'tsv'] as const)(
		'.%s',
		async (format) => {
			await fc.assert(
				fc.asyncProperty(tablesFor(format, anyText), async (table) => {
					const lines = linesOf(table);
					const { sheets } = await ourReading(await written(table, format), format);
					const read = linesOfSheet(sheets[0], lines);
					expect(read).toEqual(lines.map((line) => line.map(changes[format])));
				}),
				{ numRuns },
			);
		},
		60_000,
	);
});

/** What was read, the guard of delimited text taken back. */
function taken(format: ExportFormat, lines: Lines): Lines {
	return isDelimited(format) ? lines.map((line) => line.map(unguard)) : lines;
}

function tablesFor(format: ExportFormat, texts: fc.Arbitrary<string>): fc.Arbitrary<ExportTable> {
	return isDelimited(format) ? tablesOf(texts).map(withPlainRows) : tablesOf(texts);
}

/** Delimited text does not say its separator: readers find it where most lines agree on it. */
function withPlainRows({ title, columns, rows }: ExportTable): ExportTable {
	const column = { header: 'Control ID', kind: { kind: 'text' }, widthCharacters: 20 } as const;
	const all = [column, ...columns];
	const plain = Array.from({ length: 12 }, () => all.map(() => 'plain'));
	return { title, columns: all, rows: [...rows.map((row) => ['CTL-1', ...row]), ...plain] };
}
