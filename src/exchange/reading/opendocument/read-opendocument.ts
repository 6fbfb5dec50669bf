/**
 * OpenDocument spreadsheets (ODF 1.3 part 3, 9.1): the `content.xml` of an .ods, or a flat .fods.
 * Read by hand, since a few bytes here may claim a billion repeated cells: repeats are counted out
 * only while they hold something and the limits allow.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { CellRange, ReadingNote, ReadWorkbook, Sheet, SheetCell } from '../../sheet.ts';
import { lastSheetRow, parseRange } from '../ooxml/cell-range.ts';
import { XmlScanner } from '../ooxml/xml-scanner.ts';
import type { Pace } from '../pace.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import { cancelled, nothingInside, type ReadingProblem } from '../reading-problem.ts';
import { RowCollector, type CellBudget } from '../row-collector.ts';
import { readOpenDocumentCell } from './opendocument-cell.ts';

const rowsBetweenSteps = 200;

/** The spreadsheet in the XML of a document. */
export async function readOpenDocument(
	xml: string,
	pace: Pace,
	limits: ReadingLimits,
): Promise<Result<ReadWorkbook, ReadingProblem>> {
	const scanner = new XmlScanner(xml);
	const date1904 = /null-date[^>]*date-value=["']1904-01-01/.test(xml);
	const hiddenStyles = new Set<string>();
	const sheets: Sheet[] = [];
	const notes: ReadingNote[] = [];
	const budget: CellBudget = { left: limits.cells };
	let style = '';
	while (scanner.next()) {
		if (scanner.opens('style')) style = scanner.attribute('name') ?? '';
		else if (scanner.opens('table-properties')) {
			if (scanner.rawAttribute('display') === 'false') hiddenStyles.add(style);
		} else if (scanner.opens('tracked-changes')) scanner.skipElement();
		else if (scanner.opens('database-range')) addFilter(sheets, scanner);
		else if (scanner.opens('table') && sheets.length < limits.sheets) {
			const name = scanner.attribute('name') ?? `Sheet${sheets.length + 1}`;
			const hidden = hiddenStyles.has(scanner.attribute('style-name') ?? '');
			const collector = new RowCollector(name, limits, budget);
			const reader = new TableReader(scanner, collector, date1904);
			for (let rows = 1; reader.next(); rows += 1) {
				if (rows % rowsBetweenSteps > 0) continue;
				const goOn = await pace.step(scanner.end / xml.length, `Reading “${name}”`);
				if (!goOn) return refused(cancelled);
			}
			sheets.push(reader.sheet(name, hidden));
			notes.push(...collector.notes);
		}
	}
	if (sheets.length === 0) {
		return refused(nothingInside('The document holds no table that can be read.'));
	}
	if (scanner.cutShort) {
		const text = 'The document breaks off in the file; what came before is here.';
		notes.push({ sheet: '', cell: '', text });
	}
	return ok({ format: 'ods', date1904, sheets, notes });
}

interface RepeatedCell {
	readonly column: number;
	/** Columns it stands in, side by side. */
	readonly times: number;
	readonly cell: SheetCell;
}

/** Walks one `table:table`, row by row. */
class TableReader {
	readonly #scanner: XmlScanner;
	readonly #collector: RowCollector;
	readonly #date1904: boolean;
	readonly #merges: CellRange[] = [];
	readonly #hidden: { readonly first: number; readonly last: number }[] = [];
	#columns = 0;
	#rows = 0;
	#comments = 0;
	#done: boolean;

	/** `scanner` stands on the opening tag of the table. */
	constructor(scanner: XmlScanner, collector: RowCollector, date1904: boolean) {
		this.#scanner = scanner;
		this.#collector = collector;
		this.#date1904 = date1904;
		this.#done = scanner.kind === 'empty';
	}

	/** Reads up to and with the next row; false at the end of the table. */
	next(): boolean {
		const scanner = this.#scanner;
		while (!this.#done && scanner.next()) {
			if (scanner.closes('table')) this.#done = true;
			else if (scanner.opens('shapes') || scanner.opens('table-source')) scanner.skipElement();
			else if (scanner.opens('table-column')) this.#readColumn();
			else if (scanner.opens('table-row')) {
				this.#readRow();
				return true;
			}
		}
		return false;
	}

	sheet(name: string, hidden: boolean): Sheet {
		const rows = this.#collector.finish();
		const { columnCount } = this.#collector;
		return {
			name,
			state: hidden ? 'hidden' : 'visible',
			rows,
			columnCount,
			merges: this.#merges,
			hiddenColumns: this.#hidden.flatMap(({ first, last }) =>
				Array.from(
					{ length: Math.max(0, Math.min(last + 1, columnCount) - first) },
					(_, at) => first + at,
				),
			),
			tables: [],
			autoFilter: undefined,
			validations: [],
			comments: this.#comments,
		};
	}

	#readColumn(): void {
		const first = this.#columns;
		this.#columns += repeat(this.#scanner, 'number-columns-repeated');
		if (isHidden(this.#scanner)) this.#hidden.push({ first, last: this.#columns - 1 });
	}

	#readRow(): void {
		const scanner = this.#scanner;
		const times = repeat(scanner, 'number-rows-repeated');
		const hidden = isHidden(scanner);
		const first = this.#rows + 1;
		this.#rows += times;
		if (first > lastSheetRow || scanner.kind === 'empty') return;
		const cells = this.#readCells(first);
		for (let at = 0; at < times && cells.length > 0 && !this.#collector.full; at += 1) {
			this.#collector.startRow(first + at, hidden);
			for (const { column, times: across, cell } of cells) {
				const end = Math.min(column + across, mostColumns);
				for (let index = column; index < end; index += 1) this.#collector.add(index, cell);
			}
		}
	}

	/** The cells of a row that hold something, each with how many columns it repeats over. */
	#readCells(row: number): RepeatedCell[] {
		const scanner = this.#scanner;
		const cells: RepeatedCell[] = [];
		let column = 0;
		while (scanner.next() && !scanner.closes('table-row')) {
			if (!scanner.opens('table-cell') && !scanner.opens('covered-table-cell')) continue;
			const times = repeat(scanner, 'number-columns-repeated');
			this.#merge(row, column);
			const { cell, comments } = readOpenDocumentCell(scanner, this.#date1904);
			this.#comments += comments;
			if (cell) cells.push({ column, times, cell });
			column += times;
		}
		return cells;
	}

	#merge(row: number, column: number): void {
		const rows = repeat(this.#scanner, 'number-rows-spanned');
		const columns = repeat(this.#scanner, 'number-columns-spanned');
		if (rows === 1 && columns === 1) return;
		this.#merges.push({
			firstRow: row,
			lastRow: row + rows - 1,
			firstColumn: column,
			lastColumn: column + columns - 1,
		});
	}
}

