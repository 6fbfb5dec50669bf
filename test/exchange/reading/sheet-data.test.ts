import { expect, test } from 'vitest';
import { SheetDataCursor } from '../../../src/exchange/reading/ooxml/sheet-data.ts';
import { XmlScanner } from '../../../src/exchange/reading/ooxml/xml-scanner.ts';

const xml =
	'<worksheet><sheetData><row r="2" ht="15"><c r="B2" s="3" t="s"><v>12</v></c><c r="D2"/></row>' +
	'<row r="3"><c r="A3"><f>B2</f><v>4</v></c></row></sheetData><mergeCells/></worksheet>';

test('knows where each cell and its value stand, so that a writer can replace just them', () => {
	const scanner = new XmlScanner(xml);
	while (scanner.next() && !scanner.opens('sheetData'));
	const cursor = new SheetDataCursor(scanner);
	const found: unknown[] = [];
	for (let at = cursor.next(); at; at = cursor.next()) {
		const element = xml.slice(cursor.start, cursor.end);
		found.push(
			at === 'row'
				? [cursor.rowNumber, element]
				: [cursor.column, cursor.style, element, cursor.value()],
		);
		if (at === 'cell' && cursor.valueStart >= 0) {
			expect(xml.slice(cursor.valueStart, cursor.valueEnd)).toBe(cursor.value());
		}
	}
	expect(found).toEqual([
		[2, '<row r="2" ht="15">'],
		[1, 3, '<c r="B2" s="3" t="s"><v>12</v></c>', '12'],
		[3, 0, '<c r="D2"/>', undefined],
		[3, '<row r="3">'],
		[0, 0, '<c r="A3"><f>B2</f><v>4</v></c>', '4'],
	]);
	expect([scanner.next(), scanner.name]).toEqual([true, 'mergeCells']);
});

test('takes a cell that is never closed to end where the next begins', () => {
	const scanner = new XmlScanner(
		'<sheetData><row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></row><row r="2"><c r="A2"><v>3</v></sheetData>',
	);
	scanner.next();
	const cursor = new SheetDataCursor(scanner);
	const cells: unknown[] = [];
	for (let at = cursor.next(); at; at = cursor.next()) {
		if (at === 'cell') cells.push([cursor.rowNumber, cursor.column, cursor.value()]);
	}
	expect(cells).toEqual([
		[1, 0, '1'],
		[1, 1, '2'],
		[2, 0, '3'],
	]);
});
