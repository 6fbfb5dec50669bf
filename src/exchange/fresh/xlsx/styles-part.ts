/** `xl/styles.xml`: the few cell formats our sheets use (ECMA-376 part 1, 18.8). */
import { startsLikeInstruction } from '../../formula-guard.ts';
import { look } from '../look.ts';
import { xmlDeclaration } from '../xml-text.ts';

/**
 * Every format stands twice: as it is, and with `quotePrefix`, so that editing a cell whose text
 * begins like a formula does not make it one. The names are in the order of `cellXfs`.
 */
const formats = {
	plain: 'numFmtId="0" fontId="0" fillId="0" borderId="0"',
	header: `numFmtId="49" fontId="1" fillId="2" borderId="2" ${applied()}`,
	prose: `numFmtId="0" fontId="0" fillId="0" borderId="1" ${applied()}`,
	text: `numFmtId="49" fontId="0" fillId="0" borderId="1" ${applied()}`,
	date: `numFmtId="164" fontId="0" fillId="0" borderId="1" ${applied()}`,
	heading: `numFmtId="49" fontId="2" fillId="0" borderId="0" ${applied()}`,
	label: `numFmtId="49" fontId="1" fillId="0" borderId="0" ${applied()}`,
	remark: `numFmtId="49" fontId="0" fillId="0" borderId="0" ${applied()}`,
} as const;

export type CellFormat = keyof typeof formats;

const names = Object.keys(formats) as readonly CellFormat[];

const alignment: Readonly<Record<CellFormat, string>> = {
	plain: '',
	header: '<alignment vertical="center" wrapText="1"/>',
	prose: '<alignment vertical="top" wrapText="1"/>',
	text: '<alignment vertical="top" wrapText="1"/>',
	date: '<alignment horizontal="left" vertical="top" wrapText="1"/>',
	heading: '<alignment vertical="center"/>',
	label: '<alignment vertical="top" wrapText="1"/>',
	remark: '<alignment vertical="top" wrapText="1"/>',
};

/** The index into `cellXfs` for a format, and for the text that the cell holds. */
export function formatIndex(format: CellFormat, text = ''): number {
	return names.indexOf(format) * 2 + (startsLikeInstruction(text) ? 1 : 0);
}

/** The part. */
export function stylesPart(): string {
	const font = `<color rgb="FF${look.ink}"/><name val="${look.font}"/><family val="2"/>`;
	const strongFont = `<color rgb="FF${look.headerInk}"/><name val="${look.font}"/><family val="2"/>`;
	const xfs = names.flatMap((name) => [xf(name, false), xf(name, true)]);
	return (
		xmlDeclaration +
		'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
		'<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
		'<fonts count="3">' +
		`<font><sz val="${look.fontSize}"/>${font}</font>` +
		`<font><b/><sz val="${look.fontSize}"/>${strongFont}</font>` +
		`<font><b/><sz val="${look.headingSize}"/>${strongFont}</font>` +
		'</fonts>' +
		'<fills count="3"><fill><patternFill patternType="none"/></fill>' +
		'<fill><patternFill patternType="gray125"/></fill>' +
		`<fill><patternFill patternType="solid"><fgColor rgb="FF${look.headerFill}"/><bgColor indexed="64"/></patternFill></fill></fills>` +
		`<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>${border(look.line)}${border(look.accent)}</borders>` +
		'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
		`<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>` +
		'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
		'<dxfs count="0"/><tableStyles count="0"/></styleSheet>'
	);
}

function applied(): string {
	return 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
}

function xf(format: CellFormat, quoted: boolean): string {
	const prefix = quoted ? ' quotePrefix="1"' : '';
	return `<xf ${formats[format]} xfId="0"${prefix}>${alignment[format]}</xf>`;
}

/** Thin lines all around, the one below in the given colour. */
function border(below: string): string {
	const side = (name: string, rgb: string): string =>
		`<${name} style="thin"><color rgb="FF${rgb}"/></${name}>`;
	const sides = ['left', 'right', 'top'].map((name) => side(name, look.line)).join('');
	return `<border>${sides}${side('bottom', below)}<diagonal/></border>`;
}
