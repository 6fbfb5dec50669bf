/** An .xlsx or .xlsm package as a workbook: finds the parts and reads sheet after sheet. */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { CellRange, ReadingNote, ReadWorkbook, Sheet } from '../../sheet.ts';
import { NumberFormat } from '../number-format.ts';
import type { Pace } from '../pace.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import { cancelled, nothingInside, type ReadingProblem } from '../reading-problem.ts';
import { RowCollector, type CellBudget } from '../row-collector.ts';
import { readCellFormats } from './cell-formats.ts';
import { parseRange } from './cell-range.ts';
import type { WorkbookCells } from './cell-reader.ts';
import { resolveLists } from './list-validation.ts';
import type { OoxmlPackage, Relationship } from './package.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from './workbook-part.ts';
import { readWorksheet, type WorksheetContent } from './worksheet.ts';
import { XmlScanner } from './xml-scanner.ts';

interface ReadSheet {
	readonly entry: SheetEntry;
	readonly content: WorksheetContent;
	readonly tables: readonly CellRange[];
	readonly comments: number;
}

/** Where a listed sheet's cells are. */
interface SheetPart {
	readonly entry: SheetEntry;
	readonly part: string;
}

/** Reads the spreadsheet whose main part is `workbookPart`. */
export async function readOoxml(
	source: OoxmlPackage,
	workbookPart: string,
	format: 'xlsx' | 'xlsm',
	pace: Pace,
	limits: ReadingLimits,
): Promise<Result<ReadWorkbook, ReadingProblem>> {
	const workbookXml = source.xml(workbookPart);
	if (!workbookXml.ok) return workbookXml;
	const links = source.relationships(workbookPart);
	if (!links.ok) return links;
	const workbook = readWorkbookPart(workbookXml.value);
	const notes: ReadingNote[] = [];
	const parts = findSheets(source, workbook, links.value, notes);
	if (parts.length === 0) {
		return refused(nothingInside('The workbook holds no worksheet that can be read.'));
	}
	if (!(await pace.turn(0, 'Reading texts and formats'))) return refused(cancelled);
	const cells = readWorkbookCells(source, workbook, links.value, notes, limits);
	if (!cells.ok) return cells;
	const sheets = await readSheets(
		source,
		parts.slice(0, limits.sheets),
		cells.value,
		pace,
		limits,
		notes,
	);
	if (!sheets.ok) return sheets;
	if (parts.length > limits.sheets) {
		notes.push(note('', `Only the first ${limits.sheets} of ${parts.length} sheets were read.`));
	}
	return ok({
		format,
		date1904: workbook.date1904,
		sheets: finishSheets(sheets.value, workbook),
		notes: [...notes, ...sheets.value.flatMap(({ content }) => content.notes)],
	});
}

/** The worksheets with a part; charts, macro sheets and missing parts are said and left out. */
function findSheets(
	source: OoxmlPackage,
	workbook: WorkbookPart,
	links: readonly Relationship[],
	notes: ReadingNote[],
): SheetPart[] {
	const byId = new Map(links.map((link) => [link.id, link]));
	const parts: SheetPart[] = [];
	for (const entry of workbook.sheets) {
		const link = byId.get(entry.relationship);
		if (link?.type === 'worksheet' && source.has(link.target)) {
			parts.push({ entry, part: link.target });
		} else {
			notes.push(note(entry.name, missingSheet(link)));
		}
	}
	return parts;
}

function missingSheet(link: Relationship | undefined): string {
	if (link?.type === 'chartsheet') return 'This sheet is a chart and holds no cells.';
	if (link?.type === 'worksheet') return 'The file lists this sheet but does not hold it.';
	return 'This sheet holds a macro or dialog, no table, and was left out.';
}

