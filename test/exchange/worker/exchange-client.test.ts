import { afterEach, describe, expect, it } from 'vitest';

import { ExchangeClient } from '../../../src/exchange/worker/exchange-client.ts';
import type { ServingPort } from '../../../src/exchange/worker/serve-exchange.ts';
import { rowsPerChunk, type SpreadsheetSource } from '../../../src/exchange/worker/protocol.ts';
import { workerInProcess, type WorkerInProcess } from '../../support/exchange-in-process.ts';

const workers: WorkerInProcess[] = [];

function start(serve?: (port: ServingPort) => void): () => Promise<WorkerInProcess> {
	return () => {
		const worker = workerInProcess(serve);
		workers.push(worker);
		return Promise.resolve(worker);
	};
}

afterEach(() => {
	for (const worker of workers.splice(0)) worker.terminate();
});

/** A worker whose thread hangs: it hears everything and answers nothing. */
const silence = (): void => undefined;

function aFile(rows: number): SpreadsheetSource {
	const lines = Array.from({ length: rows }, (_, i) => `AC-${i},Review access of team ${i},CC6.1`);
	const text = ['Control ID,Title,Criteria', ...lines].join('\r\n');
	return { kind: 'file', name: 'matrix.csv', bytes: new TextEncoder().encode(text) };
}

describe('reading through the worker', () => {
	it('hands over the sheets with what is proposed for each, and tells how far it is', async () => {
		const client = new ExchangeClient(start());
		const heard: string[] = [];
		const opened = await client.open(aFile(3), {
			onprogress: (_fraction, what) => heard.push(what),
		});
		expect(opened).toMatchObject({
			ok: true,
			value: {
				format: 'csv',
				sheets: [{ rowNumbers: [1, 2, 3, 4], proposal: { headerRows: [1], dataRows: [2, 3, 4] } }],
			},
		});
		expect(heard).toContain('Looking at Sheet1');
	});

	it('says why a file is not read', async () => {
		const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]);
		const opened = await new ExchangeClient(start()).open({ kind: 'file', name: 'a.xlsx', bytes });
		expect(opened).toMatchObject({ ok: false, problems: [{ kind: 'refused' }] });
		expect(opened.ok ? '' : opened.problems[0]?.text).toMatch(/damaged/);
	});

	it('hands over the rows of a part of the sheet, merged-down values filled in', async () => {
		const client = new ExchangeClient(start());
		const html =
			'<table><tr><td>Id</td><td>Area</td></tr><tr><td>A</td><td rowspan=2>Access</td></tr><tr><td>B</td></tr></table>';
		await client.open({ kind: 'pasted', html, text: '' });
		const rows = await client.ask('rows', { sheet: 0, from: 1, to: 3 });
		expect(rows).toEqual({
			ok: true,
			value: [
				{ number: 2, hidden: false, texts: ['A', 'Access'], filledFrom: {} },
				{ number: 3, hidden: false, texts: ['B', 'Access'], filledFrom: { 1: 'B2' } },
			],
		});
	});

	it('thinks the sheet through again when the header moves, and drafts by that', async () => {
		const client = new ExchangeClient(start());
		await client.open(aFile(4));
		const revised = await client.ask('revise', { sheet: 0, headerRow: 2, register: 'controls' });
		if (!revised.ok) throw new Error('refused');
		expect(revised.value.proposal.headerRows).toEqual([2]);
		const { decisions } = revised.value;
		const checked = await client.ask('check', { sheet: 0, decisions });
		expect(checked.ok && checked.value.rowsIn.map(({ row }) => row)).toEqual([3, 4, 5]);
	});

	it('answers about a sheet that is not there with a reason', async () => {
		const client = new ExchangeClient(start());
		await client.open(aFile(1));
		expect(await client.ask('rows', { sheet: 7, from: 0, to: 1 })).toMatchObject({
			ok: false,
			problems: [{ text: 'The file is no longer open here. Choose it again.' }],
		});
	});
});

describe('what reading noted', () => {
	it('stands among the problems of the sheet, before and after importing', async () => {
		const client = new ExchangeClient(start());
		const bytes = new TextEncoder().encode('Control ID;Title\r\nAC-1;Review');
		const opened = await client.open({ kind: 'file', name: 'semicolons.csv', bytes });
		if (!opened.ok) throw new Error('refused');
		const [note] = opened.value.notes;
		const ask = { sheet: 0, decisions: opened.value.sheets[0]!.decisions };
		const expected = { cell: note?.cell, severity: 'note', text: note?.text };
		const checked = await client.ask('check', ask);
		expect(checked.ok && checked.value.problems).toContainEqual(expected);
		const draft = await client.ask('draft', ask);
		expect(draft.ok && draft.value.problems).toContainEqual(expected);
	});
});

