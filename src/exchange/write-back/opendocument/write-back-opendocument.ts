/**
 * Writes cells and new rows into an OpenDocument spreadsheet (.ods): only its `content.xml` changes,
 * and there only the touched cells and the ranges that grow with appended rows.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import { parseReference } from '../../reading/ooxml/cell-range.ts';
import type { ZipArchive } from '../../reading/ooxml/zip.ts';
import type { Pace } from '../../reading/pace.ts';
import { cancelled, damaged, passwordProtected } from '../../reading/reading-problem.ts';
import { cellReference } from '../../sheet.ts';
import type { Change, WriteBack, WriteBackProblem } from '../change.ts';
import type { BookSheet } from '../ooxml/book.ts';
import { dependentCells, tooManyResults } from '../ooxml/dependents.ts';
import { EditedPackage } from '../ooxml/edited-package.ts';
import { shortFormulaNotes } from '../ooxml/short-formulas.ts';
import { Report } from '../report.ts';
import { splice } from '../splice.ts';
import { rowPatches } from './edited-rows.ts';
import { formulasOf } from './ods-formulas.ts';
import { appendOdsRows } from './ods-append.ts';
import { odsGrowthPatches } from './ods-growth.ts';
import { setOdsCell } from './ods-set-cell.ts';
import { OdsSheetEdit } from './ods-sheet-edit.ts';
import { readValidations } from './ods-validations.ts';
import { readTables } from './table-outline.ts';

const part = 'content.xml';
const manifest = 'META-INF/manifest.xml';

/** The document in `original` with the changes. */
export async function writeBackOpenDocument(
	original: Uint8Array,
	archive: ZipArchive,
	changes: readonly Change[],
	pace: Pace,
): Promise<Result<WriteBack, WriteBackProblem>> {
	const edited = new EditedPackage(original, archive);
	const distrusted = edited.check();
	if (distrusted) return refused(distrusted);
	const listed = archive.find(manifest) ? edited.text(manifest) : ok('');
	if (listed.ok && listed.value.includes('encryption-data')) return refused(passwordProtected);
	const xml = edited.text(part);
	if (!xml.ok) return xml;
	if (!xml.value.includes('xmlns:office=') || !xml.value.includes('xmlns:table='))
		return refused(otherPrefixes);
	const tables = readTables(xml.value);
	if (!tables) return refused(damaged('its document breaks off.'));
	if (!(await pace.turn(0.3, 'Looking for the cells'))) return refused(cancelled);

	const report = new Report();
	const sheets = tables.map(({ name }, index): BookSheet => ({ name, part, index }));
	const validations = readValidations(xml.value);
	const edits = sheets.flatMap((sheet, at) => {
		const table = tables[at];
		return table ? [new OdsSheetEdit(xml.value, table, sheet, validations)] : [];
	});
	plan(edits, changes, report);
	const places = new Map(sheets.map((sheet, at) => [sheet, [...(edits[at]?.places() ?? [])]]));
	if ([...places.values()].every(({ length }) => length === 0)) return ok(report.finish(original));

	const growths = new Map(edits.map(({ table, growths: own }) => [table.name, own]));
	const grown = odsGrowthPatches(xml.value, growths);
	const formulas = formulasOf(xml.value, tables, sheets, splice(xml.value, grown));
	const stale = dependentCells(formulas, places);
	if (!stale) return refused(tooManyResults);
	for (const note of shortFormulaNotes(formulas, edits)) report.note(note);
	for (const [sheet, cells] of stale) {
		for (const { row, column } of cells) {
			if (!edits[sheet.index]?.takeOutResult(row, column)) continue;
			report.recalculated({ sheet: sheet.name, cell: cellReference(column, row) });
		}
	}
	const patches = [
		...edits.flatMap(({ table, contents, made }) => rowPatches(xml.value, table, contents, made)),
		...grown,
	];
	const set = edited.set(part, splice(xml.value, patches));
	if (!set.ok) return set;
	if (archive.find('META-INF/documentsignatures.xml')) report.note(signed);
	if (!(await pace.turn(0.8, 'Packing the file'))) return refused(cancelled);
	return ok(report.finish(edited.finish()));
}

function plan(edits: readonly OdsSheetEdit[], changes: readonly Change[], report: Report): void {
	for (const [index, change] of changes.entries()) {
		const edit = edits.find(({ table }) => table.name.toLowerCase() === change.sheet.toLowerCase());
		const cell = 'cell' in change ? change.cell : '';
		if (!edit) {
			const names = edits.map(({ table }) => `“${table.name}”`).join(', ');
			const text = `The file has no sheet “${change.sheet}”. It has ${names}. Name one of these.`;
			report.refuse(index, change.sheet, cell, 'noSuchSheet', text);
		} else if ('appendRows' in change) {
			appendOdsRows(edit, change, index, report);
		} else {
			const place = parseReference(cell.trim());
			if (place) setOdsCell(edit, change, place, index, report);
			else report.refuse(index, edit.table.name, cell, 'outOfBounds', noCell(cell));
		}
	}
}

function noCell(cell: string): string {
	return `“${cell}” is no cell of a sheet (A1 to XFD1048576). Give one, such as B7.`;
}

const signed =
	'The file carries a digital signature, which is no longer valid once cells are changed. Whoever signed it must sign again.';

const otherPrefixes: WriteBackProblem = {
	kind: 'otherFormat',
	text: 'The document is written in an unusual way that cannot be changed safely. Open it in the spreadsheet program, save it again, and use the new copy.',
};
