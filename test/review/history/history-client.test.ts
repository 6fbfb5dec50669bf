/** The page's side of the history worker: what it is told, what it answers, and what ends it. */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { now } from '../../../src/review/history/history-protocol.ts';
import { HistoryClient, HistoryWorkerFailed } from '../../../src/review/history/history-client.ts';
import { sha256 } from '../../../src/review/keys/hash.ts';
import { compareWithPeople } from '../../../src/workbook/compare-workbooks.ts';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import { contentDigest } from '../../../src/workbook/content-digest.ts';
import { openSnapshot, takeSnapshot } from '../../../src/workbook/milestones.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { manyControls } from '../../bench/many-controls.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';
import { historyOverChannel, type HistoryOverChannel } from '../../support/history-channel.ts';

const breath = (): Promise<void> => Promise.resolve();
const opened: HistoryClient[] = [];

afterEach(() => {
	for (const client of opened.splice(0)) client.end();
});

function aClient() {
	const workers: HistoryOverChannel[] = [];
	const client = new HistoryClient(() => {
		const worker = historyOverChannel();
		workers.push(worker);
		return Promise.resolve(worker);
	});
	opened.push(client);
	return { client, workers };
}

function filled(count: number): Workbook {
	const workbook = aWorkbook();
	done(workbook, importRows, manyControls(count));
	return workbook;
}

function setOwner(workbook: Workbook, owner: string): void {
	const edits = workbook.controls
		.all()
		.map(({ id }) => ({ control: id, column: 'owner' as const, value: owner }));
	done(workbook, editControls, { edits });
}

async function open(client: HistoryClient, workbook: Workbook): Promise<string> {
	const bytes = takeSnapshot(workbook);
	const milestone = await sha256(bytes);
	expect(await client.ask('open', { milestone, bytes })).toBeUndefined();
	return milestone;
}

describe('the history worker', () => {
	it('holds what the document says when it was brought, what was typed meanwhile included', async () => {
		const workbook = filled(1_500);
		const { client } = aClient();
		let pauses = 0;
		await client.bring(workbook.doc, () => {
			if (pauses++ < 3) aControl(workbook, { controlId: `NEW-${pauses}` });
			return breath();
		});
		expect(pauses).toBeGreaterThan(3);

		const state = await client.ask('name', undefined);
		expect(state.snapshot).toBe(await sha256(state.bytes));
		expect(state.content).toBe((await contentDigest(workbook.doc)).whole);
		expect(state.controls).toBe(1_503);
		expect((await contentDigest(openSnapshot(state.bytes).doc)).whole).toBe(state.content);
	});

	it('is brought only what it lacks the next time', async () => {
		const workbook = filled(1_500);
		const { client } = aClient();
		let pieces = 0;
		const count = (): Promise<void> => {
			pieces++;
			return breath();
		};
		await client.bring(workbook.doc, count);
		const atFirst = pieces;
		setOwner(workbook, 'CISO');
		pieces = 0;
		await client.bring(workbook.doc, count);
		expect(pieces).toBeLessThan(atFirst);
		expect((await client.ask('name', undefined)).content).toBe(
			(await contentDigest(workbook.doc)).whole,
		);
	});

	it('finds between two states what comparing them here finds, part by part', async () => {
		const workbook = filled(30);
		const { client } = aClient();
		const older = openSnapshot(takeSnapshot(workbook));
		const from = await open(client, workbook);
		setOwner(workbook, 'CISO');
		aControl(workbook, { controlId: 'NEW-01' });
		await client.bring(workbook.doc, breath);
		const count = await client.ask('compare', { from, to: now });
		const parts = [
			...(await client.ask('changes', { from: 0, to: 20 })),
			...(await client.ask('changes', { from: 20, to: 40 })),
		];
		expect(count).toBe(31);
		expect(parts).toEqual(compareWithPeople(older, workbook));
	});

	it('refuses in words what is not the whole of a workbook, whoever hashed it', async () => {
		const { client } = aClient();
		const nested = new Y.Doc();
		nested.getMap('controls').set('control:x/title', new Y.Map());
		const list = new Y.Doc();
		list.getArray('junk').push([1]);
		const part = filled(3);
		const before = Y.encodeStateVector(part.doc);
		setOwner(part, 'CISO');
		const snapshots = [
			Uint8Array.of(1, 2, 3, 255),
			...[nested, list].map((doc) => Y.encodeStateAsUpdate(doc)),
			Y.encodeStateAsUpdate(part.doc, before),
		].map((bytes) => new Uint8Array(bytes));
		for (const [at, bytes] of snapshots.entries()) {
			const milestone = `milestone ${at}`;
			expect(await client.ask('open', { milestone, bytes })).toMatch(/\w.+\.$/u);
			expect(await client.ask('isOpen', { milestone })).toBe(false);
		}
		expect(client.isEnded).toBe(false);
	});

	it('gives records that are gone here as they were', async () => {
		const workbook = aWorkbook();
		const { client } = aClient();
		const control = aControl(workbook, { controlId: 'AC-01' });
		const from = await open(client, workbook);
		workbook.undo();
		const to = await open(client, workbook);
		await client.ask('compare', { from, to });
		expect(await client.ask('records', { ids: [control.id, 'control:none', 'no id'] })).toEqual([
			control,
		]);
	});

	it('keeps open only as many states as are compared at once, those that were wanted last', async () => {
		const { client } = aClient();
		const openOne = (controlId: string): Promise<string> => {
			const workbook = aWorkbook();
			aControl(workbook, { controlId });
			return open(client, workbook);
		};
		const isOpen = (milestone: string): Promise<boolean> => client.ask('isOpen', { milestone });
		const [one, two] = [await openOne('A'), await openOne('B')];
		expect(await isOpen(one)).toBe(true);
		await openOne('C');
		expect([await isOpen(one), await isOpen(two)]).toEqual([true, false]);
	});

	it('is ended at once, and nothing that was begun with it goes on', async () => {
		const workbook = filled(10);
		const { client, workers } = aClient();
		const cancelled = new Error('Cancelled');
		const waiting = client.bring(workbook.doc, () => {
			client.end(cancelled);
			return breath();
		});
		await expect(waiting).rejects.toBe(cancelled);
		expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
		await expect(client.ask('name', undefined)).rejects.toBe(cancelled);
		expect(workers).toHaveLength(1);
	});

	it('that breaks down refuses what waits for it', async () => {
		const { client, workers } = aClient();
		await client.ask('reached', undefined);
		const waiting = client.ask('name', undefined);
		workers[0]?.fail();
		await expect(waiting).rejects.toBeInstanceOf(HistoryWorkerFailed);
		expect(workers[0]?.terminated).toBe(true);
		expect(client.isEnded).toBe(true);
	});

	it('that makes a mistake says so and goes on', async () => {
		const { client } = aClient();
		const mistaken = client.ask('compare', { from: 'never opened', to: now });
		await expect(mistaken).rejects.toBeInstanceOf(HistoryWorkerFailed);
		expect(await client.ask('isOpen', { milestone: 'never opened' })).toBe(false);
	});

	it('that cannot be started refuses', async () => {
		const client = new HistoryClient(() => Promise.reject(new Error('no worker')));
		await expect(client.ask('reached', undefined)).rejects.toBeInstanceOf(HistoryWorkerFailed);
		expect(client.isEnded).toBe(true);
	});
});
