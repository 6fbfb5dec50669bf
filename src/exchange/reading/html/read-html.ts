/** The tables of an HTML text as sheets, every cell as the text the page would show. */
import type { ReadingNote, Sheet } from '../../sheet.ts';
import { addRecord, textSheet } from '../delimited/read-delimited.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import { RowCollector } from '../row-collector.ts';
import { htmlTables, type HtmlTable } from './html-tables.ts';

/** One sheet a table, named Sheet1, Sheet2, …; none where there is no table with cells. */
export function readHtml(
	html: string,
	limits: ReadingLimits,
): { readonly sheets: readonly Sheet[]; readonly notes: readonly ReadingNote[] } {
	const budget = { left: limits.cells };
	const notes: ReadingNote[] = [];
	const sheets = htmlTables(html)
		.slice(0, limits.sheets)
		.map((table, index) => {
			const collector = new RowCollector(`Sheet${index + 1}`, limits, budget);
			const sheet = tableSheet(`Sheet${index + 1}`, table, collector);
			notes.push(...collector.notes);
			return sheet;
		});
	return { sheets, notes };
}

function tableSheet(name: string, table: HtmlTable, collector: RowCollector): Sheet {
	table.rows.forEach(({ hidden, cells }, index) => {
		addRecord(
			collector,
			index + 1,
			cells.map((text) => text ?? ''),
			hidden,
		);
	});
	return { ...textSheet(name, collector), merges: table.merges };
}
