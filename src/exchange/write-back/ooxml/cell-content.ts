/** What a cell of a worksheet holds, as XML: a new cell, or an old one with other content. */
import { stringValue, textElement } from '../../fresh/xlsx/string-value.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { closingOf, opened, withAttribute } from './tag.ts';

export type CellContent =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'boolean'; readonly value: boolean }
	/** A date in ISO 8601, as cells of type `d` hold it. */
	| { readonly kind: 'isoDate'; readonly text: string }
	/** Without a stored result: the spreadsheet program works it out. */
	| { readonly kind: 'formula'; readonly text: string }
	| { readonly kind: 'empty' };

/** A text by its place in the workbook's table of shared strings, for a writer that has one. */
export interface SharedText {
	readonly kind: 'sharedText';
	readonly index: number;
}

/** The `t` attribute; numbers and formulas without a result need none. */
const types: Readonly<Record<CellContent['kind'] | SharedText['kind'], string | undefined>> = {
	// Inline, so that the table of shared strings stays as it is.
	text: 'inlineStr',
	sharedText: 's',
	number: undefined,
	boolean: 'b',
	isoDate: 'd',
	formula: undefined,
	empty: undefined,
};

/** A `c` element. `style` 0 is none; `prefix` is the namespace prefix with its colon, or ''. */
export function newCell(
	reference: string,
	style: number,
	content: CellContent | SharedText,
	prefix: string,
): string {
	const type = types[content.kind];
	const attributes = `${style > 0 ? ` s="${style}"` : ''}${type ? ` t="${type}"` : ''}`;
	const start = `<${prefix}c r="${reference}"${attributes}`;
	const held = inside(content, prefix);
	return held === '' ? `${start}/>` : `${start}>${held}</${prefix}c>`;
}

/**
 * A `c` element with other content: its attributes stay but for the type and what belonged to the
 * old value (cell and value metadata). `style` undefined keeps the style.
 */
export function replacedCell(
	element: string,
	style: number | undefined,
	content: CellContent,
	prefix: string,
): string {
	const scanner = new XmlScanner(element);
	scanner.next();
	let tag = element.slice(0, scanner.end);
	tag = withAttribute(tag, 't', types[content.kind]);
	for (const metadata of ['cm', 'vm']) tag = withAttribute(tag, metadata, undefined);
	if (style !== undefined) tag = withAttribute(tag, 's', String(style));
	return closed(opened(tag), inside(content, prefix) + extensions(element, scanner));
}

/** A formula cell without its stored result, to be worked out when the file is opened. */
export function withoutResult(element: string): string {
	const scanner = new XmlScanner(element);
	scanner.next();
	const tagEnd = scanner.end;
	let rest = element.slice(tagEnd);
	while (scanner.next()) {
		if (!scanner.opens('v') && !scanner.opens('is')) continue;
		const { start } = scanner;
		scanner.skipElement();
		rest = element.slice(tagEnd, start) + element.slice(scanner.end);
		break;
	}
	return withAttribute(element.slice(0, tagEnd), 't', undefined) + rest;
}

function inside(content: CellContent | SharedText, prefix: string): string {
	switch (content.kind) {
		case 'text':
			return `<${prefix}is>${textElement(content.text, prefix)}</${prefix}is>`;
		case 'sharedText':
			return value(String(content.index), prefix);
		case 'number':
			return value(String(content.value), prefix);
		case 'boolean':
			return value(content.value ? '1' : '0', prefix);
		case 'isoDate':
			return value(content.text, prefix);
		case 'formula':
			return `<${prefix}f>${stringValue(content.text)}</${prefix}f>`;
		case 'empty':
			return '';
	}
}

function value(text: string, prefix: string): string {
	return `<${prefix}v>${text}</${prefix}v>`;
}

/** What programs add to a cell beside its value stays. */
function extensions(element: string, scanner: XmlScanner): string {
	while (scanner.next()) {
		if (!scanner.opens('extLst')) continue;
		const { start } = scanner;
		scanner.skipElement();
		return element.slice(start, scanner.end);
	}
	return '';
}

function closed(tag: string, content: string): string {
	return content === '' ? `${tag.slice(0, -1)}/>` : tag + content + closingOf(tag);
}
