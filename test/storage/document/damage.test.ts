import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { IndexeddbPersistence } from 'y-indexeddb';
import type { WorkbookId } from '../../../src/workbook/ports.ts';
import { aWorkbook, FakeBrowser } from '../support/fake-browser.ts';
import { damageRow, deleteDatabase, inDatabase, rowKeys } from '../support/raw-database.ts';

let browser: FakeBrowser;
let workbook: WorkbookId;

/** Three rows, one edit each. */
beforeEach(async () => {
	browser = new FakeBrowser();
	workbook = await aWorkbook(browser.storage());
	await edit({ a: 'one' }, { b: 'two' }, { c: 'three' });
});

afterEach(() => browser.end());

/** One tab's visit; each argument is stored as one row. */
async function edit(...edits: readonly Record<string, string>[]): Promise<void> {
	const tab = await browser.openTab(workbook);
	for (const cells of edits)
		tab.doc.transact(() => Object.entries(cells).forEach(([key, value]) => tab.set(key, value)));
	await tab.close();
}

/** Enough text for a first snapshot, which is then taken. */
async function takeSnapshot(): Promise<void> {
	const tab = await browser.openTab(workbook);
	tab.set('long', 'x'.repeat(5_000));
	await tab.opened.flush();
	browser.timers.elapse(2_000);
	await tab.close();
	expect(tab.opened.secondCopy.current.kind).toBe('kept');
}

describe('a damaged row', () => {
	const damages: [string, (bytes: Uint8Array) => unknown, string][] = [
		['with a flipped bit', flipped, 'its checksum is not the one it was written with'],
		['cut short', (bytes) => bytes.slice(0, 9), 'it holds 9 bytes where '],
		['of garbage', (bytes) => bytes.fill(255), 'its checksum is not the one'],
		['emptied', () => new Uint8Array(), 'it holds 0 bytes where '],
		['that holds no bytes', () => 'text', 'it does not hold bytes'],
	];

	test.each(damages)('%s hides no other row and is reported', async (_, change, fault) => {
		await damageRow(workbook, 3, change);
		const tab = await browser.openTab(workbook);
		expect(tab.content()).toEqual({ a: 'one', b: 'two' });
		const [finding, ...more] = tab.opened.report.findings;
		expect(more).toEqual([]);
		expect(finding).toMatchObject({ kind: 'damaged', repaired: false });
		expect(finding?.path).toBe(`${workbook} / updates / 3`);
		expect(finding?.text).toContain(`Stored row 3 is not usable: ${fault}`);
		expect(finding?.text).toContain('Compare with your last saved copy.');
	});

	test('in the middle lets later rows wait for what they build on, and says so', async () => {
		await damageRow(workbook, 2, flipped);
		const tab = await browser.openTab(workbook);
		expect(tab.content()).toEqual({ a: 'one' });
		expect(tab.opened.report.findings.map(({ kind }) => kind)).toEqual(['damaged', 'waiting']);
	});

	test('is set aside with what was left of it, and named at later openings', async () => {
		await damageRow(workbook, 3, (bytes) => bytes.slice(0, 9));
		await edit({ d: 'four' });
		expect(await rowKeys(workbook)).toEqual([1, 2, 4]);
		const again = await browser.openTab(workbook);
		expect(again.content()).toEqual({ a: 'one', b: 'two', d: 'four' });
		expect(again.opened.report.findings).toEqual([]);
		const [damage] = again.opened.report.earlier;
		expect(damage).toMatchObject({ row: 3, repaired: false });
		expect(damage?.remains).toHaveLength(9);
	});

	test('that was the last is not missed a second time', async () => {
		await damageRow(workbook, 3, () => undefined);
		const first = await browser.openTab(workbook);
		expect(first.opened.report.findings.map(({ kind }) => kind)).toEqual(['missing']);
		await first.close();
		expect((await browser.openTab(workbook)).opened.report.findings).toEqual([]);
	});

	test('does not keep a plain y-indexeddb from opening the workbook afterwards', async () => {
		await damageRow(workbook, 3, (bytes) => bytes.fill(255));
		await edit({ d: 'four' });
		const plain = new Y.Doc();
		const persistence = new IndexeddbPersistence(workbook, plain);
		await persistence.whenSynced;
		expect(plain.getMap('cells').toJSON()).toEqual({ a: 'one', b: 'two', d: 'four' });
		await persistence.destroy();
	});

	test('is repaired from the snapshot that covers it', async () => {
		await takeSnapshot();
		await edit({ d: 'after' });
		await damageRow(workbook, 2, flipped);
		const tab = await browser.openTab(workbook);
		expect(tab.content()).toMatchObject({ a: 'one', b: 'two', c: 'three', d: 'after' });
		expect(tab.opened.report.findings).toMatchObject([{ kind: 'damaged', repaired: true }]);
		await tab.close();
		const again = await browser.openTab(workbook);
		expect(again.content()).toEqual(tab.content());
		expect(again.opened.report.findings).toEqual([]);
	});

	test('that is gone is missed', async () => {
		await damageRow(workbook, 2, () => undefined);
		const tab = await browser.openTab(workbook);
		expect(tab.opened.report.findings[0]).toMatchObject({ kind: 'missing', repaired: false });
		expect(tab.opened.report.findings[0]?.text).toContain('Stored row 2 is not usable: it is gone');
	});

	test('with a seal of garbage is taken for a row of y-indexeddb', async () => {
		await inDatabase(workbook, (_, custom) => custom.put('garbage', 'seal:2'));
		const tab = await browser.openTab(workbook);
		expect(tab.content()).toEqual({ a: 'one', b: 'two', c: 'three' });
		expect(tab.opened.report.findings).toEqual([]);
	});
});