describe('handing over the draft', () => {
	it('comes in chunks that together are every row that was promised', async () => {
		const client = new ExchangeClient(start());
		const opened = await client.open(aFile(1200));
		if (!opened.ok) throw new Error('refused');
		const { decisions } = opened.value.sheets[0]!;
		const checked = await client.ask('check', { sheet: 0, decisions });
		const sizes: number[] = [];
		const rows: number[] = [];
		const draft = await client.ask(
			'draft',
			{ sheet: 0, decisions },
			{
				onchunk: (chunk) => {
					sizes.push(chunk.length);
					rows.push(...chunk.map(({ row }) => row));
				},
			},
		);
		expect(sizes).toEqual([rowsPerChunk, rowsPerChunk, 200]);
		expect(rows).toEqual(checked.ok && checked.value.rowsIn.map(({ row }) => row));
		expect(draft).toMatchObject({ ok: true, value: { sheet: 'Sheet1', headerRow: 1 } });
	});

	it('stops at once when cancelled, and the file stays open for another try', async () => {
		const client = new ExchangeClient(start());
		const opened = await client.open(aFile(2000));
		if (!opened.ok) throw new Error('refused');
		const ask = { sheet: 0, decisions: opened.value.sheets[0]!.decisions };
		const stopping = new AbortController();
		let chunks = 0;
		const draft = await client.ask('draft', ask, {
			signal: stopping.signal,
			onchunk: () => {
				chunks += 1;
				stopping.abort();
			},
		});
		expect(draft).toMatchObject({ ok: false, problems: [{ kind: 'cancelled' }] });
		expect(await client.ask('draft', ask)).toMatchObject({ ok: true });
		expect(chunks).toBe(1);
	});
});

describe('a worker that fails', () => {
	it('is ended when it gives no sign of life for too long, and the person is told', async () => {
		const client = new ExchangeClient(start(silence), 5);
		expect(await client.open(aFile(1))).toMatchObject({
			ok: false,
			problems: [{ kind: 'stalled' }],
		});
		expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
	});

	it('is reported when it crashes, whatever was asked', async () => {
		for (const type of ['error', 'messageerror'] as const) {
			const client = new ExchangeClient(start(silence));
			const opening = client.open(aFile(1));
			await Promise.resolve();
			workers.at(-1)?.fail(type);
			expect(await opening).toMatchObject({ ok: false, problems: [{ kind: 'crashed' }] });
			await Promise.resolve();
			expect(workers.at(-1)?.terminated).toBe(true);
		}
	});

	it('is reported when it cannot even start', async () => {
		const client = new ExchangeClient(() => Promise.reject(new Error('no worker here')));
		expect(await client.open(aFile(1))).toMatchObject({
			ok: false,
			problems: [{ kind: 'crashed' }],
		});
	});

	it('leaves the client ready: the next file gets a worker of its own', async () => {
		let serve: ((port: ServingPort) => void) | undefined = silence;
		const client = new ExchangeClient(() => start(serve)());
		const opening = client.open(aFile(1));
		await Promise.resolve();
		workers.at(-1)?.fail('error');
		await opening;
		serve = undefined;
		expect(await client.open(aFile(1))).toMatchObject({ ok: true });
	});

	it('may send nonsense without anybody believing it', async () => {
		const client = new ExchangeClient(
			start((port) => {
				port.addEventListener('message', ({ data: { id } }) => {
					for (const message of [null, 7, { id: 'x' }, { id, kind: 'progress' }, { id: id + 1 }]) {
						port.postMessage(message as never);
					}
					port.postMessage({ id, kind: 'problem', problem: { kind: 'refused', text: 'the end' } });
				});
			}),
		);
		const heard: unknown[] = [];
		const opened = await client.open(aFile(1), { onprogress: (...said) => heard.push(said) });
		expect(opened).toEqual({ ok: false, problems: [{ kind: 'refused', text: 'the end' }] });
		expect(heard).toEqual([]);
	});
});

describe('one worker a file', () => {
	it('ends the worker of the file before', async () => {
		const client = new ExchangeClient(start());
		await client.open(aFile(1));
		await client.open(aFile(2));
		expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
	});

	it('answers what was being read with `cancelled` when it is closed', async () => {
		const client = new ExchangeClient(start());
		const opening = client.open(aFile(1));
		client.close();
		expect(await opening).toMatchObject({ ok: false, problems: [{ kind: 'cancelled' }] });
	});

	it('does not ask at all when it was cancelled before', async () => {
		const client = new ExchangeClient(start());
		const outcome = await client.ask(
			'rows',
			{ sheet: 0, from: 0, to: 1 },
			{ signal: AbortSignal.abort() },
		);
		expect(outcome).toMatchObject({ ok: false, problems: [{ kind: 'cancelled' }] });
		expect(workers).toEqual([]);
	});
});
