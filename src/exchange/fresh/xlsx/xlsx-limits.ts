/** What an .xlsx file can hold (Excel's specifications and limits), checked before anything is written. */
import { grouped } from '../../../base/counted.ts';
import { lastSheetColumn, lastSheetRow } from '../../reading/ooxml/cell-range.ts';
import { cellReference } from '../../sheet.ts';
import { longestText } from '../../write-back/ooxml/cell-value.ts';
import type { ExportProblem } from '../export-problem.ts';
import type { ExportTable } from '../export-table.ts';

/** Problems listed one by one; the rest is counted. */
const mostListed = 10;

/** Every reason why the tables do not fit; empty where they do. */
export function xlsxProblems(tables: readonly ExportTable[]): readonly ExportProblem[] {
	return tables.flatMap((table) => [...sizeProblems(table), ...textProblems(table)]);
}

function sizeProblems({ title, columns, rows }: ExportTable): readonly ExportProblem[] {
	if (rows.length < lastSheetRow && columns.length <= lastSheetColumn + 1) return [];
	const size = `${grouped(rows.length)} rows and ${grouped(columns.length)} columns`;
	return [
		{
			kind: 'tooLarge',
			text: `${title} has ${size}; an Excel sheet holds 1,048,575 rows under a header and 16,384 columns. Show fewer and export what is shown, or export CSV.`,
		},
	];
}

function textProblems({ title, columns, rows }: ExportTable): readonly ExportProblem[] {
	const problems: ExportProblem[] = [];
	let more = 0;
	[columns.map(({ header }) => header), ...rows].forEach((row, index) => {
		row.forEach((text, column) => {
			if (text.length <= longestText) return;
			if (problems.length === mostListed) more += 1;
			else
				problems.push(
					tooLong(
						title,
						columns[column]?.header ?? '',
						row,
						cellReference(column, index + 1),
						text,
					),
				);
		});
	});
	if (more > 0) {
		problems.push({
			kind: 'textTooLong',
			text: `${grouped(more)} more texts are too long for an Excel cell.`,
		});
	}
	return problems;
}

function tooLong(
	title: string,
	header: string,
	row: readonly string[],
	cell: string,
	text: string,
): ExportProblem {
	const name = row[0] && row[0] !== text ? ` of ${shortened(row[0])}` : '';
	return {
		kind: 'textTooLong',
		text: `${shortened(header)}${name} (${title}, ${cell}) has ${grouped(text.length)} characters; an Excel cell holds 32,767. Shorten it, or export ODS or CSV.`,
	};
}

function shortened(text: string): string {
	return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