/** Columns a sheet can have at all (LibreOffice and Excel). */
const mostColumns = 16_384;

function repeat(scanner: XmlScanner, attribute: string): number {
	const times = Number(scanner.rawAttribute(attribute) ?? 1);
	return Number.isInteger(times) && times > 1 ? Math.min(times, lastSheetRow) : 1;
}

/** Hidden by hand or by a filter. */
function isHidden(scanner: XmlScanner): boolean {
	const visibility = scanner.rawAttribute('visibility');
	return visibility === 'collapse' || visibility === 'filter';
}

/** A database range with filter buttons is what other programs call an autofilter. */
function addFilter(sheets: Sheet[], scanner: XmlScanner): void {
	if (scanner.rawAttribute('display-filter-buttons') !== 'true') return;
	const address = scanner.attribute('target-range-address') ?? '';
	const match = /^\$?'?(.+?)'?\.(\$?[A-Z]+\$?\d+):.*?\.?(\$?[A-Z]+\$?\d+)$/.exec(address);
	const index = sheets.findIndex(({ name }) => name === match?.[1]?.replaceAll("''", "'"));
	const sheet = sheets[index];
	if (sheet)
		sheets[index] = { ...sheet, autoFilter: parseRange(`${match?.[2] ?? ''}:${match?.[3] ?? ''}`) };
}
