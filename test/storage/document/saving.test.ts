import * as Y from 'yjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WorkbookId } from '../../../src/workbook/ports.ts';
import { aWorkbook, becomes, FakeBrowser } from '../support/fake-browser.ts';
import { Faults } from '../support/faults.ts';
import { closeByForce, rowKeys } from '../support/raw-database.ts';

let browser: FakeBrowser;
let workbook: WorkbookId;
let injected: Faults | undefined;

beforeEach(async () => {
	browser = new FakeBrowser();
	workbook = await aWorkbook(browser.storage());
});

afterEach(async () => {
	injected?.end();
	await browser.end();
});

test('a full disk is said, the edits stay in the tab, and are stored once there is room', async () => {
	const tab = await browser.openTab(workbook);
	injected = new Faults('quota', () => true);
	tab.set('a', 'one');
	tab.set('b', 'two');
	expect(await tab.opened.flush()).toEqual({
		kind: 'failed',
		reason: 'quota',
		text: 'There is no room left for this site on this device. Your latest edits are kept in this tab only: download a copy before you close it. They are stored as soon as that works again.',
		pending: 2,
	});
	expect(tab.opened.hasUnsaved()).toBe(true);
	expect(await tab.opened.retry()).toMatchObject({ kind: 'failed', pending: 2 });
	injected.end();
	expect(await rowKeys(workbook)).toEqual([]);
	expect(await tab.opened.retry()).toMatchObject({ kind: 'saved' });
	await tab.close();
	expect((await browser.openTab(workbook)).content()).toEqual({ a: 'one', b: 'two' });
});

test('the next edit takes what was not stored along', async () => {
	const tab = await browser.openTab(workbook);
	injected = new Faults('aborts', () => true);
	tab.set('a', 'one');
	expect(await tab.opened.flush()).toMatchObject({ kind: 'failed', reason: 'other', pending: 1 });
	injected.end();
	tab.set('b', 'two');
	expect(tab.opened.state.current).toMatchObject({ kind: 'failed', pending: 2 });
	expect(await tab.opened.flush()).toMatchObject({ kind: 'saved' });
	await tab.close();
	expect((await browser.openTab(workbook)).content()).toEqual({ a: 'one', b: 'two' });
});

test('without another edit it is tried again after five seconds', async () => {
	const tab = await browser.openTab(workbook);
	injected = new Faults('quota', () => true);
	tab.set('a', 'one');
	await tab.opened.flush();
	injected.end();
	browser.timers.elapse(5_000);
	await becomes(
		(listener) => tab.opened.state.subscribe(listener),
		() => tab.opened.state.current.kind === 'saved',
	);
	expect(await rowKeys(workbook)).toHaveLength(1);
});

test('a database that does not answer is not waited for without end', async () => {
	const tab = await browser.openTab(workbook);
	injected = new Faults('silent', () => true);
	tab.set('a', 'one');
	expect(tab.opened.state.current.kind).toBe('saving');
	browser.timers.elapse(10_000);
	expect(tab.opened.state.current).toMatchObject({ kind: 'failed', reason: 'blocked', pending: 1 });
	injected.end();
	expect(await tab.opened.retry()).toMatchObject({ kind: 'saved' });
});

test('closing a tab whose edits are not stored says so', async () => {
	const tab = await browser.openTab(workbook);
	injected = new Faults('quota', () => true);
	tab.set('a', 'one');
	expect(await tab.opened.close()).toMatchObject({ kind: 'failed', pending: 1 });
});

test('a database that cannot be opened is a problem in words, and opens when it can be again', async () => {
	injected = new Faults('throws', () => true);
	expect(await browser.storage().openDocument(workbook, new Y.Doc())).toMatchObject({
		ok: false,
		problems: [
			{
				reason: 'closed',
				text: 'The browser closed the database. The workbook was not opened, and nothing was changed. Reload the page to try again.',
			},
		],
	});
	injected.end();
	expect((await browser.openTab(workbook)).opened.report.findings).toEqual([]);
});

test('a workbook that is not on the shelf is not opened as an empty one', async () => {
	expect(await browser.storage().openDocument('workbook:gone', new Y.Doc())).toMatchObject({
		ok: false,
		problems: [{ reason: 'deleted' }],
	});
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('workbook:gone');
});

test('a connection that the browser closed is opened again without a word, and nothing is written twice', async () => {
	const tab = await browser.openTab(workbook);
	tab.set('a', 'one');
	await tab.opened.flush();
	closeByForce(workbook);
	tab.set('b', 'two');
	expect(await tab.opened.flush()).toMatchObject({ kind: 'saved' });
	expect(await rowKeys(workbook)).toEqual([1, 2]);
});

test('a removed database that cannot be made anew is not called saved', async () => {
	const tab = await browser.openTab(workbook);
	tab.set('a', 'one');
	await tab.opened.flush();
	injected = new Faults('throws', () => true);
	closeByForce(workbook);
	expect(await tab.opened.flush()).toMatchObject({ kind: 'failed', pending: 1 });
	expect(tab.opened.hasUnsaved()).toBe(true);
	injected.end();
	expect(await tab.opened.retry()).toMatchObject({ kind: 'saved' });
});

test('what is held is not stored before it is let go, and then in one transaction', async () => {
	const tab = await browser.openTab(workbook);
	const release = tab.opened.hold();
	tab.set('a', 'one');
	tab.set('b', 'two');
	expect(tab.opened.state.current).toEqual({ kind: 'saving', pending: 2 });
	expect(await rowKeys(workbook)).toEqual([]);
	// Any call that fails takes the whole transaction with it.
	injected = new Faults('aborts', (call) => call === 1);
	release();
	expect(await tab.opened.flush()).toMatchObject({ kind: 'failed', pending: 2 });
	expect(await rowKeys(workbook)).toEqual([]);
	injected.end();
	expect(await tab.opened.retry()).toMatchObject({ kind: 'saved' });
	expect(await rowKeys(workbook)).toHaveLength(2);
});

test('who waits for what is on its way waits for what is held too', async () => {
	const tab = await browser.openTab(workbook);
	const release = tab.opened.hold();
	tab.set('a', 'one');
	const closing = tab.close();
	release();
	await closing;
	expect((await browser.openTab(workbook)).content()).toEqual({ a: 'one' });
});
