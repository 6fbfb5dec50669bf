/** Small OpenDocument spreadsheets, with the namespaces that programs look for (ODF 1.3 part 3, 3.1). */
import { buildZip } from '../../../support/ooxml-zip.ts';

export interface OdsFixture {
	/** `table:table-row` elements of the sheet Sheet1. */
	readonly rows: string;
	/** Elements before the table, between its rows and its end, and after it. */
	readonly before?: string;
	readonly inside?: string;
	readonly after?: string;
	/** Attributes of the table. */
	readonly attributes?: string;
	/** `style:style` and number style elements. */
	readonly styles?: string;
	/** Changes the document's XML before it is packed. */
	readonly change?: (xml: string) => string;
}

const mimetype = 'application/vnd.oasis.opendocument.spreadsheet';
const oasis = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = [
	...['office', 'table', 'text', 'style'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`),
	`xmlns:number="${oasis}:datastyle:1.0"`,
	`xmlns:of="${oasis}:of:1.2"`,
	'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
].join(' ');

export function buildOds({ change = (xml) => xml, ...fixture }: OdsFixture): Uint8Array {
	const { rows, before, inside, after, attributes, styles } = fixture;
	const table = `<table:table table:name="Sheet1"${attributes ?? ''}><table:table-column table:number-columns-repeated="5"/>${rows}${inside ?? ''}</table:table>`;
	const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${styles ?? ''}</office:automatic-styles><office:body><office:spreadsheet>${before ?? ''}${table}${after ?? ''}</office:spreadsheet></office:body></office:document-content>`;
	return buildZip([
		{ name: 'mimetype', content: mimetype, stored: true },
		{ name: 'content.xml', content: change(content) },
		{
			name: 'META-INF/manifest.xml',
			content: `<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mimetype}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
		},
	]);
}

export const odsRow = (content: string, attributes = ''): string =>
	`<table:table-row${attributes}>${content}</table:table-row>`;
export const odsText = (content: string, attributes = ''): string =>
	`<table:table-cell${attributes} office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;
export const odsNumber = (value: number, attributes = ''): string =>
	`<table:table-cell${attributes} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
/** The blank rows that fill a sheet up, as LibreOffice writes them. */
export const odsFiller = (from: number): string =>
	odsRow(
		'<table:table-cell table:number-columns-repeated="16384"/>',
		` table:number-rows-repeated="${1_048_577 - from}"`,
	);
