import { afterEach, beforeEach, expect, test } from 'vitest';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { WorkbookId } from '../../../src/workbook/ports.ts';
import type { SnapshotRow } from '../../../src/storage/shelf/shelf-database.ts';
import { becomes, aWorkbook, FakeBrowser, type Tab } from '../support/fake-browser.ts';
import { damageRow, rowKeys } from '../support/raw-database.ts';

let browser: FakeBrowser;
let workbook: WorkbookId;

beforeEach(async () => {
	browser = new FakeBrowser();
	workbook = await aWorkbook(browser.storage());
});

afterEach(() => browser.end());

/** Lets the quiet moment come and waits for the upkeep that is due in it. */
async function beQuiet(tab: Tab): Promise<void> {
	await tab.opened.flush();
	const before = tab.opened.secondCopy.current;
	browser.timers.elapse(2_000);
	await becomes(
		(listener) => tab.opened.secondCopy.subscribe(listener),
		() => tab.opened.secondCopy.current !== before,
	);
}

function write(tab: Tab, rows: number, bytes: number): void {
	for (let row = 0; row < rows; row += 1) tab.set(`${row}/${bytes}`, `${row}`.padEnd(bytes, '.'));
}

test('a log beyond a megabyte is compacted into one row, which holds everything', async () => {
	const tab = await browser.openTab(workbook);
	write(tab, 30, 50_000);
	await beQuiet(tab);
	expect(await rowKeys(workbook)).toEqual([31]);
	tab.set('after', 'compaction');
	await tab.close();
	expect(await rowKeys(workbook)).toEqual([31, 32]);
	const later = await browser.openTab(workbook);
	expect(later.content()).toEqual(tab.content());
	expect(later.opened.report.findings).toEqual([]);
});

test('one large import is not written a second time', async () => {
	const tab = await browser.openTab(workbook);
	write(tab, 1, 3_000_000);
	await beQuiet(tab);
	expect(await rowKeys(workbook)).toEqual([1]);
	expect(tab.opened.secondCopy.current.kind).toBe('kept');
});

test('compaction takes in what another tab stored and never removes a row it has not read', async () => {
	const [left, right] = [await browser.openTab(workbook), await browser.openTab(workbook)];
	write(left, 30, 50_000);
	right.set('right', 'too');
	await Promise.all([left.opened.flush(), right.opened.flush()]);
	await beQuiet(left);
	await Promise.all([left.close(), right.close()]);
	const later = await browser.openTab(workbook);
	expect(later.content()).toMatchObject({ right: 'too', '29/50000': left.content()['29/50000'] });
	expect(later.opened.report.findings).toEqual([]);
});

test('what one tab has kept up, the other does not do again', async () => {
	const [left, right] = [await browser.openTab(workbook), await browser.openTab(workbook)];
	left.set('greeting', 'hello');
	await right.shows({ greeting: 'hello' });
	write(left, 30, 50_000);
	await left.opened.flush();
	await right.shows({ '29/50000': left.content()['29/50000'] });
	browser.timers.elapse(2_000);
	for (const tab of [left, right])
		await becomes(
			(listener) => tab.opened.secondCopy.subscribe(listener),
			() => tab.opened.secondCopy.current.kind === 'kept',
		);
	const after = await rowKeys(workbook);
	browser.timers.elapse(2_000);
	await Promise.all([left.close(), right.close()]);
	expect(await rowKeys(workbook)).toEqual(after);
});

test('a plain y-indexeddb opens a compacted database', async () => {
	const tab = await browser.openTab(workbook);
	write(tab, 30, 50_000);
	await beQuiet(tab);
	await tab.close();
	const plain = new Y.Doc();
	const persistence = new IndexeddbPersistence(workbook, plain);
	await persistence.whenSynced;
	expect(plain.getMap('cells').toJSON()).toEqual(tab.content());
	await persistence.destroy();
});

test('two generations of snapshots stay; the older serves where the newer is damaged', async () => {
	const tab = await browser.openTab(workbook);
	for (const visit of ['first', 'second', 'third']) {
		tab.set(visit, visit.padEnd(70_000, '.'));
		await beQuiet(tab);
	}
	await tab.close();
	const db = await opened('readiness-workbook');
	const store = db.transaction('snapshots', 'readwrite').objectStore('snapshots');
	const generations = await result(store.getAll() as IDBRequest<SnapshotRow[]>);
	expect(generations.map(({ generation }) => generation)).toEqual([2, 3]);
	const [, newest] = generations;
	await result(store.put({ ...newest, bytes: newest?.bytes.slice(0, 40) }));
	db.close();

	await damageRow(workbook, 1, (bytes) => bytes.fill(0));
	const later = await browser.openTab(workbook);
	expect(later.content()).toEqual(tab.content());
	expect(later.opened.report.findings).toMatchObject([{ kind: 'damaged', repaired: true }]);
});

async function opened(name: string): Promise<IDBDatabase> {
	return result(indexedDB.open(name));
}

function result<Value>(request: IDBRequest<Value>): Promise<Value> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('No result'));
	});
}
