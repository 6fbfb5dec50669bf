/** Text as OpenDocument keeps it in a cell: a paragraph a line, blanks counted (ODF 1.3 part 3, 6.1.2). */
import { xmlText } from '../xml-text.ts';

/** `text:p` elements; every kind of line end is one, as in every text an .ods file holds. */
export function paragraphs(text: string): string {
	if (!/[\r\n\t]|^ | $| {2}/.test(text)) return `<text:p>${xmlText(text)}</text:p>`;
	return text
		.split(/\r\n?|\n/)
		.map(
			(line) =>
				`<text:p>${line
					.split(/(\t| {2,}|^ | $)/)
					.map(run)
					.join('')}</text:p>`,
		)
		.join('');
}

/** Tabs and blanks that XML would fold into one have elements of their own. */
function run(text: string): string {
	if (text === '\t') return '<text:tab/>';
	if (/^ +$/.test(text)) return `<text:s text:c="${text.length}"/>`;
	return xmlText(text);
}
