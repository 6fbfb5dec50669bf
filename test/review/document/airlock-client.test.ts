/** The page's side of the airlock: what is taken, what happens when the worker does not answer. */
import { inflateSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { AirlockClient } from '../../../src/review/document/airlock-client.ts';
import type { ClockRange } from '../../../src/review/document/clock-ranges.ts';
import { serveAirlock, type AirlockPort } from '../../../src/review/document/serve-airlock.ts';
import { contentDigest } from '../../../src/workbook/content-digest.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { manyControls } from '../../bench/many-controls.ts';
import { airlockOverChannel, type AirlockOverChannel } from '../../support/airlock-channel.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';
import { countingIds } from '../../support/fixed.ts';
import { rawUpdate } from './raw-update.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const agree = (): Promise<boolean> => Promise.resolve(true);
const nothing = new Uint8Array();

const opened: AirlockClient[] = [];
afterEach(() => {
	for (const client of opened.splice(0)) client.close();
});

function aClient(
	doc: Y.Doc,
	serve: (port: AirlockPort, life: number) => void = serveAirlock,
	patience?: number,
) {
	const workers: AirlockOverChannel[] = [];
	const start = (): Promise<AirlockOverChannel> => {
		const worker = airlockOverChannel((port) => serve(port, workers.length));
		workers.push(worker);
		return Promise.resolve(worker);
	};
	const client = new AirlockClient(doc, start, patience);
	opened.push(client);
	return { client, workers };
}

/** A document with controls, and what a colleague adds to a copy of it. */
function aPair(count = 3) {
	const { doc } = filled(count);
	const colleague = new Y.Doc();
	Y.applyUpdate(colleague, Y.encodeStateAsUpdate(doc));
	const other = aWorkbook(colleague, countingIds('other'));
	return { doc, other };
}

function filled(count: number) {
	const workbook = aWorkbook();
	done(workbook, importRows, manyControls(count));
	return workbook;
}

/** What the work did to the document, as it travels. */
function updateOf(doc: Y.Doc, work: () => void): Bytes {
	const vector = Y.encodeStateVector(doc);
	work();
	return Y.encodeStateAsUpdate(doc, vector) as Bytes;
}

async function merged(pieces: AsyncIterable<Uint8Array>, inflate = false): Promise<Y.Doc> {
	const doc = new Y.Doc();
	for await (const piece of pieces) Y.applyUpdate(doc, inflate ? inflateSync(piece) : piece);
	return doc;
}

async function sameContent(a: Y.Doc, b: Y.Doc): Promise<boolean> {
	return (await contentDigest(a)).whole === (await contentDigest(b)).whole;
}

test('an honest update is taken, and then part of what others lack', async () => {
	const { doc, other } = aPair();
	const { client } = aClient(doc);
	const update = updateOf(other.doc, () => void aControl(other, { title: 'New' }));
	expect(await client.take(update, agree)).toMatchObject({ kind: 'taken' });
	expect(update.length, 'the bytes are still the caller’s').toBeGreaterThan(0);
	expect(await sameContent(await merged(client.diff(nothing)), other.doc)).toBe(true);
});

test('what was changed here is part of the copy: others build on it, and get it', async () => {
	const { doc } = aPair();
	const { client } = aClient(doc);
	await merged(client.diff(nothing));
	doc.on('update', (update: Uint8Array) => client.noteLocal(update as Bytes));
	doc.getMap('later').set('a', 1);
	const colleague = await merged(client.diff(nothing));
	expect(colleague.getMap('later').get('a')).toBe(1);
	const update = updateOf(colleague, () => colleague.getMap('later').set('a', 2));
	expect(await client.take(update, agree)).toMatchObject({ kind: 'taken' });
});

test('a hostile update is refused with its kind and words', async () => {
	const { client } = aClient(aPair().doc);
	const update = rawUpdate([{ client: 1, changes: [{ key: undefined }] }]) as Bytes;
	expect(await client.take(update, agree)).toEqual({
		kind: 'refused',
		refusal: 'unsafe',
		text: 'It holds something other than values of a map.',
	});
});

test('nobody writes under the client id of this page', async () => {
	const { doc } = aPair();
	const { client } = aClient(doc);
	const clock = Y.getState(doc.store, doc.clientID);
	const forged = rawUpdate([{ client: doc.clientID, clock, changes: [{}] }]) as Bytes;
	expect(await client.take(forged, agree)).toMatchObject({ kind: 'refused', refusal: 'unsafe' });
});

test('a mass deletion is asked about first, and left where the person does not want it', async () => {
	const { doc } = aPair(50);
	const { client } = aClient(doc);
	const clock = Y.getState(doc.store, doc.clientID);
	const update = rawUpdate([], [{ client: doc.clientID, ranges: [[0, clock]] }]) as Bytes;
	const asked: unknown[] = [];
	const left = await client.take(update, (mass) => {
		asked.push(mass);
		return Promise.resolve(false);
	});
	expect(left).toEqual({ kind: 'left' });
	expect(asked).toMatchObject([{ deleted: 54, of: 54 }]);
	expect((await merged(client.diff(nothing))).getMap('controls').size).toBe(50);
	expect(await client.take(update, agree)).toMatchObject({ kind: 'taken' });
	expect((await merged(client.diff(nothing))).getMap('controls').size).toBe(0);
});

test('several who ask from the same state get the same deflated pieces, and what came since', async () => {
	const { doc, other } = aPair(200);
	const { client } = aClient(doc);
	const first = await merged(client.diff(nothing, { deflate: true }), true);
	expect(await sameContent(first, doc)).toBe(true);
	const update = updateOf(other.doc, () => void aControl(other, { title: 'New' }));
	await client.take(update, agree);
	const [second, third] = await Promise.all([
		merged(client.diff(nothing, { deflate: true }), true),
		merged(client.diff(nothing, { deflate: true }), true),
	]);
	expect(await sameContent(second, other.doc)).toBe(true);
	expect(await sameContent(third, other.doc)).toBe(true);
});

describe('of somebody who is expected', () => {
	const newcomers = Y.encodeStateVector(new Y.Doc()) as Bytes;

	test('a newcomer gets what filled the copy, and what changed meanwhile', async () => {
		const { doc, other } = aPair(200);
		const { client } = aClient(doc);
		client.prime();
		const update = updateOf(other.doc, () => void aControl(other, { title: 'New' }));
		expect(await client.take(update, agree)).toMatchObject({ kind: 'taken' });
		const pieces = client.diff(newcomers, { deflate: true });
		expect(await sameContent(await merged(pieces, true), other.doc)).toBe(true);
	});

	test('a newcomer gets nothing that was removed since, to ask nobody about', async () => {
		const workbook = filled(40);
		const { client } = aClient(workbook.doc);
		client.prime();
		await merged(client.diff(newcomers, { deflate: true }), true);
		const removal = updateOf(workbook.doc, () => {
			const controls = workbook.doc.getMap('controls');
			for (const key of controls.keys()) controls.delete(key);
		});
		client.noteLocal(removal);
		const newcomer = aClient(new Y.Doc()).client;
		const asked: number[] = [];
		for await (const piece of client.diff(newcomers, { deflate: true })) {
			const taken = await newcomer.take(new Uint8Array(inflateSync(piece)), ({ deleted }) => {
				asked.push(deleted);
				return agree();
			});
			expect(taken).toMatchObject({ kind: 'taken' });
		}
		expect(asked).toEqual([]);
	});

	test('a newcomer gets nothing that is kept here though others removed it', async () => {
		const { doc, other } = aPair(40);
		const { client } = aClient(doc);
		const kept = await removedBy(other, client);
		client.close();
		const again = aClient(doc).client;
		again.keep(kept);
		again.prime();
		const pieces = again.diff(newcomers, { deflate: true });
		expect(await sameContent(await merged(pieces, true), other.doc)).toBe(true);
	});
});

/** All controls are removed by a colleague, and what of it the person here could keep. */
async function removedBy(other: Workbook, client: AirlockClient): Promise<readonly ClockRange[]> {
	const removal = updateOf(other.doc, () => {
		const controls = other.doc.getMap('controls');
		for (const key of controls.keys()) controls.delete(key);
	});
	let kept: readonly ClockRange[] = [];
	await client.take(removal, ({ removed }) => {
		kept = removed;
		return Promise.resolve(false);
	});
	return kept;
}

test('a worker that dies refuses what it was at; the next starts from the document', async () => {
	const { doc, other } = aPair();
	const mute = (port: AirlockPort, life: number): void => {
		if (life > 0) serveAirlock(port);
	};
	const { client, workers } = aClient(doc, mute);
	const update = updateOf(other.doc, () => void aControl(other, { title: 'New' }));
	const answers = [client.take(update, agree), client.take(update, agree)];
	await new Promise((resolve) => setImmediate(resolve));
	workers[0]?.fail('error');
	expect(await Promise.all(answers)).toMatchObject([
		{ kind: 'refused', refusal: 'unsafe' },
		// What waited behind it is looked at anew.
		expect.objectContaining({ kind: 'taken' }),
	]);
	expect(workers[0]?.terminated).toBe(true);
	expect(workers).toHaveLength(2);
});

test('a worker that gives no sign of life is ended', async () => {
	const { doc, other } = aPair();
	const { client, workers } = aClient(doc, () => undefined, 20);
	const update = updateOf(other.doc, () => void aControl(other, { title: 'New' }));
	expect(await client.take(update, agree)).toMatchObject({ kind: 'refused', refusal: 'unsafe' });
	expect(workers[0]?.terminated).toBe(true);
	await expect(merged(client.diff(nothing))).rejects.toThrow('could not be put together');
});

test('what was taken before the worker died and merged after its successor started is not lost', async () => {
	const { doc, other } = aPair();
	const { client, workers } = aClient(doc);
	const taken = updateOf(other.doc, () => void aControl(other, { title: 'New' }));
	const following = updateOf(other.doc, () => void aControl(other, { title: 'Next' }));
	expect(await client.take(taken, agree)).toMatchObject({ kind: 'taken' });
	workers[0]?.fail('error');
	// The successor is filled before the page has merged what was taken.
	await merged(client.diff(nothing));
	Y.applyUpdate(doc, taken);
	expect(await client.take(following, agree)).toMatchObject({ kind: 'taken' });
});

test('after closing, everything is refused and no worker is left', async () => {
	const { doc, other } = aPair();
	const { client, workers } = aClient(doc);
	const update = updateOf(other.doc, () => void aControl(other, { title: 'New' }));
	expect(await client.take(update, agree)).toMatchObject({ kind: 'taken' });
	client.close();
	expect(await client.take(update, agree)).toMatchObject({ kind: 'refused' });
	expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
});
