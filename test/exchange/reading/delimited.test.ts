import { describe, expect, test } from 'vitest';
import { sheetIn, texts, utf16, utf8, workbookIn } from '../../support/sheet-reading.ts';

const read = async (text: string, name = 'a.csv'): Promise<string[][]> =>
	texts(await sheetIn(utf8(text), name));

describe('separator', () => {
	test.each([
		['commas', 'ID,Title\nCC6.1,Access\n', 'csv'],
		['semicolons', 'ID;Title, long\nCC6.1;Access, logical\nCC6.2;Access\n', 'csv'],
		['tabs', 'ID\tTitle\nCC6.1\tAccess, logical\n', 'tsv'],
		['vertical bars', 'ID|Title\nCC6.1|Access\n', 'csv'],
	])('%s', async (name, text, format) => {
		const workbook = await workbookIn(utf8(text), 'a.txt');
		expect(workbook.format).toBe(format);
		expect(workbook.sheets[0]?.columnCount).toBe(2);
		expect(workbook.notes[0]?.text).toBe(`Read as UTF-8 text separated by ${name}.`);
	});

	test('a sep= line of Excel decides and is no row', async () => {
		expect(await read('sep=;\r\na,b;c\r\n')).toEqual([['a,b', 'c']]);
	});

	test('commas in quotes and prose above the table do not mislead', async () => {
		const text = 'Control matrix, draft\n\nID;Note\n1;"a,b,c,d"\n2;"e,f,g,h"\n3;x\n';
		expect(await read(text)).toEqual([
			['Control matrix, draft'],
			['ID', 'Note'],
			['1', 'a,b,c,d'],
			['2', 'e,f,g,h'],
			['3', 'x'],
		]);
	});

	test('one column has no separator', async () => {
		expect(await read('ID\nCC6.1\n')).toEqual([['ID'], ['CC6.1']]);
	});
});

describe('fields', () => {
	test('stay the text they are', async () => {
		const text = '007,1-2,12345678901234567890,=1+1, padded ,TRUE\n';
		const sheet = await sheetIn(utf8(text), 'a.csv');
		expect(texts(sheet)).toEqual([
			['007', '1-2', '12345678901234567890', '=1+1', ' padded ', 'TRUE'],
		]);
		expect(sheet.rows[0]?.cells.every((cell) => cell?.kind === 'text')).toBe(true);
	});

	test.each([
		['doubled quotes', '"a ""b"" c",d\n', [['a "b" c', 'd']]],
		['line breaks of any kind', '"a\r\nb\rc",d\r\n', [['a\nb\nc', 'd']]],
		['quotes in the middle', 'a "b" c,5" pipe\n', [['a "b" c', '5" pipe']]],
		['a quote that is not doubled', '"a "b" c",d\n', [['a "b" c', 'd']]],
		['spaces before the quote', 'a, "b, c" ,d\n', [['a', 'b, c', 'd']]],
		[
			'a quote that never closes',
			'a,"b\nc,d\n',
			[
				['a', '"b'],
				['c', 'd'],
			],
		],
		[
			'carriage returns only',
			'a,b\rc,d\r',
			[
				['a', 'b'],
				['c', 'd'],
			],
		],
		['no line break at the end', 'a,b\nc,', [['a', 'b'], ['c']]],
	])('%s', async (_, text, expected) => {
		expect(await read(text)).toEqual(expected);
	});

	test('many quotes that never close take no longer than their length', async () => {
		const text = ',"x\n'.repeat(20_000);
		expect(await read(text)).toHaveLength(20_000);
	});

	test('rows keep their number past blank lines', async () => {
		const sheet = await sheetIn(utf8('a,b\n\n\nc,d\n'), 'a.csv');
		expect(sheet.rows.map(({ number }) => number)).toEqual([1, 4]);
	});
});

describe('encoding', () => {
	const text = 'Název;Vlastník\nŘízení přístupu;Žofie\n';

	test.each([
		['UTF-8', utf8(text)],
		['UTF-8', utf8(`\uFEFF${text}`)],
		['UTF-16', utf16(`\uFEFF${text}`)],
		['UTF-16', utf16(`\uFEFF${text}`, true)],
		['UTF-16', utf16(text)],
		['UTF-16', utf16(text, true)],
	])('%s', async (encoding, bytes) => {
		const { sheets, notes } = await workbookIn(bytes, 'a.csv');
		expect(sheets.map(texts)).toEqual([
			[
				['Název', 'Vlastník'],
				['Řízení přístupu', 'Žofie'],
			],
		]);
		expect(notes.map((note) => note.text)).toEqual([
			`Read as ${encoding} text separated by semicolons.`,
		]);
	});

	test('UTF-8 with a spoilt byte is not taken for a code page', async () => {
		const bytes = Uint8Array.from([...utf8('Řízení přístupu a ověření,'), 0xff, ...utf8('č\n')]);
		const { sheets } = await workbookIn(bytes, 'a.csv');
		expect(sheets.map(texts)).toEqual([[['Řízení přístupu a ověření', '\uFFFDč']]]);
	});

	// The bytes are what these code pages write; the platform has no encoder for them.
	test.each([
		[
			'Windows-1252 (Western European)',
			'Contr\xf4le,na\xefve \x96 \x93caf\xe9\x94',
			'Contrôle,naïve – “café”',
		],
		['Mac Roman', 'Contr\x99le,na\x95ve,Propri\x8etaire', 'Contrôle,naïve,Propriétaire'],
		[
			'Windows-1250 (Central European)',
			'\xd8\xedzen\xed p\xf8\xedstupu,\xc8\xe1ste\xe8n\xec',
			'Řízení přístupu,Částečně',
		],
		[
			'Windows-1251 (Cyrillic)',
			'\xca\xee\xed\xf2\xf0\xee\xeb\xfc,\xd1\xf2\xe0\xf2\xf3\xf1',
			'Контроль,Статус',
		],
		[
			'Shift JIS (Japanese)',
			'\x8f\xf3\x91\xd4,\x83A\x83N\x83Z\x83X\x90\xa7\x8c\xe4',
			'状態,アクセス制御',
		],
	])('%s is guessed, and the guess is said', async (name, latin1, expected) => {
		const bytes = Uint8Array.from(latin1, (letter) => letter.charCodeAt(0));
		const { sheets, notes } = await workbookIn(bytes, 'a.csv');
		expect(sheets.map(texts)).toEqual([[expected.split(',')]]);
		expect(notes[0]?.text).toContain(`Read as ${name} text`);
		expect(notes[0]?.text).toContain('if letters with accents look wrong, save it as UTF-8');
	});
});
