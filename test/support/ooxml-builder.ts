/**
 * Builds small .xlsx files for tests. Rows and facts of a sheet are given as the XML a test is
 * about; everything around them is filled in.
 */
import { buildZip, type ZipPart } from './ooxml-zip.ts';

export interface WorkbookFixture {
	readonly sheets: readonly SheetFixture[];
	/** The content of each `si` element. */
	readonly strings?: readonly string[];
	/** Number format codes; the first becomes style 1, as style 0 is General. */
	readonly formats?: readonly string[];
	readonly date1904?: boolean;
	/** `definedName` elements. */
	readonly names?: string;
	readonly contentType?: string;
	/** Namespaces of ISO 29500 strict instead of the transitional ones. */
	readonly strict?: boolean;
	/** Changes every XML part before it is packed: to prefix names, swap quotes, add a DOCTYPE. */
	readonly rewrite?: (xml: string, part: string) => string | Uint8Array;
	/** Changes the zip entries before they are written. */
	readonly parts?: (parts: readonly ZipPart[]) => readonly ZipPart[];
}

export interface SheetFixture {
	readonly name?: string;
	readonly state?: string;
	/** `row` elements. */
	readonly rows?: string;
	/** Elements before and after `sheetData`. */
	readonly before?: string;
	readonly after?: string;
	/** `Relationship` elements of the sheet. */
	readonly links?: string;
	/** Further parts by name, for tables and comments. */
	readonly parts?: Readonly<Record<string, string>>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';

/** The bytes of the workbook. */
export function buildXlsx(fixture: WorkbookFixture): Uint8Array {
	const [spreadsheet, office] = fixture.strict
		? [
				'http://purl.oclc.org/ooxml/spreadsheetml/main',
				'http://purl.oclc.org/ooxml/officeDocument/relationships',
			]
		: [
				'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
				'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
			];
	const link = (id: string, type: string, target: string): string =>
		`<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
	const links = (content: string): string =>
		`<Relationships xmlns="${packageNames}/relationships">${content}</Relationships>`;
	const parts = new Map<string, string>();
	parts.set('[Content_Types].xml', contentTypes(fixture));
	parts.set('_rels/.rels', links(link('rId1', 'officeDocument', 'xl/workbook.xml')));
	parts.set('xl/workbook.xml', workbookXml(fixture, spreadsheet, office));
	const sheetLinks = fixture.sheets.map((_, index) =>
		link(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
	);
	const shared = [
		link('rIdS', 'sharedStrings', 'sharedStrings.xml'),
		link('rIdF', 'styles', '/xl/styles.xml'),
	];
	parts.set('xl/_rels/workbook.xml.rels', links([...sheetLinks, ...shared].join('')));
	const strings = (fixture.strings ?? []).map((content) => `<si>${content}</si>`).join('');
	parts.set('xl/sharedStrings.xml', `<sst xmlns="${spreadsheet}">${strings}</sst>`);
	parts.set('xl/styles.xml', stylesXml(fixture.formats ?? [], spreadsheet));
	fixture.sheets.forEach((sheet, index) => {
		const data = `${sheet.before ?? ''}<sheetData>${sheet.rows ?? ''}</sheetData>${sheet.after ?? ''}`;
		parts.set(
			`xl/worksheets/sheet${index + 1}.xml`,
			`<worksheet xmlns="${spreadsheet}" xmlns:r="${office}">${data}</worksheet>`,
		);
		if (sheet.links)
			parts.set(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, links(sheet.links));
		for (const [name, content] of Object.entries(sheet.parts ?? {})) parts.set(name, content);
	});
	const rewrite = fixture.rewrite ?? ((xml: string) => xml);
	const packed = [...parts].map(([name, xml]) => ({
		name,
		content: rewrite(declaration + xml, name),
	}));
	return buildZip(fixture.parts ? fixture.parts(packed) : packed);
}

/** A relationship of a sheet to a part of its own, such as a table. */
export function sheetLink(type: string, target: string): string {
	return `<Relationship Id="rId${target.length}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
}

function contentTypes({ contentType, sheets }: WorkbookFixture): string {
	const base = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
	const override = (part: string, type: string): string =>
		`<Override PartName="/xl/${part}" ContentType="${type}"/>`;
	const overrides = [
		override('workbook.xml', contentType ?? `${base}.sheet.main+xml`),
		override('sharedStrings.xml', `${base}.sharedStrings+xml`),
		override('styles.xml', `${base}.styles+xml`),
		...sheets.map((_, index) =>
			override(`worksheets/sheet${index + 1}.xml`, `${base}.worksheet+xml`),
		),
	];
	const content = `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}`;
	return `<Types xmlns="${packageNames}/content-types">${content}</Types>`;
}

function workbookXml(fixture: WorkbookFixture, spreadsheet: string, office: string): string {
	const sheets = fixture.sheets
		.map(({ name, state }, index) => {
			const attributes = `name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''}`;
			return `<sheet ${attributes} r:id="rId${index + 1}"/>`;
		})
		.join('');
	const names = fixture.names ? `<definedNames>${fixture.names}</definedNames>` : '';
	const properties = fixture.date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
	return `<workbook xmlns="${spreadsheet}" xmlns:r="${office}">${properties}<sheets>${sheets}</sheets>${names}</workbook>`;
}

function stylesXml(formats: readonly string[], spreadsheet: string): string {
	const escape = (code: string): string =>
		code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
	const codes = formats
		.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escape(code)}"/>`)
		.join('');
	const cells = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join('');
	return `<styleSheet xmlns="${spreadsheet}"><numFmts>${codes}</numFmts><cellXfs><xf numFmtId="0"/>${cells}</cellXfs></styleSheet>`;
}
