/**
 * A control matrix as an audit firm sends it, with everything a library drops when it writes a file
 * anew: comments and their threads, lists on hidden sheets, rules of both generations, sparklines,
 * a picture, a pivot table, links to another workbook, print settings.
 */
import { buildXlsx } from '../../../support/ooxml-builder.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const excel2009 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const formulas2006 = 'http://schemas.microsoft.com/office/excel/2006/main';
const threads = 'http://schemas.microsoft.com/office/2017/10/relationships';

const link = (id: string, type: string, target: string, more = ''): string =>
	`<Relationship Id="${id}" Type="${type.includes(':') ? type : `${office}/${type}`}" Target="${target}"${more}/>`;
const links = (...all: string[]): string =>
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

const strings = [
	'<r><rPr><b/><sz val="14"/></rPr><t xml:space="preserve">SOC 2 </t></r><r><t>control matrix</t></r>',
	...['ID', 'Control', 'Status', 'Due', 'Score', 'Twice'].map((text) => `<t>${text}</t>`),
	...['C-1', 'C-2', 'C-3', 'C-4'].map((text) => `<t>${text}</t>`),
	'<t>Partially Implemented</t>',
	'<t>Not Implemented</t>',
	'<t xml:space="preserve"> Access is reviewed\nevery quarter </t>',
	'<r><t>Changes are </t></r><r><rPr><i/></rPr><t>approved</t></r><rPh sb="0" eb="1"><t>x</t></rPh>',
	'<t>C-1</t>',
	'<t>Prepared by: the auditor</t>',
	'<t>Implemented</t>',
];
const shared = (cell: string, at: number, style = 0): string =>
	`<c r="${cell}"${style > 0 ? ` s="${style}"` : ''} t="s"><v>${at}</v></c>`;
const controlRow = (row: number, id: number, text: number, status: number, more = ''): string =>
	`<row r="${row}" spans="1:6" ht="30" customHeight="1"${more}>${shared(`A${row}`, id)}${shared(`B${row}`, text, 2)}${shared(`C${row}`, status)}<c r="D${row}" s="1"><v>${46_000 + row}</v></c><c r="E${row}"><v>${row}</v></c><c r="F${row}"><f>E${row}*2</f><v>${2 * row}</v></c></row>`;

const rows = [
	`<row r="1" spans="1:6">${shared('A1', 0)}<c r="B1"/><c r="G1"><f>SUM(E3:E100)</f><v>18</v></c></row>`,
	`<row r="2" spans="1:6">${['A2', 'B2', 'C2', 'D2', 'E2', 'F2'].map((cell, at) => shared(cell, at + 1)).join('')}</row>`,
	controlRow(3, 7, 13, 11),
	controlRow(4, 8, 14, 12),
	controlRow(5, 9, 13, 12, ' hidden="1"'),
	controlRow(6, 10, 14, 11),
	`<row r="9">${shared('A9', 16)}</row>`,
].join('');

const before =
	'<sheetPr filterMode="1"><tabColor rgb="FF1F4E78"/></sheetPr><dimension ref="A1:G9"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="9" customWidth="1"/><col min="2" max="2" width="48" style="2" customWidth="1"/><col min="6" max="6" width="9" hidden="1" customWidth="1"/></cols>';

const after = [
	'<autoFilter ref="A2:F6"><filterColumn colId="2"><filters><filter val="Partially Implemented"/></filters></filterColumn></autoFilter>',
	'<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
	'<conditionalFormatting sqref="C3:C6"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"Not Implemented"</formula></cfRule></conditionalFormatting>',
	'<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="C3:C6"><formula1>Lists!$A$1:$A$3</formula1></dataValidation></dataValidations>',
	'<hyperlinks><hyperlink ref="A3" r:id="rId4"/></hyperlinks>',
	'<printOptions gridLines="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="landscape"/><headerFooter><oddHeader>&amp;CConfidential</oddHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>',
	'<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>',
	`<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${excel2009}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${formulas2006}"><x14:cfRule type="expression" priority="2" id="{00000000-0000-0000-0000-000000000001}"><xm:f>Lists!$A$1=C3</xm:f></x14:cfRule><xm:sqref>D3:D6</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${excel2009}"><x14:sparklineGroups xmlns:xm="${formulas2006}"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Controls!E3:E6</xm:f><xm:sqref>H1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`,
].join('');

