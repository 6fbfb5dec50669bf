/** The parts that hold an .xlsx package together: content types, relationships, workbook, properties. */
import { columnLetters } from '../../sheet.ts';
import type { ExportColumn, ExportMeta, ExportTable } from '../export-table.ts';
import { freezesFirstColumn } from '../look.ts';
import { programName } from '../read-me.ts';
import { xmlDeclaration, xmlText } from '../xml-text.ts';
import { modelRow } from './sheet-template.ts';
import { stringValue } from './string-value.ts';

const officeTypes = 'application/vnd.openxmlformats-officedocument';
const mainType = `${officeTypes}.spreadsheetml`;
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const packageMetadata = `${packageRelations}/metadata`;

export function worksheetName(number: number): string {
	return `xl/worksheets/sheet${number}.xml`;
}

export function contentTypesPart(sheetCount: number): string {
	const overrides = [
		['xl/workbook.xml', `${mainType}.sheet.main+xml`],
		...numbers(sheetCount).map((number) => [worksheetName(number), `${mainType}.worksheet+xml`]),
		['xl/styles.xml', `${mainType}.styles+xml`],
		['xl/sharedStrings.xml', `${mainType}.sharedStrings+xml`],
		['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
		['docProps/app.xml', `${officeTypes}.extended-properties+xml`],
	].map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
	return (
		`${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
		`<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
	);
}

export function packageRelationsPart(): string {
	return relations([
		[`${officeRelations}/officeDocument`, 'xl/workbook.xml'],
		[`${packageMetadata}/core-properties`, 'docProps/core.xml'],
		[`${officeRelations}/extended-properties`, 'docProps/app.xml'],
	]);
}

export function workbookRelationsPart(sheetCount: number): string {
	return relations([
		...numbers(sheetCount).map(
			(number) => [`${officeRelations}/worksheet`, `worksheets/sheet${number}.xml`] as const,
		),
		[`${officeRelations}/styles`, 'styles.xml'],
		[`${officeRelations}/sharedStrings`, 'sharedStrings.xml'],
	]);
}

/**
 * Sheets in the order of `names`, the tables first; the first one is open. What filters and printing
 * need by name covers the header and the model row of each table.
 */
export function workbookPart(names: readonly string[], tables: readonly ExportTable[]): string {
	const sheets = names.map(
		(name, index) =>
			`<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
	);
	const ranges = tables.flatMap((table, index) =>
		definedNames(names[index] ?? '', index, table.columns),
	);
	return (
		`${xmlDeclaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeRelations}">` +
		'<workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="17000" activeTab="0"/></bookViews>' +
		`<sheets>${sheets.join('')}</sheets><definedNames>${ranges.join('')}</definedNames></workbook>`
	);
}

export function corePropertiesPart(meta: ExportMeta): string {
	const instant = `${meta.generatedAt.slice(0, 19)}Z`;
	return (
		`${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>${stringValue(meta.workbook)}</dc:title><dc:creator>${stringValue(meta.generatedBy)}</dc:creator>` +
		`<cp:lastModifiedBy>${stringValue(meta.generatedBy)}</cp:lastModifiedBy>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>` +
		`<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`
	);
}

export function appPropertiesPart(): string {
	return `${xmlDeclaration}<Properties xmlns="${officeRelations.replace('relationships', 'extended-properties')}"><Application>${programName}</Application></Properties>`;
}

/** What filters and printing need by name: the filtered range, the header that repeats, the area. */
function definedNames(
	sheet: string,
	index: number,
	columns: readonly ExportColumn[],
): readonly string[] {
	const quoted = `'${sheet.replaceAll("'", "''")}'`;
	const last = columnLetters(Math.max(columns.length, 1) - 1);
	const range = `${quoted}!$A$1:$${last}$${modelRow}`;
	const repeated = freezesFirstColumn(columns) ? `${quoted}!$A:$A,` : '';
	return [
		definedName('_FilterDatabase', index, range, ' hidden="1"'),
		definedName('Print_Area', index, range),
		definedName('Print_Titles', index, `${repeated}${quoted}!$1:$1`),
	];
}

function definedName(name: string, sheet: number, range: string, hidden = ''): string {
	return `<definedName name="_xlnm.${name}" localSheetId="${sheet}"${hidden}>${xmlText(range)}</definedName>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
	const elements = targets.map(
		([type, target], index) =>
			`<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
	);
	return `${xmlDeclaration}<Relationships xmlns="${packageRelations}">${elements.join('')}</Relationships>`;
}

function numbers(count: number): readonly number[] {
	return Array.from({ length: count }, (_, index) => index + 1);
}
