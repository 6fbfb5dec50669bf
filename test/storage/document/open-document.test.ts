import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aWorkbook, FakeBrowser } from '../support/fake-browser.ts';
import { damageRow, inDatabase, rowKeys } from '../support/raw-database.ts';

let browser: FakeBrowser;

beforeEach(() => {
	browser = new FakeBrowser();
});

afterEach(() => browser.end());

describe('storing a document', () => {
	test('an edit is saved once it is acknowledged and is there when the workbook is opened again', async () => {
		const storage = browser.storage();
		const workbook = await aWorkbook(storage);
		const tab = await browser.openTab(workbook);
		tab.set('a', 'one');
		expect(tab.opened.state.current).toEqual({ kind: 'saving', pending: 1 });
		expect(tab.opened.hasUnsaved()).toBe(true);
		expect(await tab.opened.flush()).toMatchObject({ kind: 'saved' });
		expect(tab.opened.hasUnsaved()).toBe(false);
		await tab.close();

		const again = await browser.openTab(workbook);
		expect(again.content()).toEqual({ a: 'one' });
		expect(again.opened.report).toMatchObject({ rows: 1, findings: [], earlier: [] });
	});

	test('the update is committed in the task of the edit', async () => {
		const storage = browser.storage();
		const workbook = await aWorkbook(storage);
		const tab = await browser.openTab(workbook);
		tab.set('a', 'one');
		// A killed tab never hears of the completion; the database has the row all the same.
		expect(await rowKeys(workbook)).toEqual([1]);
		await tab.close();
	});

	test('what the document held before it was opened is stored too', async () => {
		const storage = browser.storage();
		const workbook = await aWorkbook(storage);
		const doc = new Y.Doc();
		doc.getMap('cells').set('before', 'held');
		const opened = await storage.openDocument(workbook, doc);
		if (opened.ok) await opened.value.close();
		expect((await browser.openTab(workbook)).content()).toEqual({ before: 'held' });
	});

	test('opening and closing without an edit writes nothing', async () => {
		const storage = browser.storage();
		const workbook = await aWorkbook(storage);
		const first = await browser.openTab(workbook);
		first.set('a', 'one');
		await first.close();
		await (await browser.openTab(workbook)).close();
		expect(await rowKeys(workbook)).toEqual([1]);
	});

	test('listeners hear of each change of the state', async () => {
		const storage = browser.storage();
		const tab = await browser.openTab(await aWorkbook(storage));
		const heard: string[] = [];
		const stop = tab.opened.state.subscribe(() => heard.push(tab.opened.state.current.kind));
		tab.set('a', 'one');
		await tab.opened.flush();
		stop();
		tab.set('a', 'two');
		await tab.opened.flush();
		expect(heard).toEqual(['saving', 'saved']);
	});
});

describe('y-indexeddb and our store share a database', () => {
	test('a plain y-indexeddb opens what we wrote', async () => {
		const storage = browser.storage();
		const workbook = await aWorkbook(storage);
		const tab = await browser.openTab(workbook);
		tab.set('a', 'one');
		tab.set('b', 'two');
		await tab.close();

		const plain = new Y.Doc();
		const persistence = new IndexeddbPersistence(workbook, plain);
		await persistence.whenSynced;
		expect(plain.getMap('cells').toJSON()).toEqual({ a: 'one', b: 'two' });
		await persistence.destroy();
	});

	test('we open what a plain y-indexeddb wrote, and seal its rows', async () => {
		const storage = browser.storage();
		const workbook = await aWorkbook(storage);
		const plain = new Y.Doc();
		const persistence = new IndexeddbPersistence(workbook, plain);
		await persistence.whenSynced;
		plain.getMap('cells').set('a', 'plain');
		await inDatabase(workbook, (updates) => updates.count());
		await persistence.destroy();

		const tab = await browser.openTab(workbook);
		expect(tab.content()).toEqual({ a: 'plain' });
		expect(tab.opened.report.findings).toEqual([]);
		await tab.close();
		await damageRow(workbook, 2, (bytes) => bytes.fill(7, 3, 9));
		const again = await browser.openTab(workbook);
		expect(again.opened.report.findings).toHaveLength(1);
	});

	test('a compaction by y-indexeddb is no loss', async () => {
		const storage = browser.storage();
		const workbook = await aWorkbook(storage);
		const tab = await browser.openTab(workbook);
		tab.set('a', 'one');
		tab.set('b', 'two');
		await tab.close();
		const whole = Y.encodeStateAsUpdate(tab.doc);
		await inDatabase(workbook, (updates) => updates.add(whole));
		await inDatabase(workbook, (updates) => updates.delete(IDBKeyRange.upperBound(3, true)));

		const again = await browser.openTab(workbook);
		expect(again.content()).toEqual({ a: 'one', b: 'two' });
		expect(again.opened.report.findings).toEqual([]);
	});
});
