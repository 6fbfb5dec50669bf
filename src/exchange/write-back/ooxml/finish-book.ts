/**
 * From plans to parts: patches the changed sheets and their tables, takes out results that went out
 * of date, and changes names, styles and calculation of the workbook as far as these need it.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { CellPlace } from '../../reading/ooxml/cell-range.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { cellReference } from '../../sheet.ts';
import type { WriteBackProblem } from '../change.ts';
import type { Book, BookSheet } from './book.ts';
import { bookNotes } from './book-notes.ts';
import { changedCalcChain } from './calc-chain.ts';
import { definedNamePatches } from './defined-names.ts';
import {
	dependentCells,
	formulasIn,
	tooManyResults,
	type CellsBySheet,
	type FormulaSheet,
} from './dependents.ts';
import { dimensionPatches, growthPatches } from './range-growth.ts';
import { recalculationPatch } from './recalculation.ts';
import { removePart } from './remove-part.ts';
import type { Report } from '../report.ts';
import type { SheetEdit } from './sheet-edit.ts';
import { shortFormulaNotes } from './short-formulas.ts';
import { splice, type Patch } from '../splice.ts';
import { staleResults } from './stale-results.ts';

type Done = Result<undefined, WriteBackProblem>;
const done: Done = ok(undefined);

/** Brings every planned change into the parts of the package. */
export function finishBook(book: Book, edits: readonly SheetEdit[], report: Report): Done {
	const changed = edits.filter(({ planned }) => planned.size > 0);
	if (changed.length === 0) return done;
	const calculated = sheetsWithFormulas(book);
	if (!calculated.ok) return calculated;
	const places: CellsBySheet = new Map(
		changed.map(({ sheet, planned }) => [sheet, [...planned.places()]]),
	);
	const growths = new Map(changed.map((edit) => [edit.sheet, edit.growths]));
	const formulas = formulasIn(book, calculated.value, growths);
	const stale = dependentCells(formulas, places);
	if (!stale) return refused(tooManyResults);
	for (const note of shortFormulaNotes(formulas, changed)) report.note(note);
	for (const edit of changed) {
		const own = cellPatches(edit);
		const patched = patchSheet(book, edit.sheet, own, stale.get(edit.sheet) ?? [], report);
		if (!patched.ok) return patched;
		const tables = growTables(edit);
		if (!tables.ok) return tables;
	}
	for (const [sheet, cells] of stale) {
		if (places.has(sheet)) continue;
		const patched = patchSheet(book, sheet, [], cells, report);
		if (!patched.ok) return patched;
	}
	const styles = book.styles.changed();
	const stylesPart = book.linked('styles');
	if (styles !== undefined && stylesPart !== undefined) {
		const set = book.package.set(stylesPart, styles);
		if (!set.ok) return set;
	}
	for (const note of bookNotes(book, changed)) report.note(note);
	const hasFormulas =
		calculated.value.length > 0 || changed.some((edit) => edit.gainedFormulas.length > 0);
	return finishWorkbook(book, changed, hasFormulas);
}

/** Worksheets with a formula; others need no closer look. */
function sheetsWithFormulas(book: Book): Result<readonly FormulaSheet[], WriteBackProblem> {
	const found: FormulaSheet[] = [];
	for (const sheet of book.sheets) {
		const xml = book.package.text(sheet.part);
		if (!xml.ok) return xml;
		if (!/<(?:[^\s<>:/]+:)?f[\s/>]/.test(xml.value)) continue;
		const text = book.text(sheet);
		if (!text.ok) return text;
		if (text.value.outline.formulas.length > 0) found.push({ sheet, text: text.value });
	}
	return ok(found);
}

function cellPatches({ book, text, planned, growths }: SheetEdit): Patch[] {
	const { xml, outline, frame } = text;
	return [
		...planned.patches(xml, outline, book.cells),
		...dimensionPatches(frame.dimension, planned.places()),
		...frame.growing.flatMap((ranges) => growthPatches(ranges, growths)),
	];
}

function patchSheet(
	book: Book,
	sheet: BookSheet,
	patches: readonly Patch[],
	stale: readonly CellPlace[],
	report: Report,
): Done {
	const text = book.text(sheet);
	if (!text.ok) return text;
	const results = staleResults(text.value, stale, book.cells);
	for (const { row, column } of results.places) {
		report.recalculated({ sheet: sheet.name, cell: cellReference(column, row) });
	}
	const all = [...patches, ...results.patches];
	return all.length === 0 ? done : book.package.set(sheet.part, splice(text.value.xml, all));
}

function growTables({ book, objects, growths }: SheetEdit): Done {
	for (const { part, written } of objects.tables) {
		const patches = written.flatMap((ranges) => growthPatches(ranges, growths));
		const xml = book.package.text(part);
		if (!xml.ok) return xml;
		if (patches.length === 0) continue;
		const set = book.package.set(part, splice(xml.value, patches));
		if (!set.ok) return set;
	}
	return done;
}

function finishWorkbook(book: Book, edits: readonly SheetEdit[], hasFormulas: boolean): Done {
	const xml = book.package.text(book.part);
	if (!xml.ok) return xml;
	const growths = new Map(edits.map(({ sheet, growths: own }) => [sheet.index, own]));
	const patches = definedNamePatches(xml.value, growths);
	const recalculation = hasFormulas ? recalculationPatch(xml.value) : undefined;
	if (recalculation) patches.push(recalculation);
	if (patches.length > 0) {
		const set = book.package.set(book.part, splice(xml.value, patches));
		if (!set.ok) return set;
	}
	return finishCalcChain(book, edits, xml.value);
}

function finishCalcChain(book: Book, edits: readonly SheetEdit[], workbookXml: string): Done {
	const part = book.linked('calcChain');
	const touched = edits.some((edit) => edit.lostFormulas.length + edit.gainedFormulas.length > 0);
	if (part === undefined || !touched) return done;
	const xml = book.package.text(part);
	if (!xml.ok) return xml;
	const ids = sheetIds(workbookXml);
	const byId = (places: (edit: SheetEdit) => readonly CellPlace[]) =>
		new Map(edits.map((edit) => [ids[edit.sheet.index] ?? '', places(edit)]));
	const chain = changedCalcChain(xml.value, {
		lost: byId((edit) => edit.lostFormulas),
		gained: byId((edit) => edit.gainedFormulas),
	});
	return chain === undefined
		? removePart(book.package, part, book.part)
		: book.package.set(part, chain);
}

/** The `sheetId` of every sheet in order. */
function sheetIds(workbookXml: string): string[] {
	const ids: string[] = [];
	const scanner = new XmlScanner(workbookXml);
	while (scanner.next()) {
		if (scanner.opens('sheet')) ids.push(scanner.rawAttribute('sheetId') ?? '');
	}
	return ids;
}
