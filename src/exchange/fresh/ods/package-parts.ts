/** The parts of an .ods package beside its content: manifest, properties, pages, view settings. */
import type { ExportMeta, ExportTable } from '../export-table.ts';
import { freezesFirstColumn, look, pagesAcross } from '../look.ts';
import { footerName, programName, shortStatement } from '../read-me.ts';
import { xmlDeclaration, xmlText } from '../xml-text.ts';
import { rootStart } from './namespaces.ts';

export const odsType = 'application/vnd.oasis.opendocument.spreadsheet';

export function manifestPart(): string {
	const parts = ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml'].map((name) =>
		fileEntry(name, 'text/xml'),
	);
	return `${xmlDeclaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${fileEntry('/', odsType)}${parts.join('')}</manifest:manifest>`;
}

export function metaPart(meta: ExportMeta): string {
	const instant = `${meta.generatedAt.slice(0, 19)}Z`;
	return (
		`${xmlDeclaration}${rootStart('document-meta')}<office:meta>` +
		`<meta:generator>${programName}/${xmlText(meta.programVersion)}</meta:generator>` +
		`<dc:title>${xmlText(meta.workbook)}</dc:title>` +
		`<meta:initial-creator>${xmlText(meta.generatedBy)}</meta:initial-creator>` +
		`<meta:creation-date>${instant}</meta:creation-date><dc:date>${instant}</dc:date>` +
		'</office:meta></office:document-meta>'
	);
}

/** The default cell style, and pages: tables landscape, the Read me upright. */
export function stylesPart(tables: readonly ExportTable[], meta: ExportMeta): string {
	const across = Math.max(1, ...tables.map(({ columns }) => pagesAcross(columns)));
	return (
		`${xmlDeclaration}${rootStart('document-styles')}` +
		'<office:font-face-decls>' +
		`<style:font-face style:name="${look.font}" fo:font-family="${look.font}" style:font-family-generic="swiss"/>` +
		'</office:font-face-decls><office:styles>' +
		'<style:style style:name="Default" style:family="table-cell">' +
		`<style:text-properties style:font-name="${look.font}" fo:font-family="${look.font}" fo:font-size="${look.fontSize}pt" fo:color="#${look.ink}"/>` +
		'</style:style></office:styles><office:automatic-styles>' +
		pageLayout('landscape', 'fo:page-width="11in" fo:page-height="8.5in"', across) +
		pageLayout('portrait', 'fo:page-width="8.5in" fo:page-height="11in"', 1) +
		'</office:automatic-styles><office:master-styles>' +
		`<style:master-page style:name="Table" style:page-layout-name="landscape">${footer(footerName(meta.workbook))}</style:master-page>` +
		`<style:master-page style:name="ReadMe" style:page-layout-name="portrait">${footer('')}</style:master-page>` +
		'</office:master-styles></office:document-styles>'
	);
}

/** Frozen headers are a setting of Calc's view, not of the document. */
export function settingsPart(tables: readonly ExportTable[], names: readonly string[]): string {
	const views = tables.map(({ columns }, index) => {
		const left = freezesFirstColumn(columns) ? 1 : 0;
		return (
			`<config:config-item-map-entry config:name="${xmlText(names[index] ?? '')}">` +
			item('CursorPositionX', 'int', left) +
			item('CursorPositionY', 'int', 1) +
			item('HorizontalSplitMode', 'short', left ? frozen : 0) +
			item('VerticalSplitMode', 'short', frozen) +
			item('HorizontalSplitPosition', 'int', left) +
			item('VerticalSplitPosition', 'int', 1) +
			item('ActiveSplitRange', 'short', left ? 3 : 2) +
			item('PositionRight', 'int', left) +
			item('PositionBottom', 'int', 1) +
			'</config:config-item-map-entry>'
		);
	});
	return (
		`${xmlDeclaration}${rootStart('document-settings')}<office:settings>` +
		'<config:config-item-set config:name="ooo:view-settings">' +
		'<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>' +
		item('ViewId', 'string', 'view1') +
		`<config:config-item-map-named config:name="Tables">${views.join('')}</config:config-item-map-named>` +
		item('ActiveTable', 'string', names[0] ?? '') +
		'</config:config-item-map-entry></config:config-item-map-indexed>' +
		'</config:config-item-set></office:settings></office:document-settings>'
	);
}

/** Calc's split mode for panes that do not scroll. */
const frozen = 2;

function fileEntry(path: string, type: string): string {
	return `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
}

function pageLayout(orientation: 'landscape' | 'portrait', paper: string, across: number): string {
	return (
		`<style:page-layout style:name="${orientation}"><style:page-layout-properties ${paper} style:print-orientation="${orientation}" fo:margin="0.4in" style:scale-to-X="${across}" style:scale-to-Y="0" style:print-page-order="ltr"/>` +
		'<style:footer-style><style:header-footer-properties fo:min-height="0.2in" fo:margin-top="0.1in"/></style:footer-style></style:page-layout>'
	);
}

function footer(left: string): string {
	const region = (side: string, content: string): string =>
		`<style:region-${side}><text:p>${content}</text:p></style:region-${side}>`;
	return (
		'<style:footer>' +
		region('left', xmlText(left)) +
		region('center', shortStatement) +
		region(
			'right',
			'Page <text:page-number>1</text:page-number> of <text:page-count>1</text:page-count>',
		) +
		'</style:footer>'
	);
}

function item(name: string, type: 'int' | 'short' | 'string', value: number | string): string {
	return `<config:config-item config:name="${name}" config:type="${type}">${xmlText(String(value))}</config:config-item>`;
}
