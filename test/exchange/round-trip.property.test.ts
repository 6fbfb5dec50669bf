/**
 * Exporting a workbook and importing the file gives the same workbook, cell for cell. What a format
 * or a reader changes by its own rules is named here; nothing else may differ.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlTable, everyColumn } from '../../src/exchange/fresh/control-table.ts';
import type { ExportFormat } from '../../src/exchange/fresh/export-table.ts';
import { buildDraft } from '../../src/exchange/proposal/build-draft.ts';
import { initialDecisions } from '../../src/exchange/proposal/initial-decisions.ts';
import { proposeSheet } from '../../src/exchange/recognise/propose-sheet.ts';
import { criteria } from '../../src/model/catalog/criteria.ts';
import { controlFields, isSetKey } from '../../src/model/records/control-fields.ts';
import { termToken, vocabularies } from '../../src/model/records/vocabulary.ts';
import { addControls, type ControlValues } from '../../src/workbook/commands/add-controls.ts';
import { importControls } from '../../src/workbook/commands/import-controls.ts';
import { addColumn } from '../../src/workbook/commands/own-columns.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';
import { anyText } from './fresh/a-table.ts';
import { ourReading, written } from './fresh/read-back.ts';

/** Each run writes and reads a file: fewer of them, unless FC_RUNS asks for more. */
const numRuns = fc.readConfigureGlobal().numRuns ?? 30;

describe('a workbook that is exported and imported again', () => {
	it.each(['xlsx', 'ods', 'csv', 'tsv'] as const)(
		'[X-1] is the same by .%s',
		async (format) => {
			await fc.assert(
				fc.asyncProperty(workbooks(format), async (workbook) => {
					const copy = await importedAgain(workbook, format);
					expect(contents(copy)).toEqual(contents(workbook));
				}),
				{ numRuns },
			);
		},
		120_000,
	);
});

async function importedAgain(workbook: Workbook, format: ExportFormat): Promise<Workbook> {
	const own = workbook.columns.all();
	const options = { title: 'Control matrix', includeRetired: false };
	const table = controlTable(workbook.controls.all(), everyColumn(own), own, options);
	const { sheets } = await ourReading(await written(table, format), format);
	const [sheet] = sheets;
	if (!sheet) throw new Error('The file holds no sheet');
	const proposal = proposeSheet(sheet);
	const draft = buildDraft(sheet, proposal, initialDecisions(proposal));
	const copy = aWorkbook();
	done(copy, importControls, { ...draft, fileName: `export.${format}`, sha256: '' });
	return copy;
}

/** Everything a person sees, own columns by their name; order of rows and columns included. */
function contents(workbook: Workbook) {
	const own = workbook.columns.all();
	return {
		columns: own.map(({ name }) => name),
		controls: workbook.controls.all().map((control) => ({
			fields: controlFields.map(({ key }) => [key, control[key]]),
			own: own.map(({ id }) => control.own[id] ?? ''),
		})),
	};
}

/** Workbooks of arbitrary content that has a form in `format`. */
function workbooks(format: ExportFormat): fc.Arbitrary<Workbook> {
	const texts = anyText.map((text) => heldBy(format, text));
	const names = fc.uniqueArray(columnNames(texts), {
		selector: (name) => name.toLowerCase(),
		maxLength: 3,
	});
	return names.chain((columns) => {
		const own = fc.array(texts, { minLength: columns.length, maxLength: columns.length });
		const rows = fc.array(fc.record({ values: controls(texts), own }), {
			minLength: 1,
			maxLength: 6,
		});
		return rows.map((all) => {
			const workbook = aWorkbook();
			for (const name of columns) done(workbook, addColumn, { name });
			const ids = workbook.columns.all().map(({ id }) => id);
			const withOwn = all.map(({ values, own }) => ({
				...values,
				own: Object.fromEntries(ids.map((id, index) => [id, own[index] ?? ''])),
			}));
			done(workbook, addControls, { rows: withOwn });
			return workbook;
		});
	});
}

/** Every reader takes the line ends for line feeds; other formats lack what OOXML escapes. */
function heldBy(format: ExportFormat, text: string): string {
	const lines = text.replace(/\r\n?/g, '\n');
	if (format === 'xlsx') return lines;
	return lines.replace(/(?![\t\n\x7f-\x9f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
}

/** The names of columns are one line without outer blanks; some are called like our own fields. */
function columnNames(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
	const plain = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((name) => name !== '');
	return fc.oneof(plain, fc.constantFrom('Status', 'Owner', 'System', 'Risk', 'Retired'));
}

/** A row without a single value is no row of a file, so every control has an id. */
function controls(texts: fc.Arbitrary<string>): fc.Arbitrary<ControlValues> {
	const fields = controlFields.map(({ key, value }): [string, fc.Arbitrary<unknown>] => {
		if (key === 'controlId') return [key, controlIds(texts)];
		if (isSetKey(key)) return [key, key === 'criteria' ? criteriaSets : referenceSets];
		if (value.kind === 'date') return [key, fc.oneof(dates, texts)];
		if (value.kind !== 'term') return [key, texts];
		const { id, terms } = vocabularies[value.vocabulary];
		const tokens = fc.constantFrom('', ...terms.map(({ token }) => token));
		// The label of a term, or its token, typed as a text is that term after the import.
		const words = texts.filter((text) => termToken(id, text) === undefined);
		return [key, fc.oneof(tokens, words)];
	});
	return fc.record(Object.fromEntries(fields)) as fc.Arbitrary<ControlValues>;
}

function controlIds(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
	return fc.oneof(
		fc.integer({ min: 1, max: 999 }).map((number) => `CTL-${number}`),
		fc.constantFrom('CC6.1', '7.20', '007', '1-2', 'TRUE'),
		texts.filter((text) => text.trim() !== ''),
	);
}

const dates = fc.constantFrom('2026-11-21', '1900-03-01', '1899-12-31', '9999-12-31', '2026-02-30');

const criteriaSets = fc.uniqueArray(
	fc.constantFrom(...criteria.map(({ id }) => id), 'CC6.9', 'CC99.1'),
	{ maxLength: 4 },
);

const referenceSets = fc.uniqueArray(
	fc.constantFrom('A.5.15', 'AC-2(1)', '164.308(a)(1), (ii)', 'Clause 6.1.2', 'PR.AA-01', '7.20'),
	{ maxLength: 4 },
);
