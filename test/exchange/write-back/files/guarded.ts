/** Workbooks that guard something: macros with their signature, protected sheets, a signed package. */
import type { Change } from '../../../../src/exchange/write-back/change.ts';
import { buildXlsx } from '../../../support/ooxml-builder.ts';
import type { Shape } from './shape.ts';

/** A change to the workbook part. */
export function inWorkbook(from: string, to: string): (xml: string, part: string) => string {
	return (xml, part) => (part === 'xl/workbook.xml' ? xml.replace(from, to) : xml);
}

function packageLink(type: string, target: string, of: string) {
	return (xml: string, part: string): string =>
		part === of
			? xml.replace(
					'</Relationships>',
					`<Relationship Id="rIdX" Type="${type}" Target="${target}"/></Relationships>`,
				)
			: xml;
}

interface Plain {
	readonly formats: readonly string[];
	readonly rows: string;
	readonly changes: readonly Change[];
}

/** The shapes around a plain sheet. */
export function guardedShapes({ formats, rows, changes }: Plain): readonly Shape[] {
	return [
		{
			name: 'macros, signed',
			extension: 'xlsm',
			original: buildXlsx({
				formats,
				contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
				sheets: [
					{ rows, parts: { 'xl/vbaProject.bin': 'vba', 'xl/vbaProjectSignature.bin': 'signed' } },
				],
				rewrite: packageLink(
					'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
					'vbaProject.bin',
					'xl/_rels/workbook.xml.rels',
				),
			}),
			changes,
		},
		{
			name: 'a protected sheet in a protected workbook',
			extension: 'xlsx',
			original: buildXlsx({
				formats,
				sheets: [{ rows, after: '<sheetProtection sheet="1" objects="1" scenarios="1"/>' }],
				rewrite: inWorkbook('<sheets>', '<workbookProtection lockStructure="1"/><sheets>'),
			}),
			changes,
		},
		{
			name: 'a package with a signature',
			extension: 'xlsx',
			original: buildXlsx({
				formats,
				sheets: [{ rows, parts: { '_xmlsignatures/origin.sigs': '' } }],
				rewrite: packageLink(
					'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin',
					'_xmlsignatures/origin.sigs',
					'_rels/.rels',
				),
			}),
			changes,
		},
	];
}
