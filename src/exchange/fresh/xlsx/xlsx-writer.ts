/**
 * Writes tables as an .xlsx package, one sheet a table, the Read me last: a small template workbook is
 * made for them and filled by the engine that writes into other people's files.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { ReadingWatch } from '../../reading/pace.ts';
import { definedNamePatches } from '../../write-back/ooxml/defined-names.ts';
import { filledSheet, growthOf } from '../../write-back/ooxml/filled-sheet.ts';
import type { Growth } from '../../write-back/ooxml/range-growth.ts';
import { splice } from '../../write-back/splice.ts';
import { exportCancelled, type ExportProblem } from '../export-problem.ts';
import type { ExportedFile, ExportMeta, ExportTable } from '../export-table.ts';
import { footerName, readMe, readMeSheet, shortStatement } from '../read-me.ts';
import { sheetNames } from '../sheet-names.ts';
import { PackageWriter } from '../zip/package-writer.ts';
import {
	appPropertiesPart,
	contentTypesPart,
	corePropertiesPart,
	packageRelationsPart,
	workbookPart,
	workbookRelationsPart,
	worksheetName,
} from './package-parts.ts';
import { readMePart } from './read-me-part.ts';
import { modelRow, sheetTemplate } from './sheet-template.ts';
import { SharedStrings } from './shared-strings.ts';
import { stylesPart } from './styles-part.ts';
import { tableRows } from './table-rows.ts';
import { xlsxProblems } from './xlsx-limits.ts';

/**
 * The file's bytes. Any text comes back as it was: what XML cannot hold is written as `_xHHHH_`. A
 * text longer than a cell holds is refused with its place, never cut.
 */
export async function writeXlsx(
	tables: readonly ExportTable[],
	meta: ExportMeta,
	watch: ReadingWatch,
): Promise<Result<ExportedFile, ExportProblem>> {
	const problems = xlsxProblems(tables);
	if (problems.length > 0) return refused(...problems);
	const names = sheetNames([...tables.map(({ title }) => title), readMeSheet]);
	const writer = new PackageWriter(watch, stepsOf(tables));
	for (const [name, text] of partsOf(tables, names, meta)) {
		if (!(await writer.add(name, text))) return refused(exportCancelled);
	}
	return ok({ bytes: writer.finish(), notes: [] });
}

type Part = readonly [name: string, text: Iterable<string>];

/** The parts in the order they are written: the shared strings are known when the sheets are. */
function* partsOf(
	tables: readonly ExportTable[],
	names: readonly string[],
	meta: ExportMeta,
): Generator<Part> {
	const strings = new SharedStrings();
	yield ['[Content_Types].xml', [contentTypesPart(names.length)]];
	yield ['_rels/.rels', [packageRelationsPart()]];
	yield ['docProps/core.xml', [corePropertiesPart(meta)]];
	yield ['docProps/app.xml', [appPropertiesPart()]];
	const growths = tables.map(({ rows, columns }) =>
		growthOf(modelRow, rows.length, columns.length),
	);
	yield ['xl/workbook.xml', [grownNames(workbookPart(names, tables), growths)]];
	yield ['xl/_rels/workbook.xml.rels', [workbookRelationsPart(names.length)]];
	yield ['xl/styles.xml', [stylesPart()]];
	const footer = { left: footerName(meta.workbook), middle: shortStatement };
	for (const [index, table] of tables.entries()) {
		const template = sheetTemplate(table.columns, strings, footer, index === 0);
		const growth = growthOf(modelRow, table.rows.length, table.columns.length);
		const sheet = filledSheet(template, growth, tableRows(table, strings));
		yield [worksheetName(index + 1), sheet];
	}
	yield [worksheetName(names.length), readMePart(readMe(tables, names, meta), strings)];
	yield ['xl/sharedStrings.xml', strings.part()];
}

/** Filters and print areas, which are names of the workbook, cover the filled rows. */
function grownNames(workbook: string, growths: readonly Growth[]): string {
	const bySheet = new Map(growths.map((growth, index) => [index, [growth]]));
	return splice(workbook, definedNamePatches(workbook, bySheet));
}

/** Rows, and about as many texts again as there are rows with five texts of their own. */
function stepsOf(tables: readonly ExportTable[]): number {
	return tables.reduce((sum, { rows }) => sum + rows.length * 6, 100);
}
