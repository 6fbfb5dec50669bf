/** Drop-down lists of an OpenDocument spreadsheet (ODF 1.3 part 3, 9.4.4), by the name of their rule. */
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';

/** Choices by the name of the rule. */
export type OdsValidations = ReadonlyMap<string, readonly string[]>;

/** The lists that are written out in the document's rules; others need a program to tell. */
export function readValidations(xml: string): OdsValidations {
	const lists = new Map<string, readonly string[]>();
	const scanner = new XmlScanner(xml);
	while (scanner.next()) {
		if (!scanner.opens('content-validation')) continue;
		const condition = scanner.attribute('condition') ?? '';
		const list = /cell-content-is-in-list\((.*)\)$/s.exec(condition)?.[1] ?? '';
		const choices = [...list.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = '']) =>
			text.replaceAll('""', '"'),
		);
		if (choices.length > 0) lists.set(scanner.attribute('name') ?? '', choices);
	}
	return lists;
}
