import { afterEach, beforeEach, expect, test } from 'vitest';
import { ReadAhead } from '../../../src/storage/document/read-ahead.ts';
import type { WorkbookId } from '../../../src/workbook/ports.ts';
import { aWorkbook, FakeBrowser } from '../support/fake-browser.ts';
import { damageRow, deleteDatabase, rowKeys } from '../support/raw-database.ts';

let browser: FakeBrowser;
let workbook: WorkbookId;

beforeEach(async () => {
	browser = new FakeBrowser();
	workbook = await aWorkbook(browser.storage());
	const tab = await browser.openTab(workbook);
	tab.set('a', 'one');
	await tab.opened.flush();
	await tab.close();
});

afterEach(() => browser.end());

test('a workbook that was read ahead opens with all it holds, and is stored on', async () => {
	const tab = await browser.openTab(workbook, browser.storage(new ReadAhead(workbook)));
	expect(tab.content()).toEqual({ a: 'one' });
	tab.set('b', 'two');
	expect(await tab.opened.flush()).toMatchObject({ kind: 'saved' });
	await tab.close();
	expect((await browser.openTab(workbook)).content()).toEqual({ a: 'one', b: 'two' });
});

test('what was stored after it was read ahead is not missed', async () => {
	const page = browser.storage(new ReadAhead(workbook));
	await settled();
	const other = await browser.openTab(workbook);
	other.set('b', 'two');
	await other.opened.flush();
	await other.close();
	const tab = await browser.openTab(workbook, page);
	expect(tab.content()).toEqual({ a: 'one', b: 'two' });
	expect(await rowKeys(workbook)).toEqual([1, 2]);
});

test('it is used once: a second opening reads what stands then', async () => {
	const page = browser.storage(new ReadAhead(workbook));
	const first = await browser.openTab(workbook, page);
	first.set('b', 'two');
	await first.opened.flush();
	await first.close();
	expect((await browser.openTab(workbook, page)).content()).toEqual({ a: 'one', b: 'two' });
});

test('damage is found in what was read ahead as in anything else', async () => {
	await damageRow(workbook, 1, (bytes) => bytes.fill(0, 0, 4));
	const { opened } = await browser.openTab(workbook, browser.storage(new ReadAhead(workbook)));
	expect(opened.report.findings).toHaveLength(1);
});

test('another workbook than the one read ahead opens, and the database is let go', async () => {
	const page = browser.storage(new ReadAhead(workbook));
	const other = await aWorkbook(page);
	expect((await browser.openTab(other, page)).content()).toEqual({});
	await deleteDatabase(workbook);
	expect(await databases()).not.toContain(workbook);
});

test('a database that is removed meanwhile is let go and found to be gone', async () => {
	const page = browser.storage(new ReadAhead(workbook));
	await settled();
	await deleteDatabase(workbook);
	const { opened } = await browser.openTab(workbook, page);
	expect(opened.report.findings).toHaveLength(1);
});

test('looking for a workbook that is not here leaves nothing behind', async () => {
	const page = browser.storage(new ReadAhead('workbook:gone'));
	await settled();
	expect(await databases()).not.toContain('workbook:gone');
	expect((await browser.openTab(workbook, page)).content()).toEqual({ a: 'one' });
});

/** As long as everything takes that was asked of the database before. */
async function settled(): Promise<void> {
	await rowKeys(workbook);
	await rowKeys(workbook);
}

async function databases(): Promise<readonly (string | undefined)[]> {
	return (await indexedDB.databases()).map(({ name }) => name);
}
