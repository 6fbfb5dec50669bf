/**
 * A workbook package opened for writing: its sheets with their parts, its styles and texts, each
 * read when it is first asked for.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { WorkbookCells } from '../../reading/ooxml/cell-reader.ts';
import type { Relationship } from '../../reading/ooxml/package.ts';
import { readSharedStrings } from '../../reading/ooxml/shared-strings.ts';
import { partKey } from '../../reading/ooxml/zip-directory.ts';
import { readWorkbookPart, type WorkbookPart } from '../../reading/ooxml/workbook-part.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { readingLimits } from '../../reading/reading-limits.ts';
import { damaged } from '../../reading/reading-problem.ts';
import type { WriteBackProblem } from '../change.ts';
import { CellStyles } from './cell-styles.ts';
import type { EditedPackage } from './edited-package.ts';
import { SheetFrame } from './sheet-frame.ts';
import { readOutline, type SheetOutline } from './sheet-outline.ts';

/** A worksheet of the workbook. */
export interface BookSheet {
	readonly name: string;
	readonly part: string;
	/** Place among all sheets, charts included; defined names count by it. */
	readonly index: number;
}

/** A worksheet's XML, with where everything in it stands. */
export interface SheetText {
	readonly xml: string;
	readonly outline: SheetOutline;
	readonly frame: SheetFrame;
}

export class Book {
	readonly package: EditedPackage;
	readonly part: string;
	readonly workbook: WorkbookPart;
	readonly links: readonly Relationship[];
	readonly sheets: readonly BookSheet[];
	readonly styles: CellStyles;
	readonly cells: WorkbookCells;
	readonly #texts = new Map<string, Result<SheetText, WriteBackProblem>>();

	constructor(
		editedPackage: EditedPackage,
		part: string,
		workbook: WorkbookPart,
		links: readonly Relationship[],
		styles: string,
		strings: string,
	) {
		this.package = editedPackage;
		this.part = part;
		this.workbook = workbook;
		this.links = links;
		this.sheets = worksheets(editedPackage, workbook, links);
		this.styles = new CellStyles(styles, workbook.date1904);
		const texts = readSharedStrings(strings, readingLimits.cells);
		this.cells = {
			strings: texts,
			formats: this.styles.formats,
			general: this.styles.general,
			date1904: workbook.date1904,
			stringCells: Array.from({ length: texts.length }),
		};
	}

	/** By name as people write it: spreadsheet programs compare without case. */
	sheet(name: string): BookSheet | undefined {
		const wanted = name.toLowerCase();
		return (
			this.sheets.find((sheet) => sheet.name === name) ??
			this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted)
		);
	}

	/** The part a relationship of the workbook of this type leads to, where there is one. */
	linked(type: string): string | undefined {
		const link = this.links.find((candidate) => candidate.type === type);
		return link && this.package.source.has(link.target) ? link.target : undefined;
	}

	/** The sheet as it came, whatever was planned for it. */
	text(sheet: BookSheet): Result<SheetText, WriteBackProblem> {
		const known = this.#texts.get(sheet.part);
		if (known) return known;
		const xml = this.package.text(sheet.part);
		const text = xml.ok ? readSheetText(sheet.name, xml.value) : xml;
		this.#texts.set(sheet.part, text);
		return text;
	}
}

/** Opens the workbook whose main part is `part`. */
export function openBook(
	editedPackage: EditedPackage,
	part: string,
): Result<Book, WriteBackProblem> {
	const xml = editedPackage.text(part);
	if (!xml.ok) return xml;
	const links = editedPackage.source.relationships(part);
	if (!links.ok) return links;
	const linkedText = (type: string): Result<string, WriteBackProblem> => {
		const link = links.value.find((candidate) => candidate.type === type);
		if (!link || !editedPackage.source.has(link.target)) return ok('');
		return editedPackage.text(link.target);
	};
	const styles = linkedText('styles');
	if (!styles.ok) return styles;
	const strings = linkedText('sharedStrings');
	if (!strings.ok) return strings;
	const workbook = readWorkbookPart(xml.value);
	const book = new Book(editedPackage, part, workbook, links.value, styles.value, strings.value);
	const shared = sharedPart(book.sheets);
	return shared ? refused(shared) : ok(book);
}

/** Charts, macro sheets and sheets without a part hold no cells to write. */
function worksheets(
	{ source }: EditedPackage,
	workbook: WorkbookPart,
	links: readonly Relationship[],
): BookSheet[] {
	const byId = new Map(links.map((link) => [link.id, link]));
	return workbook.sheets.flatMap(({ name, relationship }, index) => {
		const link = byId.get(relationship);
		if (link?.type !== 'worksheet' || !source.has(link.target)) return [];
		return [{ name, part: link.target, index }];
	});
}

/** Two sheets in one part, as only crafted files have them: writing into one would change both. */
function sharedPart(sheets: readonly BookSheet[]): WriteBackProblem | undefined {
	const byPart = new Map<string, string>();
	for (const { name, part } of sheets) {
		const other = byPart.get(partKey(part));
		if (other !== undefined) {
			return damaged(`the sheets “${other}” and “${name}” stand in one part (“${part}”).`);
		}
		byPart.set(partKey(part), name);
	}
	return undefined;
}

/** What stands where in a worksheet's XML; `name` is for the problem of one that is not whole. */
export function readSheetText(name: string, xml: string): Result<SheetText, WriteBackProblem> {
	const scanner = new XmlScanner(xml);
	const frame = new SheetFrame();
	let outline: SheetOutline | undefined;
	let [first, last] = ['', ''];
	while (scanner.next()) {
		first ||= scanner.name;
		last = scanner.name;
		if (scanner.kind === 'close') continue;
		if (scanner.name !== 'sheetData') frame.take(scanner);
		else outline ??= readOutline(scanner);
	}
	if (!outline || scanner.cutShort || first !== last) {
		return refused(damaged(`the sheet “${name}” breaks off or holds no table of cells.`));
	}
	return ok({ xml, outline, frame });
}
