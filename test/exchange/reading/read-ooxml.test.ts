import { describe, expect, test } from 'vitest';
import { buildXlsx, sheetLink } from '../../support/ooxml-builder.ts';
import { cellAt, sheetIn, texts, utf16, workbookIn } from '../../support/sheet-reading.ts';

const one = (rows: string, rest: object = {}): Uint8Array =>
	buildXlsx({ sheets: [{ rows, ...rest }] });

describe('cells', () => {
	test('shared strings join their runs and leave phonetic readings out', async () => {
		const bytes = buildXlsx({
			strings: [
				'<t xml:space="preserve"> plain </t>',
				'<r><t>Ri</t></r><r><rPr><b/></rPr><t>ch</t></r><rPh sb="0" eb="1"><t>reading</t></rPh>',
				'<t/>',
			],
			sheets: [
				{
					rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
				},
			],
		});
		const sheet = await sheetIn(bytes);
		expect(sheet.rows[0]?.cells).toEqual([
			{ kind: 'text', text: ' plain ' },
			{ kind: 'text', text: 'Rich' },
			{ kind: 'empty', text: '' },
		]);
	});

	test('a string index past the table leaves an empty cell and says so', async () => {
		const { sheets, notes } = await workbookIn(
			one('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
		);
		expect(sheets[0]?.rows[0]?.cells[0]).toEqual({ kind: 'empty', text: '' });
		expect(notes.map(({ text }) => text)).toEqual([
			'1 cell is empty: the text it points to is missing from the file.',
		]);
	});

	test('every type of cell', async () => {
		const sheet = await sheetIn(
			one(
				'<row r="1"><c r="A1" t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c><c r="B1" t="str"><v>text</v></c>' +
					'<c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1"><v>7.5</v></c>' +
					'<c r="F1" t="d"><v>2026-11-21T10:30:00Z</v></c><c r="G1"><v><![CDATA[8]]></v></c></row>',
			),
		);
		expect(sheet.rows[0]?.cells).toEqual([
			{ kind: 'text', text: 'inline' },
			{ kind: 'text', text: 'text' },
			{ kind: 'boolean', text: 'TRUE', value: true },
			{ kind: 'error', text: '#N/A' },
			{ kind: 'number', text: '7.5', value: 7.5 },
			{ kind: 'date', text: '2026-11-21T10:30', value: 46347.4375 },
			{ kind: 'number', text: '8', value: 8 },
		]);
	});

	test('escapes, references and line breaks become characters', async () => {
		const sheet = await sheetIn(
			one(
				'<row r="1"><c r="A1" t="str"><v>a_x000D_&#10;b&#13;&#xA;c _x005F_x0041_ &lt;&amp;&#x1F600; &nope;</v></c></row>',
			),
		);
		expect(texts(sheet)).toEqual([['a\nb\nc _x0041_ <&😀 &nope;']]);
	});

	test('a formula keeps its text and tells whether the file holds its value', async () => {
		const sheet = await sheetIn(
			one(
				'<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1&amp;"x"</f></c><c r="C1" t="str"><f>T(D1)</f><v></v></c></row>',
			),
		);
		expect(sheet.rows[0]?.cells).toEqual([
			{ kind: 'number', text: '2', value: 2, formula: '1+1', cached: true },
			{ kind: 'empty', text: '', formula: 'A1&"x"', cached: false },
			{ kind: 'empty', text: '', formula: 'T(D1)', cached: true },
		]);
	});

	test('followers of a shared formula get its text moved to their place', async () => {
		const sheet = await sheetIn(
			one(
				'<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*$D$1</f><v>1</v></c></row>' +
					'<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>',
			),
		);
		expect(cellAt(sheet, 1, 1)?.formula).toBe('A2*$D$1');
	});

	test('cells that only carry a style are no cells', async () => {
		const sheet = await sheetIn(
			one(
				'<row r="1"><c r="A1"><v>1</v></c><c r="Z1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>',
			),
		);
		expect(sheet.rows.map(({ number }) => number)).toEqual([1]);
		expect(sheet.columnCount).toBe(1);
	});
});

describe('numbers and dates', () => {
	const formats = [
		'0.00',
		'dd/mm/yyyy',
		'yyyy-mm-dd hh:mm',
		'[h]:mm',
		'"CC"0.0',
		'h:mm',
		'#,##0 "days"',
	];
	const row = (...cells: readonly (readonly [style: number, value: number])[]): string =>
		`<row r="1">${cells.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('')}</row>`;

	test('are shown under their format, dates as ISO', async () => {
		const rows = row(
			[1, 7.2],
			[2, 45_000],
			[3, 45_000.5],
			[3, 45_000],
			[4, 1.5],
			[5, 6.1],
			[6, 0.75],
			[7, 1200],
			[0, 123456789012],
		);
		const sheet = await sheetIn(buildXlsx({ formats, sheets: [{ rows }] }));
		expect(sheet.rows[0]?.cells.map((cell) => [cell?.kind, cell?.text])).toEqual([
			['number', '7.20'],
			['date', '2023-03-15'],
			['date', '2023-03-15T12:00'],
			['date', '2023-03-15'],
			['number', '36:00'],
			['number', 'CC6.1'],
			['number', '18:00'],
			['number', '1,200 days'],
			['number', '123456789012'],
		]);
	});

	test('the day that never was and numbers that are no day stay numbers', async () => {
		const rows = row([2, 59], [2, 60], [2, 61], [2, 0], [2, -1], [2, 1e9]);
		const sheet = await sheetIn(buildXlsx({ formats, sheets: [{ rows }] }));
		expect(sheet.rows[0]?.cells.map((cell) => cell?.kind)).toEqual([
			'date',
			'number',
			'date',
			'number',
			'number',
			'number',
		]);
		expect(texts(sheet)[0]?.slice(0, 3)).toEqual(['1900-02-28', '29/02/1900', '1900-03-01']);
		expect(texts(sheet)[0]?.slice(4)).toEqual(['-1', '1000000000']);
	});

	test('count from 1904 where the workbook says so', async () => {
		const workbook = await workbookIn(
			buildXlsx({ formats, date1904: true, sheets: [{ rows: row([2, 0], [2, 43_538]) }] }),
		);
		expect(workbook.date1904).toBe(true);
		expect(workbook.sheets.map(texts)).toEqual([[['1904-01-01', '2023-03-15']]]);
	});

	test('a format the file gives to id 0 does not turn plain numbers into dates', async () => {
		const bytes = buildXlsx({
			formats: ['0'],
			sheets: [{ rows: row([0, 3]) }],
			rewrite: (xml) =>
				xml.replace('numFmtId="164" formatCode="0"', 'numFmtId="0" formatCode="mmmm d, yyyy"'),
		});
		expect(texts(await sheetIn(bytes))).toEqual([['3']]);
	});
});

describe('odd shapes', () => {
	const rows = '<row r="2"><c r="B2" t="str"><v>x</v></c></row>';

	test.each([
		[
			'prefixed names',
			(xml: string) =>
				xml
					.replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
					.replaceAll('<x:?', '<?')
					.replaceAll('xmlns=', 'xmlns:x='),
		],
		['single quotes', (xml: string) => xml.replaceAll('"', "'")],
		['white space in tags', (xml: string) => xml.replace(/="/g, ' = "').replaceAll('/>', ' />')],
		['comments between tags', (xml: string) => xml.replaceAll('<c ', '<!-- <c r="A1"> --><c ')],
		['UTF-16', (xml: string) => utf16(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`)],
		['UTF-16 big endian', (xml: string) => utf16(`\uFEFF${xml}`, true)],
		['UTF-8 with a byte order mark', (xml: string) => `\uFEFF${xml}`],
	])('%s', async (_, rewrite) => {
		const sheet = await sheetIn(buildXlsx({ sheets: [{ rows }], rewrite }));
		expect(sheet.rows).toEqual([
			{ number: 2, hidden: false, cells: [undefined, { kind: 'text', text: 'x' }] },
		]);
	});

	test('the strict variant of the standard', async () => {
		expect(texts(await sheetIn(buildXlsx({ strict: true, sheets: [{ rows }] })))).toEqual([
			['', 'x'],
		]);
	});

	test('data descriptors and directory entries', async () => {
		const bytes = buildXlsx({
			sheets: [{ rows }],
			parts: (parts) => [
				{ name: 'xl/', content: '', stored: true },
				...parts.map((part) => ({ ...part, descriptor: true })),
			],
		});
		expect(texts(await sheetIn(bytes))).toEqual([['', 'x']]);
	});

	test.each(['', '<dimension ref="A1"/>', '<dimension ref="A1:XFD1048576"/>'])(
		'a dimension of %s is not believed',
		async (before) => {
			expect(texts(await sheetIn(one(rows, { before })))).toEqual([['', 'x']]);
		},
	);

	test('rows and cells without references follow one another', async () => {
		const sheet = await sheetIn(
			one(
				'<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r="C3"><v>3</v></c><c><v>4</v></c></row>',
			),
		);
		expect(sheet.rows.map(({ number }) => number)).toEqual([1, 3]);
		expect(texts(sheet)).toEqual([
			['1', '2'],
			['', '', '3', '4'],
		]);
	});

	test('rows out of order are put in order and joined', async () => {
		const sheet = await sheetIn(
			one(
				'<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="5"><c r="B5"><v>6</v></c></row>',
			),
		);
		expect(sheet.rows.map(({ number }) => number)).toEqual([2, 5]);
		expect(texts(sheet)).toEqual([['2'], ['5', '6']]);
	});

	test('a sheet that breaks off gives what came before, and says so', async () => {
		const bytes = buildXlsx({
			sheets: [
				{ rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>' },
			],
			rewrite: (xml) => xml.replace(/<c r="A2".*/s, '<c r="A2'),
		});
		const workbook = await workbookIn(bytes);
		expect(workbook.sheets.map(texts)).toEqual([[['1']]]);
		expect(workbook.notes.map(({ text }) => text)).toEqual([
			'The sheet breaks off in the file; what came before is here.',
		]);
	});
});

describe('around the cells', () => {
	test('hidden rows, columns and sheets are marked', async () => {
		const rows =
			'<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2" hidden="true"><c r="A2"><v>3</v></c></row>';
		const { sheets } = await workbookIn(
			buildXlsx({
				sheets: [
					{
						rows,
						before:
							'<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="1"/></cols>',
					},
					{ name: 'Lists', state: 'veryHidden' },
				],
			}),
		);
		expect(sheets.map(({ state }) => state)).toEqual(['visible', 'veryHidden']);
		expect(sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, true]);
		expect(sheets[0]?.hiddenColumns).toEqual([1]);
	});

	test('merges, filter, tables and comments', async () => {
		const sheet = await sheetIn(
			one('<row r="1"><c r="A1"><v>1</v></c></row>', {
				after:
					"<customSheetViews><customSheetView><autoFilter ref='Z1:Z9'/></customSheetView></customSheetViews><autoFilter ref='A1:C9'/><mergeCells><mergeCell ref='B2:C3'/></mergeCells>",
				links:
					sheetLink('table', '../tables/table1.xml') + sheetLink('comments', '../comments1.xml'),
				parts: {
					'xl/tables/table1.xml': '<table ref="A1:B5"><autoFilter ref="A1:B5"/></table>',
					'xl/comments1.xml':
						'<comments><commentList><comment ref="A1"><text><t>a</t></text></comment><comment ref="B1"/></commentList></comments>',
				},
			}),
		);
		expect(sheet.merges).toEqual([{ firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 2 }]);
		expect(sheet.autoFilter).toEqual({ firstRow: 1, lastRow: 9, firstColumn: 0, lastColumn: 2 });
		expect(sheet.tables).toEqual([{ firstRow: 1, lastRow: 5, firstColumn: 0, lastColumn: 1 }]);
		expect(sheet.comments).toBe(2);
	});

	test('drop-down lists: written out, in a range, by name, in the 2010 extension', async () => {
		const list = (place: string, formula: string): string =>
			`<dataValidation type="list" sqref="${place}"><formula1>${formula}</formula1></dataValidation>`;
		const { sheets } = await workbookIn(
			buildXlsx({
				names: "<definedName name='Terms'>'My lists'!$A$1:$A$2</definedName>",
				sheets: [
					{
						after:
							`<dataValidations>${list('A2:A9 C2', '"Yes, No,N/A"')}${list('B2', "'My lists'!$A$1:$A$2")}${list('D2', 'Terms')}` +
							`${list('E2', 'OFFSET(A1,1,1)')}<dataValidation type="whole" sqref="F2"><formula1>1</formula1></dataValidation></dataValidations>` +
							`<extLst><ext><x14:dataValidations><x14:dataValidation type="list"><x14:formula1><xm:f>'My lists'!A2</xm:f></x14:formula1><xm:sqref>G2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
					},
					{
						name: 'My lists',
						rows: '<row r="1"><c r="A1" t="str"><v>Open</v></c></row><row r="2"><c r="A2" t="str"><v>Closed</v></c></row>',
					},
				],
			}),
		);
		expect(sheets[0]?.validations.map(({ values, ranges }) => [ranges.length, ...values])).toEqual([
			[2, 'Yes', 'No', 'N/A'],
			[1, 'Open', 'Closed'],
			[1, 'Open', 'Closed'],
			[1, 'Closed'],
		]);
	});

	test('a macro workbook is told by its content type', async () => {
		const contentType = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
		const workbook = await workbookIn(buildXlsx({ contentType, sheets: [{}] }), 'renamed.xlsx');
		expect(workbook.format).toBe('xlsm');
	});

	test('a sheet whose part is missing is said and left out', async () => {
		const bytes = buildXlsx({
			sheets: [{}, { name: 'Lost' }],
			parts: (parts) => parts.filter(({ name }) => name !== 'xl/worksheets/sheet2.xml'),
		});
		const { sheets, notes } = await workbookIn(bytes);
		expect(sheets).toHaveLength(1);
		expect(notes).toEqual([
			{ sheet: 'Lost', cell: '', text: 'The file lists this sheet but does not hold it.' },
		]);
	});
});
