/** How a table is printed (ECMA-376 part 1, 18.3.1.63): landscape, readable, with a footer. */
import type { ExportColumn } from '../export-table.ts';
import { pagesAcross } from '../look.ts';
import { xmlText } from '../xml-text.ts';

/** What is printed at the foot of each page beside its number. */
export interface Footer {
	readonly left: string;
	readonly middle: string;
}

/** As many pages down as it takes, and across as it takes to be read. */
export function pageSetup(columns: readonly ExportColumn[], footer: Footer): string {
	return (
		'<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
		`<pageSetup orientation="landscape" pageOrder="overThenDown" fitToWidth="${pagesAcross(columns)}" fitToHeight="0"/>` +
		`<headerFooter><oddFooter>${xmlText(footerText(footer))}</oddFooter></headerFooter>`
	);
}

/** `&` starts a code in headers and footers (18.3.1.46) and is doubled to stand for itself. */
function footerText({ left, middle }: Footer): string {
	const [name, statement] = [left, middle].map((text) => text.replaceAll('&', '&&'));
	return `&L${name}&C${statement}&RPage &P of &N`;
}
