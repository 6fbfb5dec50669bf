/** One cell of an OpenDocument table (ODF 1.3 part 3, 9.1.4), shown as the file says it looks. */
import type { SheetCell } from '../../sheet.ts';
import { generalText } from '../number-format.ts';
import type { XmlScanner } from '../ooxml/xml-scanner.ts';
import { normalizeLineBreaks } from '../ooxml/xml-text.ts';
import { isoToSerial, serialToIso } from '../serial-date.ts';

export interface OpenDocumentCell {
	/** Undefined where the cell holds nothing. */
	readonly cell: SheetCell | undefined;
	readonly comments: number;
}

/** Which attribute holds the value, where it is not `office:value`. */
const valueAttributes = new Map([
	['date', 'date-value'],
	['time', 'time-value'],
	['boolean', 'boolean-value'],
	['string', 'string-value'],
]);

/** Reads the cell whose opening tag the scanner stands on, up to its closing tag. */
export function readOpenDocumentCell(scanner: XmlScanner, date1904: boolean): OpenDocumentCell {
	const type = scanner.rawAttribute('value-type');
	const value = scanner.attribute(valueAttributes.get(type ?? '') ?? 'value');
	const formula = scanner.attribute('formula');
	const { text, comments } = readContent(scanner);
	const plain = content(type, value, text, date1904);
	if (formula === undefined) return { cell: plain, comments };
	const written = plainFormula(formula);
	if (plain) return { cell: { ...plain, formula: written, cached: true }, comments };
	return {
		cell: { kind: 'empty', text: '', formula: written, cached: type !== undefined },
		comments,
	};
}

function content(
	type: string | undefined,
	value: string | undefined,
	text: string,
	date1904: boolean,
): SheetCell | undefined {
	if (/^(?:#[A-Z/0]+[!?]?|Err:\d+)$/.test(text) && type !== 'string')
		return { kind: 'error', text };
	switch (type) {
		case 'float':
		case 'percentage':
		case 'currency':
			return number(Number(value), text);
		case 'date':
			return date(value ?? '', text, date1904);
		case 'boolean':
			return booleanCell(value === 'true' || value === '1');
		default:
			return textCell(text || normalizeLineBreaks(value ?? ''));
	}
}

function booleanCell(value: boolean): SheetCell {
	return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE', value };
}

/** As shown, unless the file does not say, or shows a long whole number without its digits. */
function number(value: number, text: string): SheetCell | undefined {
	if (!Number.isFinite(value)) return textCell(text);
	const shortened = Number.isInteger(value) && /\dE\+?\d/.test(text);
	return { kind: 'number', text: text === '' || shortened ? generalText(value) : text, value };
}

function date(value: string, text: string, date1904: boolean): SheetCell | undefined {
	const serial = isoToSerial(value, date1904);
	const shown = serial === undefined ? undefined : serialToIso(serial, date1904, true);
	if (serial === undefined || shown === undefined) return textCell(text || value);
	return { kind: 'date', text: shown, value: serial };
}

function textCell(text: string): SheetCell | undefined {
	return text === '' ? undefined : { kind: 'text', text };
}

/** The paragraphs of the cell itself, one a line; comments are counted, drawings left out. */
function readContent(scanner: XmlScanner): { text: string; comments: number } {
	const cell = scanner.name;
	let text = '';
	let comments = 0;
	let paragraphs = 0;
	if (scanner.kind === 'empty') return { text, comments };
	while (scanner.next() && !scanner.closes(cell)) {
		if (scanner.opens('annotation')) {
			comments += 1;
			scanner.skipElement();
		} else if (scanner.opens('p')) {
			text += (paragraphs > 0 ? '\n' : '') + readParagraph(scanner);
			paragraphs += 1;
		} else if (scanner.kind === 'open') {
			scanner.skipElement();
		}
	}
	return { text: normalizeLineBreaks(text), comments };
}

/** Stands for a space that is meant until those around it have collapsed; XML cannot hold it. */
const meantSpace = '\0';
const mostSpaces = 1_000;

/** White space collapses (ODF 1.3 part 3, 6.1.2); spaces, tabs and breaks meant are elements. */
function readParagraph(scanner: XmlScanner): string {
	if (scanner.kind === 'empty') return '';
	let text = oneLine(scanner.readText());
	while (scanner.next() && !scanner.closes('p')) {
		if (scanner.opens('s')) text += meantSpace.repeat(spaceCount(scanner));
		else if (scanner.opens('tab')) text += '\t';
		else if (scanner.opens('line-break')) text += '\n';
		else if (scanner.opens('annotation') || scanner.opens('ruby-text')) scanner.skipElement();
		text += oneLine(scanner.readText());
	}
	return text.replace(/ +/g, ' ').replace(/^ | $/g, '').replaceAll(meantSpace, ' ');
}

function oneLine(text: string): string {
	return text.replace(/[\t\r\n]/g, ' ');
}

function spaceCount(scanner: XmlScanner): number {
	const count = Number(scanner.rawAttribute('c') ?? 1);
	return count >= 1 ? Math.min(count, mostSpaces) : 1;
}

/** `of:=SUM([.A1:.A3];[$Other.B2])` as `SUM(A1:A3;$Other.B2)`: without prefix and brackets. */
function plainFormula(formula: string): string {
	return formula
		.replace(/^(?:\w+:)?=/, '')
		.replace(/\[([^\]]*)\]/g, (_, reference: string) => reference.replace(/(^|:)\./g, '$1'));
}