describe('a database that lost data it once had', () => {
	test('emptied, without a second copy: said, never started silently from nothing', async () => {
		await deleteDatabase(workbook);
		const tab = await browser.openTab(workbook);
		expect(tab.opened.report.findings).toMatchObject([{ kind: 'emptied', repaired: false }]);
		expect(tab.opened.report.findings[0]?.text).toMatch(
			/^The browser has emptied the database of this workbook\. Edits made until .* are missing/,
		);
	});

	test('emptied, with a second copy: filled from it and stored again', async () => {
		await takeSnapshot();
		await deleteDatabase(workbook);
		const tab = await browser.openTab(workbook);
		expect(tab.content()).toMatchObject({ a: 'one', b: 'two', c: 'three' });
		expect(tab.opened.report.findings).toMatchObject([{ kind: 'emptied', repaired: true }]);
		await tab.close();
		const again = await browser.openTab(workbook);
		expect(again.content()).toEqual(tab.content());
		expect(again.opened.report.findings).toEqual([]);
	});

	test('emptied with edits after the second copy: the time from which edits are missing is said', async () => {
		await takeSnapshot();
		await edit({ d: 'after' });
		await deleteDatabase(workbook);
		const tab = await browser.openTab(workbook);
		expect(tab.opened.report.findings).toMatchObject([{ kind: 'emptied', repaired: false }]);
		expect(tab.opened.report.findings[0]?.text).toContain('It was filled from the second copy of');
	});

	test('emptied together with localStorage: the snapshot bears witness', async () => {
		await takeSnapshot();
		browser.localStorage.clear();
		await deleteDatabase(workbook);
		const tab = await browser.openTab(workbook);
		expect(tab.content()).toMatchObject({ a: 'one' });
		expect(tab.opened.report.findings).toMatchObject([{ kind: 'emptied', repaired: true }]);
	});

	test('cut back to an earlier state: noticed by the witness', async () => {
		await inDatabase(workbook, (updates) => updates.delete(3));
		await inDatabase(workbook, (_, custom) => custom.delete('seal:3'));
		const tab = await browser.openTab(workbook);
		expect(tab.content()).toEqual({ a: 'one', b: 'two' });
		expect(tab.opened.report.findings).toMatchObject([{ kind: 'shortened', repaired: false }]);
	});
});

function flipped(bytes: Uint8Array): Uint8Array {
	const at = bytes.length - 3;
	return bytes.with(at, (bytes[at] ?? 0) ^ 4);
}
