/** The worksheet of the Read me: a heading and lines of label and text, printed upright. */
import { look } from '../look.ts';
import type { ReadMe } from '../read-me.ts';
import { rowHeight } from './row-height.ts';
import type { SharedStrings } from './shared-strings.ts';
import { rowElement, textCell, worksheetStart } from './sheet-template.ts';

export function* readMePart({ title, lines }: ReadMe, strings: SharedStrings): Generator<string> {
	yield worksheetStart;
	yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
	yield `<dimension ref="A1:B${lines.length + 2}"/>`;
	yield '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>';
	yield '<sheetFormatPr defaultRowHeight="15"/><cols>';
	for (const [index, width] of look.readMeWidths.entries()) {
		yield `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
	}
	yield '</cols><sheetData>';
	yield rowElement(1, headingHeight, [textCell(0, 1, title, 'heading', strings)]);
	for (const [index, { label, text }] of lines.entries()) {
		const row = index + 3;
		yield rowElement(row, rowHeight([label, text], look.readMeWidths) + gap, [
			textCell(0, row, label, 'label', strings),
			textCell(1, row, text, 'remark', strings),
		]);
	}
	yield '</sheetData>';
	yield '<pageMargins left="0.6" right="0.6" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';
	yield '<pageSetup orientation="portrait" fitToHeight="0"/></worksheet>';
}

/** Points: for a line in the heading's size, and between the lines. */
const headingHeight = 24;
const gap = 5;
