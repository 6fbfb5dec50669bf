/** Files go back in their own format, through the worker. */
import { afterEach, describe, expect, it } from 'vitest';
import { ExchangeClient } from '../../../src/exchange/worker/exchange-client.ts';
import type { HandBackOrder } from '../../../src/exchange/hand-back/order.ts';
import { workerInProcess, type WorkerInProcess } from '../../support/exchange-in-process.ts';
import { buildZip } from '../../support/ooxml-zip.ts';
import { utf16 } from '../../support/sheet-reading.ts';
import {
	imported,
	importedLines,
	importedSheet,
	onlyCell,
	returned,
	sheetRows,
	type ImportedFile,
} from './returned.ts';

const table = [
	['Control ID', 'Description', 'Owner'],
	['AC-1', 'Reviews access every quarter', 'Ann'],
	['AC-2', 'Encrypts all laptops at rest', 'Bob'],
];
const edits = { 'AC-2': { owner: 'Zoë; or Dan' } };

function openDocument(): Uint8Array {
	const row = (cells: readonly string[]): string => {
		const elements = cells.map(
			(cell) =>
				`<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`,
		);
		return `<table:table-row>${elements.join('')}</table:table-row>`;
	};
	const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Sheet1">${table.map(row).join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
	return buildZip([
		{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
		{ name: 'content.xml', content },
	]);
}

describe('an OpenDocument file', () => {
	it('gets cells and rows', async () => {
		const file = await imported(openDocument(), { fileName: 'file.ods' });
		const added = [{ controlId: 'AC-3', owner: 'Cleo' }];
		const handed = await returned(file, { edits, added });
		expect(handed.format).toBe('ods');
		expect(handed.rows[2]?.[2]).toBe('Zoë; or Dan');
		expect(handed.rows[3]).toEqual(['AC-3', '', 'Cleo']);
		expect(handed.cells.map(({ cell, state }) => [cell, state])).toEqual([
			['C3', 'goes'],
			['A4', 'goes'],
			['C4', 'goes'],
		]);
	});
});

describe('delimited text', () => {
	it('keeps its separator, encoding and line ends', async () => {
		const lines = table.map((row) => row.join(';')).join('\r\n');
		const bytes = utf16(`\ufeff${lines}\r\n`);
		const file = await imported(bytes, { fileName: 'file.csv' });
		const handed = await returned(file, { edits });
		expect(handed.bytes).toEqual(utf16(`\ufeff${lines.replace('Bob', '"Zoë; or Dan"')}\r\n`));
	});
});

describe('the worker', () => {
	const workers: WorkerInProcess[] = [];
	const client = (): ExchangeClient =>
		new ExchangeClient(() => {
			const worker = workerInProcess();
			workers.push(worker);
			return Promise.resolve(worker);
		});

	afterEach(() => {
		for (const worker of workers.splice(0)) worker.terminate();
	});

	function orderOf(file: ImportedFile, owner: string): HandBackOrder {
		const controls = file.controls.map((said) => ({ said, now: { ...said, owner } }));
		const { fileName, bytes, record } = file;
		const choices = { leftOut: new Set(['Sheet1!C2']), overruled: new Set<string>() };
		return { fileName, bytes, choices, sheets: [{ record, controls, added: [] }] };
	}

	it('hands over the file with its type and tells how far it is; the order stays whole', async () => {
		const file = await importedSheet({ rows: sheetRows(table) });
		const heard: number[] = [];
		const answer = await client().ask('handBack', orderOf(file, 'Dan'), {
			onprogress: (fraction) => heard.push(fraction),
		});
		if (!answer.ok) throw new Error(answer.problems[0]?.text);
		const { type, cells, bytes } = answer.value;
		expect(type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
		expect(cells.map(({ key, state }) => [key, state])).toEqual([
			['Sheet1!C2', 'leftOut'],
			['Sheet1!C3', 'goes'],
		]);
		const again = await imported(new Uint8Array(bytes));
		expect(again.controls.map(({ owner }) => owner)).toEqual(['Ann', 'Dan']);
		expect(heard).toEqual([...heard].sort((a, b) => a - b));
		expect(heard.at(-1)).toBe(1);
		expect(file.bytes.length).toBeGreaterThan(0);
	});

	it('says why a file cannot go back, and stops when nobody wants it', async () => {
		const file = await importedLines(table.map((row) => row.join(',')));
		const zeros = { ...orderOf(file, 'Dan'), bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) };
		expect(await client().ask('handBack', zeros)).toMatchObject({
			ok: false,
			problems: [{ kind: 'refused' }],
		});
		const stop = new AbortController();
		const asked = client().ask('handBack', orderOf(file, 'Dan'), { signal: stop.signal });
		stop.abort();
		expect(await asked).toMatchObject({ ok: false, problems: [{ kind: 'cancelled' }] });
	});
});

describe('a left-out cell', () => {
	it('does not count as the last word: the same order with another choice writes it', async () => {
		const file = await importedSheet({ rows: sheetRows(table) });
		const first = await returned(file, { edits, leftOut: ['Sheet1!C3'] });
		expect(first.bytes).toBe(file.bytes);
		expect(onlyCell(await returned(file, { edits })).state).toBe('goes');
	});
});