/** Shared strings and cell formats; a missing part is said, as the sheets may do without. */
function readWorkbookCells(
	source: OoxmlPackage,
	workbook: WorkbookPart,
	links: readonly Relationship[],
	notes: ReadingNote[],
	limits: ReadingLimits,
): Result<WorkbookCells, ReadingProblem> {
	const part = (type: string): Result<string, ReadingProblem> => {
		const link = links.find((candidate) => candidate.type === type);
		if (!link) return ok('');
		if (source.has(link.target)) return source.xml(link.target);
		notes.push(note('', `The part “${link.target}” is missing from the file.`));
		return ok('');
	};
	const strings = part('sharedStrings');
	if (!strings.ok) return strings;
	const styles = part('styles');
	if (!styles.ok) return styles;
	const texts = readSharedStrings(strings.value, limits.cells);
	return ok({
		strings: texts,
		formats: readCellFormats(styles.value, workbook.date1904),
		general: new NumberFormat('General', workbook.date1904),
		date1904: workbook.date1904,
		stringCells: Array.from({ length: texts.length }),
	});
}

async function readSheets(
	source: OoxmlPackage,
	parts: readonly SheetPart[],
	cells: WorkbookCells,
	pace: Pace,
	limits: ReadingLimits,
	notes: ReadingNote[],
): Promise<Result<readonly ReadSheet[], ReadingProblem>> {
	const budget: CellBudget = { left: limits.cells };
	const whole = parts.reduce((sum, { part }) => sum + source.size(part), 1);
	let done = 0;
	const read: ReadSheet[] = [];
	for (const { entry, part } of parts) {
		if (!(await pace.step(done / whole, `Reading “${entry.name}”`))) return refused(cancelled);
		const xml = source.xml(part);
		if (!xml.ok) return xml;
		const size = source.size(part);
		const before = done;
		const step = (fraction: number): Promise<boolean> =>
			pace.step((before + fraction * size) / whole, `Reading “${entry.name}”`);
		const collector = new RowCollector(entry.name, limits, budget);
		const content = await readWorksheet(entry.name, xml.value, cells, collector, step);
		if (!content) return refused(cancelled);
		done += size;
		const around = readAround(source, part, entry, notes);
		if (!around.ok) return around;
		read.push({ entry, content, ...around.value });
	}
	return ok(read);
}

/** Tables and comments: parts of their own that a worksheet points to. */
function readAround(
	source: OoxmlPackage,
	part: string,
	entry: SheetEntry,
	notes: ReadingNote[],
): Result<Pick<ReadSheet, 'tables' | 'comments'>, ReadingProblem> {
	const links = source.relationships(part);
	if (!links.ok) return links;
	const tables: CellRange[] = [];
	let comments = 0;
	for (const { type, target } of links.value) {
		if (type !== 'table' && type !== 'comments') continue;
		const xml = source.xml(target);
		if (!xml.ok) {
			notes.push(...xml.problems.map(({ text }) => note(entry.name, text)));
			continue;
		}
		const scanner = new XmlScanner(xml.value);
		while (scanner.next()) {
			if (type === 'comments' && scanner.opens('comment')) comments += 1;
			if (type !== 'table' || !scanner.opens('table')) continue;
			const range = parseRange(scanner.rawAttribute('ref') ?? '');
			if (range) tables.push(range);
		}
	}
	return ok({ tables, comments });
}

/** Drop-down lists may point to any sheet, so they are looked up once all are read. */
function finishSheets(sheets: readonly ReadSheet[], workbook: WorkbookPart): Sheet[] {
	const sources = sheets.map(({ entry, content }) => ({ name: entry.name, rows: content.rows }));
	return sheets.map(({ entry, content, tables, comments }) => ({
		name: entry.name,
		state: entry.state,
		rows: content.rows,
		columnCount: content.columnCount,
		merges: content.merges,
		hiddenColumns: content.hiddenColumns,
		tables,
		autoFilter: content.autoFilter,
		validations: resolveLists(content.validations, entry.name, sources, workbook.names),
		comments,
	}));
}

function note(sheet: string, text: string): ReadingNote {
	return { sheet, cell: '', text };
}
