/** A workbook with an Excel table (ECMA-376 part 1, 18.5), with and without a totals row. */
import { buildXlsx, sheetLink, type SheetFixture } from '../../../support/ooxml-builder.ts';

const text = (cell: string, content: string): string =>
	`<c r="${cell}" t="inlineStr"><is><t>${content}</t></is></c>`;

/** Columns ID, Score and Twice (calculated), two rows; totals in row 5 below a blank one. */
export function excelTable(totals: boolean): Uint8Array {
	return buildXlsx({ sheets: [table(totals)], rewrite: tableType });
}

const table = (totals: boolean): SheetFixture => {
	const last = totals ? 5 : 3;
	const columns = ['ID', 'Score', 'Twice'].map(
		(name, at) =>
			`<tableColumn id="${at + 1}" name="${name}"${totals && at === 0 ? ' totalsRowLabel="Total"' : ''}/>`,
	);
	const heads = ['ID', 'Score', 'Twice'].map((name, at) => text(`${'ABC'.charAt(at)}1`, name));
	const data = [2, 3].map(
		(n) =>
			`<row r="${n}">${text(`A${n}`, `C-${n}`)}<c r="B${n}"><v>${n}</v></c><c r="C${n}"><f>Controls[[#This Row],[Score]]*2</f><v>${2 * n}</v></c></row>`,
	);
	const total = totals ? `<row r="4"/><row r="5">${text('A5', 'Total')}</row>` : '';
	return {
		before: `<dimension ref="A1:C${last}"/>`,
		rows: `<row r="1">${heads.join('')}</row>${data.join('')}${total}`,
		after: '<tableParts count="1"><tablePart r:id="rId20"/></tableParts>',
		links: sheetLink('table', '../tables/table1.xml').replace(/Id="rId\d+"/, 'Id="rId20"'),
		parts: {
			'xl/tables/table1.xml': `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Controls" displayName="Controls" ref="A1:C${last}"${totals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}><autoFilter ref="A1:C${totals ? last - 1 : last}"/><tableColumns count="3">${columns.join('')}</tableColumns></table>`,
		},
	};
};

const tableType = (xml: string, part: string): string =>
	part === '[Content_Types].xml'
		? xml.replace(
				'</Types>',
				'<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>',
			)
		: xml;
