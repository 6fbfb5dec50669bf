/** The styles of our OpenDocument cells, columns and tables (ODF 1.3 part 3, 16). */
import { look } from '../look.ts';

/** Automatic styles of the content: one a kind of cell, one a width. */
export function automaticStyles(widths: readonly number[]): string {
	const columns = [...new Set(widths)].map(
		(width) =>
			`<style:style style:name="${widthStyle(width)}" style:family="table-column"><style:table-column-properties style:column-width="${inches(width)}in"/></style:style>`,
	);
	return (
		'<office:automatic-styles>' +
		'<number:text-style style:name="N1"><number:text-content/></number:text-style>' +
		'<number:date-style style:name="N2"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>' +
		'<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>' +
		'<style:style style:name="table" style:family="table" style:master-page-name="Table"><style:table-properties table:display="true"/></style:style>' +
		'<style:style style:name="readMe" style:family="table" style:master-page-name="ReadMe"><style:table-properties table:display="true"/></style:style>' +
		columns.join('') +
		cellStyle('header', 'N1', headerBox, strong, 'middle') +
		cellStyle('prose', '', thinBox, '', 'top') +
		cellStyle('text', 'N1', thinBox, '', 'top') +
		cellStyle('date', 'N2', thinBox, '', 'top') +
		cellStyle('heading', 'N1', '', heading, 'middle', 'no-wrap') +
		cellStyle('label', 'N1', '', strong, 'top') +
		cellStyle('remark', 'N1', '', '', 'top') +
		'</office:automatic-styles>'
	);
}

/** The name of a column's style, by its width in characters. */
export function widthStyle(width: number): string {
	return `width${String(width).replace('.', '-')}`;
}

const side = `0.5pt solid #${look.line}`;
const thinBox = ` fo:border="${side}"`;
const headerBox = ` fo:background-color="#${look.headerFill}" fo:border-left="${side}" fo:border-right="${side}" fo:border-top="${side}" fo:border-bottom="0.75pt solid #${look.accent}"`;
const strong = ` fo:font-weight="bold" fo:color="#${look.headerInk}"`;
const heading = `${strong} fo:font-size="${look.headingSize}pt"`;

function cellStyle(
	name: string,
	dataStyle: string,
	box: string,
	text: string,
	vertical: 'top' | 'middle',
	wrap: 'wrap' | 'no-wrap' = 'wrap',
): string {
	const data = dataStyle ? ` style:data-style-name="${dataStyle}"` : '';
	return (
		`<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${data}>` +
		`<style:table-cell-properties style:vertical-align="${vertical}" fo:wrap-option="${wrap}" fo:padding="0.03in"${box}/>` +
		'<style:paragraph-properties fo:text-align="start"/>' +
		`<style:text-properties${text}/></style:style>`
	);
}

/** A digit of the default font at 96 dots an inch is 7 pixels; 5 more pad the cell. */
function inches(characters: number): string {
	return ((characters * 7 + 5) / 96).toFixed(3);
}
