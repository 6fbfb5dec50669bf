/** The shared string table and rich text (ECMA-376 part 1, 18.4): runs joined, phonetics left out. */
import { XmlScanner } from './xml-scanner.ts';
import { decodeEscapes, normalizeLineBreaks } from './xml-text.ts';

/** The strings of `xl/sharedStrings.xml` in order, at most `most` of them. */
export function readSharedStrings(xml: string, most: number): readonly string[] {
	const strings: string[] = [];
	const scanner = new XmlScanner(xml);
	while (strings.length < most && scanner.next()) {
		if (scanner.opens('si')) strings.push(readRichText(scanner, 'si'));
	}
	return strings;
}

/**
 * The text of the element (CT_Rst: `si`, `is` or a comment's `text`) whose opening tag the scanner
 * stands on; leaves the scanner on its closing tag.
 */
export function readRichText(scanner: XmlScanner, element: string): string {
	if (scanner.kind === 'empty') return '';
	let text = '';
	while (scanner.next() && !scanner.closes(element)) {
		if (scanner.opens(element)) {
			// A second opening before the close: the first one was never closed.
			scanner.stepBack();
			break;
		}
		if (scanner.opens('rPh')) scanner.skipElement();
		else if (scanner.opens('t') && scanner.kind === 'open') text += scanner.readText();
	}
	return plainText(text);
}

/**
 * Text of a cell as written in XML, made plain: escapes resolved, line breaks unified. Twice, as
 * `_x000D_` followed by a line break is one break, whatever break the XML itself uses.
 */
export function plainText(text: string): string {
	return normalizeLineBreaks(decodeEscapes(normalizeLineBreaks(text)));
}
