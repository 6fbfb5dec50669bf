/** Cell elements of OpenDocument tables: new ones, and old ones with other content. */
import { generalText } from '../../reading/number-format.ts';
import { paragraphs } from '../../fresh/ods/paragraphs.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import type { CellContent } from '../ooxml/cell-content.ts';
import { closingOf, opened, withAttribute } from '../ooxml/tag.ts';
import { splice, type Patch } from '../splice.ts';

/** What a cell is to hold, formulas as OpenFormula with their prefix; 'stale' takes a formula's stored result out and keeps the formula. */
export type OdsContent = CellContent | { readonly kind: 'stale' };

/** Attributes that hold a value (ODF 1.3 part 3, 19.367 ff.); LibreOffice doubles the type. */
const valueAttributes = [
	...['value-type', 'value-type', 'value', 'date-value', 'time-value'],
	...['boolean-value', 'string-value', 'currency'],
];

/** A new cell element; `attributes` are those of its look, each with a blank before it. */
export function newCellElement(attributes: string, content: CellContent): string {
	const values = valueOf(content, '', undefined).map(([name, value]) => ` ${name}="${value}"`);
	const start = `<table:table-cell${attributes}${values.join('')}`;
	const held = shown(content);
	return held === '' ? `${start}/>` : `${start}>${held}</table:table-cell>`;
}

/** The element of a single cell with other content: its look, its rules and comments stay. */
export function cellWith(element: string, content: OdsContent): string {
	const scanner = new XmlScanner(element);
	scanner.next();
	const type = scanner.rawAttribute('value-type') ?? '';
	const currency = scanner.rawAttribute('currency');
	let tag = opened(element.slice(0, scanner.end));
	for (const name of valueAttributes) tag = withAttribute(tag, name, undefined);
	if (content.kind !== 'stale') tag = withAttribute(tag, 'formula', undefined);
	for (const [name, value] of valueOf(content, type, currency)) {
		tag = withAttribute(tag, name, value);
	}
	const inside = withParagraphs(element, scanner, shown(content));
	return inside === '' ? `${tag.slice(0, -1)}/>` : tag + inside + closingOf(tag);
}

/** Sets how many rows or cells an element stands for. */
export function withTimes(
	element: string,
	attribute: 'table:number-rows-repeated' | 'table:number-columns-repeated',
	times: number,
): string {
	const scanner = new XmlScanner(element);
	scanner.next();
	const tag = element.slice(0, scanner.end);
	const bare = withAttribute(tag, attribute.slice('table:'.length), undefined);
	const counted = times === 1 ? bare : withAttribute(bare, attribute, String(times));
	return counted + element.slice(scanner.end);
}

function valueOf(
	content: OdsContent,
	type: string,
	currency: string | undefined,
): [name: string, value: string][] {
	switch (content.kind) {
		case 'text':
			return [['office:value-type', 'string']];
		case 'number': {
			// Amounts and percentages stay what they are.
			const kept = type === 'percentage' || type === 'currency' ? type : 'float';
			const unit: [string, string][] =
				kept === 'currency' && currency !== undefined ? [['office:currency', currency]] : [];
			return [['office:value-type', kept], ['office:value', String(content.value)], ...unit];
		}
		case 'boolean':
			return [
				['office:value-type', 'boolean'],
				['office:boolean-value', String(content.value)],
			];
		case 'isoDate':
			return [
				['office:value-type', 'date'],
				['office:date-value', content.text],
			];
		case 'formula':
			return [['table:formula', inAttribute(content.text)]];
		default:
			return [];
	}
}

function inAttribute(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function shown(content: OdsContent): string {
	switch (content.kind) {
		case 'text':
		case 'isoDate':
			return paragraphs(content.text);
		case 'number':
			return paragraphs(generalText(content.value));
		case 'boolean':
			return paragraphs(content.value ? 'TRUE' : 'FALSE');
		default:
			return '';
	}
}

/** The inside of the element with its own paragraphs replaced; comments and drawings stay. */
function withParagraphs(element: string, scanner: XmlScanner, text: string): string {
	if (scanner.kind === 'empty') return text;
	const from = scanner.end;
	const cell = scanner.name;
	const patches: Patch[] = [];
	while (scanner.next() && !scanner.closes(cell)) {
		const { start, name } = scanner;
		scanner.skipElement();
		if (name === 'p') patches.push({ start: start - from, end: scanner.end - from, text: '' });
	}
	const end = scanner.start - from;
	const [first, ...others] = patches;
	const placed = first ? [{ ...first, text }, ...others] : [{ start: end, end, text }];
	return splice(element.slice(from, scanner.start), placed);
}
