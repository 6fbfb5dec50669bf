import { afterEach, beforeEach, expect, it } from 'vitest';

import {
	ExchangeClient,
	type ExchangeWorker,
} from '../../../../src/exchange/worker/exchange-client.ts';
import { rowsPerChunk } from '../../../../src/exchange/worker/protocol.ts';
import { SheetRows } from '../../../../src/features/exchange/importing/sheet-rows.svelte.ts';
import { workerInProcess, type WorkerInProcess } from '../../../support/exchange-in-process.ts';

const count = rowsPerChunk * 41;
const text = Array.from({ length: count }, (_, row) => `Row ${row + 1}`).join('\n');
let workers: WorkerInProcess[];
let asked: number;
let client: ExchangeClient;
let rows: SheetRows;

function start(): Promise<ExchangeWorker> {
	const worker = workerInProcess();
	workers.push(worker);
	return Promise.resolve({
		...worker,
		postMessage: (message) => {
			if (message.question === 'rows') asked += 1;
			worker.postMessage(message);
		},
	});
}

beforeEach(async () => {
	asked = 0;
	workers = [];
	client = new ExchangeClient(start);
	await client.open({ kind: 'pasted', html: '', text });
	rows = new SheetRows(client, 0, count);
});

afterEach(() => {
	for (const worker of workers) worker.terminate();
});

it('fetches the chunks that come into view, each once', async () => {
	expect(rows.at(0)).toBeUndefined();
	await Promise.all([rows.need(490, 520), rows.need(495, 525)]);
	expect(asked).toBe(2);
	expect(rows.at(499)?.texts).toEqual(['Row 500']);
	expect(rows.at(500)?.number).toBe(501);
});

it('asks for nothing beyond the ends of the sheet', async () => {
	await rows.need(-20, -1);
	await rows.need(count - 1, count + 50);
	expect(rows.at(count - 1)?.number).toBe(count);
	expect(rows.at(count)).toBeUndefined();
});

it('lets the chunks go that were fetched longest ago, and fetches them again', async () => {
	await rows.need(0, count - 1);
	expect(rows.at(0)).toBeUndefined();
	expect(rows.at(count - 1)).toBeDefined();
	await rows.need(0, 1);
	expect(rows.at(0)?.number).toBe(1);
});

it('asks again for what could not be fetched', async () => {
	client.close();
	await rows.need(0, 1);
	expect(rows.at(0)).toBeUndefined();
	await client.open({ kind: 'pasted', html: '', text });
	await rows.need(0, 1);
	expect(rows.at(0)?.texts).toEqual(['Row 1']);
});
