/** Changes single attributes of an opening tag and keeps the rest of it as it was written. */
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';

/**
 * The tag with an attribute set, or taken out where `value` is undefined. `value` holds neither
 * markup nor quotes (numbers, references, names of types).
 */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
	const scanner = new XmlScanner(tag);
	scanner.next();
	const start = scanner.valueOffset(name);
	if (start >= 0) {
		const end = start + (scanner.rawAttribute(name)?.length ?? 0);
		if (value !== undefined) return tag.slice(0, start) + value + tag.slice(end);
		return tag.slice(0, attributeStart(tag, start)) + tag.slice(end + 1);
	}
	if (value === undefined) return tag;
	const close = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
	const head = tag.slice(0, close);
	return `${head}${/\s$/.test(head) ? '' : ' '}${name}="${value}"${tag.slice(close)}`;
}

/** An empty-element tag as an opening one, and an opening one as it is. */
export function opened(tag: string): string {
	return tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag;
}

/** The closing tag to an opening one, prefix included. */
export function closingOf(tag: string): string {
	return `</${/^<([^\s/>]+)/.exec(tag)?.[1] ?? ''}>`;
}

/** The prefix of a tag with its colon: `x:`; '' where there is none. */
export function prefixOf(tag: string): string {
	return /^<([^\s/>:]+:)/.exec(tag)?.[1] ?? '';
}

/** Where the blanks before an attribute begin, from the offset of its value. */
function attributeStart(tag: string, valueStart: number): number {
	return tag.slice(0, valueStart).search(/\s+[^\s=]+\s*=\s*["']$/);
}
