import * as Y from 'yjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PeerOrigin } from '../../../src/workbook/peer-origin.ts';
import type { WorkbookId } from '../../../src/workbook/ports.ts';
import { tabOrigin } from '../../../src/storage/document/origins.ts';
import { aWorkbook, becomes, FakeBrowser, type Tab } from '../support/fake-browser.ts';
import { Faults } from '../support/faults.ts';
import { deleteDatabase, rowKeys } from '../support/raw-database.ts';

let browser: FakeBrowser;
let workbook: WorkbookId;
let disk: Faults | undefined;

beforeEach(async () => {
	browser = new FakeBrowser();
	workbook = await aWorkbook(browser.storage());
});

afterEach(async () => {
	disk?.end();
	await browser.end();
});

/** Two tabs that have exchanged their greetings. */
async function twoTabs(): Promise<[Tab, Tab]> {
	const [left, right] = [await browser.openTab(workbook), await browser.openTab(workbook)];
	left.set('greeting', 'left');
	await right.shows({ greeting: 'left' });
	right.set('greeting', 'right');
	await left.shows({ greeting: 'right' });
	await Promise.all([left.opened.flush(), right.opened.flush()]);
	return [left, right];
}

test('two tabs see each other’s edits, each stored once', async () => {
	const [left, right] = await twoTabs();
	const before = await rowKeys(workbook);
	left.set('a', 'left');
	await right.shows({ a: 'left' });
	right.set('b', 'right');
	await left.shows({ b: 'right' });
	expect(left.content()).toEqual(right.content());
	expect(await rowKeys(workbook)).toHaveLength(before.length + 2);
});

test('edits of another tab come with an origin of their own and cannot be undone here', async () => {
	const [left, right] = await twoTabs();
	const origins: unknown[] = [];
	right.doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
	const history = new Y.UndoManager(right.doc.getMap('cells'));
	left.set('a', 'left');
	await right.shows({ a: 'left' });
	expect(origins).toEqual([tabOrigin]);
	expect(history.canUndo()).toBe(false);
});

test('[K-4] what a peer changed is stored, reaches the other tab and is undone in neither', async () => {
	const [left, right] = await twoTabs();
	const histories = [left, right].map(({ doc }) => new Y.UndoManager(doc.getMap('cells')));
	const peer = new Y.Doc();
	Y.applyUpdate(peer, Y.encodeStateAsUpdate(left.doc));
	peer.getMap('cells').set('a', 'of a peer');
	const update = Y.encodeStateAsUpdate(peer, Y.encodeStateVector(left.doc));
	Y.applyUpdate(left.doc, update, new PeerOrigin('device'));
	expect(left.opened.hasUnsaved()).toBe(true);
	expect(await left.opened.flush()).toMatchObject({ kind: 'saved' });
	await right.shows({ a: 'of a peer' });
	expect(histories.map((history) => history.canUndo())).toEqual([false, false]);
	await Promise.all([left.close(), right.close()]);
	expect((await browser.openTab(workbook)).content()).toMatchObject({ a: 'of a peer' });
});

test('no tab shows what another has not stored yet', async () => {
	const [left, right] = await twoTabs();
	disk = new Faults('quota', () => true);
	left.set('a', 'not stored');
	expect(await left.opened.flush()).toMatchObject({ kind: 'failed', reason: 'quota' });
	disk.end();
	left.set('b', 'stored');
	await right.shows({ a: 'not stored', b: 'stored' });
	expect(right.opened.state.current.kind).toBe('saved');
	expect(left.opened.state.current.kind).toBe('saved');
});

test('edits made in both tabs in the same moment are both stored, whoever took the key', async () => {
	const [left, right] = [await browser.openTab(workbook), await browser.openTab(workbook)];
	left.set('a', 'left');
	right.set('b', 'right');
	expect(await left.opened.flush()).toMatchObject({ kind: 'saved' });
	expect(await right.opened.flush()).toMatchObject({ kind: 'saved' });
	await Promise.all([left.close(), right.close()]);
	const later = await browser.openTab(workbook);
	expect(later.content()).toEqual({ a: 'left', b: 'right' });
	expect(later.opened.report.findings).toEqual([]);
});

test('a tab that comes back gets what another has only in memory, and stores it', async () => {
	const [left, right] = await twoTabs();
	disk = new Faults('quota', () => true);
	left.set('a', 'memory');
	await left.opened.flush();
	disk.end();
	right.opened.catchUp();
	await right.shows({ a: 'memory' });
	expect(await right.opened.flush()).toMatchObject({ kind: 'saved' });
	const later = await browser.openTab(workbook);
	expect(later.content()).toMatchObject({ a: 'memory' });
});

test('the tab that asks is asked in turn for what it alone has', async () => {
	const [left, right] = await twoTabs();
	disk = new Faults('quota', () => true);
	left.set('a', 'memory');
	await left.opened.flush();
	disk.end();
	left.opened.catchUp();
	await right.shows({ a: 'memory' });
});

test('deleting the workbook for good tells the tabs that show it; their edits are never called saved', async () => {
	const storage = browser.storage();
	const tab = await browser.openTab(workbook);
	tab.set('a', 'one');
	await tab.opened.flush();
	expect(await storage.deleteForGood(workbook, 'Acme SOC 2')).toEqual({ ok: true });
	await becomes(
		(listener) => tab.opened.state.subscribe(listener),
		() => tab.opened.state.current.kind === 'failed',
	);
	tab.set('b', 'two');
	expect(await tab.opened.retry()).toEqual({
		kind: 'failed',
		reason: 'deleted',
		text: 'This workbook was deleted. What you see is kept in this tab only: download a copy if you want to keep it.',
		pending: 1,
	});
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(workbook);
});

test('a database removed behind the program’s back is made anew with everything', async () => {
	const tab = await browser.openTab(workbook);
	tab.set('a', 'one');
	await tab.opened.flush();
	await deleteDatabase(workbook);
	tab.set('b', 'two');
	expect(await tab.opened.flush()).toMatchObject({ kind: 'saved' });
	await tab.close();
	const later = await browser.openTab(workbook);
	expect(later.content()).toEqual({ a: 'one', b: 'two' });
	expect(later.opened.report.findings).toEqual([]);
});

test('a removed database is not called saved even where no edit follows', async () => {
	const tab = await browser.openTab(workbook);
	tab.set('a', 'one');
	await tab.opened.flush();
	const kinds: string[] = [];
	tab.opened.state.subscribe(() => kinds.push(tab.opened.state.current.kind));
	await deleteDatabase(workbook);
	expect(await tab.opened.flush()).toMatchObject({ kind: 'saved' });
	expect(kinds[0]).toBe('saving');
	expect(await rowKeys(workbook)).toHaveLength(1);
});
