import { afterEach, beforeEach, expect, test } from 'vitest';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { WorkbookId } from '../../../src/workbook/ports.ts';
import type { SnapshotContentRow } from '../../../src/storage/shelf/shelf-database.ts';
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
async function beQuiet(tab: Tab, milliseconds = 2_000): Promise<void> {
	await tab.opened.flush();
	const before = tab.opened.secondCopy.current;
	browser.timers.elapse(milliseconds);
	await becomes(
		(listener) => tab.opened.secondCopy.subscribe(listener),
		() => tab.opened.secondCopy.current !== before,
	);
}

/** The same on a page that nobody sees. */
async function beHidden(tab: Tab): Promise<void> {
	await tab.opened.flush();
	browser.hidden.become(true);
	await beQuiet(tab);
}

function write(tab: Tab, rows: number, bytes: number): void {
	for (let row = 0; row < rows; row += 1) tab.set(`${row}/${bytes}`, `${row}`.padEnd(bytes, '.'));
}

/** Many rows in one write. */
function importInto(tab: Tab): void {
	const release = tab.opened.hold();
	write(tab, 25, 120_000);
	release();
}

test('a log beyond a megabyte is compacted into one row, which holds everything', async () => {
	const tab = await browser.openTab(workbook);
	write(tab, 30, 50_000);
	await beHidden(tab);
	expect(await rowKeys(workbook)).toEqual([31]);
	tab.set('after', 'compaction');
	await tab.close();
	expect(await rowKeys(workbook)).toEqual([31, 32]);
	const later = await browser.openTab(workbook);
	expect(later.content()).toEqual(tab.content());
	expect(later.opened.report.findings).toEqual([]);
});

test('in plain view a compaction waits until nobody has written for half a minute', async () => {
	const tab = await browser.openTab(workbook);
	write(tab, 30, 50_000);
	await beQuiet(tab);
	expect(tab.opened.secondCopy.current.kind).toBe('kept');
	expect(await rowKeys(workbook)).toHaveLength(30);
	await beQuiet(tab, 30_000);
	expect(await rowKeys(workbook)).toEqual([31]);
});

test('a page that is looked at again before the quiet moment is left in peace', async () => {
	const tab = await browser.openTab(workbook);
	write(tab, 30, 50_000);
	await beQuiet(tab);
	browser.hidden.become(true);
	browser.hidden.become(false);
	browser.timers.elapse(2_000);
	await tab.close();
	expect(await rowKeys(workbook)).toHaveLength(30);
});

test('more than five hundred small edits are compacted', async () => {
	const tab = await browser.openTab(workbook);
	write(tab, 501, 10);
	await beHidden(tab);
	expect(await rowKeys(workbook)).toEqual([502]);
});

test('one large import is not written a second time, of however many rows it is', async () => {
	const tab = await browser.openTab(workbook);
	importInto(tab);
	await beHidden(tab);
	expect(await rowKeys(workbook)).toHaveLength(25);
	expect(tab.opened.secondCopy.current.kind).toBe('kept');
	await tab.close();
	const later = await browser.openTab(workbook);
	later.set('small', 'edit'.padEnd(70_000, '.'));
	await later.opened.flush();
	browser.timers.elapse(2_000);
	await later.close();
	expect(await rowKeys(workbook)).toHaveLength(26);
});

test('an import brought in anew is joined with the one it replaces', async () => {
	const tab = await browser.openTab(workbook);
	importInto(tab);
	await tab.opened.flush();
	importInto(tab);
	await beHidden(tab);
	expect(await rowKeys(workbook)).toEqual([51]);
});

test('a second copy holds what the document holds of a row that was damaged under it', async () => {
	const tab = await browser.openTab(workbook);
	tab.set('a', 'one');
	write(tab, 1, 5_000);
	await tab.opened.flush();
	await damageRow(workbook, 1, (bytes) => bytes.fill(0));
	await beQuiet(tab);
	await tab.close();
	const later = await browser.openTab(workbook);
	expect(later.content()).toEqual(tab.content());
	expect(later.opened.report.findings).toMatchObject([{ kind: 'damaged', repaired: true }]);
});

test('compaction takes in what another tab stored and never removes a row it has not read', async () => {
	const [left, right] = [await browser.openTab(workbook), await browser.openTab(workbook)];
	write(left, 30, 50_000);
	right.set('right', 'too');
	await Promise.all([left.opened.flush(), right.opened.flush()]);
	await beHidden(left);
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
	await Promise.all([left.opened.flush(), right.opened.flush()]);
	await right.shows({ '29/50000': left.content()['29/50000'] });
	browser.hidden.become(true);
	browser.timers.elapse(2_000);
	for (const tab of [left, right])
		await becomes(
			(listener) => tab.opened.secondCopy.subscribe(listener),
			() => tab.opened.secondCopy.current.kind === 'kept',
		);
	const after = await rowKeys(workbook);
	expect(after).toHaveLength(1);
	browser.timers.elapse(2_000);
	await Promise.all([left.close(), right.close()]);
	expect(await rowKeys(workbook)).toEqual(after);
});

test('a plain y-indexeddb opens a compacted database', async () => {
	const tab = await browser.openTab(workbook);
	write(tab, 30, 50_000);
	await beHidden(tab);
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
	const stores = db.transaction(['snapshots', 'snapshotContents'], 'readwrite');
	const generations = await result(stores.objectStore('snapshots').getAllKeys());
	expect(generations).toEqual([
		[workbook, 2],
		[workbook, 3],
	]);
	const contents = stores.objectStore('snapshotContents');
	const rows = await result(contents.getAll() as IDBRequest<SnapshotContentRow[]>);
	expect(new Set(rows.map(({ generation }) => generation))).toEqual(new Set([2, 3]));
	const newest = rows.find(({ generation }) => generation === 3);
	await result(contents.put({ ...newest, value: new Uint8Array(40) }));
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