const parts: Record<string, string> = {
	'xl/drawings/drawing1.xml':
		'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
	'xl/drawings/vmlDrawing1.vml':
		'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>',
	'xl/comments1.xml': `<comments xmlns="${main}"><authors><author>Auditor</author></authors><commentList><comment ref="B3" authorId="0"><text><t>Which systems?</t></text></comment></commentList></comments>`,
	'xl/threadedComments/threadedComment1.xml':
		'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B3" dT="2026-11-01T00:00:00.00" personId="{1}" id="{2}"><text>Which systems?</text></threadedComment></ThreadedComments>',
	'xl/persons/person.xml':
		'<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Auditor" id="{1}" userId="a" providerId="None"/></personList>',
	'xl/printerSettings/printerSettings1.bin': '\u0001\u0002printer',
	'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${main}" xmlns:r="${office}"><externalBook r:id="rId1"><sheetNames><sheetName val="Other"/></sheetNames></externalBook></externalLink>`,
	'xl/externalLinks/_rels/externalLink1.xml.rels': links(
		link('rId1', 'externalLinkPath', 'other.xlsx', ' TargetMode="External"'),
	),
	'docProps/app.xml':
		'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>',
	'customXml/item1.xml': '<label xmlns="urn:example">Confidential</label>',
};

const names =
	'<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Controls!$A$2:$F$6</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Controls!$A$1:$F$6</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Controls!$2:$2</definedName><definedName name="Answers">Lists!$A$1:$A$3</definedName>';

function rewritten(xml: string, part: string): string {
	if (part === '[Content_Types].xml') {
		const type = (name: string, kind: string): string =>
			`<Override PartName="/xl/${name}" ContentType="application/${kind}+xml"/>`;
		const sheets = 'vnd.openxmlformats-officedocument.spreadsheetml';
		return xml.replace(
			'</Types>',
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>${type('comments1.xml', `${sheets}.comments`)}${type('drawings/drawing1.xml', 'vnd.openxmlformats-officedocument.drawing')}${type('externalLinks/externalLink1.xml', `${sheets}.externalLink`)}${type('threadedComments/threadedComment1.xml', 'vnd.ms-excel.threadedcomments')}${type('persons/person.xml', 'vnd.ms-excel.person')}</Types>`,
		);
	}
	if (part === 'xl/_rels/workbook.xml.rels') {
		const more =
			link('rIdE', 'externalLink', 'externalLinks/externalLink1.xml') +
			link('rIdP', `${threads}/person`, 'persons/person.xml');
		return xml.replace('</Relationships>', `${more}</Relationships>`);
	}
	if (part === 'xl/workbook.xml') {
		return xml.replace(
			'</sheets>',
			'</sheets><externalReferences><externalReference r:id="rIdE"/></externalReferences>',
		);
	}
	if (part !== 'xl/styles.xml') return xml;
	return `<?xml version="1.0"?><styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>`;
}

/** The sheets Controls, Lists (hidden) and Keys (very hidden). */
export function everythingFile(): Uint8Array {
	const listed = [17, 11, 12].map(
		(at, index) => `<row r="${index + 1}">${shared(`A${index + 1}`, at)}</row>`,
	);
	return buildXlsx({
		strings,
		names,
		rewrite: rewritten,
		sheets: [
			{
				name: 'Controls',
				before,
				rows,
				after,
				links: [
					link('rId1', 'drawing', '../drawings/drawing1.xml'),
					link('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'),
					link('rId3', 'comments', '../comments1.xml'),
					link('rId4', 'hyperlink', 'https://example.com/?a=1&amp;b=2', ' TargetMode="External"'),
					link('rId5', `${threads}/threadedComment`, '../threadedComments/threadedComment1.xml'),
				].join(''),
				parts,
			},
			{ name: 'Lists', state: 'hidden', rows: listed.join('') },
			{
				name: 'Keys',
				state: 'veryHidden',
				rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>key</t></is></c><c r="B1"><f>[1]Other!$A$1</f><v>7</v></c></row>',
			},
		],
	});
}
