/** What a changed workbook holds that only a person can bring up to date: signatures, pivot tables. */
import type { Relationship } from '../../reading/ooxml/package.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import type { Book } from './book.ts';
import type { SheetEdit } from './sheet-edit.ts';

/** Notes on the file, in sentences. */
export function bookNotes(book: Book, edits: readonly SheetEdit[]): string[] {
	const notes: string[] = [];
	const links = book.package.source.relationships('');
	const isSignature = ({ type, target }: Relationship): boolean =>
		type === 'origin' || /_xmlsignatures/i.test(target);
	if (links.ok && links.value.some(isSignature)) notes.push(signed);
	if (hasProtectedStructure(book)) notes.push(protectedStructure);
	const sources = pivotSources(book);
	for (const { sheet, objects } of edits) {
		const names = [sheet.name, ...objects.tables.map(({ name }) => name)];
		if (!names.some((name) => sources.has(name.toLowerCase()))) continue;
		notes.push(
			`A pivot table takes its figures from “${sheet.name}” and shows the old ones until it is refreshed in the spreadsheet program.`,
		);
	}
	return notes;
}

const signed =
	'The file carries a digital signature, which is no longer valid once cells are changed. Whoever signed it must sign again.';

const protectedStructure =
	'The workbook is protected against changes of its sheets. Values were written into cells all the same, and the protection stays as it was.';

/** `workbookProtection` (ECMA-376 part 1, 18.2.29) keeps sheets in place; cells it leaves open. */
function hasProtectedStructure(book: Book): boolean {
	const xml = book.package.text(book.part);
	if (!xml.ok) return false;
	const scanner = new XmlScanner(xml.value);
	while (scanner.next()) {
		if (scanner.opens('workbookProtection')) return scanner.flag('lockStructure');
	}
	return false;
}

/** Names, in lower case, of the sheets and tables that pivot tables are made from. */
function pivotSources(book: Book): ReadonlySet<string> {
	const sources = new Set<string>();
	for (const { type, target } of book.links) {
		const xml = type === 'pivotCacheDefinition' ? book.package.text(target) : undefined;
		if (!xml?.ok) continue;
		const scanner = new XmlScanner(xml.value);
		while (scanner.next() && !scanner.opens('worksheetSource'));
		for (const attribute of ['sheet', 'name']) {
			const source = scanner.attribute(attribute);
			if (source !== undefined) sources.add(source.toLowerCase());
		}
	}
	return sources;
}
